"""The routines of the site, for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from workouts.routines.queries import all_routines, routine_page, weekly_volume
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
