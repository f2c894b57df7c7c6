"""Weights of equipment as typed, with either decimal mark; and how many pairs of each plate there are."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workouts.accounts.models import MAX_PAIRS, USUAL_PLATES, Gear
from workouts.science.units import Refused, Unit, parse_count, parse_decimal, plain

# Between the weights of a list: spaces, line ends or semicolons, with or without a comma before them.
_BETWEEN = re.compile(r",?[\s;]+", re.ASCII)
_MOST_LISTED = 120
_OWN_SIZES = 2
# More than a gym has on one bar; the sums of all of them are what a page has to work out.
_MOST_PAIRS = 40
SIZES = {
    Unit.KG: ("25", "20", "15", "10", "5", "2.5", "1.25", "0.5", "0.25"),
    Unit.LB: ("45", "35", "25", "10", "5", "2.5", "1.25"),
}


def read_amount(text: str, high: Decimal) -> Decimal:
    """A weight from 0 to `high` in hundredths. Raises ValidationError with words for the field."""
    try:
        value = parse_decimal(text, Decimal(0), high)
    except Refused as problem:
        if problem.code == "out_of_range":
            raise ValidationError(_("From 0 to %(high)s.") % {"high": plain(high)}, code="range") from problem
        raise ValidationError(_("Write a number in plain digits, such as 62.5 or 62,5."), code="invalid") from problem
    if value * 100 != int(value * 100):
        raise ValidationError(_("At most two decimals."), code="decimals")
    return value


class AmountField(forms.CharField):
    """A weight from 0 to `high`; nothing at all is None where it is not required, or where `or_none` leaves it to the
    form to say when it is."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {"required": gettext_lazy("Type a number.")}

    def __init__(self, *, high: Decimal, or_none: bool = False, **options: Any) -> None:
        super().__init__(max_length=24, **options)
        self.high, self._or_none = high, or_none

    def validate(self, value: Any) -> None:
        if not self._or_none:
            super().validate(value)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return read_amount(text, self.high) if text else None

    def run_validators(self, value: Any) -> None:
        """The length was checked by reading it: a Decimal has none."""


class ListField(forms.CharField):
    """Weights with spaces between, as text in order and without doubles; empty for none."""

    widget = forms.Textarea(attrs={"rows": 2, "autocomplete": "off"})

    def __init__(self, *, high: Decimal, **options: Any) -> None:
        super().__init__(**options)
        self.high = high

    def to_python(self, value: Any) -> str:
        parts = [part for part in _BETWEEN.split(str(super().to_python(value))) if part]
        if len(parts) > _MOST_LISTED:
            raise ValidationError(_("At most %(most)s weights.") % {"most": _MOST_LISTED}, code="many")
        try:
            weights = {read_amount(part.rstrip(","), self.high) for part in parts}
        except ValidationError as problem:
            raise ValidationError(
                _("Write the weights in plain digits, with spaces between: 5 10 12.5 15."), code="list"
            ) from problem
        text = " ".join(plain(weight) for weight in sorted(weights))
        if len(text) > Gear._meta.get_field("listed").max_length:  # type: ignore[operator]  # a CharField has one
            raise ValidationError(_("That list is too long: use steps."), code="long")
        return text


class PlatesForm(forms.Form):
    """How many pairs of each size of one unit, and of two sizes of one's own. An empty field is 0."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, unit: Unit, mine: Iterable[Gear]) -> None:
        pairs = {plain(plate.weight): plate.pairs for plate in mine}
        shown = pairs or dict(USUAL_PLATES[unit])
        super().__init__(data)
        self.unit, self.pairs = unit, dict[Decimal, int]()
        for size in SIZES[unit]:
            self.fields[_name(size)] = _pairs_field(f"{size} {unit}", shown.get(size, 0))
        others = [(size, count) for size, count in pairs.items() if size not in SIZES[unit]]
        others += [("", 0)] * (_OWN_SIZES - len(others))
        for number, (size, count) in enumerate(others, start=1):
            self.fields[f"size_{number}"] = AmountField(
                label=_("Another size, %(unit)s") % {"unit": unit}, high=Decimal(50), required=False, initial=size
            )
            self.fields[f"pairs_{number}"] = _pairs_field(_("Pairs of it"), count)

    @property
    def standard(self) -> list[forms.BoundField]:
        return [self[_name(size)] for size in SIZES[self.unit]]

    @property
    def others(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        numbers = [name.removeprefix("size_") for name in self.fields if name.startswith("size_")]
        return [(self[f"size_{number}"], self[f"pairs_{number}"]) for number in numbers]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if self.errors:
            return data
        found = {Decimal(size): data[_name(size)] for size in SIZES[self.unit]}
        for size, pairs in self.others:
            self._add(found, data[size.name], data[pairs.name], size.name)
        self.pairs = {size: count for size, count in found.items() if count}
        if sum(self.pairs.values()) > _MOST_PAIRS:
            self.add_error(None, _("At most %(most)s pairs in all: no bar holds more.") % {"most": _MOST_PAIRS})
        return data

    def _add(self, found: dict[Decimal, int], size: Decimal | None, pairs: int, name: str) -> None:
        if size is None and pairs:
            self.add_error(name, _("Which size are these pairs?"))
        if not size:
            return
        if size * 4 != int(size * 4):
            self.add_error(name, _("In steps of 0.25, such as 0.75 or 7.5."))
        elif size in found:
            self.add_error(name, _("This size has a line of its own above."))
        else:
            found[size] = pairs


class PairsField(forms.CharField):
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            return parse_count(text or "0", 0, MAX_PAIRS)
        except Refused as problem:
            raise ValidationError(
                _("A whole number of pairs, from 0 to %(most)s.") % {"most": MAX_PAIRS}, code="pairs"
            ) from problem


def _pairs_field(label: str, count: int) -> PairsField:
    return PairsField(label=label, initial=count)


def _name(size: str) -> str:
    return "p" + size.replace(".", "_")
