"""Typed numbers, and what is wrong with them in words."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workouts.science.units import Refused, plain
from workouts.training.forms.widgets import QuickHidden, QuickText, QuickTextarea

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Label = str | _StrPromise


def refusal(problem: Refused) -> str:
    """The sentence for a number that `science.units` did not take."""
    low, high = (plain(limit) for limit in problem.limits)
    if problem.code == "out_of_range":
        return _("Type a number from %(low)s to %(high)s.") % {"low": low, "high": high}
    if problem.code == "not_a_half_step":
        return _("In steps of a half, such as 1, 1.5 or 2.")
    if problem.code == "too_many_digits":
        return _("That number is too long.")
    if problem.code == "not_a_whole_number":
        return _("Write a whole number in plain digits, such as 8.")
    return _("Write a number in plain digits, such as 62.5 or 62,5.")


class IdField(forms.UUIDField):
    """An id that the page carries along, unseen."""

    widget = QuickHidden
    default_error_messages = {
        "required": gettext_lazy("This page is not complete: load it again, then send it once more."),
        "invalid": gettext_lazy("This page is not complete: load it again, then send it once more."),
    }


class TextField(forms.CharField):
    """Free text, kept as typed, but for line ends: browsers send CR LF, and an untouched note must stay the same."""

    def __init__(self, *, label: "Label", limit: int, rows: int = 0, **options: Any) -> None:
        widget: forms.Widget = QuickTextarea(attrs={"rows": rows}) if rows else QuickText()
        super().__init__(label=label, widget=widget, required=False, strip=False, **options)
        self.limit = limit

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.limit:
            raise ValidationError(
                _("Keep it under %(limit)s characters; these are %(length)s.")
                % {"limit": self.limit, "length": len(value)}
            )


def number_field(label: "Label", *, whole: bool = False) -> forms.CharField:
    """A number is a text field: `type="number"` drops a comma, and what is wrong must stay to be seen."""
    attrs = {"inputmode": "numeric" if whole else "decimal", "autocomplete": "off"}
    return forms.CharField(label=label, required=False, widget=QuickText(attrs=attrs))
