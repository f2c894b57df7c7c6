"""The sheet on paper, from a real browser's printer: one page, and a long routine cut between its exercises only."""

import io

import pytest
from playwright.sync_api import BrowserContext, Page
from pypdf import PdfReader

from tests import factories
from tests.browser import pages
from workouts.accounts.models import User
from workouts.routines.models import Prescription, Routine

MILLIMETRES = {"A4": (210, 297), "Letter": (216, 279)}
LONG = "Single-leg Romanian deadlift with a dumbbell in the other hand, the back foot against the wall, number"


def printed(page: Page, url: str, paper: str) -> list[str]:
    """The words of each page of `url` on `paper`."""
    page.goto(url)
    sheets = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    for sheet in sheets:
        size = tuple(round(float(points) / 72 * 25.4) for points in (sheet.mediabox.width, sheet.mediabox.height))
        assert size == MILLIMETRES[paper]
    return [" ".join(sheet.extract_text().split()) for sheet in sheets]


@pytest.mark.parametrize("paper", MILLIMETRES)
def test_the_site_s_routine_fits_on_one_page(page: Page, site: str, paper: str) -> None:
    [words] = printed(page, f"{site}/routines/leg-day/print/", paper)
    for said in ("Leg day", "Date", "Body weight", "Barbell squat", "Calf raise", "Type it in later", "/train/new/"):
        assert said in words
    # What is for the screen alone.
    for said in ("With your targets", "Settings", "Choose Print", "Appearance"):
        assert said not in words


@pytest.mark.parametrize("paper", MILLIMETRES)
@pytest.mark.parametrize("unit", ["kg", "lb"])
def test_hers_fits_on_one_page(page: Page, context: BrowserContext, site: str, paper: str, unit: str) -> None:
    user = pages.lifter()
    user.preferences.unit = unit
    user.preferences.save()
    pages.sign_in(context, site, user)
    [words] = printed(page, f"{site}/today/print/", paper)
    for said in ("Targets as of", "52.5 kg", "a side", "Warm-up", "Calf raise", "Type it in later"):
        assert said in words
    assert f"Weight, {unit}" in words


@pytest.mark.parametrize("paper", MILLIMETRES)
def test_a_long_routine_is_cut_between_exercises(page: Page, context: BrowserContext, site: str, paper: str) -> None:
    user = pages.lifter()
    _long(user)
    pages.sign_in(context, site, user)
    sheets = printed(page, f"{site}/my/routines/my-long/print/", paper)
    assert 2 <= len(sheets) <= 5
    for number in range(1, 11):
        [one] = [words for words in sheets if f"number {number}." in words]
        # A group ends with the number of its last set: the next group's head, or the foot, follows on the same page.
        group = one[one.index(f"number {number}.") :].split("Single-leg")[0]
        assert "Set Weight" in group
        assert " 1 2 3 4" in group


def _long(user: User) -> None:
    routine = Routine.objects.create(slug="my-long", name="Everything there is", owner=user)
    for number in range(1, 11):
        exercise = factories.exercise(slug=f"my-long-{number}", name=f"{LONG} {number}.", owner=user)
        Prescription.objects.create(routine=routine, exercise=exercise, position=number, sets=4)


def test_the_button_prints(page: Page, site: str) -> None:
    page.add_init_script("window.print = () => { document.title = 'printed' }")
    page.goto(f"{site}/routines/leg-day/print/")
    page.get_by_role("button", name="Print").click()
    assert page.title() == "printed"
