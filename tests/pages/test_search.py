"""Search over exercises and questions."""

import re

import pytest
from django.test import Client

from tests.pages.reading import Page


def found(client: Client, text: str) -> set[str]:
    response = client.get("/search/", {"q": text})
    assert response.status_code == 200
    return {link for link in Page(response).links() if link.startswith(("/exercises/", "/faq/#"))}


def test_by_name_by_another_name_and_in_questions(client: Client, content: None) -> None:
    assert "/exercises/romanian-deadlift/" in found(client, "romanian")
    assert "/exercises/romanian-deadlift/" in found(client, "RDL")
    assert "/exercises/barbell-squat/" in found(client, "kniebeuge")
    assert "/faq/#proper-form" in found(client, "certified trainer")


def test_every_word_must_be_there(client: Client, content: None) -> None:
    assert "/exercises/goblet-squat/" in found(client, "squat goblet")
    assert "/exercises/goblet-squat/" not in found(client, "goblet deadlift")


def test_odd_text_finds_nothing_and_harms_nothing(client: Client, content: None) -> None:
    for text in ("%", "_", "' OR 1=1 --", "<b>", ".*+(", "\u202esquat", "💪", "é" * 100):
        page = Page(client.get("/search/", {"q": text}))
        assert "0 exercises" in page.text, text
        assert page.all("input", type="search")[0]["value"] == text


def test_an_accent_typed_in_two_parts_is_found(client: Client, content: None) -> None:
    assert "/exercises/barbell-squat/" in found(client, "arrie\u0300re")


def test_what_cannot_be_searched_says_so_by_the_field(client: Client, content: None) -> None:
    for text in ("a\0b", "x" * 101, "x" * 5000):
        for path in ("/search/", "/exercises/"):
            response = client.get(path, {"q": text})
            assert response.status_code == 422
            assert Page(response).all("input", type="search")[0]["aria-invalid"] == "true"


def test_nothing_asked_nothing_searched(client: Client, content: None) -> None:
    page = Page(client.get("/search/"))
    assert page.headings == [(1, "Search")]
    assert page.all("meta", name="robots")[0]["content"] == "noindex, follow"


@pytest.mark.parametrize("prefix", ["", "/de"])
def test_before_a_search_there_are_words_to_try_and_each_finds_something(
    client: Client, content: None, prefix: str
) -> None:
    tried = [link for link in Page(client.get(f"{prefix}/search/")).links() if link.startswith("?q=")]
    assert len(tried) == 3
    for link in tried:
        page = Page(client.get(f"{prefix}/search/{link}"))
        # One exercise or question; the head of every page leads to their lists.
        assert [each for each in page.links() if re.match(rf"{prefix}/(exercises/[a-z]|faq/#)", each)], link
        assert page.all("input", type="search")[0]["value"]
