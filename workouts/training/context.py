"""What every page of a signed-in lifter shows: the workout that is open, for *Resume*."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from workouts.log.queries import open_workout


def resume(request: HttpRequest) -> dict[str, object]:
    """`open_workout`, looked up only by a page that asks (base_member.html): public pages never do, so they stay
    the same bytes for everybody."""

    def look_up() -> object:
        return open_workout(request.user) if request.user.is_authenticated else None

    return {"open_workout": SimpleLazyObject(look_up)}
