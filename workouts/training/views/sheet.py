"""The plain form of a workout: while it is trained, and for every workout after."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workouts.accounts.models import User
from workouts.log import access, actions
from workouts.log.models import Workout
from workouts.log.queries import open_workout
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest
from workouts.training.actions import reopen_workout
from workouts.training.forms import AddForm, SheetForm
from workouts.training.queries.sheet import exercises_to_add, sheet_page


@member
def form(request: MemberRequest, uid: UUID) -> HttpResponse:
    workout = access.workout_of(request.user, uid)
    if request.method != "POST":
        return page(request, read(request.user, workout))
    ended = workout.finished_at is not None
    sheet = read(request.user, workout, request)
    if not sheet.is_valid():
        return page(request, sheet, status=422)
    save(request, sheet)
    if workout.finished_at is not None and not ended:
        return redirect(workout)
    messages.success(request, _("Saved."))
    return redirect("training:form", uid)


@member
@require_POST
def reopen(request: MemberRequest, uid: UUID) -> HttpResponse:
    """Takes "finished" back."""
    workout = access.workout_of(request.user, uid)
    reopen_workout(by=request.user, workout=workout)
    return redirect("training:form", uid)


def read(user: User, workout: Workout, request: MemberRequest | None = None) -> SheetForm:
    """The workout's form, bound to what `request` sends."""
    now = timezone.now()
    known = sheet_page(user, workout, user.preferences.today(now))
    return SheetForm(known, now=now, data=request.POST if request else None)


def save(request: MemberRequest, sheet: SheetForm) -> bool:
    """Writes a valid form, all of it or nothing. False for a form that was sent before."""
    workout = sheet.page.workout
    ended = workout.finished_at is not None
    try:
        actions.save_sheet(by=request.user, workout=workout, sheet=sheet.sheet(), request=sheet.mutation)
    except actions.Repeated:
        return False
    if workout.finished_at is not None and not ended:
        undo = reverse("training:reopen", args=[workout.uid])
        messages.success(request, _("Finished, and saved."), extra_tags=undo)
    if sheet.lost:
        messages.warning(
            request, _("An exercise was removed in another window meanwhile; its rows here were not saved.")
        )
    return True


def page(request: MemberRequest, sheet: SheetForm, *, status: int = 200, add: AddForm | None = None) -> HttpResponse:
    workout = sheet.page.workout
    context: dict[str, Any] = {
        "section": "progress",
        "sheet": sheet,
        "workout": workout,
        "add": add or AddForm(exercises=exercises_to_add(request.user)),
        "open_workout": open_workout(request.user),
        "wrong": status == 422,
    }
    return render(request, "training/form.html", context, status=status)
