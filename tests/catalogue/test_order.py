"""Lists by name are in the order of the names that are shown, in each language."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from tests import factories
from tests.pages.reading import Page
from workouts.accounts.forms.gear import exercise_field
from workouts.accounts.models import ExerciseGear, Gear, User
from workouts.accounts.queries import gear_page
from workouts.catalogue.models import Exercise
from workouts.routines.models import Routine
from workouts.routines.queries.own import exercises_for
from workouts.shared.language.translated import alphabetical
from workouts.training.queries.sheet import exercises_to_add
from workouts.transfer.queries.names import choices, remembered

CODES = ["en", "de"]


def test_the_alphabet_of_a_reader() -> None:
    names = ["Zug", "Übung", "öl", "Ofen", "apfel", "Ärmel", "Usus", "école", "Ecke", "Straße", "Strasse"]
    told = ["apfel", "Ärmel", "Ecke", "école", "Ofen", "öl", "Strasse", "Straße", "Übung", "Usus", "Zug"]
    assert sorted(names, key=alphabetical) == told


@pytest.fixture
def own(owner: User, content: None) -> Exercise:
    """Between the names that begin with A and those that begin with B."""
    return factories.exercise(slug="my-lunge", name="Äußerer Ausfallschritt", owner=owner)


def options(user: User) -> Iterator[tuple[object, str]]:
    """As the widget goes through them."""
    field: Any = exercise_field(user, label="Exercise")
    yield from field.choices


def ordered(rows: Sequence[Exercise]) -> bool:
    names = [each.name for each in rows]
    return len(names) > 25 and names == sorted(names, key=alphabetical)


@pytest.mark.parametrize("code", CODES)
def test_selects_and_lists_by_name(owner: User, own: Exercise, leg_day: Routine, code: str) -> None:
    with translation.override(code):
        labels = [label for _, label in options(owner)][1:]
        assert len(labels) == 30
        assert labels == sorted(labels, key=alphabetical)
        for mixed in (exercises_to_add(owner), exercises_for(owner, leg_day)):
            assert mixed[0] == own
            assert ordered(mixed[1:])
        assert ordered(choices(owner).site)


def test_the_select_costs_one_statement_as_before(owner: User, own: Exercise) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert len([value for value, _ in options(owner)]) == 31
    assert len(asked) == 1


@pytest.mark.parametrize("code", CODES)
def test_what_her_equipment_is_used_for(owner: User, content: None, code: str) -> None:
    bar = Gear.objects.create(owner=owner, kind="bar", name="Bar", unit="kg", weight=20)
    for slug in ("walking-lunge", "hip-thrust", "calf-raise", "leg-press"):
        ExerciseGear.objects.create(owner=owner, exercise=Exercise.objects.get(slug=slug), gear=bar)
    with translation.override(code):
        names = [each.exercise.name for each in gear_page(owner).chosen]
    assert len(names) == 4
    assert names == sorted(names, key=alphabetical)


@pytest.mark.parametrize("code", CODES)
def test_what_an_editor_gave_no_place_is_by_name_too(client: Client, content: None, code: str) -> None:
    first = {"en": "Aaa", "de": "Ccc"}, {"en": "Bbb", "de": "Aaa"}
    for names in first:
        row = factories.exercise(slug=f"new-{names['en'].lower()}", name=names["en"], position=0)
        Exercise.objects.filter(pk=row.pk).update(name_de=names["de"])
    prefix = "" if code == "en" else "/de"
    links = [link["href"] for link in Page(client.get(f"{prefix}/exercises/")).all("a") if "/new-" in link["href"]]
    told = ["new-aaa", "new-bbb"] if code == "en" else ["new-bbb", "new-aaa"]
    assert links == [f"{prefix}/exercises/{slug}/" for slug in told]


@pytest.mark.parametrize("code", CODES)
def test_an_import_knows_the_names_of_both_languages(owner: User, content: None, code: str) -> None:
    names = {"Standing calf raise, one leg": "standing-calf-raise",
             "Einbeiniges Wadenheben im Stehen": "standing-calf-raise",
             "Aufsteigen auf eine Box": "step-up"}  # fmt: skip
    with translation.override(code):
        found = remembered(owner, names, choices(owner))
    assert {name: each.slug for name, each in found.items()} == names


@pytest.mark.parametrize("code", CODES)
def test_the_api_s_pages_neither_repeat_nor_skip(client: Client, content: None, code: str) -> None:
    slugs: list[str] = []
    asked, more = {"limit": "1"}, True
    while more:
        page = client.get("/api/v1/exercises", asked, headers={"accept-language": code}).json()
        slugs += [each["slug"] for each in page["items"]]
        asked, more = {"limit": "1", "cursor": page["next"]}, page["next"] is not None and len(slugs) < 60
    assert slugs == list(Exercise.objects.order_by("position").values_list("slug", flat=True))
