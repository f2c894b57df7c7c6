"""The error pages: 400, 403, 404, 411, 413, 429, 500 and a stale form. They need neither database nor session."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader


def _page(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, f"{status}.html", status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404)


def no_length(request: HttpRequest) -> HttpResponse:
    """A body that does not say how long it is: no browser sends one."""
    return render(request, "400.html", status=411)


def too_large(request: HttpRequest) -> HttpResponse:
    return _page(request, 413)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many requests of one kind: most limits are counted by the minute."""
    response = _page(request, 429)
    response.headers["Retry-After"] = "60"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke, perhaps what pages are made with: no context processors, and one sentence if all else fails."""
    try:
        page = loader.get_template("500.html").render()
    except Exception:  # the first error is in the log; this page must not become the second
        page = "<!doctype html><title>Legday</title><p>Something went wrong on our side. Try again in a minute.</p>"
    return HttpResponse(page, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that is too old or came from elsewhere: says to go back, load the page again and send once more."""
    return render(request, "403_csrf.html", status=403)


def nowhere(request: HttpRequest, **_: object) -> HttpResponse:
    """An address of a library that this site does not want."""
    raise Http404


# Read by the check that every view says its audience.
nowhere.audience = "public"  # type: ignore[attr-defined]
