"""The inputs that are written without the template engine say what Django's own say, and escape what is typed."""

import re
from typing import Any

import pytest
from django import forms

from workouts.training.forms.widgets import QuickCheckbox, QuickHidden, QuickSelect, QuickText, QuickTextarea

ATTRS = {"aria-label": 'Weight "of" <b>', "rows": 2}
CHOICES = [("kg", "k<g"), ("lb", "lb")]
VALUES = [None, "", "62,5", "kg", "zz", "a<b>&\"'", True, False, 5]
PAIRS: list[tuple[type[forms.Widget], type[forms.Widget], dict[str, Any]]] = [
    (QuickText, forms.TextInput, {}),
    (QuickHidden, forms.HiddenInput, {}),
    (QuickCheckbox, forms.CheckboxInput, {}),
    (QuickTextarea, forms.Textarea, {}),
    (QuickSelect, forms.Select, {"choices": CHOICES}),
]


def parts(html: str) -> list[str]:
    """Tags, attributes and words in no order."""
    return sorted(re.findall(r'</?[a-z]+|[a-z-]+="[^"]*"|(?<= )[a-z]+(?=[ >])|(?<=>)[^<>]*\S[^<>]*(?=<)', html))


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(("quick", "usual", "more"), PAIRS)
def test_the_markup_is_django_s(
    quick: type[forms.Widget], usual: type[forms.Widget], more: dict[str, Any], value: object
) -> None:
    given = {"id": "id_n", "aria-invalid": "true", "disabled": False}
    ours = str(quick(attrs=ATTRS, **more).render("n", value, given))
    theirs = str(usual(attrs=ATTRS, **more).render("n", value, given))
    assert parts(ours) == parts(theirs)
    assert "<b>" not in ours
