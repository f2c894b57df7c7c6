"""The table of one exercise as CSV."""

from django.utils.translation import gettext as _

from workouts.progress.queries.exercise import ExerciseProgress
from workouts.progress.queries.sheets import Cell, csv_text
from workouts.progress.queries.table import Row


def sessions_sheet(progress: ExerciseProgress) -> str:
    """A line a session of the range, the newest first; estimates and volume in the lifter's unit."""
    unit = {"unit": progress.unit.value}
    head = [_("Date"), _("Best set"), _("Weight"), _("Its unit"), _("Reps"), _("Left in you")]
    head += [_("e1RM, %(unit)s") % unit, _("Formula"), _("Grade"), _("At least")]
    head += [_("Volume, %(unit)s") % unit, progress.table.counted_name]
    if progress.sides:
        head += [_("Left"), _("Right")]
    return csv_text(
        [*head, _("Remark")], [_line(progress, row) for row in map(progress.table.row, progress.newest_first)]
    )


def _line(progress: ExerciseProgress, row: Row) -> list[Cell]:
    session, done = row.session, row.done
    unit = done.raw.unit if done.weight else ""
    line: list[Cell] = [session.day.isoformat(), done.words, done.weight, unit, done.counted, done.to_spare]
    if row.e1rm:
        least = _("yes") if session.best.at_least else ""
        line += [f"{row.e1rm.value:f}", progress.formula_name, session.best.grade, least]
    else:
        line += ["", "", "", ""]
    line += [str(row.volume.value) if row.volume else "", row.counted]
    if progress.sides:
        line += [session.left, session.right]
    words = {_("deload"): session.deload, _("it hurt"): session.pain, _("plateau"): row.plateau}
    return [*line, ", ".join(word for word, said in words.items() if said)]
