"""The error pages: 400, 403, 404, 411, 413, 429, 500, 503, a stale form. They need neither database nor session."""

import smtplib
import socket
import sys

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

# What is raised where database, cache or mail do not answer, whatever stands behind them.
UNREACHABLE = (OperationalError, InterfaceError, smtplib.SMTPException, ConnectionError, TimeoutError, socket.gaierror)
RETRY = {"Retry-After": "10"}


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
    if _is_unreachable(sys.exc_info()[1]):
        return unavailable(request)
    return HttpResponse(_bare("500.html"), status=500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """What we depend on does not answer; nothing was done, and the same request may be sent again."""
    if request.path_info.startswith("/api/") or not request.accepts("text/html"):
        # As workouts.shared.problems says it; the project may not import the product.
        detail = _("Legday cannot reach its data. Nothing was changed. Try again in a minute.")
        told = {"type": "/problems/unavailable", "title": _("Not now"), "status": 503, "detail": detail}
        body = {**told, "code": "unavailable"}
        return JsonResponse(body, status=503, content_type="application/problem+json", headers=RETRY)
    return HttpResponse(_bare("503.html"), status=503, headers=RETRY)


def _bare(template: str) -> str:
    try:
        return loader.get_template(template).render()
    except Exception:  # the first error is in the log; this page must not become the second
        return "<!doctype html><title>Legday</title><p>Something went wrong on our side. Try again in a minute.</p>"


def _is_unreachable(error: BaseException | None) -> bool:
    from redis.exceptions import ConnectionError as NoRedis  # loaded where there is an error, not at each start
    from redis.exceptions import TimeoutError as SlowRedis

    return isinstance(error, (*UNREACHABLE, NoRedis, SlowRedis))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that is too old or came from elsewhere: says to go back, load the page again and send once more."""
    return render(request, "403_csrf.html", status=403)


def nowhere(request: HttpRequest, **_: object) -> HttpResponse:
    """An address of a library that this site does not want."""
    raise Http404


# Read by the check that every view says its audience.
nowhere.audience = "public"  # type: ignore[attr-defined]
