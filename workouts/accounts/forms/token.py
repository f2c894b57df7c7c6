"""What is typed for a new token."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workouts.accounts.models import ApiToken, User

NEVER = "never"
LASTS = [
    ("30", gettext_lazy("30 days")),
    ("90", gettext_lazy("90 days")),
    ("365", gettext_lazy("A year")),
    (NEVER, gettext_lazy("Until you revoke it")),
]


class TokenForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=60,
        help_text=gettext_lazy("What it is for, such as: spreadsheet."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Give it a name.")},
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("What it may do"),
        choices=ApiToken.Scope.choices,
        help_text=gettext_lazy("Reading is enough for charts and backups."),
    )
    lasts = forms.ChoiceField(label=gettext_lazy("How long it lasts"), choices=LASTS, initial="90")
    use_required_attribute = False

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if ApiToken.objects.of(self.user).filter(name=name).exists():
            raise ValidationError(name_taken(), code="twice")
        return name

    @property
    def days(self) -> int | None:
        """How many days it lasts; None: until it is revoked."""
        lasts = self.cleaned_data["lasts"]
        return None if lasts == NEVER else int(lasts)


def name_taken() -> str:
    return _("You have a token of this name.")
