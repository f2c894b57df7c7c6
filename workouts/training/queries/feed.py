"""A lifter's calendar in the form of RFC 5545: what she did in the last year, and the next leg day that is advised."""

import datetime
import re
import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event

from workouts.accounts.models import User
from workouts.coach.queries import leg_days
from workouts.log.models import Workout
from workouts.science.readiness import readiness
from workouts.training.queries.history import NEWEST, Entry, entries_of

PAST = datetime.timedelta(days=365)
DAY = datetime.timedelta(days=1)
# Far above what anybody trains in a year; imported nonsense does not make the calendar endless.
MOST = 1000
# How often an app is asked to come: a hint that some heed.
REFRESH = datetime.timedelta(hours=6)
# RFC 5545 allows no control characters in text but tabs and line ends.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def calendar_file(user: User, now: datetime.datetime) -> bytes:
    """The calendar at `now` (aware). The same bytes while nothing changes and the day lasts. Four statements,
    whatever the history."""
    today = user.preferences.today(now)
    rows = Workout.objects.of(user).live().filter(day__gte=today - PAST).order_by(*NEWEST)
    entries = entries_of(list(rows[:MOST]))
    calendar = Calendar()
    calendar.add("prodid", "-//Legday//Leg days//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Leg days"))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries:
        if not _is_under_way(entry.workout, today):
            calendar.add_component(_done(entry))
    if not any(_is_under_way(entry.workout, today) for entry in entries):
        planned = _planned(user, today)
        if planned:
            calendar.add_component(planned)
    made: bytes = calendar.to_ical()
    return made


def _is_under_way(workout: Workout, today: datetime.date) -> bool:
    """Begun today (or later, by a clock ahead of ours) and not finished. Of an earlier day it is as done as it gets."""
    begun = workout.started_at is not None and workout.finished_at is None and not workout.origin_key
    return begun and workout.day >= today


def _done(entry: Entry) -> Event:
    """With its hours where both are known; else all of its own local day."""
    workout = entry.workout
    start, end = workout.started_at, workout.finished_at
    event = _event(str(workout.uid), workout.title or _("Workout"), workout.get_absolute_url())
    if start and end and start < end:
        event.add("dtstart", _utc(start))
        event.add("dtend", _utc(end))
        event.add("dtstamp", _utc(end))
    else:
        _all_day(event, workout.day)
        event.add("dtstamp", _midnight(workout.day))
    event.add("description", _clean(_told(entry)))
    event.add("status", "CONFIRMED")
    return event


def _told(entry: Entry) -> str:
    """ "Barbell squat, Leg press (9 sets)"."""
    words = {"names": ", ".join(entry.exercises), "count": entry.sets}
    return ngettext("%(names)s (%(count)s set)", "%(names)s (%(count)s sets)", entry.sets) % words


def _planned(user: User, today: datetime.date) -> Event | None:
    """The first day that is advised for legs; nobody who has never trained gets a plan by calendar."""
    day = readiness(leg_days(user), today).next_day
    if day is None:
        return None
    # One event that moves, so that what was advised once does not stay.
    event = _event(str(uuid.uuid5(user.uid, "next leg day")), _("Next leg day"), reverse("training:today"))
    _all_day(event, day)
    event.add("dtstamp", _midnight(today))
    event.add("description", _("Advised from this day on. Today's page says why, and what to lift."))
    event.add("status", "TENTATIVE")
    return event


def _event(uid: str, summary: str, path: str) -> Event:
    event = Event()
    event.add("uid", f"{uid}@{urlsplit(settings.ORIGIN).hostname}")
    event.add("summary", _clean(summary))
    event.add("url", f"{settings.ORIGIN}{path}")
    return event


def _all_day(event: Event, day: datetime.date) -> None:
    """Takes up no time: she is free to meet others that day."""
    event.add("dtstart", day)
    event.add("dtend", day + DAY)
    event.add("transp", "TRANSPARENT")


def _utc(moment: datetime.datetime) -> datetime.datetime:
    return moment.astimezone(datetime.UTC).replace(microsecond=0)


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
