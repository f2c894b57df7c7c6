"""Deleting the account: asked twice, limited, told once, and nothing of it is left (row T70)."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from legday.backup import deletions
from tests import cast, factories, isolation
from tests.cast import PASSWORD
from tests.isolation import CANARY
from tests.transfer import canaries
from workouts.accounts.deletion import NOBODY
from workouts.accounts.models import DeletedAccount, User
from workouts.log.models import Workout

pytestmark = pytest.mark.django_db
DELETE = "/settings/delete/"
SURE = {"sure": "on", "password": PASSWORD}


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Path) -> Path:
    settings.VAR = tmp_path
    return tmp_path


# --- the page ------------------------------------------------------------------------------------------------


def test_the_page_counts_what_goes_in_one_statement_more_than_any_page(
    owner: User, as_owner: Client, django_assert_max_num_queries: Any
) -> None:
    factories.history(by=owner, exercise=factories.exercise(), workouts=12, sets=3)
    with django_assert_max_num_queries(5):
        page = as_owner.get(DELETE).content.decode()
    text = " ".join(page.split())
    assert "<dt>Workouts</dt><dd>12</dd>" in text
    assert "<dt>Sets</dt><dd>36</dd>" in text
    assert 'href="/settings/data/"' in page
    assert "last superuser" not in page
    assert "Your edits as staff" not in page


def test_it_is_found_in_settings(as_owner: Client) -> None:
    assert f'href="{DELETE}"' in as_owner.get("/settings/").content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"sure": "on", "password": "wrong"}, "This is not your password."),
        ({"sure": "on", "password": ""}, "Type your password."),
        ({"sure": "on", "password": f"{PASSWORD} "}, "This is not your password."),
        ({"password": PASSWORD}, "Tick this if you want it."),
        ({}, "Tick this if you want it."),
        ({"sure": "on", "password": "x" * 129}, "at most 128 characters"),
    ],
)
def test_without_both_nothing_goes_and_it_says_why(
    owner: User, as_owner: Client, typed: dict[str, str], said: str
) -> None:
    factories.workout(by=owner)
    answer = as_owner.post(DELETE, typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert ("checked" in page) is ("sure" in typed)
    assert 'value="wrong"' not in page
    assert User.objects.filter(pk=owner.pk).exists()
    assert Workout.objects.count() == 1
    assert mail.outbox == []
    assert as_owner.get("/today/").status_code == 200


def test_guessing_the_password_here_is_limited(as_owner: Client, owner: User) -> None:
    for _ in range(5):
        assert as_owner.post(DELETE, {"sure": "on", "password": "wrong"}).status_code == 422
    refused = as_owner.post(DELETE, SURE)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "60")
    assert User.objects.filter(pk=owner.pk).exists()


def test_only_by_its_owner_and_only_by_post(owner: User, client: Client, as_owner: Client) -> None:
    assert client.post(DELETE, SURE).headers["Location"].startswith("/accounts/login/")
    assert as_owner.get(DELETE, SURE).status_code == 200
    assert as_owner.put(DELETE).status_code == 405
    assert User.objects.filter(pk=owner.pk).exists()


def test_a_page_of_another_site_cannot_do_it(owner: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(owner, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert browser.post(DELETE, SURE).status_code == 403
    assert User.objects.filter(pk=owner.pk).exists()


def test_who_has_no_password_sets_one_first(db: None) -> None:
    user = User.objects.create_user("made@legday.example")
    browser = cast.signed_in(user)
    page = browser.get(DELETE).content.decode()
    assert "/accounts/password/set/" in page
    assert 'type="password"' not in page
    assert browser.post(DELETE, {"sure": "on", "password": ""}).status_code == 422
    assert User.objects.filter(pk=user.pk).exists()


# --- what goes -----------------------------------------------------------------------------------------------


def test_every_row_that_leads_to_her_goes_and_nobody_else_s_changes(
    owner: User, other: User, as_owner: Client, as_other: Client
) -> None:
    canaries.plant(other, as_other)
    canaries.plant(owner, as_owner)
    before = canaries.rows_of(owner.pk)
    assert [name for name, count in before.items() if not count] == [], "a model without a row is not tested"
    theirs = canaries.everything_of(other)
    key, uid = owner.pk, owner.uid
    assert as_owner.post(DELETE, SURE).status_code == 200
    assert [name for name, count in canaries.rows_of(key).items() if count] == []
    assert canaries.everything_of(other) == theirs
    assert list(DeletedAccount.objects.values_list("uid", "day")) == [(uid, timezone.now().date())]


def test_the_canary_stands_in_every_field_for_words(owner: User, as_owner: Client) -> None:
    """Else the test above, and the search of the whole file, would prove less than they say."""
    canaries.plant(owner, as_owner)
    filled = canaries.fill(owner)
    for name in (
        "Workout.title", "Workout.note", "PerformedExercise.note", "LoggedSet.note", "StickyNote.text", "Change.fields",
        "Change.replaced", "Mutation.problem", "ImportBatch.file", "ImportBatch.file_name", "ImportBatch.answers",
        "BodyWeight.note", "Exercise.name", "Routine.name", "Prescription.note", "Gear.name", "LogEntry.object_repr",
        "Instruction.text", "ImportedName.name",
    ):  # fmt: skip
        assert name in filled, name


def test_she_is_signed_out_everywhere_and_sessions_that_name_her_are_gone(owner: User, other: User) -> None:
    here, phone, theirs = cast.signed_in(owner), cast.signed_in(owner), cast.signed_in(other)
    left = Client()
    left.post("/accounts/login/", {"login": owner.email, "password": PASSWORD})
    left.post("/accounts/logout/")
    waits = Client()
    session = waits.session
    session["email_code"] = {"email": owner.email}
    session.save()
    assert here.post(DELETE, SURE).status_code == 200
    for browser in (here, phone):
        assert browser.get("/today/").headers["Location"].startswith("/accounts/login/")
    assert theirs.get("/today/").status_code == 200
    kept = [each.get_decoded() for each in Session.objects.all()]
    assert [each.get("_auth_user_id") for each in kept] == [str(other.pk)]
    assert Client().post("/accounts/login/", {"login": owner.email, "password": PASSWORD}).status_code == 422


def test_counts_of_tries_and_files_go_with_her(owner: User, as_owner: Client) -> None:
    Client().post("/accounts/login/", {"login": owner.email, "password": "wrong"})
    isolation.world(owner, as_owner)
    as_owner.post("/accounts/password/change/", {"oldpassword": "wrong", "password1": "x"})
    kept = cache._cache  # type: ignore[attr-defined]  # the cache of the tests, in memory
    before = set(kept)
    assert as_owner.post(DELETE, SURE).status_code == 200
    by_visitor = {key for key in kept if ":ip:" in key}
    assert set(kept) == by_visitor, "what is counted by address of the network stays: it is the visitor's"
    assert before - set(kept)


def test_one_mail_says_so_to_the_address_that_it_was(owner: User, as_owner: Client) -> None:
    as_owner.post(DELETE, SURE)
    assert [message.to for message in mail.outbox] == [["owner@legday.example"]]
    assert mail.outbox[0].subject == "Your Legday account is deleted"
    assert "If it was not you" in str(mail.outbox[0].body)


def test_the_last_page_tells_this_browser_whose_log_to_clear(owner: User, as_owner: Client) -> None:
    answer = as_owner.post(DELETE, SURE)
    page = answer.content.decode()
    assert f'data-signed-out data-left="{owner.uid}" data-gone' in page
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert owner.email not in page


def test_the_address_is_free_again_for_an_account_that_has_nothing_of_the_old_one(
    owner: User, as_owner: Client, client: Client
) -> None:
    factories.workout(by=owner, title=CANARY)
    as_owner.post(DELETE, SURE)
    client.post("/accounts/signup/", {"email": owner.email, "password1": "five-plates-a-side"})
    again = User.objects.get(email=owner.email)
    assert again.uid != owner.uid
    assert CANARY not in client.get("/workouts/").content.decode()


def test_it_is_on_the_list_outside_of_the_database(owner: User, as_owner: Client, var: Path) -> None:
    as_owner.post(DELETE, SURE)
    assert deletions.read(var) == {(owner.uid, timezone.now().date())}


def test_a_list_that_cannot_be_written_stops_nothing(owner: User, as_owner: Client, settings: Any, var: Path) -> None:
    settings.VAR = var / "file"
    settings.VAR.write_text("no folder")
    assert as_owner.post(DELETE, SURE).status_code == 200
    assert not User.objects.filter(pk=owner.pk).exists()


# --- staff ---------------------------------------------------------------------------------------------------


def test_the_history_of_the_site_s_content_stays_without_a_name(owner: User, other: User) -> None:
    editor = User.objects.create_user("leaves@legday.example", PASSWORD, is_staff=True)
    squat = factories.exercise()
    kept = canaries.noted(by=editor, on=squat)
    canaries.noted(by=other, on=editor)
    canaries.noted(by=editor, on=editor)
    canaries.noted(by=other, on=owner)
    browser = cast.signed_in(editor)
    assert "Your edits as staff" in browser.get(DELETE).content.decode()
    browser.post(DELETE, SURE)
    left = {entry.pk: entry.user.uid for entry in LogEntry.objects.select_related("user")}
    assert left.pop(kept.pk) == NOBODY
    assert list(left.values()) == [other.uid], "what others did to her account named it"
    nobody = User.objects.get(uid=NOBODY)
    assert (nobody.is_active, nobody.is_staff, nobody.has_usable_password()) == (False, False, False)
    assert not LogEntry.objects.filter(object_repr__contains="leaves@").exists()


def test_two_who_leave_share_one_nobody(db: None) -> None:
    squat = factories.exercise()
    for name in ("one", "two"):
        editor = User.objects.create_user(f"{name}@legday.example", PASSWORD, is_staff=True)
        canaries.noted(by=editor, on=squat)
        cast.signed_in(editor).post(DELETE, SURE)
    assert User.objects.count() == 1
    assert LogEntry.objects.filter(user__uid=NOBODY).count() == 2


def test_the_last_superuser_may_go_and_is_told_what_that_means(db: None) -> None:
    boss = cast.superuser()
    browser = cast.signed_in(boss)
    assert "You are the last superuser." in browser.get(DELETE).content.decode()
    second = User.objects.create_superuser("second@legday.example", PASSWORD)
    assert "last superuser" not in browser.get(DELETE).content.decode()
    second.delete()
    assert browser.post(DELETE, SURE).status_code == 200
    assert not User.objects.exists()


# --- the list ------------------------------------------------------------------------------------------------


def test_the_list_survives_half_a_line_and_writes_nobody_twice(tmp_path: Path) -> None:
    day = datetime.date(2026, 11, 23)
    one, two, three = (User(email=f"{n}@legday.example").uid for n in range(3))
    deletions.add(tmp_path, {(one, day)})
    path = tmp_path / deletions.NAME
    with path.open("a") as file:
        file.write(f"2026-11-23  {str(two)[:20]}")
    deletions.add(tmp_path, {(one, day), (three, day)})
    assert deletions.read(tmp_path) == {(one, day), (three, day)}
    assert len(path.read_text().splitlines()) == 3
    assert path.stat().st_mode & 0o777 == 0o600
    assert deletions.read(tmp_path / "nowhere") == set()
