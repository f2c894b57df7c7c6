"""Body weight: one a day, kept as typed, replaced and deleted with a way back, nobody else's business."""

import datetime
import re
from decimal import Decimal
from html import escape

import pytest
import time_machine
from django.test import Client

from workouts.accounts import actions
from workouts.accounts.models import BodyWeight, Preferences, User
from workouts.science.units import Unit, parse_weight

pytestmark = pytest.mark.django_db

TUESDAY = datetime.date(2026, 11, 17)
URL, PAGE = "/settings/body-weight/", "/progress/body-weight/"
LONG = "8" * 5000
BAD = {
    "weight": [
        "", "-82", "−82", "+82", "NaN", "Infinity", "1e2", "8_2", "８２", "٨٢", "8.2.5", "1,000.5", "x", "0x52",
        "82 kg", "19.99", "500.001", "0", "9" * 13, LONG, "82\x00",
    ],
    "unit": ["", "st", "KG", LONG],
    "day": [
        "", "0001-01-01", "1949-12-31", "2026-11-19", "2199-12-31", "99999-01-01", "2026-02-30", "２０２６-11-17",
        "2026-W47-2", "20261117", "17.11.2026", "soon", LONG,
    ],
    "note": ["n" * 201, "a\x00b"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def noon() -> object:
    with time_machine.travel(datetime.datetime(2026, 11, 17, 12, tzinfo=datetime.UTC), tick=False):
        yield


def sent(**changes: str) -> dict[str, str]:
    return {"day": "2026-11-17", "weight": "82,5", "unit": "kg", "note": "", **changes}


def live() -> list[tuple[datetime.date, str, str]]:
    return list(BodyWeight.objects.live().order_by("day").values_list("day", "weight_text", "unit"))


def undo(page: str) -> str:
    found = re.search(r'action="(/settings/body-weight/[^"]+/restore/)"', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [("82,5", "kg", "82.5"), ("82.5", "kg", "82.5"), (" 082.50 ", "kg", "82.5"), ("20", "kg", "20"), ("44", "lb", "44"),
     ("500", "kg", "500"), ("1100", "lb", "1100"), ("182,25", "lb", "182.25")],
)  # fmt: skip
def test_it_is_kept_as_typed(as_owner: Client, text: str, unit: str, value: str) -> None:
    page = as_owner.post(URL, sent(weight=text, unit=unit), follow=True)
    assert page.redirect_chain == [(PAGE, 302)]
    entry = BodyWeight.objects.get()
    assert (entry.weight_text, entry.weight, entry.unit) == (text.strip(), Decimal(value), unit)
    assert f"{text.strip()} {unit} on 17 November 2026 is saved" in page.content.decode()


@pytest.mark.parametrize("name", BAD)
def test_what_makes_no_sense_is_refused_beside_its_field(as_owner: Client, name: str) -> None:
    for text in BAD[name]:
        answer = as_owner.post(URL, sent(note="kept as typed") | {name: text})
        page = answer.content.decode()
        assert answer.status_code == 422, text[:20]
        assert f'id="id_{name}_error"' in page
        if name != "unit":
            assert escape(text.replace("\x00", "")) in page.replace("\x00", "")
        if name != "note":
            assert "kept as typed" in page
    assert not BodyWeight.objects.exists()


def test_a_second_one_of_the_day_takes_its_place_and_says_so(as_owner: Client) -> None:
    as_owner.post(URL, sent(weight="82"))
    page = as_owner.post(URL, sent(weight="82.5"), follow=True).content.decode()
    assert "One weight a day is kept: it takes the place of 82 kg." in page
    assert live() == [(TUESDAY, "82.5", "kg")]
    page = as_owner.post(undo(page), follow=True).content.decode()
    assert "82 kg on 17 November 2026 is back, in place of 82.5 kg." in page
    assert live() == [(TUESDAY, "82", "kg")]
    as_owner.post(undo(page))
    assert live() == [(TUESDAY, "82.5", "kg")]


def test_the_same_sent_twice_is_one(as_owner: Client) -> None:
    for _ in range(2):
        page = as_owner.post(URL, sent(), follow=True).content.decode()
        assert "it takes the place" not in page
    assert BodyWeight.objects.count() == 1


def test_another_day_stands_beside_it(as_owner: Client) -> None:
    as_owner.post(URL, sent())
    as_owner.post(URL, sent(day="2026-11-16", weight="181", unit="lb"))
    as_owner.post(URL, sent(day="2026-11-18", weight="83"))  # she has flown east
    assert [row[1] for row in live()] == ["181", "82,5", "83"]


def test_it_is_edited(as_owner: Client) -> None:
    as_owner.post(URL, sent(note="before breakfast"))
    url = f"{URL}{BodyWeight.objects.get().uid}/"
    page = as_owner.get(url).content.decode()
    assert 'value="82,5"' in page
    assert "before breakfast" in page
    assert as_owner.post(url, sent(day="2026-11-15", weight="81")).status_code == 302
    assert live() == [(datetime.date(2026, 11, 15), "81", "kg")]
    assert as_owner.post(url, sent(weight="x")).status_code == 422


def test_it_does_not_move_onto_another_day_s(as_owner: Client) -> None:
    as_owner.post(URL, sent())
    as_owner.post(URL, sent(day="2026-11-16", weight="81"))
    url = f"{URL}{BodyWeight.objects.get(day=TUESDAY).uid}/"
    answer = as_owner.post(url, sent(day="2026-11-16"))
    assert answer.status_code == 422
    assert "This day has a weight already" in answer.content.decode()
    assert len(live()) == 2


def test_it_is_deleted_and_brought_back(as_owner: Client) -> None:
    as_owner.post(URL, sent())
    url = f"{URL}{BodyWeight.objects.get().uid}/"
    page = as_owner.post(f"{url}delete/", follow=True).content.decode()
    assert "The weight of 17 November 2026 is deleted." in page
    assert live() == []
    assert as_owner.get(url).status_code == 404
    assert as_owner.post(f"{url}delete/").status_code == 302, "a second tap"
    for _ in range(2):
        assert "is back." in as_owner.post(undo(page), follow=True).content.decode()
        assert live() == [(TUESDAY, "82,5", "kg")]
    assert as_owner.get(f"{url}delete/").status_code == 405


def test_a_day_of_entering_and_deleting_fills_no_table(owner: User) -> None:
    for n in range(30):
        actions.put_body_weight(by=owner, day=TUESDAY, weight=parse_weight(str(80 + n), Unit.KG))
    assert BodyWeight.objects.count() == 2


def test_the_form_begins_with_today_and_her_unit(as_owner: Client, owner: User) -> None:
    Preferences.objects.filter(user=owner).update(unit="lb", zone="Pacific/Kiritimati")
    page = as_owner.get(URL).content.decode()
    assert 'value="2026-11-18"' in page
    assert re.search(r'<option value="lb" selected', page)


def test_settings_show_the_newest(as_owner: Client) -> None:
    assert "Not entered yet" in as_owner.get("/settings/").content.decode()
    as_owner.post(URL, sent(day="2026-11-16", weight="81"))
    as_owner.post(URL, sent())
    assert "82,5 kg, 17 November 2026" in as_owner.get("/settings/").content.decode()


def test_it_belongs_to_one_lifter(as_owner: Client, as_other: Client, other: User) -> None:
    as_owner.post(URL, sent())
    as_other.post(URL, sent(weight="60"))
    entry = BodyWeight.objects.exclude(owner=other).get()
    assert as_other.get(f"{URL}{entry.uid}/").status_code == 404
    for action in ("", "delete/", "restore/"):
        assert as_other.post(f"{URL}{entry.uid}/{action}", sent(weight="61")).status_code == 404
    assert "82,5" not in as_other.get(PAGE).content.decode()
    assert [row[1] for row in live()] in (["82,5", "60"], ["60", "82,5"])
