"""What a device fetches for a session of the lifter's. The kit for everybody is a public page (`views/gym.py`)."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router
from ninja.params import functions

from workouts.accounts.callers import member
from workouts.catalogue.models import Exercise
from workouts.log import access
from workouts.routines.actions import AlreadyThere, NotInRoutine, swap_exercise
from workouts.routines.models import Routine
from workouts.routines.queries import GUIDE_ROUTINE, routine_for
from workouts.shared.api import Slug
from workouts.shared.problems import Problem, Refusal
from workouts.shared.requests import MemberRequest
from workouts.training.queries.kit import kit_of, kit_of_workout
from workouts.training.schemas import Kit, SwapIn

router = Router(tags=["training"])


WANTED: Any = functions.Query(GUIDE_ROUTINE, description="The slug of a routine; one's own copy of it goes first.")


@router.get("/kit/mine", auth=member, response={200: Kit, 404: Problem}, summary="The lifter's next session")
def mine(request: MemberRequest, routine: Slug = WANTED) -> Kit:
    """Targets with reasons, last time, loadable weights, plates, warm-ups, cues and swaps for the next session of
    `routine`, as of the lifter's local date."""
    return _kit(request, _chosen(request, routine))


@router.post(
    "/routines/{slug:slug}/swap",
    auth=member,
    response={200: Kit, 401: Problem, 403: Problem, 404: Problem, 422: Problem},
    summary="Another exercise from now on",
)
def swap(request: MemberRequest, slug: str, asked: SwapIn) -> Kit:
    """`new` takes the place of `old` in her routine, which is made from the site's if she has none. Sent again it
    changes nothing. Answers with the kit of her next session. Problems: unknown-exercise, not-in-routine,
    already-in-routine."""
    routine = _chosen(request, slug)
    old, new = _exercises(request, asked)
    try:
        hers = swap_exercise(by=request.user, routine=routine, old=old, new=new)
    except NotInRoutine:
        detail = _("%(name)s does not stand in the routine.") % {"name": old.name}
        raise Refusal("not-in-routine", status=422, title=_("Not in the routine"), detail=detail) from None
    except AlreadyThere:
        detail = _("%(name)s stands in the routine already.") % {"name": new.name}
        raise Refusal("already-in-routine", status=422, title=_("Already in the routine"), detail=detail) from None
    return _kit(request, hers)


@router.get("/workouts/{uuid:uid}/kit", auth=member, response=Kit, summary="One workout")
def workout(request: MemberRequest, uid: UUID) -> Kit:
    """The same for a workout of hers that exists, by the doses that stand in it."""
    return kit_of_workout(request.user, access.workout_of(request.user, uid))


def _chosen(request: MemberRequest, slug: str) -> Routine:
    routine = routine_for(request.user, slug)
    if routine is None:
        raise Http404
    return routine


def _exercises(request: MemberRequest, asked: SwapIn) -> tuple[Exercise, Exercise]:
    """The one that goes, which may be retired, and the one that comes, which is on the lists."""
    rows = Exercise.objects.visible_to(request.user).filter(slug__in=[asked.old, asked.new])
    found = {row.slug: row for row in rows}
    old, new = found.get(asked.old), found.get(asked.new)
    if old is None or new is None or (new.retired and old != new):
        detail = _("There is no such exercise: choose another.")
        raise Refusal("unknown-exercise", status=422, title=_("Unknown exercise"), detail=detail)
    return old, new


def _kit(request: MemberRequest, routine: Routine) -> Kit:
    return kit_of(request.user, routine, request.user.preferences.today(timezone.now()))
