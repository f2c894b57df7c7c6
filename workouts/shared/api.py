"""The API as every feature's routes see it: who may call, how bodies are read, and that every error is a problem.

An operation says its audience by its `auth`: `guest` for anybody, `member` for who is signed in (session cookie, and
the CSRF token where something is changed). Nothing redirects.
"""

import json
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.operation import PathView
from ninja.parser import Parser
from ninja.security.base import AuthBase
from ninja.utils import check_csrf

from workouts.shared.audience import public
from workouts.shared.problems import Refusal, refuse

MAX_BODY = 256 * 1024
SAFE = {"GET", "HEAD", "OPTIONS"}
# Longer whole numbers stay text: Python would take its time over 5,000 digits, and every field names its limit.
MAX_DIGITS = 18
# A locked SQLite database has been waited for already: soon is soon enough.
RETRY_AFTER = 2


class NumberText(str):
    """A JSON number that is not a short whole one, as it was written: 62.5, 1e400, NaN. No JSON string is one."""


class Member(AuthBase):
    """Signed in by the session's cookie."""

    audience = "member"
    openapi_type = "apiKey"
    openapi_in = "cookie"
    openapi_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Any:
        if not request.user.is_authenticated:
            raise Refusal("not-signed-in", status=401, title=_("Sign in"), detail=_("Sign in, then send it again."))
        if request.method not in SAFE and check_csrf(request):
            raise Refusal(
                "csrf", status=403, title=_("Stale token"), detail=_("Fetch a fresh token and send it again.")
            )
        return request.user


def guest(request: HttpRequest) -> bool:
    """Anybody, with a session or without."""
    return True


guest.audience = "guest"  # type: ignore[attr-defined]  # read by the check that every view says it
member = Member()


class StrictParser(Parser):
    """JSON in UTF-8, of a bounded size, which is looked at before anything is parsed."""

    def parse_body(self, request: HttpRequest) -> Any:
        packed = request.headers.get("Content-Encoding", "identity").lower() != "identity"
        if request.content_type != "application/json" or packed:
            raise Refusal("not-json", status=415, title=_("Not JSON"), detail=_("Send application/json, not packed."))
        if len(request.body) > MAX_BODY:
            raise Refusal("too-large", status=413, title=_("Too large"), detail=_("Send less."), max_bytes=MAX_BODY)
        try:
            return json.loads(
                request.body.decode(), parse_int=_whole, parse_float=NumberText, parse_constant=NumberText
            )
        except (ValueError, RecursionError):
            raise Refusal("bad-json", status=400, title=_("Not JSON"), detail=_("The body cannot be read.")) from None


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= MAX_DIGITS else NumberText(text)


class Api(NinjaAPI):
    """Ninja, with our parser, our problems, and an audience on every route."""

    def __init__(self, **options: Any) -> None:
        super().__init__(parser=StrictParser(), docs_url=None, docs_decorator=public, **options)
        self.add_exception_handler(Refusal, refuse)
        self.add_exception_handler(HttpError, _http_error)
        self.add_exception_handler(ValidationError, _bad_shape)
        self.add_exception_handler(Http404, _not_found)
        for outage in (OperationalError, InterfaceError, IntegrityError):
            self.add_exception_handler(outage, _busy)

    def _get_urls(self) -> list[Any]:
        for router in self._get_bound_routers():
            for view in router.path_operations.values():
                view.get_view = _telling(view, view.get_view)  # type: ignore[method-assign]  # ninja has no hook for it
        patterns = super()._get_urls()
        # The root answers 404; ninja needs it to know its own address.
        root: Any = patterns[-1].callback
        root.audience = "guest"
        return patterns


def _telling(view: PathView, make: Callable[[], Any]) -> Callable[[], Any]:
    def get_view() -> Callable[..., HttpResponse]:
        inner = make()

        def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response: HttpResponse = inner(request, *args, **kwargs)
            if isinstance(response, HttpResponseNotAllowed):
                return _not_allowed(request, response)
            response.headers.setdefault("Cache-Control", "no-store")
            return response

        told.csrf_exempt = True  # type: ignore[attr-defined]  # `Member` looks at the token
        told.audience = _audience(view)  # type: ignore[attr-defined]
        return told

    return get_view


def _audience(view: PathView) -> str | None:
    """The widest of the path's operations; None, which fails the check, if one of them says nothing."""
    said = {getattr(each, "audience", None) for operation in view.operations for each in operation.auth_callbacks}
    silent = any(not operation.auth_callbacks for operation in view.operations) or None in said
    return None if silent else "guest" if "guest" in said else "member"


# --- errors --------------------------------------------------------------------------------------------------


def _http_error(request: HttpRequest, error: Any) -> HttpResponse:
    """Ninja wraps whatever goes wrong while it reads a body."""
    if isinstance(error.__cause__, Refusal):
        return refuse(request, error.__cause__)
    title = _("Not understood")
    return refuse(request, Refusal("bad-request", status=error.status_code, title=title, detail=str(error)))


def _bad_shape(request: HttpRequest, error: Any) -> HttpResponse:
    errors: dict[str, list[str]] = {}
    for each in error.errors[:20]:
        errors.setdefault(".".join(str(part) for part in each["loc"][2:]), []).append(each["msg"])
    return refuse(request, Refusal("bad-shape", status=422, title=_("Not of the right shape"), errors=errors))


def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return refuse(request, Refusal("not-found", status=404, title=_("Not found")))


def _not_allowed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    refused = refuse(request, Refusal("method-not-allowed", status=405, title=_("Not possible here")))
    refused.headers["Allow"] = response.headers["Allow"]
    return refused


def _busy(request: HttpRequest, error: Any) -> HttpResponse:
    """The database is locked, full or away; the transaction was rolled back."""
    detail = _("Nothing was written. Try again in a moment.")
    return refuse(request, Refusal("busy", status=503, title=_("Busy"), detail=detail, wait=RETRY_AFTER))
