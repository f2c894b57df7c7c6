"""Who sees what: editors the content and nothing else, idle staff nothing, lifters not even the door."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from tests import cast
from workouts.accounts.models import User
from workouts.management.commands.load_content import EDITED, update_editors
from workouts.models import (
    Change,
    Equipment,
    Exercise,
    ImportBatch,
    LoggedSet,
    Muscle,
    MuscleGroup,
    Mutation,
    PerformedExercise,
    Question,
    Routine,
    StickyNote,
    Workout,
)
from workouts.models import Client as Device

pytestmark = pytest.mark.django_db

CONTENT = [MuscleGroup, Muscle, Equipment, Exercise, Routine, Question]
RECORDS = [Workout, PerformedExercise, LoggedSet, StickyNote, Mutation, Change, Device, ImportBatch]
PEOPLE = [User, Group]


def url(model: type, page: str, *args: object) -> str:
    meta = model._meta  # type: ignore[attr-defined]  # models only
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=args)


def test_every_page_of_the_admin_is_in_one_of_these_lists() -> None:
    assert set(admin.site._registry) == {*CONTENT, *RECORDS, *PEOPLE}


def test_editors_have_the_rights_to_the_content_and_no_others(content: None) -> None:
    permissions = Group.objects.get(name="Editors").permissions
    expected = {f"{verb}_{model._meta.model_name}" for model in EDITED for verb in ("view", "add", "change", "delete")}
    assert set(permissions.values_list("codename", flat=True)) == expected
    assert permissions.count() == 4 * 12


def test_a_load_takes_back_what_was_added_to_the_group(content: None) -> None:
    group = Group.objects.get(name="Editors")
    before = set(group.permissions.values_list("pk", flat=True))
    group.permissions.clear()
    update_editors()
    assert set(group.permissions.values_list("pk", flat=True)) == before


@pytest.mark.parametrize("model", CONTENT)
def test_an_editor_opens_every_content_page(as_editor: Client, model: type) -> None:
    row = model._default_manager.first()  # type: ignore[attr-defined]
    for page in (url(model, "changelist"), url(model, "add"), url(model, "change", row.pk)):
        assert as_editor.get(page).status_code == 200
    assert as_editor.get(url(model, "history", row.pk)).status_code == 200


@pytest.mark.parametrize("model", [*RECORDS, *PEOPLE])
def test_an_editor_sees_nothing_else(as_editor: Client, owner: User, model: type) -> None:
    assert as_editor.get(url(model, "changelist")).status_code == 403
    assert as_editor.get(url(model, "add")).status_code == 403
    if model is User:
        assert as_editor.get(url(User, "change", owner.pk)).status_code in {302, 403}
        assert as_editor.get(reverse("admin:auth_user_password_change", args=[owner.pk])).status_code == 403


def _models_on_the_index(client: Client) -> set[str]:
    return set(re.findall(r'href="/admin/\w+/(\w+)/"', client.get(reverse("admin:index")).content.decode()))


def test_the_index_shows_an_editor_the_content_alone(as_editor: Client) -> None:
    assert _models_on_the_index(as_editor) == {model._meta.model_name for model in CONTENT}


@pytest.mark.parametrize("model", [*CONTENT, *RECORDS, *PEOPLE])
def test_idle_staff_see_nothing(content: None, idle_staff: User, model: type) -> None:
    client = cast.signed_in(idle_staff)
    assert client.get(url(model, "changelist")).status_code == 403
    assert _models_on_the_index(client) == set()


def test_a_lifter_is_turned_away(as_owner: Client) -> None:
    answer = as_owner.get(reverse("admin:index"), follow=True)
    assert answer.status_code == 403


def test_nobody_is_sent_to_the_site_s_own_sign_in(client: Client) -> None:
    """The admin has no second form to guess passwords at: the limits of the one hold."""
    answer = client.get(reverse("admin:index"), follow=True)
    path, _status = answer.redirect_chain[-1]
    assert path.startswith(reverse("account_login"))
    assert client.post(reverse("admin:login"), {"username": "a@b.example", "password": "x"}).status_code == 302
