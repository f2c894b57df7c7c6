"""Equipment in settings: each kind's page, bad input by its field, other people's things, deletion."""

import re
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from workouts.accounts.models import ExerciseGear, Gear, User

pytestmark = pytest.mark.django_db

BAR = {"name": "Barbell", "weight": "20", "unit": "kg", "usual": "on"}
STACK = {"name": "Leg curl", "start": "5", "step": "5", "top": "100", "listed": "", "add_on": "2,5", "unit": "kg"}
DUMBBELLS = {"name": "Rack", "start": "", "step": "", "top": "", "listed": "2 4 6,5 10", "unit": "kg", "usual": "on"}
GOOD = {"bar": BAR, "sled": BAR | {"name": "Press", "weight": "0"}, "stack": STACK, "dumbbells": DUMBBELLS}
ODD = ["-1", "NaN", "1e3", "\x00", "🏋️", "٣", "<b>", "9" * 5_000, "1.234", "2201"]


FIELDS = [each.name for each in Gear._meta.get_fields() if each.concrete and each.name != "id"]


def post(client: Client, kind: str, **changed: str) -> Any:
    return client.post(f"/settings/equipment/{kind}/", {**GOOD[kind], **changed})


@pytest.mark.parametrize("kind", GOOD)
def test_each_kind_is_entered_shown_and_changed(owner: User, as_owner: Client, kind: str) -> None:
    assert as_owner.get(f"/settings/equipment/{kind}/").status_code == 200
    assert post(as_owner, kind)["Location"] == "/settings/equipment/"
    thing = Gear.objects.get(owner=owner)
    assert thing.kind == kind
    url = f"/settings/equipment/{thing.uid}/"
    assert GOOD[kind]["name"] in as_owner.get("/settings/equipment/").content.decode()
    assert as_owner.get(url).status_code == 200
    assert as_owner.post(url, {**GOOD[kind], "name": "Renamed"}).status_code == 302
    assert Gear.objects.get(owner=owner).name == "Renamed"


def test_both_decimal_marks_are_read(owner: User, as_owner: Client) -> None:
    post(as_owner, "stack")
    post(as_owner, "bar", weight="7,5")
    post(as_owner, "dumbbells")
    weights = {row.kind: (row.weight, row.add_on, row.listed) for row in Gear.objects.of(owner)}
    assert weights == {
        "stack": (0, Decimal("2.5"), ""), "bar": (Decimal("7.5"), None, ""), "dumbbells": (0, None, "2 4 6.5 10"),
    }  # fmt: skip


BAD = [("bar", "weight", text) for text in ["", *ODD]]
BAD += [("stack", field, text) for field in ("start", "step", "top") for text in ["", *ODD]]
BAD += [("stack", "add_on", text) for text in ["0", "51", *ODD]]
BAD += [
    ("dumbbells", "listed", text) for text in ["", "2 x 4", "2--4", "5,10,15", " ".join(map(str, range(200))), *ODD]
]
BAD += [(kind, "unit", text) for kind in GOOD for text in ("", "st", "KG", "\x00")]
BAD += [(kind, "name", text) for kind in GOOD for text in ("", "   ", "x" * 61, "\x00")]
BAD += [("stack", "step", "0"), ("stack", "step", "0.01"), ("stack", "top", "4"), ("stack", "listed", "5 10")]


@pytest.mark.parametrize(("kind", "field", "text"), BAD)
def test_bad_input_is_refused_by_its_field(owner: User, as_owner: Client, kind: str, field: str, text: str) -> None:
    answer = post(as_owner, kind, **{field: text})
    named = "start" if (field, text) == ("listed", "") else field
    assert answer.status_code == 422
    assert f'id="id_{named}_error"' in answer.content.decode()
    assert not Gear.objects.of(owner).exists()


@pytest.mark.parametrize("kind", GOOD)
def test_two_of_a_kind_have_two_names(owner: User, as_owner: Client, kind: str) -> None:
    post(as_owner, kind)
    answer = post(as_owner, kind)
    assert answer.status_code == 422
    assert "You have one of this name." in answer.content.decode()


def test_one_of_a_kind_is_the_usual_one(owner: User, as_owner: Client) -> None:
    fresh = as_owner.get("/settings/equipment/bar/").context["form"]
    assert fresh["usual"].value() is True, "the first one is"
    post(as_owner, "bar")
    post(as_owner, "bar", name="Short bar", weight="15")
    assert [row.name for row in Gear.objects.of(owner).filter(usual=True)] == ["Short bar"]


