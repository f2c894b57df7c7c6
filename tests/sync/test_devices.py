"""Settings → Devices."""

import datetime
import uuid

import pytest
from django.test import Client as Browser
from django.urls import reverse

from workouts.accounts.models import User
from workouts.log.models import Client

pytestmark = pytest.mark.django_db


def test_it_lists_the_lifter_s_own_newest_first(as_owner: Browser, owner: User, other: User) -> None:
    old, new, foreign = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    Client.objects.create(owner=owner, uid=old, last_seen=datetime.date(2026, 11, 3))
    Client.objects.create(owner=owner, uid=new, last_seen=datetime.date(2026, 11, 20))
    Client.objects.create(owner=other, uid=foreign, last_seen=datetime.date(2026, 11, 21))
    page = as_owner.get(reverse("sync:devices")).content.decode()
    assert page.index(str(new)) < page.index("20 November 2026") < page.index(str(old)) < page.index("3 November 2026")
    assert str(foreign) not in page


def test_nothing_sent_yet_is_said(as_owner: Browser) -> None:
    assert (
        "No browser has sent anything from the gym screen yet."
        in as_owner.get(reverse("sync:devices")).content.decode()
    )


def test_it_is_for_members(client: Browser) -> None:
    assert client.get(reverse("sync:devices")).headers["Location"].startswith(reverse("account_login"))
