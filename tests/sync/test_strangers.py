"""Row T31 for sync: the owner's ids in another lifter's body and query name nothing, and nothing of hers changes."""

import json

import pytest
from django.test import Client

from tests import isolation
from tests.isolation import CANARY, World
from tests.sync import wire
from tests.sync.wire import SYNC, Device, Json
from workouts.accounts.models import User
from workouts.log import actions
from workouts.log.models import Change, LoggedSet, Mutation, StickyNote

pytestmark = pytest.mark.django_db


@pytest.fixture
def the(owner: User, content: None, as_owner: Client) -> World:
    the = isolation.world(owner, as_owner)
    actions.put_note(by=owner, exercise=the.exercise, text=CANARY)
    return the


def hers(owner: User) -> dict[str, list[Json]]:
    """All rows of the owner's."""
    return {
        model: [row for row in rows if row.get("owner_id") == owner.pk]
        for model, rows in isolation.fingerprint().items()
    }


def on_her_rows(the: World) -> list[Json]:
    """Every op on every row of hers, and rows that would hang on hers."""
    rows = {
        "workout": str(the.workout.uid),
        "exercise": str(the.performed.uid),
        "set": str(the.logged.uid),
        "note": str(StickyNote.objects.get().uid),
    }
    moves = [wire.op(name, kind, row) for kind, row in rows.items() for name in ("delete", "restore")]
    moves.append(wire.op("restore", "workout", str(the.deleted.uid)))
    moves += [wire.put(kind, row, base=0, note="x") for kind, row in rows.items() if kind != "note"]
    moves += [
        wire.put("note", rows["note"], text="x"),
        wire.exercise({"row": rows["workout"]}),
        wire.one_set({"row": rows["exercise"]}),
        wire.put("note", exercise=the.exercise.slug, text="x"),
        wire.workout(routine=the.routine.slug),
    ]
    return moves


def test_nothing_can_be_done_to_her_rows(the: World, stranger: Device) -> None:
    before = hers(the.owner)
    own = wire.workout()
    answer = stranger.push([*on_her_rows(the), own, wire.exercise(own, the.exercise.slug)])
    statuses = [each["status"] for each in answer["results"]]
    assert [status for status in statuses if status != "rejected"] == ["applied"], "her own workout alone"
    codes = {each["problem"]["code"] for each in answer["results"] if "problem" in each}
    assert codes == {"unknown-row", "unknown-parent", "unknown-exercise", "unknown-routine"}
    assert CANARY not in json.dumps(answer).replace(the.exercise.slug, "").replace(the.routine.slug, "")
    assert hers(the.owner) == before


def test_an_id_that_never_was_gets_the_same_answer(the: World, stranger: Device) -> None:
    for row in (str(the.logged.uid), wire.new_id()):
        problem = stranger.push([wire.op("delete", "set", row)])["results"][0]["problem"]
        assert problem == {**problem, "code": "unknown-row", "detail": "This entry is not on the site."}


def test_the_same_id_may_be_a_row_of_both(the: World, stranger: Device) -> None:
    """Ids are the owner's: an export read into another account collides with nobody."""
    before = hers(the.owner)
    workout, exercise = wire.begun()
    twin = wire.one_set(exercise) | {"row": str(the.logged.uid)}
    mutation = {**twin, "id": str(Mutation.objects.filter(owner=the.owner).latest("pk").uid)}
    assert stranger.statuses([workout, exercise, mutation]) == ["applied"] * 3
    assert LoggedSet.objects.filter(uid=the.logged.uid).count() == 2
    assert hers(the.owner) == before


def test_her_account_s_name_and_revisions_open_nothing(the: World, stranger: Device) -> None:
    rev = Change.objects.filter(owner=the.owner).latest("rev").rev
    for query in ({"cursor": str(rev)}, {"cursor": "0", "account": str(the.owner.uid)}, {"page": str(the.workout.uid)}):
        answer = stranger.browser.get(SYNC, query)
        assert CANARY not in answer.content.decode()
        assert answer.status_code in {200, 400}
    body = stranger.body(on_her_rows(the), account=str(the.owner.uid), client=wire.new_id())
    assert stranger.post(body).status_code == 409
    session = stranger.browser.get("/api/v1/session").json()
    assert (session["account"], session["rev"]) == (str(stranger.user.uid), 0)


def test_two_tabs_of_two_people(the: World, owner: User, stranger: Device) -> None:
    """The page is the owner's, the cookie by now the other's: her queue stays hers."""
    phone = Device(owner)
    body = phone.body([wire.workout(title="hers")])
    phone.browser.cookies.update(stranger.browser.cookies)
    before = isolation.fingerprint()
    assert phone.post(body).status_code == 409
    assert isolation.fingerprint() == before
