"""What one page, once, is told of coming and going; it tells the device."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

# Keys of the session.
JOINED, LEFT = "joined", "left"


def passage(request: HttpRequest) -> dict[str, object]:
    """`just_joined`: the first page after signing up (base_member.html). `just_left`: the id of the account that was
    signed out (the sign-in page). Looked up only by a page that asks, so public pages never touch the session."""

    def once(key: str) -> object:
        return request.session.pop(key) if key in request.session else ""

    return {"just_joined": SimpleLazyObject(lambda: once(JOINED)), "just_left": SimpleLazyObject(lambda: once(LEFT))}
