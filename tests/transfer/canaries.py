"""An account with the canary in every field that can hold words, and a look for it everywhere."""

import datetime
from collections.abc import Iterator
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.test import Client

from tests import factories, isolation
from tests.isolation import CANARY, World
from workouts.accounts.deletion import paths_to_user
from workouts.accounts.models import User
from workouts.catalogue.models import (
    Equipment,
    Exercise,
    ExerciseAlias,
    ExerciseGroup,
    Instruction,
    Muscle,
    MuscleGroup,
    MuscleRole,
    Substitution,
)
from workouts.log import actions
from workouts.log.ids import new_id
from workouts.log.models import Client as Device
from workouts.routines.models import Prescription
from workouts.training.models import CalendarFeed
from workouts.transfer.models import ColumnMapping, ImportedName, ImportPiece

# Text that the database or the product takes from a list, or that names the row: no words of hers.
NOT_WORDS = {"password", "email", "slug", "zone", "kind", "unit", "key", "object_id"}


def plant(owner: User, browser: Client) -> World:
    """A row of every model that leads to `owner`, each with the canary in all its words."""
    the = isolation.world(owner, browser)
    mine = the.exercise
    actions.put_note(by=owner, exercise=mine, text=CANARY)
    Device.objects.create(owner=owner, uid=new_id(), last_seen=factories.TUESDAY)
    Prescription.objects.create(routine=the.routine, exercise=mine)
    ImportedName.objects.create(owner=owner, name=CANARY, exercise=mine)
    ColumnMapping.objects.create(owner=owner, header=CANARY, columns={"words": CANARY})
    ImportPiece.objects.create(batch=the.batch, number=0, content=CANARY.encode())
    CalendarFeed.objects.create(user=owner)
    _children_of(mine)
    address = EmailAddress.objects.create(user=owner, email=owner.email, primary=True)
    EmailConfirmation.objects.create(email_address=address, key=f"{CANARY}-{owner.pk}")
    owner.groups.add(Group.objects.get_or_create(name="Testers")[0])
    owner.user_permissions.add(Permission.objects.order_by("pk")[0])
    noted(by=owner, on=owner)
    noted(by=owner, on=the.workout)
    fill(owner)
    return the


def _children_of(mine: Exercise) -> None:
    group = MuscleGroup.objects.get_or_create(slug="g", name="G")[0]
    muscle = Muscle.objects.get_or_create(slug="m", name="M", group=group)[0]
    ExerciseGroup.objects.create(exercise=mine, group=group)
    MuscleRole.objects.create(exercise=mine, muscle=muscle, role="synergist")
    mine.equipment.add(Equipment.objects.get_or_create(slug="e", name="E")[0])
    Instruction.objects.create(exercise=mine, kind="cue", text=CANARY)
    Substitution.objects.create(exercise=mine, reason="beginner", text=CANARY)
    ExerciseAlias.objects.create(exercise=mine, name=f"{CANARY} {mine.pk}")


def noted(*, by: User, on: models.Model) -> LogEntry:
    """What the admin writes down about an edit."""
    row_type = ContentType.objects.get_for_model(on)
    return LogEntry.objects.create(
        user=by, content_type=row_type, object_id=str(on.pk), object_repr=str(on)[:200], action_flag=2
    )


def fill(owner: User) -> set[str]:
    """Puts the canary into every text, JSON and binary column of her rows that takes it; names those that do."""
    filled = set()
    for model, path in hers():
        for field in model._meta.concrete_fields:
            value = _canary_for(field)
            if value is not None:
                try:
                    with transaction.atomic():
                        if model._base_manager.filter(**{path: owner.pk}).update(**{field.name: value}):
                            filled.add(f"{model.__name__}.{field.name}")
                except IntegrityError:  # unique, or bound by a constraint: made with the canary where it can be
                    continue
    return filled


def _canary_for(field: Any) -> Any:
    if isinstance(field, models.JSONField):
        return {"words": CANARY}
    if isinstance(field, models.BinaryField):
        return CANARY.encode()
    is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
    if is_text and field.name not in NOT_WORDS and (field.max_length or 99) >= len(CANARY):
        return CANARY
    return None


def hers() -> Iterator[tuple[type[models.Model], str]]:
    """Every model whose rows lead to an account, with the way."""
    for model in apps.get_models(include_auto_created=True):
        for path in paths_to_user(model):
            yield model, path


def rows_of(owner_pk: int) -> dict[str, int]:
    """How many rows of each model lead to the account."""
    counts: dict[str, int] = {}
    for model, path in hers():
        counts[model.__name__] = counts.get(model.__name__, 0) + model._base_manager.filter(**{path: owner_pk}).count()
    return counts


def everything_of(user: User) -> dict[str, list[dict[str, Any]]]:
    """All rows that lead to `user`, whole, to see that nothing of them changed."""
    return {
        f"{model.__name__} by {path}": list(model._base_manager.filter(**{path: user.pk}).order_by("pk").values())
        for model, path in hers()
    }


def crowd(*people: User, workouts: int) -> None:
    """Long logs of several people, row by row in turns, so that their pages of the file are the same."""
    exercises = {each.pk: factories.exercise(slug=f"my-crowd-{each.pk}", owner=each) for each in people}
    for at in range(workouts):
        for each in people:
            words = f"{CANARY} {at}" if each == people[0] else f"of another {at}"
            day = factories.TUESDAY - datetime.timedelta(days=at)
            row = factories.performed(by=each, exercise=exercises[each.pk], day=day, sets=[factories.draft(note=words)])
            actions.delete_workout(by=each, workout=row.workout)
            actions.put_note(by=each, exercise=exercises[each.pk], text=f"{words} {'long ' * (at % 90)}")
