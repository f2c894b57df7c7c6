"""The site in two languages: by the address, by the lifter's choice, and never one in place of the other."""

import re

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from legday.languages import language_of, path_in
from tests import factories
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.faq.models import Question

PAGES = [
    "/",
    "/exercises/",
    "/exercises/barbell-squat/",
    "/routines/leg-day/",
    "/anatomy/",
    "/anatomy/glutes/",
    "/faq/",
]


@pytest.mark.parametrize(
    ("path", "german"),
    [
        ("/", "/de/"),
        ("/exercises/?q=a", "/de/exercises/?q=a"),
        ("/device/", "/de/device/"),
        ("//evil.example/", "/de/evil.example/"),
    ],
)
def test_an_address_in_the_other_language(path: str, german: str) -> None:
    assert path_in(path, "de") == german
    assert language_of(german.partition("?")[0]) == "de"
    assert path_in(german, "de") == german


@pytest.mark.parametrize("path", ["/de//evil.example/", "/de///evil.example/"])
def test_no_address_of_another_host(path: str) -> None:
    assert path_in(path, "en") == "/evil.example/"


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_there_in_both_and_says_so(client: Client, content: None, path: str) -> None:
    for code, other in (("en", "de"), ("de", "en")):
        page = client.get(path_in(path, code)).text
        assert f'<html lang="{code}"' in page
        for each in ("en", "de"):
            link = f'hreflang="{each}" href="http://localhost:8000{path_in(path, each)}"'
            assert f'<link rel="alternate" {link}>' in page
        assert f'<link rel="canonical" href="http://localhost:8000{path_in(path, code)}">' in page
        assert re.search(rf'<a href="{path_in(path, other)}"\s+hreflang="{other}"', page)
        # Every link of the page stays in its language, but for the one above.
        inside = re.findall(r'<a [^>]*href="(/[^"]*)"(?![^>]*hreflang)', page)
        assert {language_of(link.partition("?")[0].partition("#")[0]) for link in inside} == {code}


@pytest.mark.parametrize("path", PAGES)
def test_what_is_kept_of_one_is_never_sent_for_the_other(client: Client, content: None, path: str) -> None:
    first = {code: client.get(path_in(path, code)) for code in ("en", "de", "en", "de")}
    again = {code: client.get(path_in(path, code)) for code in ("de", "en")}
    assert first["en"]["ETag"] != first["de"]["ETag"]
    for code in ("en", "de"):
        assert again[code].content == first[code].content
        assert client.get(path_in(path, code), headers={"if-none-match": first[code]["ETag"]}).status_code == 304
    stale = client.get(path_in(path, "de"), headers={"if-none-match": first["en"]["ETag"]})
    assert stale.status_code == 200


def test_a_browser_s_languages_decide_nothing(client: Client, content: None) -> None:
    plain = client.get("/faq/")
    assert client.get("/faq/", headers={"accept-language": "de"}).content == plain.content
    assert "Accept-Language" not in plain.get("Vary", "")


def test_the_api_answers_in_the_one_language_that_is_asked_for(client: Client, content: None) -> None:
    Exercise.objects.filter(slug="barbell-squat").update(name_de="Kniebeuge, deutsch")

    def answer(languages: str) -> str:
        answered = client.get("/api/v1/exercises/barbell-squat", headers={"accept-language": languages})
        return str(answered.json()["name"])

    for _ in range(2):
        assert answer("de") == "Kniebeuge, deutsch"
        assert answer("en") == answer("de-DE,de;q=0.9,en;q=0.8") == answer("") == answer("tlh") == "Barbell squat"
    assert "Kniebeuge, deutsch" in client.get("/de/api/v1/train/kit").text
    assert "Kniebeuge, deutsch" not in client.get("/api/v1/train/kit").text


def test_a_text_without_german_is_in_english(client: Client, content: None) -> None:
    Question.objects.filter(slug="how-often").update(question_de="", answer_de="Zweimal.")
    page = client.get("/de/faq/").text
    assert "How often should I train my legs?" in page
    assert "Zweimal." in page


