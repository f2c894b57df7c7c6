"""T69: everything about an account is in its JSON, and nothing about another.

The models are walked, not listed: a new field with a path to the user fails here until it is exported, or stands below
with its reason.
"""

import datetime
import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db import models
from django.test import Client

from tests.transfer.full_account import full_account
from tests.transfer.test_round_trip import fetched
from workouts.accounts.actions import delete_body_weight
from workouts.accounts.models import ApiToken, BodyWeight, ExerciseGear, Gear, Preferences, User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.models import Change, LoggedSet, Mutation, PerformedExercise, StickyNote, Workout
from workouts.log.models import Client as Device
from workouts.routines.models import Prescription, Routine
from workouts.shared.language.translated import OTHERS, TRANSLATED
from workouts.transfer.exports import account, training
from workouts.transfer.models import ColumnMapping, ImportBatch, ImportedName

pytestmark = pytest.mark.django_db

SYNCED = ("uid", "origin_key", "deleted_at")
EXPORTED: dict[str, tuple[str, ...]] = {
    "User": (*account.USER, "groups"),
    "Preferences": account.PREFERENCES,
    "EmailAddress": account.ADDRESS,
    "Gear": account.GEAR,
    "ExerciseGear": account.CHOICE,
    "Client": account.DEVICE,
    "ApiToken": account.TOKEN,
    "ImportBatch": account.BATCH,
    "ImportedName": account.NAME,
    "ColumnMapping": account.COLUMNS,
    "Change": account.CHANGE,
    "Mutation": account.MUTATION,
    "LogEntry": account.ADMIN,
    "BodyWeight": (*training.BODY_WEIGHT, "weight_text", "deleted_at"),
    "Exercise": (*training.EXERCISE, "equipment"),
    "Routine": training.ROUTINE,
    "Prescription": training.PRESCRIPTION,
    "Workout": (*training.WORKOUT, *SYNCED),
    "PerformedExercise": (*training.PERFORMED, *training.DOSE, *SYNCED, "workout"),
    "LoggedSet": (*training.SET, *SYNCED, "weight_text", "performed"),
    "StickyNote": (*training.NOTE, *SYNCED),
}
# Whole models that are not exported, and why.
NOT_HERS = {
    "EmailConfirmation": "keys that confirm an address are secrets",
    "CalendarFeed": "a secret address, which its page shows, and a counter of its reads",
    "ImportPiece": "the rows of her own file, packed, while its import runs",
    "Ledger": "the server's counters: revisions, and what quotas go by",
    **dict.fromkeys(
        ("ExerciseGroup", "MuscleRole", "Instruction", "Substitution", "ExerciseAlias"),
        "content of the site: no page lets a lifter write it for an exercise of hers",
    ),
}
# Single fields that are not exported, and why.
LEFT_OUT = {
    "*.id": "the database's own number",
    "*.owner": "whose file it is",
    "*.user": "whose file it is",
    "*.deleted_by": "which mutation laid the tombstone: the log's own bookkeeping",
    "User.password": "a secret, kept as a hash",
    "ApiToken.digest": "a secret, kept as a hash",
    "User.user_permissions": "rights of staff come with groups",
    "BodyWeight.uid": "names the row in addresses of pages, nothing else",
    "BodyWeight.weight": "the number that weight_text says",
    "LoggedSet.weight": "the number that weight_text says",
    "Prescription.routine": "lines stand within their routine",
    "Prescription.position": "the order of the lines",
    "ImportBatch.file": "the lifter's own file, kept until she answers or drops it",
    **{
        f"ImportBatch.{field}": "how far an import is that runs: of no meaning once it is over"
        for field in ("pieces", "laid", "staging", "planned", "restarts", "leased_until")
    },
    "Change.mutation": "told by its moment and its source",
    "Mutation.status": "only rejected ones are told of: what was applied is the rows",
    "Mutation.rev": "the server's counter",
    "LogEntry.content_type": "the database's own number for a kind of row",
    **{
        f"{model.__name__}.{name}_{code}": "content of the site: a lifter's own rows have their text once, in her words"
        for model in (Exercise, Routine, Prescription)
        for name in TRANSLATED[model]
        for code in OTHERS
    },
    **{
        f"PerformedExercise.{field}": "a figure that follows from the sets"
        for field in (
            "day", "started_at", "work_sets", "work_reps", "work_seconds", "longest", "left_reps", "right_reps",
            "volume_kg", "volume_lb", "top_load", "top_reps", "epley", "brzycki", "wathan", "stall_weight",
            "stall_total", "stall_in_range", "picks", "loads",
        )
    },
}  # fmt: skip


def hers() -> list[type[models.Model]]:
    """Every model with a path to the user, over as many steps as it takes."""
    found: set[type[models.Model]] = {User}
    while True:
        more = {
            model
            for model in apps.get_models()
            for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many)
            if field.related_model in found and not model._meta.auto_created
        } - found
        if not more:
            return sorted(found, key=lambda each: each.__name__)
        found |= more


def fields(model: type[models.Model]) -> Iterator[Any]:
    yield from model._meta.concrete_fields
    yield from model._meta.local_many_to_many


@pytest.mark.parametrize("model", hers(), ids=lambda model: model.__name__)
def test_every_field_is_exported_or_has_a_reason(model: type[models.Model]) -> None:
    name = model.__name__
    if name in NOT_HERS:
        return
    known = set(EXPORTED.get(name, ()))
    for field in fields(model):
        reasons = {f"{name}.{field.name}", f"*.{field.name}"} & LEFT_OUT.keys()
        assert field.name in known or reasons, f"{name}.{field.name} is not exported, and no reason is given"


