"""Limits and the second look at the password: allauth's, for our own member views and with honest answers; and the
requests of the API, counted exactly."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from allauth.account.decorators import reauthentication_required
from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from workouts.accounts.models import ApiCalls, User
from workouts.shared.audience import MemberView
from workouts.shared.problems import Refusal
from workouts.shared.requests import MemberRequest

P = ParamSpec("P")
# Of an account, or of a network address where nobody is signed in.
CALLS_A_MINUTE = 120
# Counts older than this are of no use to anybody.
MINUTES_KEPT = 60
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


# Read and written by one statement, so that no two workers count the same request: a cache would lose some.
COUNT = """
    INSERT INTO workouts_apicalls (caller, minute, calls) VALUES (%s, %s, 1)
    ON CONFLICT (caller) DO UPDATE SET
        calls = CASE WHEN workouts_apicalls.minute = excluded.minute THEN workouts_apicalls.calls + 1 ELSE 1 END,
        minute = excluded.minute
    RETURNING calls
"""


def count_call(request: HttpRequest, user: User | None) -> None:
    """Count a request of the API, of `user` or else of the network address. Raises Refusal from the 121st of a minute
    on, until the next one. One statement; one more with the first of a minute."""
    now = time.time()
    minute = int(now // 60)
    # Hashed with the site's key, so that the table says nothing of who reads here without an account.
    said = f"account {user.pk}" if user else f"address {get_ip(request)}"
    caller = salted_hmac("workouts.accounts.limits", said, algorithm="sha256").hexdigest()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(COUNT, [caller, minute])
        calls: int = cursor.fetchone()[0]
        if calls == 1:
            ApiCalls.objects.filter(minute__lt=minute - MINUTES_KEPT).delete()
    if calls > CALLS_A_MINUTE:
        raise too_many(60 - int(now % 60))


def too_many(wait: int) -> Refusal:
    """Come again in `wait` seconds."""
    detail = _("Too many requests in a minute. Wait as long as Retry-After says.")
    return Refusal("too-many-requests", status=429, title=_("Too many requests"), detail=detail, wait=wait)
