"""What the columns of an unknown table are."""

from collections.abc import Mapping as AnyMapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workouts.science.units import Unit
from workouts.transfer.formats.guessing import BY_DATES, BY_NAME, BY_NUMBERS, BY_WORDS, Guess
from workouts.transfer.formats.mapped import THINGS, Mapping
from workouts.transfer.formats.words import unit_in
from workouts.transfer.forms.answers import DAY_FIRST, ORDERS, UNITS

LABELS = {
    "date": _("Date"),
    "exercise": _("Exercise"),
    "weight": _("Weight"),
    "unit": _("Unit of the weight"),
    "reps": _("Reps"),
    "seconds": _("Seconds"),
    "rpe": _("RPE"),
    "rir": _("Reps in reserve"),
    "kind": _("Kind of set: warm-up, drop, failure"),
    "note": _("Notes"),
    "workout": _("Name of the workout"),
}
REASONS = {
    BY_NAME: _("Our guess, because of its name."),
    BY_DATES: _("Our guess, because its first rows are dates."),
    BY_WORDS: _("Our guess, because its first rows are names."),
    BY_NUMBERS: _("Our guess, because its first rows are whole numbers."),
}
NEEDED = {
    "date": _("Choose the column that holds the date: no set is kept without one."),
    "exercise": _("Choose the column that holds the exercise: no set is kept without one."),
}
SHOWN = 40


class ColumnsForm(forms.Form):
    """A column for each thing; `mapping` in its cleaned data. `known` is what the lifter said the last time, which
    goes before the guesses."""

    def __init__(
        self,
        data: Any = None,
        *,
        header: tuple[str, ...],
        guesses: AnyMapping[str, Guess],
        known: Mapping | None = None,
    ) -> None:
        self.header = header
        places = known.places if known else {thing: guess.place for thing, guess in guesses.items()}
        initial: dict[str, Any] = {thing: str(place) for thing, place in places.items()}
        initial["all"] = self._unit(known, places)
        if known and known.day_first is not None:
            initial["order"] = "day" if known.day_first else "month"
        super().__init__(data, initial=initial)
        columns = [(str(at), f"{at + 1}: {name.strip()[:SHOWN] or '–'}") for at, name in enumerate(header)]
        for thing in THINGS:
            guess = None if known else guesses.get(thing)
            self.fields[thing] = forms.ChoiceField(
                label=LABELS[thing],
                choices=[("", _("No column")), *columns],
                required=thing in NEEDED,
                help_text=REASONS[guess.why] if guess else "",
                error_messages={"required": NEEDED.get(thing, "")},
            )
        self.fields["all"] = forms.ChoiceField(
            label=_("Or one unit for all weights"),
            choices=[("", _("The column says it")), *UNITS],
            required=False,
        )
        self.fields["order"] = forms.ChoiceField(
            label=_("What do dates such as 03/04 begin with?"),
            choices=[("", _("As the file shows it")), *ORDERS],
            required=False,
        )
        self.order_fields(["date", "order", "exercise", "weight", "unit", "all"])

    def _unit(self, known: Mapping | None, places: dict[str, int]) -> str:
        """The unit for all: as answered before, else the one in the name of the weight's column."""
        if known:
            return known.unit.value if known.unit else ""
        at = places.get("weight")
        said = None if at is None or "unit" in places else unit_in(self.header[at])
        return said.value if said else ""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        places = {thing: int(cleaned[thing]) for thing in THINGS if cleaned.get(thing)}
        seen: dict[int, str] = {}
        for thing, place in places.items():
            if place in seen:
                text = _("This column is taken already, for “%(other)s”.")
                self.add_error(thing, text % {"other": LABELS[seen[place]]})
            seen.setdefault(place, thing)
        if "reps" not in self.errors and "seconds" not in self.errors and not {"reps", "seconds"} & places.keys():
            self.add_error("reps", _("Choose the column that holds the reps, or the one that holds the seconds."))
        if "weight" in places and "unit" not in places and not cleaned.get("all") and "unit" not in self.errors:
            self.add_error("all", _("Choose kilograms or pounds, or the column that says it."))
        unit = Unit(cleaned["all"]) if cleaned.get("all") else None
        return {**cleaned, "mapping": Mapping(places, unit, DAY_FIRST.get(cleaned.get("order", "")))}

    def refuse(self, said: str, problem: str) -> None:
        """The file cannot be read so: the sentence stands beside the column whose cell was wrong, where it is one's."""
        named = [thing for thing in ("date", "seconds", "weight", "reps") if problem.startswith(str(LABELS[thing]))]
        unit = problem.startswith(str(_("Weight Unit")))
        self.add_error("unit" if unit and self["unit"].value() else named[0] if named else None, said)
