"""Settings, and (`under_accounts`) what of allauth's routes is used here."""

from allauth.account import urls as allauth
from django.urls import URLPattern, path

from workouts.accounts import views
from workouts.accounts.limits import honest

app_name = "accounts"
urlpatterns = [
    path("accounts/arrived/", views.arrived, name="arrived"),
    path("settings/", views.settings, name="settings"),
    path("settings/preferences/", views.preferences, name="preferences"),
    path("settings/body-weight/", views.body_weight, name="body_weight"),
    path("settings/body-weight/<uuid:uid>/", views.edit_body_weight, name="edit_body_weight"),
    path("settings/body-weight/<uuid:uid>/delete/", views.delete_body_weight, name="delete_body_weight"),
    path("settings/body-weight/<uuid:uid>/restore/", views.restore_body_weight, name="restore_body_weight"),
    path("settings/equipment/", views.gear, name="gear"),
    path("settings/equipment/plates/kg/", views.plates, {"unit": "kg"}, name="plates_kg"),
    path("settings/equipment/plates/lb/", views.plates, {"unit": "lb"}, name="plates_lb"),
    path("settings/equipment/exercises/", views.choose_gear, name="choose_gear"),
    path("settings/equipment/exercises/<uuid:uid>/drop/", views.drop_choice, name="drop_choice"),
    path("settings/equipment/exercises/<uuid:uid>/restore/", views.restore_choice, name="restore_choice"),
    path("settings/equipment/bar/", views.new_gear, {"kind": "bar"}, name="new_bar"),
    path("settings/equipment/sled/", views.new_gear, {"kind": "sled"}, name="new_sled"),
    path("settings/equipment/stack/", views.new_gear, {"kind": "stack"}, name="new_stack"),
    path("settings/equipment/dumbbells/", views.new_gear, {"kind": "dumbbells"}, name="new_dumbbells"),
    path("settings/equipment/<uuid:uid>/", views.edit_gear, name="edit_gear"),
    path("settings/equipment/<uuid:uid>/delete/", views.delete_gear, name="delete_gear"),
    path("settings/equipment/<uuid:uid>/restore/", views.restore_gear, name="restore_gear"),
    path("settings/tokens/", views.tokens, name="tokens"),
    path("settings/tokens/<uuid:uid>/revoke/", views.revoke_token, name="revoke_token"),
    path("settings/email/code/", views.verify, name="verify"),
    path("settings/email/code/send/", views.send_code, name="send_code"),
]

# Confirmation by link and sign-in by code are not offered; the page for the address is our own.
_NOT_USED = {
    "account_confirm_email",
    "account_email_verification_sent",
    "account_confirm_login_code",
    "account_email",
}


def _honest(route: URLPattern) -> URLPattern:
    return URLPattern(route.pattern, honest(route.callback), route.default_args, route.name)


# Without a namespace: allauth and Django look them up by allauth's own names.
under_accounts = [
    path("email/", views.email, name="account_email"),
    *(_honest(route) for route in allauth.urlpatterns if route.name not in _NOT_USED),
]
