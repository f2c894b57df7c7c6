"""Fields that more than one form has."""

import datetime
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from workouts.accounts import zones

# ASCII digits only: strptime and fromisoformat would take full-width digits and week dates.
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class ZoneField(forms.Field):
    """The browser's time zone, filled in by script. She cannot see it, so a wrong one is dropped, not an error."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput(attrs={"data-zone": ""}))

    def to_python(self, value: Any) -> str:
        return value if isinstance(value, str) and zones.is_known(value) else ""


class DayField(forms.CharField):
    """A day as browsers send it, 2026-11-17, and nothing else."""

    widget = forms.DateInput(attrs={"type": "date", "min": "1950-01-01", "max": "2199-12-31"}, format="%Y-%m-%d")
    default_error_messages = {
        "required": _("Choose a day."),
        "invalid": _("Write the day as year, month and day, such as 2026-11-17."),
    }

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if isinstance(value, datetime.date) or not text:
            return value or None
        if not _ISO_DAY.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return datetime.date.fromisoformat(text)
        except ValueError as problem:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from problem
