"""Anatomy and exercises, for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from workouts.catalogue.forms import ExerciseFilter
from workouts.catalogue.queries import (
    exercise_page,
    exercises_for,
    filter_options,
    found_exercises,
    groups_with_muscles,
)
from workouts.shared.audience import public


@public
def anatomy(request: HttpRequest) -> HttpResponse:
    groups = groups_with_muscles()
    context = {
        "groups": groups,
        "muscle_count": sum(len(group.muscles.all()) for group in groups),
        "section": "anatomy",
        "title": _("Anatomy of the leg"),
        "description": _(
            "Quadriceps, hamstrings, glutes and calves: twelve muscles drawn from the front and the back, "
            "where each one lies and what it does."
        ),
    }
    return render(request, "catalogue/anatomy.html", context)


@public
def group(request: HttpRequest, slug: str) -> HttpResponse:
    groups = groups_with_muscles()
    place = next((n for n, candidate in enumerate(groups) if candidate.slug == slug), None)
    if place is None:
        raise Http404
    chosen = groups[place]
    context = {
        "group": chosen,
        "muscles": chosen.muscles.all(),
        "others": groups[:place] + groups[place + 1 :],
        "trained": exercises_for(chosen),
        "legs": {chosen.slug: "is-active"},
        "section": "anatomy",
        "title": _("%(group)s: place, action, exercises") % {"group": chosen.name},
        "description": Truncator(chosen.summary).chars(155),
    }
    return render(request, "catalogue/group.html", context)


@public(choices=("muscle", "equipment", "pattern"), words=("q",))
def exercises(request: HttpRequest) -> HttpResponse:
    """The list; 422 with a message by the field where a filter cannot be understood, which then does not filter."""
    options = filter_options()
    form = ExerciseFilter(request.GET, options)
    chosen = form.chosen()
    found = list(
        found_exercises(
            text=chosen["q"], muscle=chosen["muscle"], equipment=chosen["equipment"], pattern=chosen["pattern"]
        )
    )
    context = {
        "form": form,
        "filtered": any(chosen.values()) or bool(form.errors),
        "found": found,
        "total": options.total,
        "section": "exercises",
        "title": _("Leg exercises"),
        "description": _(
            "Every leg exercise with steps, cues, common mistakes and what to do instead. Search by name, or filter "
            "by muscle, equipment and movement."
        ),
    }
    return render(request, "catalogue/exercises.html", context, status=422 if form.errors else 200)


@public
def exercise(request: HttpRequest, slug: str) -> HttpResponse:
    page = exercise_page(slug)
    if page is None:
        raise Http404
    context = {
        "page": page,
        "exercise": page.exercise,
        "section": "exercises",
        "title": _("%(exercise)s: how to do it") % {"exercise": page.exercise.name},
        "description": Truncator(page.exercise.summary).chars(155),
        "noindex": page.exercise.retired,
    }
    return render(request, "catalogue/exercise.html", context)
