"""Access, form, action, answer."""

from workouts.accounts.views.arriving import arrived
from workouts.accounts.views.gear import (
    choose_gear,
    delete_gear,
    drop_choice,
    edit_gear,
    gear,
    new_gear,
    plates,
    restore_choice,
    restore_gear,
)
from workouts.accounts.views.settings import (
    body_weight,
    delete_body_weight,
    edit_body_weight,
    email,
    preferences,
    restore_body_weight,
    send_code,
    settings,
    verify,
)
from workouts.accounts.views.tokens import revoke_token, tokens

__all__ = [
    "arrived",
    "body_weight",
    "choose_gear",
    "delete_body_weight",
    "delete_gear",
    "drop_choice",
    "edit_body_weight",
    "edit_gear",
    "email",
    "gear",
    "new_gear",
    "plates",
    "preferences",
    "restore_body_weight",
    "restore_choice",
    "restore_gear",
    "revoke_token",
    "send_code",
    "settings",
    "tokens",
    "verify",
]
