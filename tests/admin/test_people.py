"""Accounts in the admin: superusers add them, switch them off and give rights; nobody deletes one here."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.admin.test_rights import url
from workouts.accounts.models import User

pytestmark = pytest.mark.django_db
NEW = {"email": "New.One@Legday.example", "usable_password": "true"}
PASSWORDS = {"password1": "squat-river-lamp-9", "password2": "squat-river-lamp-9"}


def test_a_superuser_adds_an_account_with_preferences(as_superuser: Client) -> None:
    answer = as_superuser.post(url(User, "add"), {**NEW, **PASSWORDS})
    assert answer.status_code == 302
    user = User.objects.get(email="new.one@legday.example")
    assert user.check_password("squat-river-lamp-9")
    assert user.preferences.unit == "kg"
    assert not user.is_staff


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": ""}, "email"),
        ({"email": "no address"}, "email"),
        ({"email": "OWNER@legday.example"}, "email"),
        ({"email": "x" * 5000 + "@legday.example"}, "email"),
        ({"password1": "short", "password2": "short"}, "password2"),
        ({"password2": "another-river-lamp-9"}, "password2"),
        ({"password1": "password", "password2": "password"}, "password2"),
    ],
)
def test_a_bad_new_account(as_superuser: Client, owner: User, changes: dict[str, Any], field: str) -> None:
    before = User.objects.count()
    answer = as_superuser.post(url(User, "add"), {**NEW, **PASSWORDS, **changes})
    assert answer.status_code == 200
    assert field in answer.context["adminform"].form.errors
    assert User.objects.count() == before


def test_rights_are_given_and_an_account_is_switched_off(as_superuser: Client, owner: User) -> None:
    editors = Group.objects.get(name="Editors")
    as_superuser.post(url(User, "change", owner.pk), {"is_active": "on", "is_staff": "on", "groups": [editors.pk]})
    owner.refresh_from_db()
    assert (owner.is_staff, list(owner.groups.all())) == (True, [editors])
    as_superuser.post(url(User, "change", owner.pk), {})
    owner.refresh_from_db()
    assert (owner.is_active, owner.is_staff) == (False, False)


def test_the_page_shows_no_hash_and_does_not_change_the_address(as_superuser: Client, owner: User) -> None:
    page = as_superuser.get(url(User, "change", owner.pk)).content.decode()
    assert owner.password not in page
    assert "algorithm" not in page
    assert reverse("admin:auth_user_password_change", args=[owner.pk]) in page
    as_superuser.post(url(User, "change", owner.pk), {"is_active": "on", "email": "stolen@legday.example"})
    owner.refresh_from_db()
    assert owner.email == "owner@legday.example"


def test_a_password_is_set(as_superuser: Client, owner: User) -> None:
    page = reverse("admin:auth_user_password_change", args=[owner.pk])
    assert as_superuser.get(page).status_code == 200
    assert as_superuser.post(page, {**PASSWORDS, "usable_password": "true"}).status_code == 302
    owner.refresh_from_db()
    assert owner.check_password("squat-river-lamp-9")


def test_accounts_are_searched_and_never_deleted(as_superuser: Client, owner: User, other: User) -> None:
    assert list(as_superuser.get(url(User, "changelist"), {"q": "owner"}).context["cl"].result_list) == [owner]
    assert as_superuser.post(url(User, "delete", owner.pk), {"post": "yes"}).status_code == 403


def test_staff_with_the_right_on_paper_cannot_make_themselves_superusers(content: None, idle_staff: User) -> None:
    idle_staff.user_permissions.set(Permission.objects.filter(content_type__model="user"))
    client = cast.signed_in(idle_staff)
    assert client.get(url(User, "changelist")).status_code == 200
    answer = client.post(
        url(User, "change", idle_staff.pk), {"is_active": "on", "is_staff": "on", "is_superuser": "on"}
    )
    assert answer.status_code == 403
    idle_staff.refresh_from_db()
    assert not idle_staff.is_superuser
