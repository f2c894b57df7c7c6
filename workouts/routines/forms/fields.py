"""Typed counts, rests and reps in reserve, with words for what is wrong."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workouts.routines.actions import LONGEST_REST
from workouts.science.units import Refused, parse_count, parse_half_steps

_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])", re.ASCII)


class CountField(forms.CharField):
    """A whole number from `low` to `high`; None where nothing is typed and nothing is asked for."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {"required": gettext_lazy("Type a number.")}

    def __init__(self, *, low: int, high: int, **options: Any) -> None:
        super().__init__(**options)
        self.low, self.high = low, high

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return self.read(text) if text else None

    def read(self, text: str) -> Any:
        try:
            return parse_count(text, self.low, self.high)
        except Refused as problem:
            told = _("Type a whole number from %(low)s to %(high)s.") % {"low": self.low, "high": self.high}
            raise ValidationError(told, code="invalid") from problem

    def run_validators(self, value: Any) -> None:
        """The limits are checked by reading it."""


class RestField(CountField):
    """Rest in seconds, typed as 90 or as 1:30."""

    widget = forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"})

    def __init__(self, **options: Any) -> None:
        super().__init__(low=0, high=LONGEST_REST, **options)

    def read(self, text: str) -> Any:
        found = _CLOCK.fullmatch(text)
        try:
            return parse_count(str(int(found[1]) * 60 + int(found[2])) if found else text, self.low, self.high)
        except Refused as problem:
            told = _("Type minutes and seconds, such as 1:30, or seconds; 30:00 at most.")
            raise ValidationError(told, code="invalid") from problem


class RirField(CountField):
    """Reps in reserve in steps of a half, with a point or a comma."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **options: Any) -> None:
        super().__init__(low=0, high=10, **options)

    def read(self, text: str) -> Decimal:
        try:
            return parse_half_steps(text, self.low, self.high)
        except Refused as problem:
            raise ValidationError(_("From 0 to 10, in steps of a half, such as 1.5."), code="invalid") from problem
