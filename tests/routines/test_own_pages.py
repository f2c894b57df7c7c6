"""/my/routines/: made hers, changed without script, deleted and brought back."""

import pytest
from django.test import Client

from tests.pages.reading import Page
from tests.training.helpers import fields
from workouts.accounts.models import User
from workouts.routines import actions
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db
URL = "/my/routines/my-leg-day/"


@pytest.fixture
def own(owner: User, leg_day: Routine) -> Routine:
    return actions.copy_routine(by=owner, routine=leg_day)


def slugs(routine: Routine) -> list[str]:
    return list(routine.prescriptions.order_by("position").values_list("exercise__slug", flat=True))


def opened(client: Client) -> dict[str, str]:
    return fields(client.get(URL).content.decode())


def press(client: Client, do: str, **changes: str) -> int:
    return client.post(URL, {**opened(client), "do": do, **changes}).status_code


def test_the_site_s_page_leads_here_and_she_makes_it_hers(as_owner: Client, leg_day: Routine) -> None:
    assert "/my/routines/?from=leg-day" in Page(as_owner.get("/routines/leg-day/")).links()
    assert "/my/routines/" in Page(as_owner.get("/settings/")).links()
    assert "Make it yours" in Page(as_owner.get("/my/routines/?from=leg-day")).text
    answer = as_owner.post("/my/routines/", {"from": "leg-day"})
    assert answer["Location"] == URL
    assert as_owner.get("/my/routines/?from=leg-day")["Location"] == URL
    assert "Your version of the site’s Leg day." in Page(as_owner.get("/my/routines/")).text


@pytest.mark.parametrize("slug", ["", "no-such", "my-leg-day"])
def test_only_the_site_s_are_copied(as_owner: Client, own: Routine, slug: str) -> None:
    assert as_owner.post("/my/routines/", {"from": slug}).status_code == 404


def test_saved_as_it_stands_nothing_changes(as_owner: Client, own: Routine) -> None:
    before = list(own.prescriptions.order_by("position").values_list("exercise", "sets", "low", "high", "target_rir"))
    assert press(as_owner, "save") == 302
    after = list(own.prescriptions.order_by("position").values_list("exercise", "sets", "low", "high", "target_rir"))
    assert after == before


def test_sets_range_rest_effort_superset_and_name(as_owner: Client, own: Routine) -> None:
    typed = {"sets": "5", "low": "5", "high": "8", "rest": "2:30", "rir": "1,5", "superset": "1"}
    changes = {f"line-0-{name}": value for name, value in typed.items()}
    assert press(as_owner, "save", name="Heavy", **changes) == 302
    row = own.prescriptions.get(position=1)
    assert (row.sets, row.low, row.high, row.rest_seconds, str(row.target_rir), row.superset) == (
        (5, 5, 8, 150, "1.5", 1)
    )
    own.refresh_from_db()
    assert own.name == "Heavy"


def test_moved_removed_added_and_swapped(as_owner: Client, own: Routine) -> None:
    first = slugs(own)
    assert press(as_owner, "down-0") == 302
    assert slugs(own) == [first[1], first[0], *first[2:]]
    press(as_owner, "up-1")
    assert slugs(own) == first
    press(as_owner, "remove-4")
    assert slugs(own) == first[:4]
    press(as_owner, "add", new="calf-raise")
    assert slugs(own) == first
    press(as_owner, "swap-0-goblet-squat")
    assert slugs(own) == ["goblet-squat", *first[1:]]
    for nothing in ("up-0", "down-4", "remove-9", "swap-0-no-such", "up-", "fly-1", "up-²"):
        assert press(as_owner, nothing) == 302
    assert slugs(own) == ["goblet-squat", *first[1:]]


def test_a_button_keeps_what_was_typed(as_owner: Client, own: Routine) -> None:
    answer = as_owner.post(URL, {**opened(as_owner), "do": "down-0", "line-0-sets": "2"})
    assert answer["Location"] == f"{URL}#line-1"
    assert own.prescriptions.get(position=2).sets == 2


