"""Anatomy: four groups, twelve muscles, where they lie and what trains them."""

import pytest
from django.test import Client

from tests.pages.reading import Page
from workouts.catalogue.models import MuscleGroup, MuscleRole
from workouts.catalogue.queries import exercises_for

TWELVE = {
    "quadriceps": ("Rectus femoris", "Vastus lateralis", "Vastus medialis", "Vastus intermedius"),
    "hamstrings": ("Biceps femoris", "Semitendinosus", "Semimembranosus"),
    "glutes": ("Gluteus maximus", "Gluteus medius", "Gluteus minimus"),
    "calves": ("Gastrocnemius", "Soleus"),
}
PLACES = {
    "quadriceps": "Front of the thigh",
    "hamstrings": "Back of the thigh",
    "glutes": "Buttocks",
    "calves": "Back of the lower leg",
}


def test_all_twelve_muscles_stand_on_one_page(client: Client, content: None) -> None:
    page = Page(client.get("/anatomy/"))
    assert "Four groups and 12 muscles" in page.text
    for group, muscles in TWELVE.items():
        assert PLACES[group] in page.text
        assert f"/anatomy/{group}/" in page.links()
        for muscle in muscles:
            assert muscle in page.text


@pytest.mark.parametrize("slug", TWELVE)
def test_a_group_s_page(client: Client, content: None, slug: str) -> None:
    group = MuscleGroup.objects.get(slug=slug)
    page = Page(client.get(f"/anatomy/{slug}/"))
    for words in (group.place, group.actions, group.summary, f"{len(TWELVE[slug])} muscles", "They drive"):
        assert words in page.text
    for muscle in group.muscles.all():
        assert page.all("div", id=muscle.slug)
        for words in (muscle.name, muscle.lay_name, muscle.place, muscle.actions):
            assert words in page.text
    states = {values["class"].split()[1] for values in page.all("g") if "is-active" in values.get("class", "")}
    assert states == {slug}


def test_the_core_supports(client: Client, content: None) -> None:
    page = Page(client.get("/anatomy/core/"))
    assert "It steadies" in page.text
    assert "/exercises/barbell-squat/" in page.links()


def test_an_exercise_stands_under_its_strongest_role(content: None) -> None:
    parts = {
        part.role: [exercise.slug for exercise in part.exercises]
        for part in exercises_for(MuscleGroup.objects.get(slug="hamstrings"))
    }
    assert "romanian-deadlift" in parts[MuscleRole.Role.PRIME_MOVER]
    assert "walking-lunge" in parts[MuscleRole.Role.SYNERGIST]
    assert "barbell-squat" in parts[MuscleRole.Role.STABILISER]
    everywhere = [slug for slugs in parts.values() for slug in slugs]
    assert len(everywhere) == len(set(everywhere))


def test_an_unknown_group_is_not_found(client: Client, db: None) -> None:
    for slug in ("arms", "x" * 300, "Quadriceps"):
        assert client.get(f"/anatomy/{slug}/").status_code == 404
