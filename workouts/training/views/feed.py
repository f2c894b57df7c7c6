"""The calendar by its secret address, and the page in settings that gives and takes that address."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from legday.errors import too_many
from workouts.shared.audience import guest, member
from workouts.shared.requests import MemberRequest
from workouts.training import actions
from workouts.training.models import CalendarFeed, key_of

# Calendar apps come a few times a day, each device of hers by itself.
READS_A_MINUTE = 20


@guest
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever has the address reads the calendar, and nothing else. One that was made up costs no statement."""
    now = timezone.now()
    key = key_of(secret)
    found = actions.count_reading(key=key, now=now) if key else None
    if found is None or not found.user.is_active:
        raise Http404
    if found.reads > READS_A_MINUTE:
        return too_many(request)
    # The library behind it takes 4 MB of a worker's memory, which most workers need never spend.
    from workouts.training.queries.feed import calendar_file

    response = HttpResponse(calendar_file(found.user, now), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="legday.ics"'
    # Kept by her own app, which asks by its ETag whether it is still so.
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@member
@require_safe
def calendar_feed(request: MemberRequest) -> HttpResponse:
    mine = CalendarFeed.objects.filter(user=request.user).first()
    address = f"{settings.ORIGIN}{reverse('training:feed', args=[mine.secret])}" if mine else ""
    context = {"section": "settings", "address": address, "webcal": f"webcal:{address.partition(':')[2]}"}
    return render(request, "training/calendar_feed.html", context)


@member
@require_POST
def renew_feed(request: MemberRequest) -> HttpResponse:
    actions.renew_feed(by=request.user)
    messages.success(request, _("Your calendar has a new address. No other opens it."))
    return redirect("training:calendar_feed")


@member
@require_POST
def drop_feed(request: MemberRequest) -> HttpResponse:
    actions.drop_feed(by=request.user)
    messages.success(request, _("Your calendar is switched off. Its address opens nothing."))
    return redirect("training:calendar_feed")
