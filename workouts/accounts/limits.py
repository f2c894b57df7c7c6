"""Limits and the second look at the password: allauth's, for our own member views and with honest answers."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from allauth.account.decorators import reauthentication_required
from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from workouts.shared.audience import MemberView
from workouts.shared.requests import MemberRequest

P = ParamSpec("P")
LOCKED_FOR = 300  # seconds; twin of ACCOUNT_RATE_LIMITS["login_failed"]


def limited(action: str) -> Callable[[MemberView[P]], MemberView[P]]:
    """At most as many POSTs as ACCOUNT_RATE_LIMITS says for `action`; then 429."""

    def decorate(view: MemberView[P]) -> MemberView[P]:
        @wraps(view)
        def wrapper(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            refused: HttpResponseBase | None = ratelimit.consume_or_429(request, action=action)
            return refused or view(request, *args, **kwargs)

        return wrapper

    return decorate


def with_fresh_password(view: MemberView[P]) -> MemberView[P]:
    """A POST goes through only within five minutes of typing the password; else she is asked for it, then it does."""
    guarded: MemberView[P] = reauthentication_required(view, allow_get=True)
    return guarded


def honest(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """allauth answers 200 to a form it refuses. Here: 422, or 429 where too many wrong passwords were the reason."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if form is not None and form.is_bound and form.errors:
            found = {error.code for errors in form.errors.as_data().values() for error in errors}
            response.status_code = 429 if "too_many_login_attempts" in found else 422
            if response.status_code == 429:
                response.headers["Retry-After"] = str(LOCKED_FOR)
        return response

    return wrapper
