"""What a lifter types about her own weight."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from workouts.accounts.forms.fields import DayField
from workouts.accounts.models import BODY_WEIGHT_LIMITS, FIRST_DAY, BodyWeight
from workouts.science.units import OutOfRange, Refused, TypedWeight, Unit, parse_weight

REFUSED = _("Write a weight from 20 to 500 kg, or from 44 to 1,100 lb, in plain digits, such as 82.5 or 82,5.")


class BodyWeightForm(forms.Form):
    """The weight of one day, as typed. `today` is the lifter's."""

    day = DayField(label=_("Day"))
    weight = forms.CharField(
        label=_("Body weight"),
        max_length=24,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"required": _("Type the weight.")},
    )
    unit = forms.ChoiceField(label=_("Unit"), choices=BodyWeight.UNITS)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, *args: Any, today: datetime.date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["day"]
        # Her day may be one ahead of what we take her zone to be: she has just flown.
        if not FIRST_DAY <= day <= self.today + datetime.timedelta(days=1):
            raise ValidationError(_("Choose today or a day before, from 1950 on."), code="day")
        return day

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if "weight" in data and "unit" in data:
            try:
                self.typed = _read(data["weight"], Unit(data["unit"]))
            except Refused:
                words = _(
                    "A body weight runs from 20 to 500 kg, or from 44 to 1,100 lb. Plain digits, such as 82.5 or 82,5."
                )
                self.add_error("weight", words)
        return data


def _read(text: str, unit: Unit) -> TypedWeight:
    typed = parse_weight(text, unit)
    low, high = BODY_WEIGHT_LIMITS[unit]
    if not low <= typed.value <= high:
        raise OutOfRange("out_of_range", (low, high))
    return typed
