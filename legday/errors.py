"""The error pages: 400, 403, 404, 411, 413, 429, 500, 503, a stale form. They need neither database nor session."""

import smtplib
import socket
import sys
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

# What is raised where database, cache or mail do not answer, whatever stands behind them.
UNREACHABLE = (OperationalError, InterfaceError, smtplib.SMTPException, ConnectionError, TimeoutError, socket.gaierror)
RETRY = {"Retry-After": "10"}


# What the API says of an error that arises outside its operations.
TOLD: dict[int, tuple[str, Any]] = {
    400: ("bad-request", _lazy("Not understood")),
    403: ("forbidden", _lazy("Not allowed")),
    404: ("not-found", _lazy("Not found")),
    411: ("no-length", _lazy("How long is it?")),
    413: ("too-large", _lazy("Too large")),
    429: ("too-many-requests", _lazy("Too many requests")),
    500: ("server-error", _lazy("Something went wrong on our side")),
}


def _page(request: HttpRequest, status: int, template: str = "", **context: object) -> HttpResponse:
    if _is_api(request):
        code, title = TOLD[status]
        return _problem(code, status, str(title))
    return render(request, template or f"{status}.html", context, status=status)


def _came_from(request: HttpRequest) -> str:
    """The page of this site that led here, as a path; nothing where it is not known, or is this very page."""
    said = request.headers.get("Referer", "")
    try:
        is_ours = url_has_allowed_host_and_scheme(said, {request.get_host()}, require_https=request.is_secure())
    except DisallowedHost:
        return ""
    if not is_ours or said.startswith("/"):
        return ""
    parts = urlsplit(said)
    path = _safe(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    return "" if path == request.get_full_path() else path


def _again(request: HttpRequest) -> str:
    """The same page once more. What was sent is not: where it came from a form, that is the form's page."""
    return (request.method not in {"GET", "HEAD"} and _came_from(request)) or _safe(request.get_full_path())


def _safe(path: str) -> str:
    """Two slashes would lead to another site."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else ""


def _is_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def _problem(code: str, status: int, title: str, detail: str = "") -> HttpResponse:
    """As workouts.shared.problems says it; the project may not import the product."""
    body = {"type": f"/problems/{code}", "title": title, "status": status, "detail": detail, "code": code}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 400, back=_came_from(request))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404)


def no_length(request: HttpRequest) -> HttpResponse:
    """A body that does not say how long it is: no browser sends one."""
    return _page(request, 411, "400.html", back=_came_from(request))


def too_large(request: HttpRequest) -> HttpResponse:
    return _page(request, 413, back=_again(request), megabytes=settings.FILE_MEGABYTES)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many requests of one kind: most limits are counted by the minute."""
    response = _page(request, 429, back=_again(request))
    response.headers["Retry-After"] = "60"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke, perhaps what pages are made with: no context processors, and one sentence if all else fails."""
    if _is_unreachable(sys.exc_info()[1]):
        return unavailable(request)
    return _page(request, 500) if _is_api(request) else HttpResponse(_bare("500.html"), status=500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """What we depend on does not answer; nothing was done, and the same request may be sent again."""
    if _is_api(request) or not request.accepts("text/html"):
        detail = _("Legday cannot reach its data. Nothing was changed. Try again in a minute.")
        response = _problem("unavailable", 503, _("Not now"), detail)
        response.headers["Retry-After"] = RETRY["Retry-After"]
        return response
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
    return _page(request, 403, "403_csrf.html", back=_again(request))


def nowhere(request: HttpRequest, **_: object) -> HttpResponse:
    """An address of a library that this site does not want."""
    raise Http404


# Read by the check that every view says its audience.
nowhere.audience = "public"  # type: ignore[attr-defined]
