"""The questions that a file leaves open."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Exercise
from workouts.science.units import Unit
from workouts.transfer.actions import Answers
from workouts.transfer.queries import Choices, reason

UNITS = [(Unit.KG.value, _("Kilograms")), (Unit.LB.value, _("Pounds"))]
OWN = "own"
OUT = "out"
ORDERS = [("day", _("The day: 03/04 is 3 April")), ("month", _("The month: 03/04 is 4 March"))]
DAY_FIRST = {"day": True, "month": False}
# A select for each name and an option for each exercise: beyond this many the page gets slow.
ASKED = 150


@dataclass(slots=True)
class NameLine:
    """One name of the file and the answer to it: an exercise's key, `own`, or `out` to leave it out."""

    index: int
    name: str
    sets: int
    chosen: str
    known: Exercise | None
    wrong: bool = False

    @property
    def field(self) -> str:
        return f"name-{self.index}"


class AnswersForm(forms.Form):
    """The unit, if the file does not say it, and an exercise for each name. The selects are drawn by the template:
    Django's own widget takes seconds for a hundred names with a hundred options each."""

    unit = forms.ChoiceField(
        label=_("Which unit are the weights in?"),
        choices=UNITS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose kilograms or pounds: the file does not say.")},
    )

    dates = forms.ChoiceField(
        label=_("What do its dates begin with?"),
        choices=ORDERS,
        widget=forms.RadioSelect,
        help_text=_("The file has dates such as 03/04/2024, and no line of it tells the day from the month."),
        error_messages={"required": _("Choose the day or the month: the file does not say.")},
    )

    def __init__(
        self,
        data: Any = None,
        *,
        counts: dict[str, Any],
        choices: Choices,
        known: dict[str, Exercise],
        left: Collection[str] = (),
    ) -> None:
        super().__init__(data, initial={"unit": counts["guess"]})
        self.choices, self.left = choices, left
        self.fields["unit"].help_text = _(
            "The file does not say. The marked one is our guess, because %(reason)s: please look."
        ) % {"reason": reason(counts)}
        if counts["unit"]:
            del self.fields["unit"]
        if not counts.get("day_open"):
            del self.fields["dates"]
        self.said = counts["unit"]
        # Of a file of ours: what it brings besides workouts.
        self.others = any(counts.get("fresh", {}).values())
        self.changes = counts.get("changes", [])
        # Tick boxes of one name; a bound form's data is the request's.
        ticked = data.getlist("take") if data else []
        self.taken = {each["key"] for each in self.changes} & set(ticked)
        self.lines = [self._line(index, name, sets, known) for index, (name, sets) in enumerate(counts["names"])]

    @cached_property
    def site(self) -> list[tuple[str, str]]:
        """Options of the selects: key and name, made once for all of them."""
        return [(str(each.pk), each.name) for each in self.choices.site]

    @cached_property
    def own(self) -> list[tuple[str, str]]:
        return [(str(each.pk), each.name) for each in self.choices.own]

    def _line(self, index: int, name: str, sets: int, known: dict[str, Exercise]) -> NameLine:
        meant = known.get(name)
        line = NameLine(index, name, sets, str(meant.pk) if meant else OUT if name in self.left else OWN, meant)
        if self.is_bound:
            line.chosen = self.data.get(line.field, line.chosen)
        return line

    @property
    def known_lines(self) -> list[NameLine]:
        return [line for line in self.lines if line.known]

    @property
    def asked_lines(self) -> list[NameLine]:
        return [line for line in self.lines if not line.known][:ASKED]

    @property
    def unasked(self) -> int:
        return sum(1 for line in self.lines if not line.known) - len(self.asked_lines)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        offered = self.choices.by_key
        chosen: dict[str, Exercise] = {}
        for line in self.lines:
            line.wrong = line.chosen not in {OWN, OUT, *offered}
            if line.chosen in offered:
                chosen[line.name] = offered[line.chosen]
        if any(line.wrong for line in self.lines):
            self.add_error(None, _("An exercise that was chosen is not on the list any more: choose again."))
        left = [line.name for line in self.lines if line.chosen == OUT]
        if self.lines and len(left) == len(self.lines) and not self.taken and not self.others:
            self.add_error(None, _("Every name is left out: choose an exercise for one at least, or discard the file."))
        answers = Answers(
            unit=Unit(cleaned.get("unit") or self.said or Unit.KG),
            chosen=chosen,
            left=left,
            take=sorted(self.taken),
            day_first=DAY_FIRST.get(cleaned.get("dates", "")),
        )
        return {**cleaned, "answers": answers}
