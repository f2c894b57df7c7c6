"""Workouts that were done: list, calendar, one; deleted and back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workouts.log import access, actions
from workouts.log.queries import open_workout
from workouts.progress.queries import records_of
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest
from workouts.training.queries.calendar import calendar_page, month_of
from workouts.training.queries.done import done_workout
from workouts.training.queries.history import history_page


@member
def history(request: MemberRequest) -> HttpResponse:
    found = history_page(request.user, request.GET.get("page"))
    context = {"section": "progress", "found": found, "open_workout": open_workout(request.user)}
    return render(request, "training/history.html", context)


@member
def deleted(request: MemberRequest) -> HttpResponse:
    """Workouts that were deleted, so that each can be brought back long after the message with its button."""
    found = history_page(request.user, request.GET.get("page"), deleted=True)
    context = {"section": "progress", "found": found, "open_workout": open_workout(request.user)}
    return render(request, "training/deleted.html", context)


@member
def calendar(request: MemberRequest) -> HttpResponse:
    today = request.user.preferences.today(timezone.now())
    month = calendar_page(request.user, month_of(request.GET.get("month"), today))
    context = {"section": "progress", "month": month, "today": today, "open_workout": open_workout(request.user)}
    return render(request, "training/calendar.html", context)


@member
def workout(request: MemberRequest, uid: UUID) -> HttpResponse:
    row = access.workout_of(request.user, uid)
    context = {
        "section": "progress",
        "workout": row,
        "done": done_workout(request.user, row),
        "happened": records_of(request.user, row),
        "open_workout": open_workout(request.user),
    }
    return render(request, "training/workout.html", context)


@member
@require_POST
def delete(request: MemberRequest, uid: UUID) -> HttpResponse:
    """Deletes at once: the message carries the way back, and so does the page of deleted workouts."""
    row = access.workout_of(request.user, uid, deleted=True)
    if row.deleted_at is None:
        actions.delete_workout(by=request.user, workout=row)
    undo = reverse("training:restore", args=[row.uid])
    messages.success(request, _("The workout is deleted."), extra_tags=undo)
    return redirect("training:history")


@member
@require_POST
def restore(request: MemberRequest, uid: UUID) -> HttpResponse:
    row = access.workout_of(request.user, uid, deleted=True)
    if row.deleted_at is not None:
        try:
            actions.restore_workout(by=request.user, workout=row)
        except actions.AlreadyBack as problem:
            messages.error(request, str(problem))
            return redirect("training:history")
    messages.success(request, _("The workout is back."))
    return redirect(row)