def test_the_lists_above_name_nothing_that_is_gone() -> None:
    there = {f"{model.__name__}.{field.name}" for model in hers() for field in fields(model)}
    there |= {f"*.{each.split('.')[1]}" for each in there}
    assert LEFT_OUT.keys() <= there
    assert {f"{name}.{field}" for name, names in EXPORTED.items() for field in names} <= there
    assert NOT_HERS.keys() <= {model.__name__ for model in hers()}


# A row of each of these is planted; of log rows a live one and a deleted one.
PLANTED: list[Any] = [
    BodyWeight, Change, ColumnMapping, Device, Exercise, ExerciseGear, Gear, ImportBatch, ImportedName, LogEntry,
    LoggedSet, Mutation, PerformedExercise, Preferences, Prescription, Routine, StickyNote, User, Workout,
]  # fmt: skip
CHOSEN = {"unit", "zone", "theme", "formula", "kind", "op", "status", "source", "pattern", "rep_style", "load_mode"}
CHOSEN |= {"language", "load_type", "mechanics", "email", "action_flag"}


class Planter:
    """Writes a text, an id or a moment that is nowhere else into every field of a row that may hold one."""

    def __init__(self, word: str) -> None:
        self.word, self.count = word, 0
        self.planted: dict[str, str] = {}

    def plant(self, row: models.Model) -> None:
        for field in row._meta.concrete_fields:
            name = f"{type(row).__name__}.{field.name}"
            if {name, f"*.{field.name}"} & LEFT_OUT.keys() or field.name in CHOSEN or field.is_relation:
                continue
            # These two are empty or not as another field says.
            if field.name in {"weight_text", "listed"} and not getattr(row, field.name):
                continue
            value = self._value(field, row)
            if value is not None:
                type(row)._default_manager.filter(pk=row.pk).update(**{field.name: value})

    def _value(self, field: Any, row: models.Model) -> Any:
        self.count += 1
        where = f"{type(row).__name__}.{field.name} {row.pk}"
        if isinstance(field, models.UUIDField):
            value = uuid.uuid5(uuid.NAMESPACE_URL, f"{self.word}{self.count}")
            self.planted[where] = str(value)
            return value
        text = f"{self.word}-{self.count}"
        if isinstance(field, models.JSONField):
            self.planted[where] = text
            return {"fresh": {}, "added": {}, text: text}
        if isinstance(field, models.CharField | models.TextField):
            slug = f"my-{text}" if isinstance(field, models.SlugField) else text
            self.planted[where] = slug
            return slug
        if isinstance(field, models.DateTimeField) and field.name != "finished_at":
            return self._moment(where, field.name)
        return None

    def _moment(self, where: str, name: str) -> datetime.datetime | None:
        if name in {"started_at", "deleted_at"}:
            return None
        year = 2030 + len(self.word)  # the two words differ in length
        at = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=self.count)
        self.planted[where] = at.isoformat()
        return at


def planted(user: User, word: str) -> dict[str, str]:
    """Fills an account, and plants in every row of hers that an export holds."""
    full_account(user)
    ImportBatch.objects.create(owner=user, uid=uuid.uuid4(), format="strong", file_name="x.csv", file=b"x")
    Gear.objects.create(owner=user, kind="stack", name="Stack", unit="kg", listed="5 10")
    done = LoggedSet.objects.of(user).live().filter(performed__workout__routine=None).latest("pk")
    actions.delete_workout(by=user, workout=done.performed.workout)
    actions.delete_note(by=user, note=StickyNote.objects.of(user).live()[0])
    delete_body_weight(by=user, entry=BodyWeight.objects.of(user).live()[0])
    Device.objects.create(owner=user, uid=uuid.uuid4(), last_seen="2026-11-17")
    ApiToken.objects.create(owner=user, name="x", shown="legday_x", digest=uuid.uuid4().hex)
    Mutation.objects.create(owner=user, uid=uuid.uuid4(), status="rejected", source="device", rev=1)
    ImportedName.objects.create(owner=user, name="x", exercise=Exercise.objects.filter(owner=user)[0])
    ColumnMapping.objects.create(owner=user, header="x", columns={})
    LogEntry.objects.create(user=user, action_flag=1, object_repr="x", content_type=None)
    planter = Planter(word)
    for model in PLANTED:
        rows = model._default_manager.all()
        owner = next((name for name in ("owner", "user") if hasattr(model, name)), None)
        if model is User:
            rows = rows.filter(pk=user.pk)
        elif model is Prescription:
            rows = rows.filter(routine__owner=user)
        else:
            rows = rows.filter(**{owner or "owner": user})
        if model is Change:
            rows = rows.exclude(replaced={})
        if model is Mutation:
            rows = rows.filter(status="rejected")
        found = list(rows)
        assert found, f"no {model.__name__} to plant in"
        for row in found:
            planter.plant(row)
    return planter.planted


@pytest.fixture
def both(owner: User, other: User, as_owner: Client, content: None) -> tuple[dict[str, str], dict[str, str]]:
    return planted(owner, "canary-mine"), planted(other, "canary-other")


def test_all_that_is_hers_and_nothing_of_another_s(
    both: tuple[dict[str, str], dict[str, str]], as_owner: Client
) -> None:
    mine, theirs = both
    text = fetched(as_owner, "/settings/data/export.json").decode()
    json.loads(text)
    assert len(mine) > 500
    assert [where for where, value in mine.items() if value not in text] == []
    assert [where for where, value in theirs.items() if value in text] == []
    assert "other@legday.example" not in text
    assert "owner@legday.example" in text


def test_secrets_are_nowhere(both: tuple[dict[str, str], dict[str, str]], owner: User, as_owner: Client) -> None:
    text = fetched(as_owner, "/settings/data/export.json").decode()
    assert owner.password not in text
    assert as_owner.session.session_key
    assert as_owner.session.session_key not in text
