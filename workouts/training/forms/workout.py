"""What is typed about a workout and its exercises, beside their sets."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from workouts.accounts.forms import DayField
from workouts.catalogue.models import Exercise
from workouts.log import rules
from workouts.training.forms.numbers import IdField, TextField
from workouts.training.forms.widgets import QuickCheckbox


class WorkoutForm(forms.Form):
    """Day, title, note, and whether it is finished. `mutation` makes a form that is sent twice count once.

    `today` is the lifter's; `ends` is off for a workout whose hours nobody knows, which cannot be finished.
    """

    mutation = IdField()
    day = DayField(label=_("Day"))
    title = TextField(label=_("Title"), limit=120)
    note = TextField(label=_("Note"), limit=2000, rows=3)
    finished = forms.BooleanField(label=_("Finished"), required=False, show_hidden_initial=True)

    def __init__(self, *args: Any, today: datetime.date, ends: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        if not ends:
            del self.fields["finished"]

    def clean_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["day"]
        # A day that stands already is not judged again: its lifter may have flown west since.
        if day != self.initial.get("day"):
            check_day(day, self.today)
        return day


class ExerciseForm(forms.Form):
    """What is typed about an exercise of the workout."""

    pain = forms.BooleanField(
        label=_("It hurt"),
        required=False,
        widget=QuickCheckbox,
        help_text=_("There will be no target for it until a session without pain."),
    )
    deload = forms.BooleanField(
        label=_("Deload"),
        required=False,
        widget=QuickCheckbox,
        help_text=_("Lighter on purpose: it leaves targets and records alone."),
    )
    note = TextField(label=_("Note on this exercise"), limit=2000, rows=2)


class StickyForm(forms.Form):
    """The lifter's standing note on the exercise. What this window showed decides whether it was changed, so that an
    older one cannot put an old note back by a save."""

    text = TextField(
        label=_("Sticky note"),
        limit=rules.MAX_NOTE,
        rows=2,
        show_hidden_initial=True,
        help_text=_("Seat, foot place, grip: it stands here whenever you do this exercise. Empty it to take it away."),
    )


class AddForm(forms.Form):
    """Which exercise comes next."""

    exercise = forms.ChoiceField(
        label=_("One more exercise"),
        required=False,
        error_messages={"invalid_choice": _("This exercise is not on the list any more: choose another.")},
    )

    def __init__(self, *args: Any, exercises: list[Exercise], **options: Any) -> None:
        super().__init__(*args, **options)
        self._exercises = {str(each.pk): each for each in exercises}
        names = [(key, each.name) for key, each in self._exercises.items()]
        self.fields["exercise"].choices = [("", _("Choose an exercise")), *names]  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> Exercise | None:
        """The exercise, after `is_valid()`."""
        return self._exercises.get(self.cleaned_data["exercise"])


def check_day(day: datetime.date, today: datetime.date) -> None:
    """Raises ValidationError with the rule's sentence, for the field itself."""
    try:
        rules.check_day(day, today=today)
    except ValidationError as problem:
        raise ValidationError(problem.message_dict["day"]) from problem
