"""The four questions, as people and machines read them."""

from django.test import Client

from tests.pages.reading import Page
from workouts.faq.models import Question

FACTS = {
    "how-often": ("Two or three times a week", "at least one rest day between sessions"),
    "other-muscle-groups": ("You can.", "demanding", "separate day", "attention it deserves"),
    "proper-form": ("prevent injuries", "neutral", "braced", "control", "certified personal trainer"),
    "new-to-leg-training": (
        "Yes.",
        "all fitness levels",
        "lighter weights",
        "confidence",
        "Listen to your body",
        "modify",
    ),
}


def test_four_questions_each_with_its_address(client: Client, content: None) -> None:
    page = Page(client.get("/faq/"))
    assert len(page.all("details")) == 4
    assert "4 answers" in page.text
    for slug in FACTS:
        assert page.all("div", id=slug)
        assert f"/faq/#{slug}" in page.links()


def test_the_guide_s_facts(client: Client, content: None) -> None:
    entries = Page(client.get("/faq/")).of_type("FAQPage")["mainEntity"]
    answers = {entry["url"].partition("#")[2]: entry["acceptedAnswer"]["text"] for entry in entries}
    assert answers.keys() == FACTS.keys()
    missing = [(slug, words) for slug, facts in FACTS.items() for words in facts if words not in answers[slug]]
    assert missing == []


def test_the_figure_wears_a_real_dash(client: Client, content: None) -> None:
    assert "2–3 leg sessions a week" in Page(client.get("/faq/")).text


def test_search_leads_on(client: Client, content: None) -> None:
    [form] = Page(client.get("/faq/")).all("form")
    assert (form["action"], form["method"]) == ("/search/", "get")


def test_an_editor_s_answer_shows_at_the_next_request(client: Client, content: None) -> None:
    client.get("/faq/")
    form = Question.objects.get(slug="proper-form")
    form.answer = "Film a set.\n\nThen look at it."
    form.save()
    assert "Film a set. Then look at it." in Page(client.get("/faq/")).text


def test_no_questions_no_structured_data(client: Client, db: None) -> None:
    page = Page(client.get("/faq/"))
    assert page.structured == []
    assert "0 answers" in page.text
