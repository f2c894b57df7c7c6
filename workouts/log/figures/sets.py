"""One working set as records and charts see it: what is compared, moved and estimated.

Source: training-science 2.4, 5.3, 6.3.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.db.models import CharField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.log.models import SetKind
from workouts.science.effort import rir_from_rpe
from workouts.science.one_rep_max import Estimate, Formula, estimate
from workouts.science.progression.styles import per_side, steps
from workouts.science.units import Unit, grams, plain
from workouts.science.volume import volume_load
from workouts.shared.language.numbers import spoken

# Body weight and help are not a load that can be compared: nobody knows the body's share.
LOADED = {LoadMode.EXTERNAL.value, LoadMode.BODYWEIGHT_PLUS.value}


# The columns of a set that make the rest of a `Raw`, in its order. Decimals come as text: a lifter types the same few
# weights for years, so each is parsed once and not once a row, which would be most of the time that reading takes.
COLUMNS: tuple[str | Cast, ...] = (
    "kind",
    "load_mode",
    "weight_text",
    Cast("weight", CharField()),
    "unit",
    "reps",
    "left",
    "right",
    "seconds",
    Cast("rir", CharField()),
    Cast("rpe", CharField()),
)


class Raw(NamedTuple):
    """A set as the database has it: its style, whether it is judged, and `COLUMNS`.

    `judged` is False where it hurt or was a deload: such a set makes no estimate and no record.
    """

    style: str
    judged: bool
    kind: str
    mode: str
    text: str
    weight: str | None
    unit: str
    reps: int | None
    left: int | None
    right: int | None
    seconds: int | None
    rir: str | None
    rpe: str | None


@dataclass(frozen=True, slots=True)
class TypedSet:
    """A working set as it is shown. `count` is what two sets are compared by: reps, reps of the weaker side, or
    seconds (`timed`)."""

    raw: Raw
    count: int
    timed: bool

    @property
    def unit(self) -> Unit:
        return Unit(self.raw.unit)

    @property
    def rir(self) -> Decimal | None:
        """Reps in reserve, from RPE if that was typed; a set to failure had none left. None: not known."""
        if self.raw.rir is not None:
            return Decimal(self.raw.rir)
        if self.raw.rpe is not None:
            return rir_from_rpe(Decimal(self.raw.rpe))
        return Decimal(0) if self.raw.kind == SetKind.FAILURE else None

    @property
    def counted(self) -> str:
        """ "10", "10/8" for two sides, "45 s"."""
        if self.timed:
            return _("%(seconds)s s") % {"seconds": self.count}
        if self.raw.left is not None:
            return f"{self.raw.left}/{self.raw.right}"
        return str(self.raw.reps)

    @property
    def weight(self) -> str:
        """The weight as typed, with what it means: "80", "+10"; nothing for body weight alone."""
        return f"+{self.raw.text}" if self.raw.mode == LoadMode.BODYWEIGHT_PLUS else self.raw.text

    @property
    def assisted(self) -> bool:
        return self.raw.mode == LoadMode.ASSISTED

    @property
    def to_spare(self) -> str:
        """Reps in reserve; an RPE that says no more than "light" stays as it was typed; nothing if not logged."""
        if self.rir is not None:
            return plain(self.rir)
        return f"RPE {plain(Decimal(self.raw.rpe))}" if self.raw.rpe else ""

    @property
    def words(self) -> str:
        """The set in a line: "80 kg × 10", "12 reps", "20 kg of help × 8"."""
        if not self.weight:
            return self.counted if self.timed else self._reps_in_words()
        words = {"weight": spoken(self.weight), "unit": self.raw.unit, "count": self.counted}
        if self.assisted:
            return _("%(weight)s %(unit)s of help × %(count)s") % words
        return _("%(weight)s %(unit)s × %(count)s") % words

    def _reps_in_words(self) -> str:
        if self.raw.style == RepStyle.STEPS:
            return _("%(count)s steps") % {"count": self.counted}
        if self.raw.style == RepStyle.PER_SIDE or self.raw.left is not None:
            return _("%(count)s per side") % {"count": self.counted}
        return ngettext("%(count)s rep", "%(count)s reps", self.count) % {"count": self.counted}


@dataclass(frozen=True, slots=True)
class DoneSet(TypedSet):
    """A working set, judged. `reps` are those of both sides together; `load` and `volume` are in exact grams, `load`
    None for body weight and help; `estimable` whether a 1RM may be estimated from it."""

    reps: int
    load: Decimal | None
    volume: Decimal
    estimable: bool

    def estimate(self, formula: Formula) -> Estimate | None:
        """In the set's own unit; None where it would say nothing."""
        if not self.estimable or self.raw.weight is None:
            return None
        return estimate(Decimal(self.raw.weight), self.count, self.rir, formula)


def judge(raw: Raw, *, per_hand: bool = False) -> DoneSet:
    """Judge a set; `per_hand` where each hand holds the weight, which then counts twice as volume."""
    value = None if raw.weight is None else Decimal(raw.weight)
    timed = raw.seconds is not None and (raw.style == RepStyle.SECONDS or (raw.reps is None and raw.left is None))
    count, reps = (raw.seconds or 0, 0) if timed else _counts(raw)
    load = grams(value, Unit(raw.unit)) if value and raw.mode in LOADED else None
    single = raw.style == RepStyle.REPS and raw.left is None and raw.mode == LoadMode.EXTERNAL and not timed
    return DoneSet(
        raw=raw,
        count=count,
        timed=timed,
        reps=reps,
        load=load if count else None,
        volume=volume_load(load, reps, per_hand=per_hand) if load else Decimal(0),
        estimable=bool(value) and single and raw.judged,
    )


def _counts(raw: Raw) -> tuple[int, int]:
    """What is compared, and the reps of both sides together: 20 steps are 10 and 20, 8 per side are 8 and 16."""
    whole = raw.reps or 0
    both = whole if raw.left is None or raw.right is None else raw.left + raw.right
    if raw.style == RepStyle.STEPS:
        return steps(whole, raw.left, raw.right).reps, both
    if raw.style == RepStyle.PER_SIDE and raw.left is None:
        return whole, 2 * whole
    return per_side(whole, raw.left, raw.right).reps, both
