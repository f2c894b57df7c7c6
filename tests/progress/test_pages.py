"""The pages: whom they answer, what they bear, how many statements they take."""

import datetime
import html
import json
import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import cast
from tests.factories import exercise, history, performed
from tests.progress.histories import done, mixed
from workouts.accounts.models import User

pytestmark = pytest.mark.django_db


def text(page: bytes) -> str:
    """What a reader sees, spaces put together."""
    body = re.sub(r"<script.*?</script>|<[^>]+>", " ", page.decode(), flags=re.S)
    return " ".join(html.unescape(body).split())


@pytest.mark.parametrize("path", ["/progress/", "/progress/test-squat/"])
def test_progress_is_for_members(client: Client, path: str) -> None:
    exercise()
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(
    "path",
    [
        "/progress/",
        "/workouts/",
        "/progress/weeks/",
        "/progress/balance/",
        "/progress/compare/",
        "/progress/body-weight/",
    ],
)
def test_each_page_that_looks_back_names_all_of_them_in_one_order(as_owner: Client, path: str) -> None:
    page = as_owner.get(path).content.decode()
    line = page.partition('<nav class="sub"')[2].partition("</nav>")[0]
    assert re.findall(">([^<>]+)</a>", line) == ["Overview", "Workouts", "Weeks", "Balance", "Compare", "Body weight"]
    assert re.findall('href="([^"]+)" aria-current="page"', line) == [path]


def test_another_lifter_s_own_exercise_does_not_exist(owner: User, as_owner: Client, as_other: Client) -> None:
    exercise(slug="my-press", name="My press", owner=owner)
    assert as_owner.get("/progress/my-press/").status_code == 200
    assert as_other.get("/progress/my-press/").status_code == 404
    assert as_owner.get("/progress/never-heard-of/").status_code == 404
    assert as_owner.get(f"/progress/{'x' * 5000}/").status_code == 404


def test_two_lifters_may_have_an_exercise_of_one_name(owner: User, other: User, as_other: Client) -> None:
    mine = exercise(slug="my-press", name="Mine", owner=owner)
    exercise(slug="my-press", name="Hers", owner=other)
    performed(by=owner, exercise=mine, sets=[done("60", 8)])
    page = text(as_other.get("/progress/my-press/").content)
    assert "Hers" in page
    assert "Mine" not in page
    assert "Nothing logged yet" in page


def test_a_retired_exercise_keeps_its_page(owner: User, as_owner: Client) -> None:
    squat = exercise(retired=True)
    performed(by=owner, exercise=squat, sets=[done("60", 8)])
    assert "60 kg × 8" in text(as_owner.get("/progress/test-squat/?range=all").content)


def test_before_the_first_workout_the_pages_teach(as_owner: Client) -> None:
    exercise()
    assert "Log your first leg day and this page begins" in text(as_owner.get("/progress/").content)
    assert "After your first session" in text(as_owner.get("/progress/test-squat/").content)


def test_the_table_of_the_page_has_the_numbers_of_the_chart(owner: User, as_owner: Client) -> None:
    mixed(owner, exercise())
    page = as_owner.get("/progress/test-squat/?range=all").content
    found = re.search(rb'<script id="series" type="application/json">(.*?)</script>', page)
    assert found is not None
    drawn = [f"{value:.1f}" for value in json.loads(found[1])["y"]]
    table = page[page.index(b'class="tbl sess') :]
    cells = re.findall(rb'<td class="r">(?:<span class="soft".*?)?<span class="num">([0-9.]+)</span></td>', table)
    assert [cell.decode() for cell in reversed(cells)] == drawn
    assert "≥ at least 80.0" in text(page)
    assert "≈ 81.6" in text(page)


ODD_PAGES = ["0", "-1", "x", "99999999999999999999", "１２", "1e400", "%F0%9F%A6%B5", ""]
ODD_RANGES = ["never", "", "3m&range=all", "%00", "ALL"]


@pytest.mark.parametrize("query", [f"page={page}" for page in ODD_PAGES] + [f"range={each}" for each in ODD_RANGES])
def test_odd_questions_are_answered(owner: User, as_owner: Client, query: str) -> None:
    history(by=owner, exercise=exercise(), workouts=30)
    assert as_owner.get(f"/progress/test-squat/?{query}").status_code == 200


def test_older_sessions_stand_on_further_pages(owner: User, as_owner: Client) -> None:
    history(by=owner, exercise=exercise(), workouts=30)
    first, *others = (
        as_owner.get(f"/progress/test-squat/?range=all&page={page}").content.decode() for page in (1, 2, 3)
    )
    assert sum(page.count("60<span") for page in (first, *others)) == 30
    assert 'href="?page=2&amp;range=all#sessions"' in first


@pytest.mark.parametrize("day", [datetime.date(1950, 1, 1), datetime.date(2199, 12, 31)])
@pytest.mark.parametrize("path", ["/progress/", "/progress/test-squat/", "/progress/test-squat/?range=all"])
def test_the_ends_of_time(owner: User, as_owner: Client, day: datetime.date, path: str) -> None:
    performed(by=owner, exercise=exercise(), day=day, sets=[done("60", 8)])
    answer = as_owner.get(path)
    assert answer.status_code == 200
    assert str(day.year) in text(answer.content)


def test_names_are_text_wherever_they_stand(owner: User, as_owner: Client) -> None:
    evil = "</script><script>alert(1)</script>"
    squat = exercise(slug="my-press", name=evil, owner=owner)
    performed(by=owner, exercise=squat, sets=[done("60", 8)])
    for path in ("/progress/", "/progress/my-press/?range=all"):
        assert b"<script>alert" not in as_owner.get(path).content


def statements(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as ran:
        assert client.get(path).status_code == 200
    return len(ran)


@pytest.mark.parametrize("path", ["/progress/", "/progress/test-squat/?range=all"])
def test_statements_do_not_grow_with_the_history(owner: User, other: User, path: str) -> None:
    call_command("load_content", quiet=True)
    squat = exercise()
    history(by=owner, exercise=squat, workouts=10)
    history(by=other, exercise=squat, workouts=200)
    few, many = (statements(cast.signed_in(user), path) for user in (owner, other))
    assert few == many
    assert many <= 10


def test_statements_do_not_grow_with_the_exercises(owner: User, as_owner: Client) -> None:
    counts = []
    for number in range(2):
        for n in range(3):
            each = exercise(slug=f"test-{number}-{n}", name=f"Test {number} {n}")
            performed(by=owner, exercise=each, sets=[done("60", 8)])
        counts.append(statements(as_owner, "/progress/"))
    assert counts[0] == counts[1]