def test_plates_are_kept_in_pairs(owner: User, as_owner: Client) -> None:
    url = "/settings/equipment/plates/kg/"
    page = as_owner.get(url).content.decode()
    assert 'name="p25" value="5"' in page, "the usual ones stand there first"
    sent = {"p25": "1", "p20": "0", "p1_25": "2", "size_1": "7,5", "pairs_1": "1", "size_2": "", "pairs_2": ""}
    assert as_owner.post(url, sent).status_code == 302
    kept = {(row.weight, row.pairs) for row in Gear.objects.of(owner)}
    assert kept == {(Decimal(25), 1), (Decimal("1.25"), 2), (Decimal("7.5"), 1)}
    assert "1 × 25, 1 × 7.5, 2 × 1.25" in as_owner.get("/settings/equipment/").content.decode()
    assert 'value="7.5"' in as_owner.get(url).content.decode()
    assert as_owner.post(url, {}).status_code == 302
    assert not Gear.objects.of(owner).exists(), "all at 0: the usual ones are back"


PLATES = [("p25", text) for text in ["-1", "11", "1.5", "1,5", "x", "\x00", "9" * 5_000, "٣"]]
PLATES += [("size_1", text) for text in ["-1", "x", "51", "0.3", "25", "1e1"]]


@pytest.mark.parametrize(("field", "text"), PLATES)
def test_odd_plates_are_refused_by_their_field(owner: User, as_owner: Client, field: str, text: str) -> None:
    answer = as_owner.post("/settings/equipment/plates/kg/", {"pairs_1": "1", "size_1": "3", field: text})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not Gear.objects.of(owner).exists()


def test_no_bar_holds_a_whole_gym(as_owner: Client) -> None:
    every = dict.fromkeys(["p25", "p20", "p15", "p10", "p5"], "10")
    answer = as_owner.post("/settings/equipment/plates/kg/", every)
    assert answer.status_code == 422
    assert "At most 40 pairs in all" in answer.content.decode()


def test_an_exercise_of_its_own_thing(owner: User, as_owner: Client) -> None:
    squat = factories.exercise()
    post(as_owner, "bar", exercise=str(squat.pk))
    choice = ExerciseGear.objects.get(owner=owner)
    assert (choice.exercise, choice.gear.name) == (squat, "Barbell")
    post(as_owner, "sled")
    press = Gear.objects.get(kind="sled")
    as_owner.post("/settings/equipment/exercises/", {"exercise": squat.pk, "gear": press.pk})
    assert ExerciseGear.objects.get(owner=owner).gear == press
    as_owner.post(f"/settings/equipment/exercises/{ExerciseGear.objects.get().uid}/drop/")
    assert not ExerciseGear.objects.exists()


def test_deleting_a_thing_takes_its_choices_and_nothing_else(owner: User, as_owner: Client) -> None:
    squat = factories.exercise()
    row = factories.performed(by=owner, exercise=squat, sets=[factories.draft()])
    post(as_owner, "bar", exercise=str(squat.pk))
    thing = Gear.objects.get()
    url = f"/settings/equipment/{thing.uid}/delete/"
    assert as_owner.get(url).status_code == 405
    assert as_owner.post(url).status_code == 302
    assert not Gear.objects.exists()
    assert not ExerciseGear.objects.exists()
    assert row.logged_sets.count() == 1


def undo(page: Any) -> str:
    """Where the message's button posts to."""
    found = re.search(r'action="(/settings/equipment/[^"]+/restore/)"', page.content.decode())
    assert found
    return found[1]


def test_a_deleted_thing_comes_back_with_its_choices(owner: User, as_owner: Client) -> None:
    post(as_owner, "stack")
    thing = Gear.objects.get(owner=owner)
    before = Gear.objects.filter(owner=owner).values(*FIELDS).get()
    exercise = factories.exercise()
    ExerciseGear.objects.create(owner=owner, exercise=exercise, gear=thing)
    back = undo(as_owner.post(f"/settings/equipment/{thing.uid}/delete/", follow=True))
    assert not Gear.objects.filter(owner=owner).exists()
    assert "Leg curl is back." in as_owner.post(back, follow=True).content.decode()
    assert Gear.objects.filter(owner=owner).values(*FIELDS).get() == before
    assert ExerciseGear.objects.get(owner=owner).exercise == exercise
    assert as_owner.post(back).status_code == 302  # pressed twice
    assert Gear.objects.filter(owner=owner).count() == 1


def test_a_thing_that_comes_back_takes_nobody_s_place(owner: User, as_owner: Client) -> None:
    post(as_owner, "bar")
    thing, exercise = Gear.objects.get(owner=owner), factories.exercise()
    ExerciseGear.objects.create(owner=owner, exercise=exercise, gear=thing)
    back = undo(as_owner.post(f"/settings/equipment/{thing.uid}/delete/", follow=True))
    post(as_owner, "bar", name="Another")
    other = Gear.objects.get(owner=owner)
    ExerciseGear.objects.create(owner=owner, exercise=exercise, gear=other)
    as_owner.post(back)
    assert dict(Gear.objects.filter(owner=owner).values_list("name", "usual")) == {"Another": True, "Barbell": False}
    assert ExerciseGear.objects.get(owner=owner).gear == other


