"""`make demo`: a believable lifter, the same history every time, a way in that works."""

import io
import re

import pytest
from django.core.management import call_command
from django.test import Client

from workouts.accounts.models import User
from workouts.log.models import LoggedSet, Workout

pytestmark = pytest.mark.django_db


def demo() -> str:
    said = io.StringIO()
    call_command("demo", stdout=said)
    return said.getvalue()


def test_the_printed_password_opens_her_progress(content: None) -> None:
    email, password = re.findall(r"(?:E-mail|Password): (\S+)", demo())
    browser = Client()
    browser.post("/accounts/login/", {"login": email, "password": password})
    page = browser.get("/progress/barbell-squat/")
    assert page.status_code == 200
    assert "Estimated one-rep maximum" in page.content.decode()


def test_two_years_of_leg_days(content: None) -> None:
    demo()
    user = User.objects.get()
    days = list(Workout.objects.of(user).order_by("day").values_list("day", flat=True))
    assert 180 <= len(days) <= 220
    assert (days[-1] - days[0]).days > 700
    assert LoggedSet.objects.of(user).count() == 17 * len(days)
    squats = (
        LoggedSet.objects.of(user).filter(performed__exercise__slug="barbell-squat").order_by("performed__workout__day")
    )
    weights = list(squats.values_list("weight", flat=True))
    assert weights[0] == 40
    assert 80 <= max(weights) <= 100


def test_a_second_time_she_gets_a_new_password_and_keeps_her_history(content: None) -> None:
    first, before = demo(), LoggedSet.objects.count()
    assert demo() != first
    assert LoggedSet.objects.count() == before
