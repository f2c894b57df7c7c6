"""Equipment in settings: an overview, a page for each thing, one for the plates of a unit, one for exercises."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workouts.accounts import actions
from workouts.accounts.access import choice_of, gear_of
from workouts.accounts.forms.amounts import PlatesForm
from workouts.accounts.forms.gear import ChoiceForm, GearForm, form_for
from workouts.accounts.models import Gear
from workouts.accounts.queries import gear_page
from workouts.science.units import Unit
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest

# The session's keys for the thing that was deleted last, and for the choice that was removed last.
GONE, CHOICE_GONE = "gear_gone", "choice_gone"


@member
def gear(request: MemberRequest) -> HttpResponse:
    context = {"section": "settings", "page": gear_page(request.user)}
    return render(request, "accounts/gear.html", context)


@member
def new_gear(request: MemberRequest, kind: str) -> HttpResponse:
    form = form_for(kind)(_sent(request), thing=Gear(owner=request.user, kind=kind), fresh=True)
    if request.method == "POST" and form.is_valid() and _save(request, form):
        return redirect("accounts:gear")
    return _page(request, form)


@member
def edit_gear(request: MemberRequest, uid: UUID) -> HttpResponse:
    thing = gear_of(request.user, uid)
    form = form_for(thing.kind)(_sent(request), thing=thing)
    if request.method == "POST" and form.is_valid() and _save(request, form):
        return redirect("accounts:gear")
    return _page(request, form)


@member
@require_POST
def delete_gear(request: MemberRequest, uid: UUID) -> HttpResponse:
    """What was logged with it stays; its exercises go back to the usual one."""
    thing = gear_of(request.user, uid)
    # The row is gone: the way back is kept for this session, for the thing deleted last.
    request.session[GONE] = actions.delete_gear(by=request.user, thing=thing)
    undo = reverse("accounts:restore_gear", args=[uid])
    messages.success(request, _("%(name)s is deleted. What you logged stays.") % {"name": thing}, extra_tags=undo)
    return redirect("accounts:gear")


@member
@require_POST
def restore_gear(request: MemberRequest, uid: UUID) -> HttpResponse:
    """Brings back the thing that was deleted last. One that is there already is left as it is."""
    memo = request.session.get(GONE)
    if memo is None or memo["thing"]["uid"] != str(uid):
        gear_of(request.user, uid)
        return redirect("accounts:gear")
    try:
        thing = actions.restore_gear(by=request.user, memo=memo)
    except actions.NameTaken:
        messages.error(request, _("You have one of this name by now: rename it, then undo."), extra_tags=request.path)
        return redirect("accounts:gear")
    del request.session[GONE]
    messages.success(request, _("%(name)s is back.") % {"name": thing})
    return redirect("accounts:gear")


@member
def plates(request: MemberRequest, unit: str) -> HttpResponse:
    mine = list(Gear.objects.of(request.user).plates(unit))
    form = PlatesForm(_sent(request), unit=Unit(unit), mine=mine)
    if request.method == "POST" and form.is_valid():
        actions.save_plates(by=request.user, unit=Unit(unit), pairs=form.pairs)
        messages.success(request, _("Your plates are saved."))
        return redirect("accounts:gear")
    context = {"section": "settings", "form": form, "unit": unit, "mine": mine}
    return render(request, "accounts/gear_plates.html", context, status=_status(form))


@member
def choose_gear(request: MemberRequest) -> HttpResponse:
    """Which exercise uses which thing; a second choice takes the place of the first."""
    form = ChoiceForm(_sent(request), user=request.user, initial={"exercise": request.GET.get("exercise")})
    if request.method == "POST" and form.is_valid():
        exercise, thing = form.cleaned_data["exercise"], form.cleaned_data["gear"]
        actions.choose_gear(by=request.user, exercise=exercise.pk, thing=thing)
        messages.success(
            request, _("%(exercise)s is done with: %(gear)s.") % {"exercise": exercise.name, "gear": thing}
        )
        return redirect("accounts:gear")
    context = {"section": "settings", "form": form}
    return render(request, "accounts/gear_exercise.html", context, status=_status(form))


@member
@require_POST
def drop_choice(request: MemberRequest, uid: UUID) -> HttpResponse:
    choice = choice_of(request.user, uid)
    request.session[CHOICE_GONE] = actions.drop_choice(by=request.user, choice=choice)
    undo = reverse("accounts:restore_choice", args=[uid])
    messages.success(request, _("The exercise is back to the usual equipment."), extra_tags=undo)
    return redirect("accounts:gear")


@member
@require_POST
def restore_choice(request: MemberRequest, uid: UUID) -> HttpResponse:
    """Brings back the choice that was removed last; one that was made since for the same exercise stays."""
    memo = request.session.pop(CHOICE_GONE, None)
    if memo is None or memo["uid"] != str(uid):
        choice_of(request.user, uid)  # pressed twice, or somebody else's
        return redirect("accounts:gear")
    choice = actions.restore_choice(by=request.user, memo=memo)
    if choice is None:
        messages.error(request, _("What it was done with is deleted by now."))
    else:
        told = {"exercise": choice.exercise.name, "gear": choice.gear}
        messages.success(request, _("%(exercise)s is done with: %(gear)s.") % told)
    return redirect("accounts:gear")


def _save(request: MemberRequest, form: GearForm) -> bool:
    """False where another window has taken the name meanwhile."""
    try:
        actions.save_gear(by=request.user, thing=form.thing, usual=form.cleaned_data["usual"])
    except actions.NameTaken:
        form.add_error("name", _("You have one of this name."))
        return False
    exercise = form.cleaned_data.get("exercise")
    if exercise is not None:
        actions.choose_gear(by=request.user, exercise=exercise.pk, thing=form.thing)
    messages.success(request, _("%(name)s is saved.") % {"name": form.thing})
    return True


def _page(request: MemberRequest, form: GearForm) -> HttpResponse:
    context = {"section": "settings", "form": form, "thing": form.thing}
    return render(request, "accounts/gear_form.html", context, status=_status(form))


def _sent(request: MemberRequest) -> QueryDict | None:
    """What was sent, an empty form included."""
    return request.POST if request.method == "POST" else None


def _status(form: BaseForm) -> int:
    return 422 if form.errors else 200
