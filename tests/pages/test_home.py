"""Home: the guide's frame, and facts that come from the data."""

from django.test import Client

from tests.pages.reading import Page
from workouts.faq.models import Question
from workouts.routines.models import Prescription, Routine


def test_the_facts_come_from_the_data(client: Client, leg_day: Routine) -> None:
    text = Page(client.get("/")).text
    assert "5 exercises 17 working sets 2–3 sessions a week" in text
    Prescription.objects.filter(routine=leg_day, exercise__slug="calf-raise").delete()
    Question.objects.filter(slug="how-often").delete()
    text = Page(client.get("/")).text
    assert "4 exercises 14 working sets" in text
    assert "sessions a week" not in text


def test_the_guide_s_frame_is_there(client: Client, content: None) -> None:
    text = Page(client.get("/")).text
    for words in (
        "king of workouts",
        "How they look",
        "What they do",
        "How you perform",
        "More than squats",
        "Technique. Rest. Consistency.",
    ):
        assert words in text


def test_start_begins_the_guide_s_routine(client: Client, content: None) -> None:
    assert "/train/new/?routine=leg-day" in Page(client.get("/")).links()


def test_it_says_what_it_is_for_whom_and_what_to_do_first(client: Client, content: None) -> None:
    text = Page(client.get("/")).text
    before = text[: text.index("5 exercises 17 working sets")]
    for words in (
        "One leg workout of five exercises",
        "your first day in the gym",
        "Start the routine",
        "No account needed",
    ):
        assert words in before


def test_the_routine_shows_its_movements(client: Client, content: None) -> None:
    assert len(Page(client.get("/")).all("svg", class_="pic")) == 5


def test_the_coverage_table_counts_a_session(client: Client, content: None) -> None:
    text = Page(client.get("/")).text
    assert "Quadriceps 1 0 1 1 0 10" in text
    assert "Hamstrings 0 1 0 0.5 0 5.5" in text
    assert "Glutes 1 1 0.5 1 0 12.5" in text
    assert "Calves 0 0 0 0 1 3" in text


def test_home_stands_without_content(client: Client, db: None) -> None:
    assert client.get("/").status_code == 200
