"""The list of exercises: filters, counts, what is off it."""

from django.test import Client

from tests import factories
from tests.pages.reading import Page
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise


def listed(client: Client, **filters: str) -> set[str]:
    response = client.get("/exercises/", filters)
    assert response.status_code == 200
    links = Page(response).links()
    return {link.split("/")[2] for link in links if link.startswith("/exercises/") and link != "/exercises/"}


def test_all_of_them_with_their_number(client: Client, content: None) -> None:
    assert len(listed(client)) == 29
    assert "All 29" in Page(client.get("/exercises/")).text


def test_by_group_and_by_muscle(client: Client, content: None) -> None:
    hamstrings = listed(client, muscle="hamstrings")
    assert {"romanian-deadlift", "seated-leg-curl", "walking-lunge", "barbell-squat"} <= hamstrings
    assert "calf-raise" not in hamstrings
    soleus = listed(client, muscle="soleus")
    assert {"calf-raise", "seated-calf-raise"} <= soleus
    assert "leg-extension" not in soleus
    assert "good-morning" in listed(client, muscle="core")


def test_by_equipment_pattern_and_all_together(client: Client, content: None) -> None:
    assert listed(client, equipment="trap-bar") == {"trap-bar-deadlift"}
    assert listed(client, pattern="plantar_flexion") == {"calf-raise", "standing-calf-raise", "seated-calf-raise"}
    assert listed(client, q="romanian", pattern="hinge", muscle="glutes", equipment="barbell") == {"romanian-deadlift"}


def test_the_form_keeps_what_was_chosen(client: Client, content: None) -> None:
    page = Page(client.get("/exercises/", {"q": "leg", "muscle": "calves", "pattern": "knee_flexion"}))
    chosen = {option["value"] for option in page.all("option", selected="")}
    assert {"calves", "knee_flexion"} <= chosen
    assert "Of 29 exercises" in page.text


def test_nothing_found_says_what_to_do(client: Client, content: None) -> None:
    page = Page(client.get("/exercises/", {"q": "leg", "equipment": "kettlebell", "pattern": "knee_extension"}))
    assert "0 found" in page.text
    assert "Take one filter away" in page.text


def test_an_unknown_value_has_a_message_and_does_not_filter(client: Client, content: None) -> None:
    for name in ("muscle", "equipment", "pattern"):
        for value in ("nonsense", "a\0b", "x" * 3000, "'", "1", "\u202e", "<script>"):
            response = client.get("/exercises/", {name: value, "q": "front squat"})
            page = Page(response)
            assert response.status_code == 422, (name, value)
            assert "This is not in the list" in page.text
            assert "/exercises/front-squat/" in page.links()


def test_unknown_parameters_are_left_alone(client: Client, content: None) -> None:
    assert client.get("/exercises/?utm_source=x&muscle=&q=&muscle=calves").status_code == 200


def test_a_lifter_s_own_exercise_is_nobody_else_s(client: Client, content: None, owner: User) -> None:
    factories.exercise(slug="my-secret-squat", name="Secret squat", owner=owner)
    assert listed(client, q="secret") == set()
    assert client.get("/exercises/my-secret-squat/").status_code == 404
    assert "Secret squat" not in Page(client.get("/search/?q=secret")).text


def test_a_retired_exercise_leaves_the_lists_and_keeps_its_page(client: Client, content: None) -> None:
    Exercise.objects.filter(slug="hack-squat").update(retired=True)
    assert "hack-squat" not in listed(client)
    assert "/exercises/hack-squat/" not in Page(client.get("/anatomy/quadriceps/")).links()
    response = client.get("/exercises/hack-squat/")
    page = Page(response)
    assert response.status_code == 200
    assert page.all("meta", name="robots")[0]["content"] == "noindex, follow"
    assert "This exercise is retired" in page.text
