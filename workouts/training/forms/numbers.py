"""Typed numbers, and what is wrong with them in words."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workouts.log.rules import refusal
from workouts.training.forms.widgets import QuickHidden, QuickText, QuickTextarea

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Label = str | _StrPromise

__all__ = ["IdField", "TextField", "number_field", "refusal"]


class IdField(forms.UUIDField):
    """An id that the page carries along, unseen."""

    widget = QuickHidden
    default_error_messages = {
        "required": gettext_lazy("This page is not complete: load it again, then send it once more."),
        "invalid": gettext_lazy("This page is not complete: load it again, then send it once more."),
    }


class TextField(forms.CharField):
    """Free text, kept as typed, but for line ends: browsers send CR LF, and an untouched note must stay the same."""

    hidden_widget = QuickHidden

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
