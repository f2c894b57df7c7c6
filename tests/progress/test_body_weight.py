"""The page of body weight: the chart's numbers are the table's, converted ones say so, statements stay the same."""

import csv
import datetime
import io
import json
import re
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from workouts.accounts.actions import put_body_weight
from workouts.accounts.models import Preferences, User
from workouts.science.units import Unit, parse_weight

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 17)
URL = "/progress/body-weight/"


@pytest.fixture(autouse=True)
def noon() -> object:
    with time_machine.travel(datetime.datetime(2026, 11, 17, 12, tzinfo=datetime.UTC), tick=False):
        yield


def weigh(user: User, text: str, *, ago: int = 0, unit: Unit = Unit.KG) -> None:
    day = TODAY - datetime.timedelta(days=ago)
    put_body_weight(by=user, day=day, weight=parse_weight(text, unit))


def chart(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="series" type="application/json">(.*?)</script>', page, re.S)
    assert found is not None
    series: dict[str, Any] = json.loads(found[1])
    return series


def table(page: str) -> list[str]:
    """The cells of the weight, newest first, without markup."""
    body = page[page.index("<tbody>") : page.index("</tbody>")]
    return [" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in re.findall(r'<td class="r">(.*?)</td>', body)]


def test_the_chart_and_the_table_say_the_same(as_owner: Client, owner: User) -> None:
    weigh(owner, "82,55", ago=20)
    weigh(owner, "82", ago=10)
    weigh(owner, "180", unit=Unit.LB)
    page = as_owner.get(URL).content.decode()
    assert table(page) == ["180 lb ≈ 81.6", "82", "82,55"]
    series = chart(page)
    assert series["y"] == [82.55, 82.0, 81.6]
    assert series["about"] == [False, False, True]
    assert series["sets"] == ["", "", "180 lb"]
    assert (series["unit"], series["decimals"]) == ("kg", 2)
    assert {len(series[name]) for name in ("x", "y", "grades", "least", "about", "sets", "off")} == {3}


def test_another_unit_converts_what_is_shown_only(as_owner: Client, owner: User) -> None:
    weigh(owner, "82,5")
    Preferences.objects.filter(user=owner).update(unit="lb")
    page = as_owner.get(URL).content.decode()
    assert table(page) == ["82,5 kg ≈ 181.9"]
    assert "typed as 82,5\u00a0kg" in page
    assert chart(page)["unit"] == "lb"


def test_how_far_back(as_owner: Client, owner: User) -> None:
    for ago in (0, 100, 400):
        weigh(owner, f"{80 + ago // 100}", ago=ago)
    for wanted, count in [("", 1), ("3m", 1), ("1y", 2), ("all", 3), ("x", 1)]:
        assert len(table(as_owner.get(URL, {"range": wanted}).content.decode())) == count, wanted


def test_an_old_history_does_not_open_empty(as_owner: Client, owner: User) -> None:
    weigh(owner, "84", ago=1000)
    assert table(as_owner.get(URL).content.decode()) == ["84"]
    page = as_owner.get(URL, {"range": "3m"}).content.decode()
    assert "No weight in this range." in page
    assert "<tbody>" not in page


def test_nothing_yet_teaches_what_fills_it(as_owner: Client) -> None:
    page = as_owner.get(URL).content.decode()
    assert "Enter your weight now and then" in page
    assert 'action="/settings/body-weight/"' in page
    assert "data-chart" not in page


def test_the_history_comes_in_pages(as_owner: Client, owner: User) -> None:
    for ago in range(35):
        weigh(owner, "80", ago=ago)
    assert len(table(as_owner.get(URL).content.decode())) == 30
    second = as_owner.get(URL, {"page": 2}).content.decode()
    assert len(table(second)) == 5
    assert len(chart(second)["y"]) == 35
    for odd in ("0", "x", "999999", "１"):
        assert as_owner.get(URL, {"page": odd}).status_code == 200


def test_statements_do_not_grow_with_the_years(as_owner: Client, owner: User) -> None:
    counts = []
    for days in (10, 400):
        for ago in range(days):
            weigh(owner, "80", ago=ago)
        with CaptureQueriesContext(connection) as ran:
            assert as_owner.get(URL, {"range": "all"}).status_code == 200
        counts.append(len(ran))
    assert counts[0] == counts[1]
    assert counts[1] <= 10


def test_notes_are_text(as_owner: Client, owner: User) -> None:
    evil = "</script><script>alert(1)</script>"
    put_body_weight(by=owner, day=TODAY, weight=parse_weight("80", Unit.KG), note=evil)
    assert b"<script>alert" not in as_owner.get(URL).content


def test_nobody_sees_it_without_signing_in(client: Client) -> None:
    assert client.get(URL).status_code == 302


def test_the_file_has_the_days_that_are_shown(as_owner: Client, owner: User) -> None:
    weigh(owner, "84", ago=200)
    weigh(owner, "82,50", ago=10)
    put_body_weight(by=owner, day=TODAY, weight=parse_weight("180", Unit.LB), note="=HYPERLINK(1)")
    page = as_owner.get(URL, {"range": "3m"}).content.decode()
    assert 'href="/progress/body-weight.csv?range=3m"' in page
    answer = as_owner.get("/progress/body-weight.csv", {"range": "3m"})
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="legday-body-weight.csv"'
    assert list(csv.reader(io.StringIO(answer.content.decode()))) == [
        ["Date", "Weight", "Its unit", "Weight, kg", "Note"],
        ["2026-11-17", "180", "lb", "81.6", "'=HYPERLINK(1)"],
        ["2026-11-07", "82.5", "kg", "82.5", ""],
    ]
    assert len(as_owner.get("/progress/body-weight.csv", {"range": "all"}).content.splitlines()) == 4


def test_another_lifter_s_file_is_a_head_alone(as_other: Client, owner: User) -> None:
    weigh(owner, "82")
    assert len(as_other.get("/progress/body-weight.csv", {"range": "all"}).content.splitlines()) == 1
