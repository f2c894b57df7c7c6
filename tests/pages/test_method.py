"""Method and privacy: rules in words, with the numbers that the code makes."""

from typing import Any

import pytest
from django.test import Client

from tests.pages.reading import Page


@pytest.fixture
def text(client: Client, content: None) -> str:
    return Page(client.get("/method/")).text


def test_the_estimates_are_those_of_the_code(text: str) -> None:
    for row in (
        "100 kg × 5 0 116.7 A",
        "100 kg × 5 2 123.3 B",
        "60 kg × 10 2 84.0 C",
        "60 kg × 10 not logged ≥ at least 80.0 B",
        "40 kg × 15 1 – –",
        "100 kg × 8 6 – –",
    ):
        assert row in text


def test_the_weekly_sets_are_those_of_the_routine(text: str) -> None:
    assert "2 sessions a week 3 sessions a week Quadriceps 20 30 Hamstrings 11 16.5 Glutes 25 37.5 Calves 6 9" in text


def test_the_warm_ups_are_those_of_the_code(text: str) -> None:
    assert "20 kg five minutes of moving and 8 reps without weight" in text
    assert "100 kg 20 × 8, 50 × 5, 75 × 3" in text
    assert "140 kg 20 × 8, 55 × 5, 82.5 × 4, 110 × 2" in text


def test_choices_are_called_choices_and_studies_are_named(text: str) -> None:
    assert text.count("our own choice") >= 6
    for study in ("Kubo 2019", "Plotkin 2022", "Pelland 2025", "Halperin 2022", "Singer 2024", "Ribeiro 2020"):
        assert study in text


def test_nothing_is_promised_that_studies_do_not_say(text: str) -> None:
    for word in ("optimal", "overtraining", "calorie burn", "guarantee", "tone "):
        assert word not in text.lower()


def test_method_stands_without_content(client: Client, db: None) -> None:
    assert client.get("/method/").status_code == 200


def test_privacy_says_whom_to_write_to(client: Client, db: None, settings: Any) -> None:
    settings.CONTACT_EMAIL = "people@gym.example"
    page = Page(client.get("/privacy/"))
    assert "mailto:people@gym.example" in page.links()
    for words in ("Cookies", "no third parties", "medical advice", "delete the account"):
        assert words in page.text


def test_its_contents_lead_to_every_section(client: Client, content: None) -> None:
    page = Page(client.get("/method/"))
    sections = [values["aria-labelledby"] for values in page.all("section")]
    assert len(sections) == 8
    inside = [values["href"] for values in page.all("a") if values.get("href", "").startswith("#")]
    assert inside == ["#main", *(f"#{id_}" for id_ in sections)]
    assert all(page.all("h2", id=id_) for id_ in sections)
