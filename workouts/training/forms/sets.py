"""One row of the plain form: a set that is ticked when it is done."""

import hashlib
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.log import rules
from workouts.log.drafts import SetDraft
from workouts.log.models import LoggedSet, SetKind
from workouts.log.models.limits import MAX_REPS, MAX_SECONDS
from workouts.science.units import Refused, TypedWeight, Unit, parse_count, parse_half_steps, parse_weight, plain
from workouts.training.forms.numbers import IdField, TextField, number_field, refusal
from workouts.training.forms.widgets import Once, QuickCheckbox, QuickHidden, QuickSelect

T = TypeVar("T")
STEPS = _("Steps")
SAID = ("weight_text", "weight", "unit", "load_mode", "kind", "reps", "left", "right", "seconds", "rir", "rpe", "note")


class SetForm(forms.Form):
    """A set as typed. Only a ticked row is read; what stands in the others is kept for the page alone.

    `stored` is the row that is written already, `is_spare` says that nobody asked for it; `style` is the rep style,
    which decides which numbers are asked for. A number that the style does not ask for stays as it is stored.
    """

    uid = IdField()
    # What the row said when the page was made; nothing where it was not stored then.
    seen = forms.CharField(required=False, widget=QuickHidden)
    done = forms.BooleanField(label=_("Done"), required=False, widget=QuickCheckbox)
    kind = forms.ChoiceField(label=_("Kind"), choices=SetKind.choices, widget=QuickSelect)
    weight = number_field(_("Weight"))
    unit = forms.ChoiceField(label=_("Unit"), choices=LoggedSet.UNITS, widget=QuickSelect)
    load_mode = forms.ChoiceField(label=_("Load"), choices=LoadMode.choices, widget=QuickSelect)
    reps = number_field(_("Reps"), whole=True)
    left = number_field(_("Left side"), whole=True)
    right = number_field(_("Right side"), whole=True)
    seconds = number_field(_("Seconds"), whole=True)
    rir = number_field(_("Reps to spare"))
    rpe = number_field(_("RPE"))
    note = TextField(label=_("Note"), limit=rules.MAX_NOTE, rows=2)

    is_spare = False

    def __init__(self, *args: Any, style: str, position: int, stored: LoggedSet | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.stored, self.position = stored, position
        self.draft: SetDraft | None = None
        if style == RepStyle.STEPS:
            self.fields["reps"].label = STEPS
        for name in self._not_asked(style):
            del self.fields[name]
        for field in self.fields.values():
            if field.label is not None:
                # The head of the rows is for eyes; a reader hears the name at each field.
                field.widget.attrs["aria-label"] = Once(field.label)

    def _not_asked(self, style: str) -> list[str]:
        asked = {RepStyle.SECONDS: {"seconds"}, RepStyle.REPS: {"reps"}}.get(RepStyle(style), {"reps", "left", "right"})
        counts = ("reps", "left", "right", "seconds")
        return [name for name in counts if name not in asked and getattr(self.stored, name, None) is None]

    @property
    def kind_name(self) -> str:
        """The chosen kind in words; as sent, where it is none of ours."""
        return str(dict(SetKind.choices).get(self["kind"].value(), ""))

    @property
    def was_stored(self) -> bool:
        """Whether the row was stored when the page was made, so that an empty tick means a deletion."""
        return bool(self.cleaned_data.get("seen"))

    @property
    def untouched(self) -> bool:
        """Whether the row says what it said when the page was made: then another window's change stands."""
        return self.draft is not None and fingerprint(self.draft) == self.cleaned_data["seen"]

    @property
    def counted(self) -> forms.BoundField:
        """The number that stands beside the weight: reps, steps or seconds."""
        return self["reps" if "reps" in self.fields else "seconds"]

    @cached_property
    def folded(self) -> list[forms.BoundField]:
        """What few sets need: behind "more", unless something in it is wrong."""
        shown = {"uid", "seen", "done", "weight", "unit", "rir", self.counted.name}
        return [self[name] for name in self.fields if name not in shown]

    @property
    def unfolded(self) -> bool:
        return self.is_bound and any(field.errors for field in self.folded)

    @property
    def shown_errors(self) -> list[forms.BoundField]:
        """The fields beside the weight that carry an error."""
        names = ("uid", "weight", "unit", self.counted.name, "rir") if self.is_bound else ()
        return [self[name] for name in names if self[name].errors]

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and not self.cleaned_data.get("done"):
            self._errors = ErrorDict()

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("done") and not self.errors:
            draft = self._read()
            if not self.errors:
                self._judge(draft)
        return data

    def _read(self) -> SetDraft:
        data = self.cleaned_data
        unit, mode = Unit(data["unit"]), LoadMode(data["load_mode"])
        weight = self._weight(unit)
        if weight is None and mode == LoadMode.BODYWEIGHT_PLUS:
            mode = LoadMode.BODYWEIGHT  # plus nothing
        return SetDraft(
            weight=weight,
            unit=unit,
            load_mode=mode,
            kind=SetKind(data["kind"]),
            reps=self._count("reps"),
            left=self._count("left"),
            right=self._count("right"),
            seconds=self._count("seconds"),
            rir=self._half("rir", 0),
            rpe=self._half("rpe", 1),
            note=data["note"],
            position=self.stored.position if self.stored else self.position,
        )

    def _judge(self, draft: SetDraft) -> None:
        try:
            rules.check_set(draft)
        except ValidationError as problem:
            for name, errors in problem.message_dict.items():
                self.add_error(name if name in self.fields else self.counted.name, errors)
        else:
            self.draft = draft

    def _weight(self, unit: Unit) -> TypedWeight | None:
        """The weight as typed. One that nobody touched is not read again: an import may hold 149.99999999999997."""
        text, stored = self.cleaned_data["weight"], self.stored
        if stored and stored.weight is not None and (text, unit) == (stored.weight_text, stored.unit):
            return TypedWeight(text, stored.weight, unit)
        return self._typed("weight", lambda typed: parse_weight(typed, unit))

    def _count(self, name: str) -> int | None:
        if name not in self.fields:
            return None
        high = MAX_SECONDS if name == "seconds" else MAX_REPS
        return self._typed(name, lambda typed: parse_count(typed, 0, high))

    def _half(self, name: str, low: int) -> Decimal | None:
        return self._typed(name, lambda typed: parse_half_steps(typed, low, 10))

    def _typed(self, name: str, reader: Callable[[str], T]) -> T | None:
        text = self.cleaned_data[name]
        if not text:
            return None
        try:
            return reader(text)
        except Refused as problem:
            self.add_error(name, refusal(problem))
            return None


def fingerprint(row: LoggedSet | SetDraft) -> str:
    """What a set says, in short: equal for a stored row and for a draft that would change nothing in it."""
    values = row.columns() if isinstance(row, SetDraft) else {name: getattr(row, name) for name in SAID}
    said = [plain(value) if isinstance(value, Decimal) else str(value) for value in map(values.get, SAID)]
    return hashlib.blake2s("\x1f".join(said).encode(), digest_size=8).hexdigest()
