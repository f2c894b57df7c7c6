"""A whole routine as typed. Every button of the page sends all of it: what was typed is kept with what was pressed."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Exercise
from workouts.routines.actions import MOST_LINES, Line, line_instead, line_like, line_of
from workouts.routines.forms.line import LineForm, as_typed
from workouts.routines.models import Routine
from workouts.routines.queries import fingerprint

_STALE = _("This page is not complete: load it again, then send it once more.")


class RoutineForm(forms.Form):
    """Name and lines. `do` is the button: save, add, up-2, down-2, remove-2, or swap-2-<slug> (lines from 0)."""

    seen = forms.CharField(widget=forms.HiddenInput, error_messages={"required": _STALE})
    count = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        max_value=MOST_LINES,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _STALE),
    )
    name = forms.CharField(
        label=_("Name"), max_length=100, error_messages={"required": _("Give it a name, such as Leg day.")}
    )
    new = forms.ChoiceField(
        label=_("One more exercise"),
        required=False,
        error_messages={"invalid_choice": _("This exercise is not on the list any more: choose another.")},
    )

    def __init__(self, data: QueryDict | None = None, *, routine: Routine, exercises: list[Exercise]) -> None:
        told = [line_of(row) for row in routine.prescriptions.all()]
        first = {"seen": fingerprint(routine), "count": len(told), "name": routine.name}
        super().__init__(data, initial=first)
        self._shelf = {each.slug: each for each in exercises}
        self._there = {line.exercise.slug for line in told}
        names = [("", _("Choose an exercise")), *((each.slug, each.name) for each in exercises)]
        self.fields["new"].choices = names  # type: ignore[attr-defined]  # a ChoiceField
        self.do = data.get("do", "save") if data is not None else ""
        shown = len(told) if data is None else _whole(data.get("count", ""))
        self.lines = [self._line(data, n, told[n] if data is None else None) for n in range(shown)]

    def _line(self, data: QueryDict | None, number: int, line: Line | None) -> LineForm:
        options: dict[str, Any] = {"prefix": f"line-{number}", "shelf": self._shelf, "there": self._there}
        return LineForm(data, initial=as_typed(line) if line else None, **options)

    def clean(self) -> dict[str, Any]:
        # Each is looked at, so that every error is shown at once.
        sound = [line.is_valid() for line in self.lines]
        if not all(sound):
            self.add_error(None, _("Nothing was saved yet. What has to change stands below the fields."))
        elif self.do == "add":
            self._check_new()
        if self.do.startswith("remove-") and len(self.lines) == 1:
            self.add_error(None, _("A routine has at least one exercise: add another before you remove this one."))
        return self.cleaned_data

    def _check_new(self) -> None:
        if "new" in self.cleaned_data and not self.cleaned_data["new"]:
            self.add_error("new", _("Choose the exercise to add."))
        elif len(self.lines) >= MOST_LINES:
            self.add_error("new", _("A routine has at most %(most)s exercises.") % {"most": MOST_LINES})

    def result(self) -> tuple[list[Line], int | None]:
        """The lines after the button that was pressed, and the place of the one it was about. After `is_valid()`."""
        lines = [line.line() for line in self.lines]
        if self.do == "add":
            return [*lines, line_like(self._shelf[self.cleaned_data["new"]])], len(lines)
        verb, _dash, rest = self.do.partition("-")
        place, _dash, slug = rest.partition("-")
        at = _whole(place, otherwise=-1)
        if not 0 <= at < len(lines):
            return lines, None
        if verb == "remove":
            return lines[:at] + lines[at + 1 :], max(at - 1, 0)
        if verb == "swap" and slug in self._shelf:
            return [*lines[:at], line_instead(lines[at], self._shelf[slug]), *lines[at + 1 :]], at
        to = at + {"up": -1, "down": 1}.get(verb, 0)
        if 0 <= to < len(lines):
            lines[at], lines[to] = lines[to], lines[at]
            return lines, to
        return lines, at


def _whole(text: str, *, otherwise: int = 0) -> int:
    """A small whole number that the page itself has written."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else otherwise
    return min(number, MOST_LINES)
