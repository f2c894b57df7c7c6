"""What a device fetches for a session of the lifter's. The kit for everybody is a public page (`views/gym.py`)."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router

from workouts.log import access
from workouts.routines.models import Routine
from workouts.routines.queries import GUIDE_ROUTINE
from workouts.shared.api import member
from workouts.shared.requests import MemberRequest
from workouts.training.queries.kit import kit_of, kit_of_workout
from workouts.training.schemas import Kit

router = Router(tags=["training"])


@router.get("/kit/mine", auth=member, response=Kit, summary="The lifter's next session")
def mine(request: MemberRequest, routine: str = GUIDE_ROUTINE) -> Kit:
    """Targets with reasons, last time, loadable weights, plates, warm-ups, cues and swaps for the next session of
    `routine`, as of the lifter's local date."""
    chosen = get_object_or_404(Routine.objects.visible_to(request.user), slug=routine)
    return kit_of(request.user, chosen, request.user.preferences.today(timezone.now()))


@router.get("/workouts/{uuid:uid}/kit", auth=member, response=Kit, summary="One workout")
def workout(request: MemberRequest, uid: UUID) -> Kit:
    """The same for a workout of hers that exists, by the doses that stand in it."""
    return kit_of_workout(request.user, access.workout_of(request.user, uid))
