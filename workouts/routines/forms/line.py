"""One exercise of a routine as typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Exercise, RepStyle, Substitution
from workouts.routines.actions import Line
from workouts.routines.forms.fields import CountField, RestField, RirField
from workouts.routines.queries.doses import clock
from workouts.routines.queries.dosing import usual_range
from workouts.science.units import plain

_GONE = _("This exercise is not on the list any more: choose another.")
_UNITS = {
    RepStyle.REPS: _("reps"),
    RepStyle.PER_SIDE: _("reps per side"),
    RepStyle.STEPS: _("steps of both legs"),
    RepStyle.SECONDS: _("seconds"),
}


class LineForm(forms.Form):
    """`was` and `style` are what the page showed: another exercise may be counted in another way."""

    was = forms.CharField(widget=forms.HiddenInput, required=False)
    style = forms.ChoiceField(choices=RepStyle.choices, widget=forms.HiddenInput)
    note = forms.CharField(widget=forms.HiddenInput, required=False, max_length=300, strip=False)
    exercise = forms.ChoiceField(label=_("Exercise"), error_messages={"invalid_choice": _GONE, "required": _GONE})
    sets = CountField(label=_("Sets"), low=1, high=20)
    low = CountField(label=_("From"), low=1, high=600)
    high = CountField(label=_("To"), low=1, high=600)
    rest = RestField(label=_("Rest"))
    rir = RirField(label=_("To spare"), required=False)
    superset = CountField(label=_("Superset"), low=1, high=99, required=False)

    def __init__(self, *args: Any, shelf: dict[str, Exercise], there: set[str], **options: Any) -> None:
        """`there`: the exercises that stand in the routine; no button puts one of them in a second time."""
        super().__init__(*args, **options)
        self._shelf, self._there = shelf, there
        names = [(slug, exercise.name) for slug, exercise in shelf.items()]
        self.fields["exercise"].choices = names  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def shown(self) -> Exercise | None:
        """The exercise that the page showed in this place."""
        return self._shelf.get(str(self["was"].value()))

    @property
    def swaps(self) -> list[tuple[Substitution, Exercise | None]]:
        """What to do instead, each with the exercise that a button puts in its place, if there is one."""
        rows = self.shown.substitutions.all() if self.shown else []
        return [(row, self._offered(row)) for row in rows]

    def _offered(self, swap: Substitution) -> Exercise | None:
        slug = swap.substitute.slug if swap.substitute else ""
        return None if slug in self._there else self._shelf.get(slug)

    @property
    def unit(self) -> str:
        """What the range counts."""
        style = self["style"].value()
        return str(_UNITS[RepStyle(style)]) if style in RepStyle.values else ""

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        slug = data.get("exercise")
        if slug and slug != data.get("was") and data.get("style") != self._shelf[slug].rep_style:
            data["style"] = self._shelf[slug].rep_style
            data["low"], data["high"] = usual_range(data["style"])
            for name in ("low", "high"):  # What was typed counted something else.
                self.errors.pop(name, None)
        elif "low" in data and "high" in data and data["low"] > data["high"]:
            self.add_error("high", _("The range ends below its start: type the same number or a higher one."))
        return data

    def line(self) -> Line:
        """After `is_valid()`."""
        data = self.cleaned_data
        return Line(
            exercise=self._shelf[data["exercise"]],
            sets=data["sets"],
            low=data["low"],
            high=data["high"],
            rep_style=data["style"],
            rest_seconds=data["rest"],
            target_rir=data["rir"],
            superset=data["superset"],
            note=data["note"] if data["exercise"] == data["was"] else "",
        )


def as_typed(line: Line) -> dict[str, object]:
    """The fields of a LineForm for `line`."""
    return {
        "was": line.exercise.slug,
        "exercise": line.exercise.slug,
        "style": line.rep_style,
        "note": line.note,
        "sets": line.sets,
        "low": line.low,
        "high": line.high,
        "rest": clock(line.rest_seconds),
        "rir": "" if line.target_rir is None else plain(line.target_rir),
        "superset": line.superset,
    }
