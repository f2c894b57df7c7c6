"""The lifter's formula: one at a time, named on the page. Source: training-science 2.2 and 2.4."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import exercise, performed
from tests.progress.histories import day, done, progress
from workouts.accounts.models import Preferences, User

pytestmark = pytest.mark.django_db


# 100 kg, from the table of 2.2.
@pytest.mark.parametrize(
    ("formula", "five", "twelve"),
    [("epley", "116.7", "140.0"), ("brzycki", "112.5", "144.0"), ("wathan", "116.6", "141.5")],
)
def test_each_formula_by_the_table(owner: User, formula: str, five: str, twelve: str) -> None:
    Preferences.objects.filter(user=owner).update(formula=formula)
    owner.preferences.refresh_from_db()
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("100", 5, "0")])
    performed(by=owner, exercise=squat, day=day(4), sets=[done("100", 12, "0")])
    found = progress(owner, squat)
    figures = [found.table.row(session).e1rm for session in found.sessions]
    assert [figure.text for figure in figures if figure] == [five, twelve]


def test_formulas_may_choose_different_sets(owner: User) -> None:
    """118 kg x 5 is 137.7 by Epley and 132.8 by Brzycki, 98 kg x 11 is 133.9 and 135.7."""
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("118", 5, "0"), done("98", 11, "0")])
    named = {}
    for formula in ("epley", "brzycki"):
        owner.preferences.formula = formula
        named[formula] = progress(owner, squat).sessions[0].best.words
    assert named == {"epley": "118 kg × 5", "brzycki": "98 kg × 11"}


def test_the_page_says_which_formula_and_where_to_choose_another(owner: User, as_owner: Client) -> None:
    performed(by=owner, exercise=exercise(), day=day(2), sets=[done("100", 5, "0")])
    page = as_owner.get("/progress/test-squat/?range=all").content.decode()
    assert "Epley’s formula" in page
    assert reverse("accounts:preferences") in page
    Preferences.objects.filter(user=owner).update(formula="wathan")
    assert "Wathan’s formula" in as_owner.get("/progress/test-squat/?range=all").content.decode()


def test_the_formula_is_a_preference(owner: User, as_owner: Client) -> None:
    form = {"unit": "kg", "goal_low": "2", "goal_high": "3", "zone": "Europe/Lisbon", "theme": "system"}
    answer = as_owner.post(reverse("accounts:preferences"), {**form, "formula": "average"})
    assert answer.status_code == 422
    assert as_owner.post(reverse("accounts:preferences"), {**form, "formula": "brzycki"}).status_code == 302
    assert Preferences.objects.get(user=owner).formula == "brzycki"
