"""The next session on paper, for where a phone has no place."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from workouts.log.queries import open_workout
from workouts.routines.queries import GUIDE_ROUTINE
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest
from workouts.training.queries.printed import printed_session


@member
def print_today(request: MemberRequest) -> HttpResponse:
    """The session that /today/ shows; `?routine=leg-day` names another."""
    slug = request.GET.get("routine", "") or GUIDE_ROUTINE
    up = (reverse("training:today"), _("Today"))
    return _sheet(request, slug, up, section="today")


@member
def print_own(request: MemberRequest, slug: str) -> HttpResponse:
    """A routine of hers. Slugs of the site's do not begin with `my-`: they lead nowhere here."""
    if not slug.startswith("my-"):
        raise Http404
    return _sheet(request, slug, (reverse("routines:own", args=[slug]), _("My routine")), section="routine")


def _sheet(request: MemberRequest, slug: str, up: tuple[str, str], *, section: str) -> HttpResponse:
    day = request.user.preferences.today(timezone.now())
    under_way = open_workout(request.user)
    session = printed_session(request.user, slug, day, but=under_way)
    if session is None:
        raise Http404
    context = {
        "section": section,
        "session": session,
        "day": day,
        "up": up,
        "open_workout": under_way,
    }
    return render(request, "training/print.html", context)
