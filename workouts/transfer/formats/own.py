"""What only our own files hold: rows as they are, with the ids that they had, and the exercises, routines, body
weights and notes of an account. Both of our formats are read through here."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from workouts.accounts.models import FIRST_DAY, LAST_DAY
from workouts.catalogue.models import LoadMode, RepStyle
from workouts.log import rules
from workouts.log.drafts import SetDraft
from workouts.log.ids import own_key
from workouts.log.models import SetKind
from workouts.log.models.limits import MAX_REPS, MAX_SECONDS
from workouts.science.units import Refused, TypedWeight, Unit, parse_weight
from workouts.transfer.formats import cells
from workouts.transfer.formats.building import MAX_NOTE, MAX_TITLE
from workouts.transfer.formats.fields import Fields
from workouts.transfer.formats.rows import Block, ExactExercise, ExactWorkout, Row, Session

SLUG, NAME = 80, 100
ORIGIN = 40


@dataclass(frozen=True, slots=True)
class Named:
    """An exercise that the file names: the site's by its slug, or one of the lifter's own with what it is."""

    slug: str
    name: str
    rep_style: RepStyle
    load_mode: LoadMode
    more: Mapping[str, Any] = field(default_factory=dict)
    equipment: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnRoutine:
    """A routine of the lifter's; `lines` are a dose each, by the exercise's slug."""

    slug: str
    name: str
    summary: str
    advice: str
    position: int
    based_on: str
    deleted_at: datetime.datetime | None
    lines: list[tuple[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class OwnWeight:
    day: datetime.date
    weight: TypedWeight
    note: str


@dataclass(frozen=True, slots=True)
class OwnNote:
    uid: UUID
    slug: str
    text: str


@dataclass(slots=True)
class Own:
    """All that is not a workout. `named` are the exercises by the name that the dry run asks about."""

    named: dict[str, Named] = field(default_factory=dict)
    exercises: list[str] = field(default_factory=list)
    routines: list[OwnRoutine] = field(default_factory=list)
    body_weights: list[OwnWeight] = field(default_factory=list)
    notes: list[OwnNote] = field(default_factory=list)
    _labels: dict[str, str] = field(default_factory=dict)

    def label(self, found: Named) -> str:
        """The name to ask by: two exercises of one name are told apart by their slugs."""
        if found.slug not in self._labels:
            label = found.name if found.name not in self.named else f"{found.name} ({found.slug})"
            self._labels[found.slug], self.named[label] = label, found
        return self._labels[found.slug]

    def label_of(self, slug: str) -> str | None:
        return self._labels.get(slug)

    @property
    def more(self) -> int:
        """How much there is besides workouts."""
        return len(self.exercises) + len(self.routines) + len(self.body_weights) + len(self.notes)


def session(fields: Fields) -> Session:
    """A workout without its exercises. Raises cells.Bad."""
    uid, day = fields.uid(), fields.day("day")
    zone = fields.text("zone", 64)
    begun = fields.moment("started_at")
    exact = ExactWorkout(
        uid=uid,
        day=day,
        zone=zone,
        started_at=begun,
        utc_offset=fields.whole("utc_offset", rules.MAX_OFFSET, -rules.MAX_OFFSET),
        finished_at=fields.moment("finished_at"),
        routine=fields.text("routine", SLUG),
    )
    if zone not in rules.zones():
        raise fields.bad("zone", _("not a time zone such as Europe/Lisbon."))
    if begun and exact.finished_at and exact.finished_at < begun:
        raise fields.bad("finished_at", _("before it has begun."))
    if not FIRST_DAY <= day <= LAST_DAY:
        raise fields.bad("day", _("outside the years 1950 to 2199."))
    clock = begun.timetz().replace(tzinfo=None) if begun else datetime.time()
    found = Session(
        start=datetime.datetime.combine(day, clock),
        timed=begun is not None,
        title=fields.text("title", MAX_TITLE),
        length=None,
        key=key(fields, uid),
        note=fields.text("note", MAX_NOTE),
    )
    found.exact = exact
    return found


def block(fields: Fields, own: Own) -> Block:
    """An exercise as performed, without its sets. Raises cells.Bad."""
    uid = fields.uid()
    style = fields.choice("rep_style", RepStyle, RepStyle.REPS)
    columns = {
        "position": fields.whole("position", rules.MAX_PLACE) or 0,
        "prescribed": fields.flag("prescribed"),
        "pain": fields.flag("pain"),
        "deload": fields.flag("deload"),
        **dose(fields),
    }
    slug = fields.needed("exercise", SLUG)
    name = fields.text("name", NAME) or slug
    return Block(
        name=own.label(Named(slug, name, style, LoadMode.EXTERNAL)),
        key=key(fields, uid),
        note=fields.text("note", MAX_NOTE),
        superset=fields.whole("superset", rules.MAX_PLACE),
        exact=ExactExercise(uid, columns),
    )


def dose(fields: Fields) -> dict[str, Any]:
    """The fields of DoseFields. Raises cells.Bad."""
    low, high = _given(fields, "low", 600), _given(fields, "high", 600)
    if low > high:
        raise fields.bad("low", _("above the other end of the range."))
    return {
        "sets": _given(fields, "sets", 20),
        "low": low,
        "high": high,
        "rep_style": fields.choice("rep_style", RepStyle, RepStyle.REPS),
        "rest_seconds": fields.whole("rest_seconds", 1800) or 0,
        "target_rir": _tenth(fields),
    }


def _tenth(fields: Fields) -> Decimal | None:
    value = fields.number("target_rir", 10)
    if value is not None and value != round(value, 1):
        raise fields.bad("target_rir", _("not a tenth."))
    return value


def _given(fields: Fields, name: str, high: int) -> int:
    value = fields.whole(name, high, 1)
    if value is None:
        raise fields.bad(name, _("is missing."))
    return value


def logged(fields: Fields, block: Block, session: Session, line: int) -> tuple[str, Row]:
    """A set and its identity. Raises cells.Bad."""
    uid = fields.uid()
    unit = fields.choice("unit", Unit, Unit.KG)
    draft = SetDraft(
        weight=weight(fields, unit),
        unit=unit,
        load_mode=fields.choice("load_mode", LoadMode, LoadMode.EXTERNAL),
        kind=fields.choice("kind", SetKind, SetKind.WORKING),
        reps=fields.whole("reps", MAX_REPS),
        left=fields.whole("left", MAX_REPS),
        right=fields.whole("right", MAX_REPS),
        seconds=fields.whole("seconds", MAX_SECONDS),
        rir=fields.number("rir", 10),
        rpe=fields.number("rpe", 10),
        note=fields.text("note", MAX_NOTE),
        position=fields.whole("position", rules.MAX_PLACE) or 0,
        origin_key=key(fields, uid),
        uid=uid,
    )
    try:
        rules.check_set(draft)
    except ValidationError as problem:
        name, said = next(iter(problem.message_dict.items()))
        raise fields.bad(name, said[0]) from None
    return draft.origin_key, Row(
        line=line,
        start=session.start,
        timed=session.timed,
        workout=session.title,
        exercise=block.name,
        kind=draft.kind,
        weight=draft.weight.text if draft.weight else "",
        amount=draft.weight.value if draft.weight else Decimal(0),
        unit=unit,
        reps=draft.reps,
        seconds=draft.seconds,
        rpe=draft.rpe,
        note=draft.note,
        exact=draft,
    )


def weight(fields: Fields, unit: Unit) -> TypedWeight | None:
    """A weight as typed. Raises cells.Bad."""
    text = fields.text("weight", rules.MAX_TITLE)
    if not text:
        return None
    try:
        return parse_weight(text, unit, max_digits=cells.MAX_DIGITS)
    except Refused as problem:
        raise fields.bad("weight", rules.refusal(problem)) from None


def key(fields: Fields, uid: UUID) -> str:
    """The identity that the row had in another app's file, or else its id."""
    return fields.text("origin", ORIGIN) or own_key(uid)
