"""The plain form of a whole workout: one form of the workout, one of each exercise, one of each set."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.coach.queries import PastSet
from workouts.log.drafts import SetEntry, Sheet
from workouts.log.ids import new_id
from workouts.log.models import PerformedExercise, SetKind
from workouts.science.units import Unit
from workouts.training.forms.sets import SetForm
from workouts.training.forms.values import offered
from workouts.training.forms.workout import ExerciseForm, StickyForm, WorkoutForm
from workouts.training.queries.sheet import SheetExercise, SheetPage, taken_elsewhere

# More rows than anybody fills in; what is sent beyond is not read.
MAX_ROWS = 200
_FIRST_ROW = re.compile(r"(e[0-9]+)-0-uid", re.ASCII)


@dataclass(frozen=True)
class Row:
    """A set's row; `last` is the set of last time that stands beside it, `hint` what can be loaded instead."""

    form: SetForm
    last: PastSet | None
    hint: str = ""


@dataclass(frozen=True)
class Block:
    """An exercise of the form, with its number on the page and its rows."""

    number: int
    known: SheetExercise
    form: ExerciseForm
    sticky: StickyForm
    rows: list[Row]

    @property
    def performed(self) -> PerformedExercise:
        return self.known.performed

    @property
    def counted_name(self) -> str:
        """What is counted beside the weight, for the head of the rows."""
        return {RepStyle.STEPS: _("Steps"), RepStyle.SECONDS: _("Seconds")}.get(self._style, _("Reps"))

    @property
    def counted_unit(self) -> str:
        """The same as a unit behind a range; nothing for reps."""
        names = {RepStyle.STEPS: _("steps"), RepStyle.SECONDS: _("s"), RepStyle.PER_SIDE: _("a side")}
        return names.get(self._style, "")

    @property
    def rest(self) -> str:
        """The prescribed rest as minutes and seconds."""
        minutes, seconds = divmod(self.performed.rest_seconds, 60)
        return f"{minutes}:{seconds:02}"

    @property
    def _style(self) -> RepStyle:
        return RepStyle(self.performed.rep_style)

    @property
    def unfolded(self) -> bool:
        return bool(self.form.errors) or any(self.form.initial.values())


class SheetForm:
    """All forms of a workout, bound where `data` is given.

    A window may be older than the rows: an exercise that came since is left alone, and one that is gone is `lost`.
    """

    def __init__(self, page: SheetPage, *, now: datetime.datetime, data: QueryDict | None = None) -> None:
        self.page, self.data, self._now = page, data, now
        workout = page.workout
        self.workout = WorkoutForm(
            data,
            today=page.today,
            ends=workout.started_at is not None,
            initial={
                "mutation": new_id(),
                "day": workout.day,
                "title": workout.title,
                "note": workout.note,
                "finished": workout.finished_at is not None,
            },
        )

    @cached_property
    def blocks(self) -> list[Block]:
        return [self._block(number, known) for number, known in enumerate(self.page.exercises, start=1)]

    @property
    def lost(self) -> bool:
        """Whether rows were sent for an exercise that was removed in another window."""
        known = {f"e{each.performed.pk}" for each in self.page.exercises}
        sent = (_FIRST_ROW.fullmatch(key) for key in self.data or ())
        return any(match is not None and match[1] not in known for match in sent)

    def is_valid(self) -> bool:
        forms: list[Any] = [self.workout]
        for block in self.blocks:
            forms += [block.form, block.sticky, *(row.form for row in block.rows)]
        # Every form is asked, so that all that is wrong is said at once.
        return not [form for form in forms if form.is_bound and not form.is_valid()]

    @property
    def mutation(self) -> UUID:
        uid: UUID = self.workout.cleaned_data["mutation"]
        return uid

    def sheet(self) -> Sheet:
        """What the valid form asks to be written."""
        blocks = [block for block in self.blocks if block.form.is_bound]
        entries = [entry for block in blocks for entry in _entries(block)]
        fresh = [entry.uid for entry in entries if entry.draft is not None]
        taken = taken_elsewhere(self.page.workout.owner, self.page.workout, fresh) if fresh else set()
        return Sheet(
            workout=self._workout_fields(),
            exercises={block.performed.uid: dict(block.form.cleaned_data) for block in blocks},
            sets=[_own(entry) if entry.uid in taken else entry for entry in entries],
            notes={
                each.performed.uid: each.sticky.cleaned_data["text"] for each in blocks if each.sticky.has_changed()
            },
        )

    def _workout_fields(self) -> dict[str, object]:
        data, workout = self.workout.cleaned_data, self.page.workout
        fields: dict[str, object] = {name: data[name] for name in ("day", "title", "note")}
        # What this window showed decides, so that an older one cannot open a finished workout again by a save.
        if "finished" in self.workout.changed_data:
            # A clock set back must not end a workout before it began.
            fields["finished_at"] = max(self._now, workout.started_at or self._now) if data["finished"] else None
        return fields

    def _block(self, number: int, known: SheetExercise) -> Block:
        row, prefix = known.performed, f"e{known.performed.pk}"
        data = self.data if self.data is not None and f"{prefix}-note" in self.data else None
        initial = {"pain": row.pain, "deload": row.deload, "note": row.note}
        forms = offered(prefix, known) if data is None else _posted(data, prefix, known)
        sticky = StickyForm(data, prefix=f"{prefix}-sticky", initial={"text": known.sticky})
        return Block(
            number,
            known,
            ExerciseForm(data, prefix=prefix, initial=initial),
            sticky,
            _beside(forms, known, hints=self.page.under_way),
        )


def _posted(data: QueryDict, prefix: str, known: SheetExercise) -> Iterator[SetForm]:
    stored = {str(row.uid): row for row in known.sets}
    for at in range(MAX_ROWS):
        uid = data.get(f"{prefix}-{at}-uid")
        if uid is None:
            return
        yield SetForm(
            data,
            prefix=f"{prefix}-{at}",
            style=known.performed.rep_style,
            position=known.next_position + at,
            stored=stored.get(uid),
        )


def _beside(forms: Iterator[SetForm], known: SheetExercise, *, hints: bool) -> list[Row]:
    """Each row with the set of last time: working sets stand beside working sets."""
    lasts = iter(known.target.last_sets)
    return [
        Row(
            form,
            None if form.stored and form.stored.kind == SetKind.WARMUP else next(lasts, None),
            _hint(form, known) if hints else "",
        )
        for form in forms
    ]


def _hint(form: SetForm, known: SheetExercise) -> str:
    """Never an error: what she lifted is what she lifted."""
    row = form.stored
    if row is None or not row.weight or row.load_mode == LoadMode.ASSISTED:
        return ""
    return known.target.instead_of(row.weight, Unit(row.unit))


def _entries(block: Block) -> Iterator[SetEntry]:
    for form in (row.form for row in block.rows):
        if form.draft is None:
            if form.stored is not None and form.was_stored:
                yield SetEntry(uid=form.stored.uid, performed=block.performed.uid, draft=None)
        elif not form.untouched:
            entry = SetEntry(uid=form.cleaned_data["uid"], performed=block.performed.uid, draft=form.draft)
            # Deleted in another window, and typed anew in this one: a new set, for a deleted one stays deleted.
            yield _own(entry) if entry.uid in block.known.dead else entry


def _own(entry: SetEntry) -> SetEntry:
    """The entry under a new id."""
    return SetEntry(uid=new_id(), performed=entry.performed, draft=entry.draft)
