"""The password that deletes an account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workouts.accounts.models import User

# A hash of more than this is not worth the processor's time; twin of AUTH_PASSWORD_VALIDATORS.
MAX_PASSWORD = 128


class DeleteForm(forms.Form):
    """The password once more, beside a box to tick: neither a slip of the finger nor a phone left lying deletes."""

    sure = forms.BooleanField(
        label=_("Delete everything listed here. Nobody can bring it back."),
        error_messages={"required": _("Tick this if you want it.")},
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=MAX_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Type your password.")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("This is not your password."), code="incorrect_password")
        return password
