"""Starting a workout: a form with one button. Opening the page changes nothing."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from workouts.accounts.actions import note_zone
from workouts.accounts.models import User
from workouts.log import actions
from workouts.log.ids import new_id
from workouts.log.models import Workout
from workouts.log.queries import open_workout
from workouts.routines.models import Routine
from workouts.routines.queries import GUIDE_ROUTINE, routines_for
from workouts.shared.audience import guest
from workouts.training.forms import StartForm
from workouts.training.forms.start import NO_ROUTINE


@guest
def new(request: HttpRequest) -> HttpResponse:
    """`?routine=leg-day` names the routine; `?past=1` opens the field for another day. Who is not signed in gets the
    gym screen, which starts on the device and needs no account."""
    if not request.user.is_authenticated:
        if request.method == "GET":
            return render(request, "training/gym.html", {"start": True})
        return redirect_to_login(request.path)
    routines = routines_for(request.user)
    asked = request.GET.get("routine", GUIDE_ROUTINE)
    chosen = _meant(asked, routines)
    if "routine" in request.GET and asked and not chosen:
        raise Http404
    form = StartForm(
        request.POST if request.method == "POST" else None,
        routines=routines,
        now=timezone.now(),
        home=request.user.preferences.zone,
        initial={"mutation": new_id(), "workout": new_id(), "routine": chosen or NO_ROUTINE},
    )
    if request.method == "POST" and form.is_valid():
        return _start(request.user, form)
    context = {
        "section": "today",
        "form": form,
        "past": "past" in request.GET or bool(form["day"].errors),
        "open_workout": open_workout(request.user),
    }
    return render(request, "training/new.html", context, status=422 if form.is_bound else 200)


def _meant(slug: str, routines: list[Routine]) -> str:
    """The slug of the one that stands in that routine's place, or nothing."""
    bases = {row.based_on.slug: row.slug for row in routines if row.based_on}
    slugs = {row.slug for row in routines}
    return bases.get(slug) or (slug if slug in slugs else "")


def _start(user: User, form: StartForm) -> HttpResponse:
    uid, zone = form.cleaned_data["workout"], form.cleaned_data["zone"]
    # The same page sent twice, or an id that is taken: the workout that has it is where to go.
    if not Workout.objects.of(user).filter(uid=uid).exists():
        day, started_at = form.begins()
        try:
            actions.start_workout(
                by=user,
                day=day,
                zone=zone,
                routine=form.chosen_routine(),
                started_at=started_at,
                uid=uid,
                request=form.cleaned_data["mutation"],
            )
        except actions.Repeated:
            return redirect("training:form", uid)
        note_zone(by=user, zone=zone)
    return redirect("training:form", uid)
