"""What people type about their account. The rules are allauth's and the models'; labels and bounds are ours."""

from collections.abc import Iterable
from typing import Any

from allauth.account import forms as allauth
from crispy_forms.bootstrap import InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from workouts.accounts import zones
from workouts.accounts.actions import note_zone
from workouts.accounts.models import Preferences, User

PASSWORD_HELP = _("At least 8 characters. A few words in a row are good, and easy to remember.")


class ZoneField(forms.Field):
    """The browser's time zone, filled in by script. She cannot see it, so a wrong one is dropped, not an error."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput(attrs={"data-zone": ""}))

    def to_python(self, value: Any) -> str:
        return value if isinstance(value, str) and zones.is_known(value) else ""


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
        _plain(self, oldpassword=_("Present password"), password1=_("New password"))
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


AS_DEVICE = "device"


def _times() -> Iterable[tuple[int, str]]:
    return [(number, str(number)) for number in range(1, 8)]


class PreferencesForm(forms.ModelForm[Preferences]):
    """Units, zone, weekly goal, appearance. Unless a zone is chosen it follows the browser's (`device_zone`)."""

    zone = forms.ChoiceField(label=_("Time zone"))
    device_zone = ZoneField()
    goal_low = forms.TypedChoiceField(label=_("At least"), choices=_times, coerce=int)
    goal_high = forms.TypedChoiceField(label=_("At most"), choices=_times, coerce=int)

    class Meta:
        model = Preferences
        fields = ["unit", "goal_low", "goal_high", "zone", "theme"]
        widgets = {"unit": forms.RadioSelect, "theme": forms.RadioSelect}
        help_texts = {
            "unit": _("For new sets and for what is shown. What you typed stays as you typed it."),
            "theme": _("For all your devices; the switch at the foot of each page is for that device alone."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = self.instance.zone
        grouped = zones.grouped()
        listed = any(now == name for _region, cities in grouped for name, _city in cities)
        kept = [] if listed else [(now, now)]
        zone = self.fields["zone"]
        assert isinstance(zone, forms.ChoiceField)  # noqa: S101  # declared above
        zone.choices = [(AS_DEVICE, _("As this device has it (now %(zone)s)") % {"zone": now}), *kept, *grouped]
        if not self.instance.zone_chosen:
            self.initial["zone"] = AS_DEVICE
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(
            InlineRadios("unit"),
            Fieldset(_("Leg days a week"), Row("goal_low", "goal_high")),
            "zone",
            "device_zone",
            InlineRadios("theme"),
        )
        self.helper.add_input(Submit("save", _("Save")))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        chosen = cleaned.get("zone")
        self.instance.zone_chosen = chosen != AS_DEVICE
        if chosen == AS_DEVICE:
            cleaned["zone"] = cleaned.get("device_zone") or self.instance.zone
        low, high = cleaned.get("goal_low"), cleaned.get("goal_high")
        if low and high and low > high:
            self.add_error("goal_high", _("This cannot be less than the number before it."))
        return cleaned
