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


WANTED: Any = functions.Query(
    GUIDE_ROUTINE, description="The slug of a routine. Your own copy of it is used, if you have one."
)


@router.get("/kit/mine", auth=member, response={200: Kit, 404: Problem}, summary="The kit of your next session")
def mine(request: MemberRequest, routine: Slug = WANTED) -> Kit:
    """What a device needs to train without a signal: targets with reasons, last time, the weights and plates you can
    load, warm-ups, cues and swaps for the next session of `routine`, on your local date."""
    return _kit(request, _chosen(request, routine))


@router.post(
    "/routines/{slug:slug}/swap",
    auth=member,
    response={200: Kit, 401: Problem, 403: Problem, 404: Problem, 422: Problem},
    summary="Swap an exercise of your routine",
)
def swap(request: MemberRequest, slug: str, asked: SwapIn) -> Kit:
    """From now on `new` takes the place of `old` in your routine; if you have none, it is copied from the site's. Sent
    again, it changes nothing. Answers with the kit of your next session. The problems of its own are
    `unknown-exercise`, `not-in-routine` and `already-in-routine`."""
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


@router.get("/workouts/{uuid:uid}/kit", auth=member, response=Kit, summary="The kit of one workout")
def workout(request: MemberRequest, uid: UUID) -> Kit:
    """The same for a workout that exists, with the sets and reps that stand in it."""
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
