"""The shapes of what is typed about an account."""

from workouts.accounts.forms.body_weight import BodyWeightForm
from workouts.accounts.forms.fields import DayField, ZoneField
from workouts.accounts.forms.preferences import PreferencesForm
from workouts.accounts.forms.sign_in import (
    ChangePasswordForm,
    CodeForm,
    EmailForm,
    NewPasswordForm,
    ReauthenticateForm,
    ResetForm,
    SetPasswordForm,
    SignInForm,
    SignUpForm,
)

__all__ = [
    "BodyWeightForm",
    "ChangePasswordForm",
    "CodeForm",
    "DayField",
    "EmailForm",
    "NewPasswordForm",
    "PreferencesForm",
    "ReauthenticateForm",
    "ResetForm",
    "SetPasswordForm",
    "SignInForm",
    "SignUpForm",
    "ZoneField",
]
