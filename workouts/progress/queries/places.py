"""Where workouts stand on the site."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.urls import reverse

from workouts.accounts.models import User
from workouts.log.models import Workout

_NOBODY = UUID(int=0)


def places(user: User, workouts: Iterable[int]) -> dict[int, UUID]:
    """The ids of workouts by key, for links. One statement."""
    return dict(Workout.objects.of(user).filter(pk__in=set(workouts)).values_list("pk", "uid"))


def addresses(uids: Mapping[int, UUID]) -> dict[int, str]:
    """The pages of workouts by key. The routes are asked once: a page has fifty such links."""
    before, after = reverse("training:workout", args=[_NOBODY]).split(str(_NOBODY))
    return {pk: f"{before}{uid}{after}" for pk, uid in uids.items()}