def chosen(owner: User, client: Client) -> ExerciseGear:
    """Squats, done with a bar of hers."""
    post(client, "bar", exercise=str(factories.exercise().pk))
    return ExerciseGear.objects.get(owner=owner)


def drop(client: Client, choice: ExerciseGear) -> str:
    """Removes it; where the button that takes this back posts to."""
    return undo(client.post(f"/settings/equipment/exercises/{choice.uid}/drop/", follow=True))


def test_a_choice_that_was_removed_comes_back(owner: User, as_owner: Client) -> None:
    choice = chosen(owner, as_owner)
    back = drop(as_owner, choice)
    assert not ExerciseGear.objects.filter(owner=owner).exists()
    assert f"{choice.exercise.name} is done with: Barbell." in as_owner.post(back, follow=True).content.decode()
    again = ExerciseGear.objects.get(owner=owner)
    assert (again.uid, again.exercise, again.gear) == (choice.uid, choice.exercise, choice.gear)
    assert as_owner.post(back).status_code == 302  # pressed twice


def test_a_choice_that_comes_back_takes_nobody_s_place(owner: User, as_owner: Client) -> None:
    choice = chosen(owner, as_owner)
    back = drop(as_owner, choice)
    post(as_owner, "bar", name="Another")
    other = Gear.objects.get(owner=owner, name="Another")
    ExerciseGear.objects.create(owner=owner, exercise=choice.exercise, gear=other)
    as_owner.post(back)
    assert ExerciseGear.objects.get(owner=owner).gear == other


def test_a_choice_of_a_thing_that_is_gone_stays_away_and_it_is_said(owner: User, as_owner: Client) -> None:
    choice = chosen(owner, as_owner)
    back = drop(as_owner, choice)
    as_owner.post(f"/settings/equipment/{choice.gear.uid}/delete/", follow=True)
    assert "deleted by now" in as_owner.post(back, follow=True).content.decode()
    assert not ExerciseGear.objects.exists()


def test_a_name_that_was_given_away_is_said_and_the_way_back_stays(owner: User, as_owner: Client) -> None:
    post(as_owner, "bar")
    back = undo(as_owner.post(f"/settings/equipment/{Gear.objects.get(owner=owner).uid}/delete/", follow=True))
    post(as_owner, "bar")
    page = as_owner.post(back, follow=True)
    assert "You have one of this name by now" in page.content.decode()
    taken = Gear.objects.get(owner=owner)
    as_owner.post(f"/settings/equipment/{taken.uid}/", {**BAR, "name": "Renamed"})
    assert as_owner.post(undo(page), follow=True).status_code == 200
    assert set(Gear.objects.filter(owner=owner).values_list("name", flat=True)) == {"Barbell", "Renamed"}


def test_what_another_session_deleted_does_not_come_back_here(owner: User, as_owner: Client, as_other: Client) -> None:
    post(as_owner, "bar")
    thing = Gear.objects.get(owner=owner)
    as_owner.post(f"/settings/equipment/{thing.uid}/delete/")
    assert as_other.post(f"/settings/equipment/{thing.uid}/restore/").status_code == 404
    assert not Gear.objects.exists()


def test_other_people_s_things_do_not_exist(owner: User, other: User, as_owner: Client, as_other: Client) -> None:
    squat, hers = factories.exercise(), factories.exercise(slug="my-own", name="Own", owner=owner)
    post(as_owner, "bar", exercise=str(squat.pk))
    thing, choice = Gear.objects.get(), ExerciseGear.objects.get()
    for url in (
        f"{thing.uid}/",
        f"{thing.uid}/delete/",
        f"exercises/{choice.uid}/drop/",
        f"exercises/{choice.uid}/restore/",
        f"{uuid4()}/",
    ):
        assert as_other.post(f"/settings/equipment/{url}", BAR).status_code == 404
    post(as_other, "bar")
    mine = Gear.objects.get(owner=other)
    for exercise, gear, field in ((squat, thing, "gear"), (hers, mine, "exercise")):
        answer = as_other.post("/settings/equipment/exercises/", {"exercise": exercise.pk, "gear": gear.pk})
        assert answer.status_code == 422
        assert f'id="id_{field}_error"' in answer.content.decode()
    assert (Gear.objects.of(owner).count(), ExerciseGear.objects.count()) == (1, 1)


def test_plates_have_one_page_and_none_each(owner: User, as_owner: Client) -> None:
    as_owner.post("/settings/equipment/plates/kg/", {"p25": "1"})
    assert as_owner.get(f"/settings/equipment/{Gear.objects.get().uid}/").status_code == 404


def test_pounds_for_somebody_who_counts_in_pounds(owner: User, as_owner: Client) -> None:
    owner.preferences.unit = "lb"
    owner.preferences.save()
    page = as_owner.get("/settings/equipment/bar/").content.decode()
    assert 'name="weight" value="45"' in page
    assert '<option value="lb" selected>' in page
