"""The settings: the hub and the preferences."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from workouts.accounts import zones
from workouts.accounts.models import Preferences, User

pytestmark = pytest.mark.django_db
GOOD = {"unit": "lb", "goal_low": "1", "goal_high": "4", "zone": "Europe/Lisbon", "theme": "dark", "formula": "epley"}


def save(client: Client, **changed: str) -> Any:
    return client.post(reverse("accounts:preferences"), {**GOOD, **changed})


def test_the_hub_leads_to_all_of_it(as_owner: Client) -> None:
    page = as_owner.get(reverse("accounts:settings")).content.decode()
    for name in (
        "accounts:preferences",
        "account_email",
        "account_change_password",
        "transfer:data",
        "account_logout",
    ):
        assert f'"{reverse(name)}"' in page


def test_preferences_are_kept(owner: User, as_owner: Client) -> None:
    assert save(as_owner).headers["Location"] == reverse("accounts:preferences")
    mine = Preferences.objects.get(user=owner)
    assert (mine.unit, mine.goal_low, mine.goal_high, mine.zone, mine.theme) == ("lb", 1, 4, "Europe/Lisbon", "dark")
    assert mine.zone_chosen


def test_the_zone_follows_the_device_unless_chosen(owner: User, as_owner: Client) -> None:
    save(as_owner)
    save(as_owner, zone="device", device_zone="Asia/Tokyo")
    mine = Preferences.objects.get(user=owner)
    assert (mine.zone, mine.zone_chosen) == ("Asia/Tokyo", False)
    save(as_owner, zone="device", device_zone="nonsense")
    assert Preferences.objects.get(user=owner).zone == "Asia/Tokyo"


def test_an_old_name_of_a_zone_can_be_kept(owner: User, as_owner: Client) -> None:
    Preferences.objects.update(zone="US/Pacific", zone_chosen=True)
    assert save(as_owner, zone="US/Pacific").status_code == 302
    assert Preferences.objects.get(user=owner).zone == "US/Pacific"


def test_zones_are_grouped_and_real() -> None:
    names = [name for _region, cities in zones.grouped() for name, _city in cities]
    assert {"Europe/Lisbon", "America/Argentina/Buenos_Aires", "UTC"} <= set(names)
    assert all(zones.is_known(name) for name in names)
    assert len(names) == len(set(names))


def test_the_appearance_reaches_the_script(as_owner: Client) -> None:
    save(as_owner)
    assert 'data-account-theme="dark"' in as_owner.get(reverse("accounts:preferences")).content.decode()


NUMBERS = ["", "NaN", "-1", "0", "8", "1e400", "2.5", "9" * 5_000, "\x00", "🏋️", "[]"]
WORDS = ["", "stone", "Mars/Olympus", "KG ", "9" * 5_000, "\x00", "🏋️", "[]", "<b>"]
BAD = [(field, value) for field in ("goal_low", "goal_high") for value in NUMBERS]
BAD += [(field, value) for field in ("unit", "zone", "theme") for value in WORDS]


@pytest.mark.parametrize(("field", "value"), BAD)
def test_bad_input_is_refused_by_its_field(owner: User, as_owner: Client, field: str, value: str) -> None:
    answer = save(as_owner, **{field: value})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    mine = Preferences.objects.get(user=owner)
    assert (mine.unit, mine.goal_low, mine.goal_high, mine.zone, mine.theme) == ("kg", 2, 3, "UTC", "system")


def test_a_goal_in_the_wrong_order_is_refused(as_owner: Client) -> None:
    answer = save(as_owner, goal_low="5", goal_high="2")
    assert answer.status_code == 422
    assert 'id="id_goal_high_error"' in answer.content.decode()


@pytest.mark.parametrize("name", ["accounts:settings", "accounts:preferences", "accounts:verify", "account_email"])
def test_strangers_are_sent_to_sign_in_and_back(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{reverse('account_login')}?next={reverse(name)}"
