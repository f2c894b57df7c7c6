"""What a link to a page looks like in a chat: its tags, and the picture that they name."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.pages.reading import Page
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.routines.models import Prescription, Routine
from workouts.shared.caching import forget

PAGES = ["/routines/leg-day/", "/exercises/barbell-squat/"]


def tags(client: Client, path: str) -> dict[str, str]:
    found = Page(client.get(path)).all("meta")
    return {each["property"]: each["content"] for each in found if "property" in each}


def path_of(client: Client, page: str) -> str:
    image = tags(client, page)["og:image"]
    assert image.startswith("http://localhost:8000/share/"), "absolute, by ORIGIN"
    return image.removeprefix("http://localhost:8000")


def test_a_routine_and_an_exercise_say_what_a_preview_needs(client: Client, content: None) -> None:
    said = tags(client, "/routines/leg-day/")
    assert said["og:type"] == "article"
    assert said["og:title"] == "Leg day: exercises, sets and reps"
    assert said["og:url"] == "http://localhost:8000/routines/leg-day/"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:type"] == "image/png"
    assert said["og:image:alt"].startswith("Leg day: its exercises")
    assert 40 <= len(said["og:description"]) <= 320
    exercise = tags(client, "/exercises/barbell-squat/")
    assert exercise["og:image:alt"] == "Barbell squat: the muscles of the legs that it works"
    assert exercise["og:image"] != said["og:image"]


@pytest.mark.parametrize("page", PAGES)
def test_the_picture_is_kept_for_a_year_by_anybody(client: Client, content: None, page: str) -> None:
    response = client.get(path_of(client, page))
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("page", PAGES)
def test_a_picture_that_is_ready_costs_what_any_ready_page_does(client: Client, content: None, page: str) -> None:
    picture = path_of(client, page)
    client.get(picture)
    for path in (page, picture):
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        assert len(seen) == 1, "the edition alone"


def test_an_edit_gives_another_picture_and_old_addresses_lead_to_it(client: Client, content: None) -> None:
    before = path_of(client, "/routines/leg-day/")
    old = client.get(before).content
    line = Prescription.objects.get(routine__slug="leg-day", exercise__slug="calf-raise")
    line.sets = 5
    line.save()
    after = path_of(client, "/routines/leg-day/")
    assert after != before
    redirect = client.get(before)
    assert (redirect.status_code, redirect["Location"]) == (302, after)
    assert "max-age" not in redirect["Cache-Control"]
    assert client.get(after).content != old


def test_what_is_not_on_the_picture_changes_no_address(client: Client, content: None) -> None:
    before = path_of(client, "/routines/leg-day/")
    Routine.objects.get(slug="leg-day").save()
    assert path_of(client, "/routines/leg-day/") == before


def test_the_tags_cost_no_statement(client: Client, content: None) -> None:
    """As many as the page without them: routine, prescriptions, exercises' groups; the edition."""
    forget()
    with CaptureQueriesContext(connection) as seen:
        client.get("/routines/leg-day/")
    assert len([each for each in seen if "workouts_routine" in each["sql"]]) <= 2
    assert len(seen) <= 6


def test_what_is_a_lifter_s_own_has_none(client: Client, as_owner: Client, owner: User, content: None) -> None:
    factories.exercise(slug="my-squat", name="Mine", owner=owner)
    routine = Routine.objects.create(slug="my-legs", name="Mine", owner=owner)
    for browser in (client, as_owner):
        for path in ("/share/exercises/my-squat/0.png", "/share/routines/my-legs/0.png", "/share/routines/no/0.png"):
            assert browser.get(path).status_code == 404, path
    for page in (routine.get_absolute_url(), "/today/", "/settings/"):
        assert not [name for name in tags(as_owner, page) if name.startswith("og:")], page


def test_other_public_pages_show_the_site_s(client: Client, content: None) -> None:
    for page in ("/", "/faq/", "/method/"):
        assert "/static/images/legday-og" in tags(client, page)["og:image"]
        assert tags(client, page)["og:type"] == "website"


def test_a_retired_exercise_still_has_its_picture(client: Client, content: None) -> None:
    Exercise.objects.filter(slug="barbell-squat").update(retired=True)
    forget()
    assert client.get(path_of(client, "/exercises/barbell-squat/")).status_code == 200
