"""Every rule of the database, attacked through the admin's forms: an error by the field, never a 500."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.admin.test_rights import url
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, Muscle, MuscleGroup
from workouts.models import Question, Routine

pytestmark = pytest.mark.django_db
FormOf = Callable[[Client, str], dict[str, Any]]
Changes = dict[str, Any]

# What is sent for the squat beside its own form, and a part of the message.
SQUAT: list[tuple[Changes, str]] = [
    ({"step_kg": "0"}, "A step is above 0"),
    ({"step_lb": "-5"}, "A step is above 0"),
    ({"step_kg": "NaN"}, "Enter a number"),
    ({"step_kg": "1e400"}, "Ensure that there are no more than"),
    ({"step_kg": "９9999"}, "Ensure that there are no more than"),
    ({"position": "-1"}, "greater than or equal to 0"),
    ({"max_rise_percent": "-1"}, "greater than or equal to 0"),
    ({"pattern": "jump"}, "Select a valid choice"),
    ({"rep_style": "hops"}, "Select a valid choice"),
    ({"load_mode": "chain"}, "Select a valid choice"),
    ({"equipment": ["999999"]}, "Select a valid choice"),
    ({"name": ""}, "This field is required"),
    ({"name": "x" * 5000}, "at most 100 characters"),
    ({"summary": "x" * 5000}, "at most 500 characters"),
    ({"groups-1-target_position": "1"}, "Another group has this place."),
    ({"groups-TOTAL_FORMS": 5, "groups-4-group": "$first group"}, "This group is here twice."),
    ({"groups-0-volume_weight": "1.5"}, "A set counts from 0 to 1."),
    ({"groups-0-volume_weight": "-0.5"}, "A set counts from 0 to 1."),
    (
        {"roles-TOTAL_FORMS": 13, "roles-12-muscle": "$first muscle", "roles-12-role": "synergist"},
        "Please correct the duplicate data",
    ),
    ({"roles-0-role": "hero"}, "Select a valid choice"),
    ({"instructions-0-text": ""}, "This field is required"),
    ({"instructions-0-position": "-1"}, "greater than or equal to 0"),
    ({"substitutions-0-substitute": "$self"}, "An exercise cannot stand in for itself."),
    ({"substitutions-0-reason": "boredom"}, "Select a valid choice"),
    ({"substitutions-0-substitute": "$mine"}, "Select a valid choice"),
    ({"aliases-0-name": "LEG PRESS"}, "Another exercise has this name."),
    ({"aliases-0-name": "twice", "aliases-1-name": "TWICE"}, "This name is here twice."),
    ({"aliases-0-name": "Lifter's name"}, "This is another name of an exercise"),
]


@pytest.mark.parametrize(("changes", "message"), SQUAT)
def test_a_bad_exercise(as_editor: Client, owner: User, form_of: FormOf, changes: Changes, message: str) -> None:
    squat, press = Exercise.objects.get(slug="barbell-squat"), Exercise.objects.get(slug="leg-press")
    press.aliases.get_or_create(name="Leg Press")
    mine = Exercise.objects.create(owner=owner, slug="my-squat", name="Mine")
    mine.aliases.create(name="lifter's name")
    page = url(Exercise, "change", squat.pk)
    form = form_of(as_editor, page)
    known = {
        "$first group": squat.groups.all()[0].group_id,
        "$first muscle": squat.roles.all()[0].muscle_id,
        "$self": squat.pk,
        "$mine": mine.pk,
        **{f"${key}": value for key, value in form.items()},
    }
    sent = {key: known.get(value, value) if isinstance(value, str) else value for key, value in changes.items()}
    answer = as_editor.post(page, {**form, **sent})
    assert answer.status_code == 200
    assert message in " ".join(str(error) for error in answer.context["errors"])
    squat.refresh_from_db()
    assert squat.name == "Barbell squat"


DOSE = {"sets": 3, "low": 8, "high": 12, "rep_style": "reps", "rest_seconds": 120, "target_rir": 2}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sets": 0}, "Sets run from 1 to 20."),
        ({"sets": 21}, "Sets run from 1 to 20."),
        ({"low": 13}, "The range runs from"),
        ({"low": 0}, "The range runs from"),
        ({"high": 601}, "The range runs from"),
        ({"high": ""}, "This field is required"),
        ({"rep_style": "hops"}, "Select a valid choice"),
        ({"rest_seconds": 1801}, "Rest is at most 1,800 seconds."),
        ({"target_rir": 11}, "Reps in reserve run from 0 to 10."),
        ({"target_rir": -1}, "Reps in reserve run from 0 to 10."),
        ({"superset": -1}, "greater than or equal to 0"),
        ({"exercise": "$mine"}, "Select a valid choice"),
        ({"exercise": "", "low": 9}, "This field is required"),
    ],
)
def test_a_bad_prescription(as_editor: Client, owner: User, changes: Changes, message: str) -> None:
    mine = Exercise.objects.create(owner=owner, slug="my-squat", name="Mine")
    dose = {**DOSE, "exercise": Exercise.objects.get(slug="leg-press").pk, **changes}
    if dose["exercise"] == "$mine":
        dose["exercise"] = mine.pk
    data = {"name": "Two", "slug": "two", "position": 2}
    data |= {"prescriptions-TOTAL_FORMS": 1, "prescriptions-INITIAL_FORMS": 0}
    answer = as_editor.post(url(Routine, "add"), {**data, **{f"prescriptions-0-{k}": v for k, v in dose.items()}})
    assert answer.status_code == 200
    assert message in " ".join(str(error) for error in answer.context["errors"])
    assert not Routine.objects.filter(slug="two").exists()


INLINES = ["groups", "roles", "instructions", "instructions-2", "instructions-3", "substitutions", "aliases"]
EMPTY = {f"{prefix}-{part}": 0 for prefix in INLINES for part in ("TOTAL_FORMS", "INITIAL_FORMS")}
NEW_EXERCISE = {
    "name": "New", "position": 1, "pattern": "squat", "mechanics": "compound", "rep_style": "reps",
    "load_mode": "external", "load_type": "barbell", "max_rise_percent": 10, **EMPTY,
}  # fmt: skip
NEW_ROUTINE = {"name": "New", "position": 1, "prescriptions-TOTAL_FORMS": 0, "prescriptions-INITIAL_FORMS": 0}


@pytest.mark.parametrize(
    ("model", "data", "slug", "message"),
    [
        (Exercise, NEW_EXERCISE, "barbell-squat", "Another exercise of the site has this slug."),
        (Exercise, NEW_EXERCISE, "my-squat", "Slugs that begin with my- belong to lifters"),
        (Exercise, NEW_EXERCISE, "bad slug", "Enter a valid “slug”"),
        (Routine, NEW_ROUTINE, "leg-day", "Another routine of the site"),
        (Routine, NEW_ROUTINE, "my-day", "Slugs that begin with my- belong to lifters"),
        (MuscleGroup, {"name": "N", "kind": "leg", "position": 1}, "calves", "already exists"),
        (MuscleGroup, {"name": "N", "kind": "arm", "position": 1}, "new", "Select a valid choice"),
        (Muscle, {"name": "N", "position": 1}, "soleus", "already exists"),
        (Question, {"question": "Q", "answer": "A", "position": 1}, "how-often", "already exists"),
    ],
)
def test_a_bad_slug_or_kind(as_editor: Client, model: type, data: Changes, slug: str, message: str) -> None:
    answer = as_editor.post(url(model, "add"), {**data, "slug": slug})
    assert answer.status_code == 200
    assert message in " ".join(str(error) for error in answer.context["errors"])


def test_a_bare_new_exercise_is_taken(as_editor: Client) -> None:
    """So that the refusals above are for the reason they give."""
    assert as_editor.post(url(Exercise, "add"), {**NEW_EXERCISE, "slug": "new"}).status_code == 302
    assert as_editor.post(url(Routine, "add"), {**NEW_ROUTINE, "slug": "new"}).status_code == 302


def test_two_editors_at_the_same_time(as_editor: Client, form_of: FormOf) -> None:
    """The second one's page was opened before the first one saved."""
    squat = Exercise.objects.get(slug="barbell-squat")
    page = url(Exercise, "change", squat.pk)
    form = form_of(as_editor, page)
    calves, soleus = MuscleGroup.objects.get(slug="calves"), Muscle.objects.get(slug="soleus")
    squat.roles.get(muscle=soleus).delete()
    form = form_of(as_editor, page)
    squat.groups.create(group=calves, target_position=5)
    squat.roles.create(muscle=soleus, role="synergist")
    groups, roles = form["groups-TOTAL_FORMS"], form["roles-TOTAL_FORMS"]
    form |= {"groups-TOTAL_FORMS": groups + 1, "roles-TOTAL_FORMS": roles + 1}
    form |= {f"groups-{groups}-group": calves.pk, f"groups-{groups}-target_position": 5}
    form |= {f"groups-{groups}-volume_weight": "0.5"}
    form |= {f"roles-{roles}-muscle": soleus.pk, f"roles-{roles}-role": "stabiliser"}
    answer = as_editor.post(page, form)
    assert answer.status_code == 200
    errors = " ".join(str(error) for error in answer.context["errors"])
    for message in ("This group is here twice.", "Another group has this place.", "This muscle is here twice."):
        assert message in errors


def test_rows_are_exchanged_by_taking_one_away_and_adding_another(as_editor: Client, form_of: FormOf) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    page = url(Exercise, "change", squat.pk)
    form = form_of(as_editor, page)
    groups, first = form["groups-TOTAL_FORMS"], squat.groups.all()[0]
    form |= {"groups-TOTAL_FORMS": groups + 1, "groups-0-DELETE": "on"}
    form |= {f"groups-{groups}-group": first.group_id, f"groups-{groups}-target_position": 1}
    form |= {f"groups-{groups}-volume_weight": "0.5", "groups-1-group": first.group_id}
    assert as_editor.post(page, form).status_code == 302
    again = squat.groups.get(group=first.group_id)
    assert again.pk != first.pk
    assert squat.groups.count() == groups
