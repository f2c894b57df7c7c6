"""Every error of the API is a problem (RFC 9457): handlers of what ninja and Django raise."""

from typing import Any

from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from workouts.shared.problems import Refusal, refuse

# A locked SQLite database has been waited for already: soon is soon enough.
RETRY_AFTER = 2


def handle(api: NinjaAPI) -> None:
    """From now on `api` answers with problems."""
    api.add_exception_handler(Refusal, refuse)
    api.add_exception_handler(HttpError, _http_error)
    api.add_exception_handler(ValidationError, _bad_shape)
    api.add_exception_handler(Http404, _not_found)
    for outage in (OperationalError, InterfaceError, IntegrityError):
        api.add_exception_handler(outage, _busy)


def not_allowed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Another method than the route has; `response` says which there are."""
    refused = refuse(request, Refusal("method-not-allowed", status=405, title=_("Not possible here")))
    refused.headers["Allow"] = response.headers["Allow"]
    return refused


def _http_error(request: HttpRequest, error: Any) -> HttpResponse:
    """Ninja wraps whatever goes wrong while it reads a body."""
    if isinstance(error.__cause__, Refusal):
        return refuse(request, error.__cause__)
    title = _("Not understood")
    return refuse(request, Refusal("bad-request", status=error.status_code, title=title, detail=str(error)))


def _bad_shape(request: HttpRequest, error: Any) -> HttpResponse:
    errors: dict[str, list[str]] = {}
    for each in error.errors[:20]:
        # (query, name) of an address, (body, argument, name, ...) of what was sent.
        place = each["loc"][2 if each["loc"][0] == "body" else -1 :]
        errors.setdefault(".".join(str(part) for part in place), []).append(each["msg"])
    return refuse(request, Refusal("bad-shape", status=422, title=_("Not of the right shape"), errors=errors))


def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return refuse(request, Refusal("not-found", status=404, title=_("Not found")))


def _busy(request: HttpRequest, error: Any) -> HttpResponse:
    """The database is locked, full or away; the transaction was rolled back."""
    detail = _("Nothing was written. Try again in a moment.")
    return refuse(request, Refusal("busy", status=503, title=_("Busy"), detail=detail, wait=RETRY_AFTER))
