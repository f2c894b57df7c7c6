"""The tables of the progress pages as CSV: the same lines as shown, plain numbers, one head line."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from workouts.progress.queries.balance import Balance
from workouts.progress.queries.body_weight import BodyWeights
from workouts.progress.queries.calendar import WeeksPage
from workouts.progress.queries.compare import Comparison
from workouts.progress.queries.volume import Part
from workouts.progress.queries.weeks import Week
from workouts.science.units import plain
from workouts.science.volume import to_half

# A spreadsheet takes a cell that begins so for a formula; a quote before it makes it text again.
_RISKY = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | None


def csv_text(head: Sequence[str], lines: Iterable[Sequence[Cell]]) -> str:
    """Comma-separated, with CRLF, as RFC 4180 has it. Text that a spreadsheet would run gets a quote before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_safe(cell) for cell in head])
    writer.writerows([_safe(cell) for cell in line] for line in lines)
    return out.getvalue()


def _safe(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_RISKY) else text


def week_sheet(week: Week) -> str:
    """A line for each group with its sum, and one for each exercise that it was added up from."""
    head = [_("Week"), _("Group"), _("Exercise"), _("Sets done"), _("A set counts"), _("Sets counted")]
    volume = week.volume

    def lines(group: str, parts: Iterable[Part]) -> list[list[Cell]]:
        return [
            [week.key, group, one.name, one.sets, plain(one.weight), plain(one.sets * one.weight), "", one.easy]
            for one in parts
        ]

    found: list[list[Cell]] = []
    for share in week.shares:
        found.append([week.key, share.name, "", None, "", _halves(share.total), str(share.band), None])
        found += lines(share.name, share.parts)
    found.append([week.key, _("Core"), "", None, "", week.core, "", None])
    found += lines(_("Core"), volume.core_parts)
    return csv_text([*head, _("Band"), _("Easy")], [*found, *lines(_("Not counted"), volume.uncounted)])


def weeks_sheet(page: WeeksPage) -> str:
    """A line a week, the newest first."""
    names = [share.name for share in page.weeks[0].shares]
    head = [_("Week"), _("From"), _("Leg sessions"), _("Of them deloads"), _("Goal, at least"), _("Goal, at most")]
    lines: list[list[Cell]] = []
    for week in page.weeks:
        goal = [len(week.sessions), week.deloads, week.low, week.high]
        lines.append(
            [week.key, week.monday.isoformat(), *goal, *(_halves(share.total) for share in week.shares), week.core]
        )
    return csv_text([*head, *names, _("Core")], lines)


def balance_sheet(found: Balance) -> str:
    """A line a group."""
    head = [_("Group"), _("From"), _("To"), _("Sessions"), _("Sets logged"), _("Sets planned"), _("Of the plan")]
    lines: list[list[Cell]] = []
    for side in found.sides:
        days: list[Cell] = [found.first.isoformat(), found.last.isoformat(), found.sessions]
        lines.append([side.name, *days, _halves(side.logged), _halves(side.planned), side.value, str(side.word)])
    return csv_text([*head, _("In words")], lines)


def compare_sheet(found: Comparison) -> str:
    """A line for each exercise and month, the newest month first; estimates and volume in the lifter's unit."""
    unit = {"unit": found.unit.value}
    head = [_("Exercise"), _("Month"), _("Sessions"), _("Heaviest set"), _("Its unit"), _("Its reps")]
    lines: list[list[Cell]] = []
    for one in found.exercises:
        for month in one.months:
            top = month.top
            done = [top.weight, top.unit.value if top.weight else "", top.counted]
            e1rm = [f"{month.e1rm.value:f}" if month.e1rm else "", month.best.grade]
            volume = str(month.volume.value) if month.volume else ""
            lines.append([one.exercise.name, f"{month.first:%Y-%m}", month.sessions, *done, *e1rm, volume])
    return csv_text([*head, _("e1RM, %(unit)s") % unit, _("Grade"), _("Volume, %(unit)s") % unit], lines)


def body_weight_sheet(found: BodyWeights) -> str:
    """A line a day of the range, the newest first: as typed, and in the lifter's unit."""
    head = [_("Date"), _("Weight"), _("Its unit"), _("Weight, %(unit)s") % {"unit": found.unit.value}, _("Note")]
    lines: list[list[Cell]] = []
    for one in found.newest_first:
        typed, shown = one.entry, plain(one.figure.value)
        lines.append([typed.day.isoformat(), plain(typed.weight), typed.unit, shown, typed.note])
    return csv_text(head, lines)


def _halves(sets: Decimal) -> str:
    """To the half, as the page rounds."""
    return plain(to_half(sets))