@pytest.mark.parametrize("path", PAGES)
def test_german_asks_the_database_no_more(client: Client, content: None, path: str) -> None:
    counts = []
    for code in ("en", "de"):
        with CaptureQueriesContext(connection) as asked:
            client.get(path_in(path, code))
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("path", PAGES)
def test_numbers_of_a_drawing_have_a_point_in_every_language(client: Client, content: None, path: str) -> None:
    """A browser does not draw a bar whose width is "66,7%"."""
    page = client.get(path_in(path, "de")).text
    assert re.findall(r'\s(?:width|height|x|y|cx|cy|r)="[\d.]+,[^"]*"', page) == []


def test_counts_have_the_comma_of_the_language(client: Client, content: None) -> None:
    for code, shown in (("en", "16.5"), ("de", "16,5")):
        assert f">{shown}</span>" in client.get(path_in("/routines/leg-day/", code)).text


def test_german_names_find_their_exercises_and_english_ones_too(client: Client, content: None) -> None:
    for asked in ("hüftabduktion", "abductor machine", "seite der hüfte"):
        assert "/de/exercises/hip-abduction/" in client.get("/de/exercises/", {"q": asked}).text
    assert "/de/exercises/leg-press/" not in client.get("/de/exercises/", {"q": "hüftabduktion"}).text


def test_names_within_a_sentence(content: None) -> None:
    template = Template("{% load words %}{{ name|in_sentence }}")
    with translation.override("de"):
        assert template.render(Context({"name": "Kniebeuge mit Langhantel"})) == "Kniebeuge mit Langhantel"
    assert template.render(Context({"name": "Barbell squat"})) == "barbell squat"
    assert template.render(Context({"name": "Single-leg Romanian deadlift"})) == "single-leg Romanian deadlift"


def test_saving_in_german_writes_no_german_into_english(content: None) -> None:
    Exercise.objects.filter(slug="leg-press").update(name_de="Beinpresse")
    with translation.override("de"):
        row = Exercise.objects.get(slug="leg-press")
        assert row.name == "Beinpresse"
        row.save()
    row.refresh_from_db()
    assert row.name == "Leg press"


def test_she_trains_in_the_language_she_chose(as_owner: Client, owner: User, content: None) -> None:
    form = {"unit": "kg", "goal_low": 2, "goal_high": 3, "zone": "device", "theme": "system", "formula": "epley"}
    saved = as_owner.post("/settings/preferences/", {**form, "language": "de"})
    assert saved["Location"] == "/de/settings/preferences/"
    page = as_owner.get("/de/settings/preferences/").text
    assert '<html lang="de"' in page
    assert "Deine Vorlieben sind gespeichert." in page
    # An English address leads to the German one, with its query.
    assert as_owner.get("/workouts/?page=2")["Location"] == "/de/workouts/?page=2"
    # What is sent to an English one is answered in German.
    assert as_owner.post("/settings/preferences/", {**form, "language": ""})["Location"] == "/de/settings/preferences/"
    assert as_owner.get("/workouts/").status_code == as_owner.get("/de/workouts/").status_code == 200


def test_an_unknown_language_is_refused_by_its_field(as_owner: Client, content: None) -> None:
    form = {"unit": "kg", "goal_low": 2, "goal_high": 3, "zone": "device", "theme": "system", "formula": "epley"}
    assert as_owner.post("/settings/preferences/", {**form, "language": "tlh"}).status_code == 422


def test_scripts_have_their_texts_in_german(client: Client, content: None) -> None:
    page = client.get("/de/offline/train/").text
    assert '<script id="catalogue" type="application/json">' in page
    assert '"Log this set": "Satz eintragen"' in page
    assert "catalogue" not in client.get("/offline/train/").text


def test_the_lifter_s_own_exercise_keeps_its_name(as_owner: Client, owner: User, content: None) -> None:
    own = factories.exercise(slug="my-press", name="Meine Presse", owner=owner)
    with translation.override("de"):
        assert own.name == "Meine Presse"


def test_robots_keep_out_of_german_pages_too(client: Client, db: None) -> None:
    text = client.get("/robots.txt").text
    assert "Disallow: /de/today/" in text
    assert client.get("/de/robots.txt").status_code == client.get("/de/sw.js").status_code == 404
