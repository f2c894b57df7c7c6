"""The routines of the site, for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from workouts.routines.queries import all_routines, printed_routine, routine_page, weekly_volume
from workouts.shared.audience import public


@public
def routines(request: HttpRequest) -> HttpResponse:
    context = {
        "pages": all_routines(),
        "section": "routine",
        "title": _("Leg routines"),
        "description": _("Routines for leg day: exercises, sets, rep ranges, rest and weekly sets per muscle group."),
    }
    return render(request, "routines/routines.html", context)


@public
def routine(request: HttpRequest, slug: str) -> HttpResponse:
    page = routine_page(slug)
    if page is None:
        raise Http404
    context = {
        "page": page,
        "volume": weekly_volume(page.rows),
        "section": "routine",
        "title": _("%(routine)s: exercises, sets and reps") % {"routine": page.routine.name},
        "description": _("%(sets)d working sets, %(minutes)d minutes of rest between them. %(summary)s")
        % {"sets": page.total_sets, "minutes": page.rest_minutes, "summary": page.routine.summary},
    }
    return render(request, "routines/routine.html", context)


@public
def print_routine(request: HttpRequest, slug: str) -> HttpResponse:
    """The same sheet for everybody: the dose and blank cells. Targets are on the lifter's own, in `training`."""
    found = printed_routine(slug)
    if found is None:
        raise Http404
    page, rows = found
    context = {
        "routine": page.routine,
        "rows": rows,
        "section": "routine",
        "title": _("%(routine)s to print") % {"routine": page.routine.name},
        "description": _("A sheet with a blank cell for every set, to take to the gym."),
        "noindex": True,
    }
    return render(request, "routines/print.html", context)
