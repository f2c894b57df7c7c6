"""Starting a workout: with which routine, and on which day."""

import datetime
import zoneinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workouts.accounts.forms import DayField
from workouts.accounts.zones import is_known
from workouts.routines.models import Routine
from workouts.training.forms.numbers import IdField
from workouts.training.forms.workout import check_day

# No slug can be this: a slash is none of its letters.
NO_ROUTINE = "/"


class StartForm(forms.Form):
    """One button, with what it needs beside it. `day` is empty for a workout that starts now."""

    mutation = IdField()
    workout = IdField()
    # Not a CharField: whatever a browser sends here is ignored if it is not a zone, never complained about.
    zone = forms.Field(required=False, widget=forms.HiddenInput(attrs={"data-zone": ""}))
    routine = forms.ChoiceField(
        label=_("Routine"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a routine, or none."),
            "invalid_choice": _("This routine is not there any more: choose another, or none."),
        },
    )
    day = DayField(
        label=_("Another day"), required=False, help_text=_("For a workout you did before. Leave it empty for now.")
    )

    def __init__(self, *args: Any, routines: list[Routine], now: datetime.datetime, home: str, **options: Any) -> None:
        """`home` is the zone to fall back on where the browser's is not known or makes no sense."""
        super().__init__(*args, **options)
        self._routines = {routine.slug: routine for routine in routines}
        self._now, self._home = now, home
        names = [(slug, routine.name) for slug, routine in self._routines.items()]
        self.fields["routine"].choices = [*names, (NO_ROUTINE, _("No routine: I choose as I go"))]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_zone(self) -> str:
        zone = str(self.cleaned_data["zone"])
        return zone if is_known(zone) else self._home

    def clean_day(self) -> datetime.date | None:
        day: datetime.date | None = self.cleaned_data["day"]
        if day is not None:
            check_day(day, self.local_now().date())
        elif "past" in self.data:  # the button below this field
            raise forms.ValidationError(_("Choose a day."), code="required")
        return day

    def local_now(self) -> datetime.datetime:
        """The moment of the request on the lifter's wall clock."""
        return self._now.astimezone(zoneinfo.ZoneInfo(self.cleaned_data["zone"]))

    def chosen_routine(self) -> Routine | None:
        return self._routines.get(self.cleaned_data["routine"])

    def begins(self) -> tuple[datetime.date, datetime.datetime | None]:
        """Day and start: now, or another day whose hour nobody knows."""
        now, day = self.local_now(), self.cleaned_data["day"]
        if day is None or day >= now.date():
            return day or now.date(), now
        return day, None
