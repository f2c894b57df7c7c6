"""Which exercises a workout has, and in which order. Each button sends the whole form: what is typed is saved first,
so that nothing is lost, and where it cannot be saved nothing else happens either."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workouts.log import access, actions
from workouts.log.models import PerformedExercise
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest
from workouts.training.actions import move_exercise
from workouts.training.forms import AddForm, SheetForm
from workouts.training.queries.sheet import exercises_to_add
from workouts.training.views.sheet import page, read, save


@member
@require_POST
def add(request: MemberRequest, uid: UUID) -> HttpResponse:
    workout = access.workout_of(request.user, uid)
    sheet = read(request.user, workout, request)
    choice = AddForm(request.POST, exercises=exercises_to_add(request.user))
    if choice.is_valid() and choice.chosen() is None:
        choice.add_error("exercise", _("Choose the exercise to add."))
    if not (sheet.is_valid() and choice.is_valid()):
        return page(request, sheet, status=422, add=choice)
    exercise = choice.chosen()
    if exercise is not None and save(request, sheet):
        actions.add_exercise(by=request.user, workout=workout, exercise=exercise)
    return redirect("training:form", uid)


@member
@require_POST
def remove(request: MemberRequest, uid: UUID, performed: UUID) -> HttpResponse:
    row, sheet = _row(request, uid, performed)
    if not sheet.is_valid():
        return page(request, sheet, status=422)
    if save(request, sheet):
        actions.remove_exercise(by=request.user, performed=row)
    return redirect("training:form", uid)


@member
@require_POST
def up(request: MemberRequest, uid: UUID, performed: UUID) -> HttpResponse:
    return _move(request, uid, performed, up=True)


@member
@require_POST
def down(request: MemberRequest, uid: UUID, performed: UUID) -> HttpResponse:
    return _move(request, uid, performed, up=False)


def _move(request: MemberRequest, uid: UUID, performed: UUID, *, up: bool) -> HttpResponse:
    row, sheet = _row(request, uid, performed)
    if not sheet.is_valid():
        return page(request, sheet, status=422)
    if save(request, sheet):
        move_exercise(by=request.user, performed=row, up=up)
    return redirect("training:form", uid)


def _row(request: MemberRequest, uid: UUID, performed: UUID) -> tuple[PerformedExercise, SheetForm]:
    """The exercise of that workout, or 404."""
    row = access.performed_of(request.user, performed)
    workout = access.workout_of(request.user, uid)
    if row.workout_id != workout.pk:
        raise Http404
    return row, read(request.user, workout, request)