def test_another_exercise_from_the_list_takes_a_range_that_it_counts(as_owner: Client, own: Routine) -> None:
    assert press(as_owner, "save", **{"line-3-exercise": "goblet-squat"}) == 302
    row = own.prescriptions.get(position=4)
    assert (row.exercise.slug, row.rep_style, row.low, row.high) == ("goblet-squat", "reps", 8, 12)


def test_substitutes_stand_there_with_their_reasons(as_owner: Client, own: Routine) -> None:
    page = Page(as_owner.get(URL))
    values = {button.get("value") for button in page.all("button", name="do")}
    assert {"save", "add", "down-0", "remove-0", "swap-0-goblet-squat"} <= values
    assert "swap-0-leg-press" not in values, "it stands in the routine already"
    assert "Swaps for barbell squat" in page.text
    assert "Knee says no." in page.text


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("line-0-sets", "0", "Type a whole number from 1 to 20."),
        ("line-0-sets", "", "Type a number."),
        ("line-0-low", "9999", "Type a whole number from 1 to 600."),
        ("line-0-high", "2", "The range ends below its start"),
        ("line-0-rest", "soon", "Type minutes and seconds"),
        ("line-0-rest", "45:00", "Type minutes and seconds"),
        ("line-0-rir", "1.3", "in steps of a half"),
        ("line-0-exercise", "no-such", "not on the list any more"),
        ("name", " ", "Give it a name"),
        ("count", "x", "This page is not complete"),
        ("seen", "", "This page is not complete"),
        ("seen", "0000", "Another window has changed this routine"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    as_owner: Client, own: Routine, name: str, value: str, words: str
) -> None:
    before = list(own.prescriptions.values())
    answer = as_owner.post(URL, {**opened(as_owner), "do": "down-1", "line-1-sets": "2", name: value})
    assert answer.status_code == 422
    assert words in Page(answer).text
    assert list(own.prescriptions.values()) == before


def test_what_is_wrong_is_a_link_to_its_field(as_owner: Client, own: Routine) -> None:
    sent = {**opened(as_owner), "do": "save", "line-1-rest": "soon", "name": ""}
    page = Page(as_owner.post(URL, sent))
    assert "Romanian deadlift: Rest" in page.text
    assert {"#id_line-1-rest", "#id_name"} <= page.links()
    field = next(each for each in page.all("input", name="line-1-rest"))
    assert field["value"] == "soon"
    assert "id_line-1-rest_error" in field["aria-describedby"]


def test_the_last_exercise_stays_and_an_empty_choice_is_told(as_owner: Client, own: Routine) -> None:
    assert press(as_owner, "add") == 422
    for _ in range(4):
        press(as_owner, "remove-0")
    assert press(as_owner, "remove-0") == 422
    assert len(slugs(own)) == 1


def test_deleted_and_undone(as_owner: Client, own: Routine) -> None:
    assert as_owner.get(f"{URL}delete/").status_code == 405
    page = Page(as_owner.post(f"{URL}delete/", follow=True))
    assert "is deleted" in page.text
    assert "Make it yours" in page.text
    assert as_owner.get(URL).status_code == 404
    assert as_owner.post(f"{URL}restore/")["Location"] == URL
    assert as_owner.get(URL).status_code == 200


def test_hers_is_nobody_else_s(as_other: Client, client: Client, own: Routine) -> None:
    for path in ("", "delete/", "restore/"):
        assert as_other.post(f"{URL}{path}").status_code == 404
        assert client.post(f"{URL}{path}").status_code == 302
    assert client.get("/my/routines/?from=leg-day")["Location"].endswith("next=/my/routines/%3Ffrom%3Dleg-day")


@pytest.mark.parametrize("sent", ["", "nothing", "a\x00b", "my-own"])
def test_what_is_no_routine_of_the_site_cannot_be_copied(as_owner: Client, content: None, sent: str) -> None:
    assert as_owner.post("/my/routines/", {"from": sent}).status_code == 404


def test_the_api_says_which_field_cannot_be_a_routine(as_owner: Client) -> None:
    answer = as_owner.get("/api/v1/train/kit/mine?routine=%00")
    assert answer.status_code == 422
    assert "routine" in answer.json()["errors"]
