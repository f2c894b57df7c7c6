"""Who calls the API: by a token of hers, by the session's cookie, or nobody. Each is the `auth` of operations.

guest, member:   what devices and the log agree on. By cookie they are counted by their own quota (log/actions).
visitor, reader: everything that is only read. Counted, and kept by its ETag.

A token that is sent decides alone: with one, cookies are not looked at, and a wrong one is an error on public routes
too, so that nobody believes to be signed in who is not.
"""

from typing import Any, Literal

from allauth.core.internal import ratelimit
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.utils import check_csrf

from workouts.accounts import tokens
from workouts.accounts.limits import count_call, too_many
from workouts.accounts.models import ApiToken, User
from workouts.shared.problems import Refusal

SAFE = {"GET", "HEAD", "OPTIONS"}


class Caller:
    """Lets in who is signed in, and, where the audience is "guest", anybody. `kept`: see above."""

    def __init__(self, audience: Literal["guest", "member"], *, kept: bool) -> None:
        # Read by the check that every view says it, and by the description of the API.
        self.audience, self.kept = audience, kept

    def __call__(self, request: HttpRequest) -> Any:
        token = _token(request)
        if token is not None:
            request.user = token.owner
            count_call(request, token.owner)
            _check_scope(request, token)
            return token.owner
        user = request.user if request.user.is_authenticated else None
        if self.kept:
            count_call(request, user if isinstance(user, User) else None)
        if self.audience == "guest":
            return True
        if user is None:
            raise Refusal("not-signed-in", status=401, title=_("Sign in"), detail=_("Sign in, then send it again."))
        if request.method not in SAFE and check_csrf(request):
            raise Refusal(
                "csrf", status=403, title=_("Stale token"), detail=_("Fetch a fresh token and send it again.")
            )
        return user


guest, member = Caller("guest", kept=False), Caller("member", kept=False)
visitor, reader = Caller("guest", kept=True), Caller("member", kept=True)


def user_of(request: HttpRequest) -> User | None:
    """Who is signed in, on a route for everybody."""
    return request.user if isinstance(request.user, User) else None


def _token(request: HttpRequest) -> ApiToken | None:
    """The token of the request, None without one. Raises Refusal for one that does not open anything."""
    if tokens.LIKE_ONE.search(request.META.get("QUERY_STRING", "")):
        # Addresses stand in logs and histories.
        detail = _("Send the token in the header Authorization. Revoke this one: an address is written down by many.")
        raise Refusal("token-in-address", status=400, title=_("Token in the address"), detail=detail)
    scheme, _space, text = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":  # another scheme is for a proxy before us
        return None
    token = tokens.holding(text.strip())
    if token is None:
        # Not `allauth.core.ratelimit`, which counts no GET.
        if not ratelimit.consume(request, app="allauth.account", action="api_token", limit_get=True):
            raise too_many(60)
        detail = _("This token is unknown, revoked or past its day. Make another one in Settings.")
        raise Refusal("bad-token", status=401, title=_("Wrong token"), detail=detail)
    return token


def _check_scope(request: HttpRequest, token: ApiToken) -> None:
    if request.method not in SAFE and token.scope != ApiToken.Scope.WRITE:
        detail = _("This token may only read. Make one that may write.")
        raise Refusal("read-only-token", status=403, title=_("Read only"), detail=detail)
