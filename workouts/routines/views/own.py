"""A lifter's own routines: make one of the site's hers, change it, go back to the site's."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workouts.routines import actions
from workouts.routines.forms import RoutineForm
from workouts.routines.models import Routine
from workouts.routines.queries import exercises_for, own_page, own_routine
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest


@member
def routines_of_mine(request: MemberRequest) -> HttpResponse:
    """`?from=leg-day` leads to her copy of that routine, if she has one. POST `from` makes it."""
    if request.method == "POST":
        # Compared here: not every database takes every text that may be sent.
        site = next((each for each in Routine.objects.site() if each.slug == request.POST.get("from")), None)
        if site is None:
            raise Http404
        return redirect(actions.copy_routine(by=request.user, routine=site))
    page = own_page(request.user)
    asked = request.GET.get("from", "")
    hers = next((each.own for each in page.choices if each.own and each.routine.slug == asked), None)
    if hers is not None:
        return redirect(hers)
    return render(request, "routines/mine.html", {"section": "routine", "page": page, "asked": asked})


@member
def own(request: MemberRequest, slug: str) -> HttpResponse:
    routine = _hers(request, slug)
    exercises = exercises_for(request.user, routine)
    form = RoutineForm(request.POST if request.method == "POST" else None, routine=routine, exercises=exercises)
    if request.method == "POST" and form.is_valid():
        place = _save(request, routine, form)
        if place is not None:
            return redirect(f"{routine.get_absolute_url()}{place}")
    context: dict[str, Any] = {"section": "routine", "routine": routine, "form": form}
    return render(request, "routines/own.html", context, status=422 if form.is_bound else 200)


def _save(request: MemberRequest, routine: Routine, form: RoutineForm) -> str | None:
    """The place on the page to go on at; None if nothing was written, and the form says why."""
    lines, at = form.result()
    name, seen = form.cleaned_data["name"], form.cleaned_data["seen"]
    try:
        actions.save_routine(by=request.user, routine=routine, name=name, lines=lines, seen=seen)
    except actions.Changed:
        form.add_error(None, _("Another window has changed this routine: load the page again, then change it."))
        return None
    if form.do == "save":
        messages.success(request, _("Saved. It counts from the next workout on."))
    return "" if at is None else f"#line-{at}"


@member
@require_POST
def delete(request: MemberRequest, slug: str) -> HttpResponse:
    routine = _hers(request, slug)
    actions.delete_routine(by=request.user, routine=routine)
    text = _("%(name)s is deleted. Workouts you did with it stay as they are.") % {"name": routine.name}
    messages.success(request, text, extra_tags=reverse("routines:restore", args=[slug]))
    return redirect("routines:mine")


@member
@require_POST
def restore(request: MemberRequest, slug: str) -> HttpResponse:
    routine = get_object_or_404(Routine.objects.known_to(request.user).filter(owner=request.user), slug=slug)
    actions.restore_routine(by=request.user, routine=routine)
    return redirect(routine)


def _hers(request: MemberRequest, slug: str) -> Routine:
    routine = own_routine(request.user, slug)
    if routine is None:
        raise Http404
    return routine
