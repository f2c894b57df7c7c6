"""Row T22: pulls by cursor and snapshots by page, with cursors that were made up, and while others write."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests import factories
from tests.sources import ROOT
from tests.sync import wire
from tests.sync.wire import SYNC, Device, Json
from tests.sync.writers import crowd
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.ids import new_id
from workouts.log.models import Change, LoggedSet, Workout
from workouts.sync.schemas import Pulled, Snapshot

pytestmark = pytest.mark.django_db

# Session, account, where it stands; two a kind of the workout, and of the page.
STATEMENTS = 11


@pytest.fixture
def trained(owner: User, phone: Device) -> Device:
    """A phone of a lifter with 40 imported workouts, one typed in a form and one from a device; some deleted."""
    factories.history(by=owner, exercise=Exercise.objects.get(slug="barbell-squat"), workouts=40)
    factories.performed(by=owner, exercise=Exercise.objects.get(slug="leg-press"), sets=[factories.draft(rir=2)])
    for row in Workout.objects.order_by("pk")[:5]:
        actions.delete_workout(by=owner, workout=row)
    note = wire.put("note", exercise="leg-press", text="seat 4")
    phone.push([*wire.begun(sets=2), note], cursor=None)
    return phone


@pytest.mark.parametrize("limit", [1, 2, 7, 100, 499, 500])
def test_pages_of_any_size_show_the_same(owner: User, trained: Device, limit: int) -> None:
    by_cursor, by_page = Device(owner), Device(owner)
    by_cursor.pull(limit=limit)
    by_page.snapshot(limit=limit)
    for kind, count in {"workout": 37, "exercise": 37, "set": 143, "note": 1}.items():
        assert len(by_page.live(kind)) == count
        assert by_cursor.live(kind) == by_page.live(kind)
    assert by_cursor.cursor == by_page.cursor


def test_one_workout_comes_whole_with_the_first_page(trained: Device, django_assert_max_num_queries: Any) -> None:
    wanted = LoggedSet.objects.live().latest("pk").performed.workout
    query: Json = {"first": str(wanted.uid), "limit": 1}
    with django_assert_max_num_queries(STATEMENTS):
        answer = trained.browser.get(SYNC, query).json()
    Snapshot.model_validate(answer)
    kinds = [row["kind"] for row in answer["rows"]]
    assert answer["whole"] == str(wanted.uid) == answer["rows"][0]["row"]
    assert kinds == ["workout", "exercise", "set", "set", "workout"], "and the one row of the page itself"
    following = trained.browser.get(SYNC, query | {"page": answer["page"]}).json()
    assert (len(following["rows"]), "whole" in following) == (1, False)


def test_a_workout_that_is_nobody_s_business_does_not_come_first(owner: User, trained: Device, other: User) -> None:
    hers = factories.workout(by=other)
    gone = Workout.objects.filter(owner=owner, deleted_at__isnull=False)[0]
    for uid in (hers.uid, gone.uid, new_id()):
        query: Json = {"first": str(uid), "limit": 1}
        answer = trained.browser.get(SYNC, query).json()
        assert ("whole" in answer, len(answer["rows"])) == (False, 1)
    assert trained.browser.get(SYNC, {"first": "mine"}).status_code == 422


def test_revisions_rise_without_a_gap(trained: Device) -> None:
    answer = trained.browser.get(SYNC, {"cursor": 0}).json()
    Pulled.model_validate(answer)
    assert [change["rev"] for change in answer["changes"]] == list(range(1, answer["rev"] + 1))
    assert (answer["cursor"], answer["more"]) == (answer["rev"], False)


def test_parents_come_before_children(trained: Device) -> None:
    page, known = "", set()
    while page is not None:
        answer = trained.browser.get(SYNC, {"limit": 50} | ({"page": page} if page else {})).json()
        Snapshot.model_validate(answer)
        for row in answer["rows"]:
            parent = row["fields"].get("workout") or row["fields"].get("performed")
            assert parent is None or parent in known
            known.add(row["row"])
            assert row["rev"] == Change.objects.filter(row=row["row"]).latest("rev").rev
        page = answer["page"]


def test_what_changes_between_two_pages_comes_as_changes(owner: User, trained: Device) -> None:
    fresh = Device(owner)
    first = fresh.browser.get(SYNC, {"limit": 60}).json()
    gone = first["rows"][0]["row"]
    trained.cursor = None
    trained.push([wire.op("delete", "workout", gone), *wire.begun(sets=1)])
    second = fresh.browser.get(SYNC, {"limit": 500, "page": first["page"]}).json()
    assert second["rev"] == first["rev"]
    for row in [*first["rows"], *second["rows"]]:
        fresh.rows[row["row"]] = {wire.KIND: row["kind"], wire.DELETED: False, **row["fields"]}
    assert second["page"] is None
    fresh.cursor = first["rev"]
    fresh.pull()
    whole = Device(owner)
    whole.snapshot()
    for kind in ("workout", "exercise", "set", "note"):
        assert fresh.live(kind) == whole.live(kind)


def forged(token: str, **changed: Any) -> str:
    """The page token with another content and the old signature."""
    body, *signature = token.split(":")
    inside = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    inside = [changed.get(name, value) for name, value in zip(("epoch", "rev", "kind", "last"), inside, strict=True)]
    return ":".join([base64.urlsafe_b64encode(json.dumps(inside).encode()).decode().rstrip("="), *signature])


def test_cursors_and_pages_that_were_made_up(trained: Device, stranger: Device) -> None:
    rev = trained.browser.get(SYNC, {"cursor": 0}).json()["rev"]
    page = trained.browser.get(SYNC, {"limit": 5}).json()["page"]
    wrong: list[Json] = [
        {"cursor": text} for text in (rev + 1, 2**63, "9" * 5000, "-1", "1.5", "", " 1", "1_0", "１", "\x00", "NaN")
    ]
    wrong += [{"page": text} for text in ("", "x", page[:-1], forged(page, kind=2), forged(page, last=0), "9" * 5000)]
    for query in wrong:
        response = trained.browser.get(SYNC, query)
        assert response.status_code == 400, query
        assert (response.json()["code"], response.json()["epoch"]) == ("bad-cursor", trained.epoch)
    assert stranger.browser.get(SYNC, {"page": page}).status_code == 400, "another account's page"
    assert stranger.browser.get(SYNC, {"cursor": rev}).status_code == 400
    assert stranger.browser.get(SYNC, {"cursor": 0}).json()["changes"] == []
    for limit in ("0", "501", "-1", "x", "1e9"):
        assert trained.browser.get(SYNC, {"cursor": 0, "limit": limit}).status_code == 422


def test_an_import_under_way_is_not_seen(owner: User, phone: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    from workouts.log.actions.staging import Staging

    seen = []
    real = Staging.reveal

    def look(self: Staging, *args: Any, **kwargs: Any) -> None:
        seen.append(phone.browser.get(SYNC, {"cursor": 0}).json())
        seen.append(phone.browser.get(SYNC).json())
        real(self, *args, **kwargs)

    monkeypatch.setattr(Staging, "reveal", look)
    factories.history(by=owner, exercise=Exercise.objects.get(slug="leg-press"), workouts=3)
    assert seen[0]["changes"] == seen[1]["rows"] == []
    phone.pull()
    assert len(phone.live("set")) == LoggedSet.objects.live().count() == 12


# --- while eight write -----------------------------------------------------------------------------------------


def whole(report: Json) -> None:
    assert report["failures"] == []
    assert report["seen"] == list(range(1, report["rev"] + 1)), "no change was missed, and none came out of order"
    assert report["rev"] >= 480
    assert report["rows"] == report["written"], "and every row is on the device that pulled"


@pytest.mark.alone
def test_a_pull_misses_nothing_while_eight_write_on_sqlite(tmp_path: Path) -> None:
    """On a file, as the product has it: the tests' own SQLite lives in memory and locks otherwise."""
    knobs = {"DATABASE_URL": f"sqlite:///{tmp_path / 'crowd.sqlite3'}", "DJANGO_SETTINGS_MODULE": "legday.settings"}
    command = [sys.executable, "-m", "tests.sync.writers"]
    environment = {**os.environ, **knobs}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    whole(json.loads(done.stdout.splitlines()[-1]))


if "postgresql" in settings.DATABASES["default"]["ENGINE"]:

    @pytest.mark.django_db(transaction=True)
    def test_a_pull_misses_nothing_while_eight_write_on_a_server() -> None:
        whole(crowd())
