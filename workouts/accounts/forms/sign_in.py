"""What people type to sign in and up, and about address and password. The rules are allauth's; labels are ours."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from workouts.accounts.actions import note_zone
from workouts.accounts.forms.fields import ZoneField
from workouts.accounts.models import User

PASSWORD_HELP = _("At least 8 characters. A few words in a row are good, and easy to remember.")


def _plain(form: forms.BaseForm, **labels: Any) -> None:
    """Our labels above the fields, nothing inside them (allauth repeats the label there), and no help of allauth's."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""
        field.label = labels.get(name, field.label)


def _only_once(form: forms.BaseForm) -> None:
    """One field for a new password: a slip of the finger is mended by a reset, typing it twice mends little."""
    form.fields.pop("password2", None)
    form.fields["password1"].help_text = PASSWORD_HELP


class SignInForm(allauth.LoginForm):  # type: ignore[misc]  # allauth has no types
    zone = ZoneField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, login=_("E-mail address"), password=_("Password"))
        self.fields["login"].widget.attrs["autocomplete"] = "username"

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        response: HttpResponse = super().login(request, redirect_url=redirect_url)
        if isinstance(request.user, User) and self.cleaned_data["zone"]:
            note_zone(by=request.user, zone=self.cleaned_data["zone"])
        return response


class SignUpForm(allauth.SignupForm):  # type: ignore[misc]  # allauth has no types
    # 254 is what the columns hold; allauth's own field lets 320 through, which PostgreSQL then refuses.
    email = allauth.EmailField(max_length=254)
    zone = ZoneField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, email=_("E-mail address"), password1=_("Password"))
        _only_once(self)

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """All of the account or nothing; a second tap on the button finds it made, and is sent to sign in."""
        try:
            with transaction.atomic():
                saved: tuple[User | None, HttpResponse | None] = super().try_save(request)
        except IntegrityError:
            return None, redirect("account_login")
        return saved


class ResetForm(allauth.ResetPasswordForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, email=_("E-mail address"))


class NewPasswordForm(allauth.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, password1=_("New password"))
        _only_once(self)


class SetPasswordForm(allauth.SetPasswordForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, password1=_("Password"))
        _only_once(self)


class ChangePasswordForm(allauth.ChangePasswordForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, oldpassword=_("Current password"), password1=_("New password"))
        _only_once(self)


class ReauthenticateForm(allauth.ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self, password=_("Password"))


class EmailForm(forms.Form):
    """The address to change to. Whether another account has it is told only to whoever can read its mail."""

    email = allauth.EmailField(label=_("New e-mail address"), max_length=254)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        _plain(self)
        self.fields["email"].help_text = _("We mail a code to it. Until you type that in, nothing changes.")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email == self.user.email:
            raise forms.ValidationError(_("This is the address of your account already."), code="same")
        return email


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=32,
        help_text=_("Six digits, from the mail."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
