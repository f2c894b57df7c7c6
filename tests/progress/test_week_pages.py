"""The pages of weeks, balance and comparison: what they say, what they never say, their files, their statements."""

import csv
import datetime
import io
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import cast
from tests.factories import exercise, history, performed
from tests.progress.histories import done, leg_day
from tests.progress.test_pages import text
from tests.sources import ROOT
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.progress.queries.sheets import csv_text

pytestmark = pytest.mark.django_db

PAGES = ["/progress/", "/progress/weeks/", "/progress/balance/", "/progress/compare/"]
SHEETS = ["/progress/week.csv", "/progress/weeks.csv", "/progress/balance.csv", "/progress/compare.csv"]
ODD = ["week=2026-W99", "week=%00", "week=2026-W46&week=x", "weeks=0", "weeks=12", "pattern=%F0%9F%A6%B5", "range=9y"]
ODD += ["week=1950-W01", "week=2199-W52", "week=", "pattern=squat&range=3m"]
TODAY = datetime.datetime.now(tz=datetime.UTC).date()


def lines(client: Client, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(path).content.decode())))


@pytest.mark.parametrize("path", PAGES + SHEETS)
def test_for_members_only(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("path", PAGES + SHEETS)
@pytest.mark.parametrize("query", ODD)
def test_odd_questions_are_answered(owner: User, as_owner: Client, path: str, query: str) -> None:
    leg_day(owner, TODAY)
    assert as_owner.get(f"{path}?{query}").status_code == 200


@pytest.mark.usefixtures("content")
def test_the_table_says_what_every_number_is_made_of(owner: User, as_owner: Client) -> None:
    leg_day(owner, TODAY)
    page = text(as_owner.get("/progress/").content)
    assert "Glutes Barbell squat 4 × 1 = 4" in page
    assert "Leg press 3 × 0.5 = 1.5 well supported 12.5" in page
    assert "one leg session" in page
    drawing = re.search(rb'<svg class="legs is-quiet is-small".*?</svg>', as_owner.get("/progress/").content, re.S)
    assert drawing is not None
    assert b"muscle quadriceps heat-3" in drawing[0]
    assert b"muscle calves heat-1" in drawing[0]


@pytest.mark.usefixtures("content")
def test_another_week_has_its_own_address(owner: User, as_owner: Client) -> None:
    before = TODAY - datetime.timedelta(weeks=30)
    leg_day(owner, before)
    year, week, _day = before.isocalendar()
    page = as_owner.get(f"/progress/?week={year}-W{week:02}").content
    assert "Quadriceps 10 well supported" in text(page)
    assert b'rel="next"' in page
    assert b'rel="next"' not in as_owner.get("/progress/").content


@pytest.mark.usefixtures("content")
def test_the_judgement_on_glutes_is_the_lifter_s_and_said_where_it_counts(owner: User, as_owner: Client) -> None:
    leg_day(owner, TODAY)
    chosen = {"unit": "kg", "goal_low": 2, "goal_high": 3, "zone": "UTC", "theme": "system", "formula": "epley"}
    assert as_owner.post("/settings/preferences/", chosen | {"glutes_half": "on"}).status_code == 302
    for path in ("/progress/", "/progress/balance/", "/today/"):
        page = text(as_owner.get(path).content)
        assert "squats and lunges count 0.5 for the glutes" in page, path
        assert "9" in page


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("path", "teaches"),
    [
        ("/progress/", "Log your first leg day and this page begins"),
        ("/progress/weeks/", "After your first leg session this page has a line for each week"),
        ("/progress/balance/", "After a leg session, each group's sets stand here"),
        ("/progress/compare/", "Log two exercises of one movement"),
    ],
)
def test_before_the_first_workout_the_pages_teach(as_owner: Client, path: str, teaches: str) -> None:
    assert teaches in text(as_owner.get(path).content)


# training-science 4.3, and product.md 25.
NEVER = ["optimal", "injury", "calorie", "overtrain", "you lost", "tone", "streak", "imbalance", "readiness", "!"]


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("path", PAGES)
def test_what_these_pages_never_say(owner: User, as_owner: Client, path: str) -> None:
    for n in range(6):
        leg_day(owner, TODAY - datetime.timedelta(days=n), deload=n == 3)
    words = text(re.findall(rb"<main.*</main>", as_owner.get(path).content, re.S)[0]).lower()
    assert [each for each in NEVER if re.search(rf"\b{each}\b" if each.isalpha() else each, words)] == []


@pytest.mark.usefixtures("content")
def test_the_files_hold_what_the_pages_show(owner: User, as_owner: Client) -> None:
    leg_day(owner, TODAY, but=("calf-raise",))
    week = {(line["Group"], line["Exercise"]): line["Sets counted"] for line in lines(as_owner, "/progress/week.csv")}
    assert week["Glutes", ""] == "12.5"
    assert week["Glutes", "Leg press"] == "1.5"
    assert lines(as_owner, "/progress/weeks.csv")[0]["Hamstrings"] == "5.5"
    assert [line["Of the plan"] for line in lines(as_owner, "/progress/balance.csv")] == ["100 %"] * 3 + ["0 %"]
    squat, press = lines(as_owner, "/progress/compare.csv")
    assert (squat["Exercise"], squat["Heaviest set"], squat["Volume, kg"]) == ("Barbell squat", "40", "1600")
    assert press["Sessions"] == "1"
    answer = as_owner.get("/progress/week.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(owner: User, as_owner: Client, start: str) -> None:
    name = f'{start}HYPERLINK("x")'
    assert next(csv.reader(io.StringIO(csv_text([name], [])), strict=True))[0].startswith("'")
    press = exercise(slug="my-press", name=name, owner=owner)
    performed(by=owner, exercise=press, day=TODAY, sets=[done("60", 8)])
    for path in ("/progress/week.csv", "/progress/compare.csv"):
        cells = [cell for line in csv.reader(io.StringIO(as_owner.get(path).content.decode())) for cell in line]
        assert any("HYPERLINK" in cell for cell in cells)
        assert not any(cell.startswith(start) for cell in cells)


TAKEN = ["weeks", "balance", "compare", "body-weight"]


def test_no_exercise_of_the_site_has_the_name_of_a_page() -> None:
    assert {path.stem for path in (ROOT / "content/exercises").glob("*.toml")}.isdisjoint(TAKEN)


@pytest.mark.parametrize("slug", TAKEN)
def test_nor_may_an_editor_give_it_one(slug: str) -> None:
    with pytest.raises(ValidationError, match="A page of the site has this name"):
        Exercise(slug=slug, name="Weeks").full_clean()


def test_other_names_are_free() -> None:
    Exercise(slug="weekly-squat", name="Weekly squat").full_clean()
    with pytest.raises(ValidationError, match="This field cannot be blank"):
        Exercise(slug="", name="Weekly squat").full_clean()


def statements(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as ran:
        assert client.get(path).status_code == 200
    return len(ran)


@pytest.mark.parametrize("path", PAGES + SHEETS)
def test_statements_do_not_grow_with_the_history(owner: User, other: User, path: str) -> None:
    call_command("load_content", quiet=True)
    squat = Exercise.objects.get(slug="barbell-squat")
    history(by=owner, exercise=squat, workouts=10, last=TODAY)
    history(by=other, exercise=squat, workouts=200, last=TODAY)
    few, many = (statements(cast.signed_in(user), path) for user in (owner, other))
    assert few == many
    assert many <= 10
