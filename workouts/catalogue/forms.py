"""The filters of the exercise list, as a GET form that works without script."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.queries import FilterOptions

MAX_SEARCH = 100


class SearchField(forms.CharField):
    """A search text: short, without NUL (which PostgreSQL refuses), surrounding space gone."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            required=False,
            max_length=MAX_SEARCH,
            label=_("Search"),
            # No maxlength: a browser would cut a pasted text without a word; the message says what is wrong.
            widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "enterkeyhint": "search"}),
            error_messages={"max_length": _("Search for at most %(limit_value)d characters.")},
        )
        self.widget.attrs.pop("maxlength", None)


class ExerciseFilter(forms.Form):
    """Search, muscle or group, equipment, pattern. Built with what the catalogue holds at the moment."""

    q = SearchField()
    muscle = forms.ChoiceField(label=_("Muscle"), required=False)
    equipment = forms.ChoiceField(label=_("Equipment"), required=False)
    pattern = forms.ChoiceField(label=_("Movement"), required=False)

    def __init__(self, data: object, options: FilterOptions) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict
        unknown = {"invalid_choice": _("This is not in the list. Choose another one.")}
        offered: dict[str, list[Any]] = {
            "muscle": [("", _("All")), *options.muscles],
            "equipment": [("", _("Any")), *options.equipment],
            "pattern": [("", _("Any")), *options.patterns],
        }
        for name, choices in offered.items():
            field = cast(forms.ChoiceField, self.fields[name])
            field.choices = choices
            field.error_messages.update(unknown)

    def narrowed(self) -> bool:
        """Whether something else than words was asked for, understood or not."""
        return any(self.data.get(name) for name in ("muscle", "equipment", "pattern"))

    def chosen(self) -> dict[str, str]:
        """What was chosen and understood; a value with an error is left out, so the list is as if it were absent."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("q", "muscle", "equipment", "pattern")}


__all__ = ["MAX_SEARCH", "ExerciseFilter", "SearchField"]
