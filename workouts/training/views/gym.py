"""The gym screen: one page without data for any id. What it shows comes from the device, and from the API."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from workouts.routines.models import Routine
from workouts.routines.queries import GUIDE_ROUTINE
from workouts.shared.audience import public
from workouts.training.queries.kit import kit_for_all


@public
def train(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Foreign and unknown ids look alike, and a workout that was not sent yet opens as well: nobody asks the log."""
    return render(request, "training/gym.html")


@public
def shell(request: HttpRequest) -> HttpResponse:
    """The same page under the one address that the service worker keeps it by."""
    return render(request, "training/gym.html")


@public
def kit(request: HttpRequest) -> HttpResponse:
    """What a guest's device keeps for a session: the same for everybody, as the service worker's pages are."""
    routine = get_object_or_404(Routine.objects.site(), slug=GUIDE_ROUTINE)
    return HttpResponse(kit_for_all(routine).model_dump_json(), content_type="application/json")
