"""Everything else of an account: who she is, what she prefers, what she brought in, deleted and corrected.

Secrets (password hash, keys of e-mails, of tokens and of the calendar) are nowhere here. Each list is written piece by
piece, as rows come.
"""

from collections.abc import Callable, Iterator
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry

from workouts.accounts.models import ApiToken, BodyWeight, ExerciseGear, Gear, User
from workouts.log.models import Change, Client, LoggedSet, Mutation, PerformedExercise, StickyNote, Workout
from workouts.transfer.exports import training
from workouts.transfer.exports.training import Fields, told
from workouts.transfer.models import ColumnMapping, ImportBatch, ImportedName

PAGE = 1000
USER = ("uid", "email", "date_joined", "last_login", "is_active", "is_staff", "is_superuser")
PREFERENCES = (
    "unit", "zone", "zone_chosen", "goal_low", "goal_high", "theme", "language", "formula", "deload_declined",
    "glutes_half",
)  # fmt: skip
ADDRESS = ("email", "verified", "primary")
GEAR = ("uid", "kind", "name", "unit", "weight", "pairs", "start", "step", "top", "listed", "add_on", "usual")
CHOICE = ("uid", "exercise", "gear")
DEVICE = ("uid", "last_seen")
TOKEN = ("uid", "name", "shown", "scope", "created_at", "expires_at", "last_used_at")
BATCH = (
    "uid", "format", "file_name", "status", "answers", "counts", "columns", "mutation", "created_at", "finished_at",
)  # fmt: skip
NAME = ("name", "exercise")
COLUMNS = ("header", "columns")
CHANGE = ("rev", "op", "kind", "row", "fields", "replaced", "client", "conflict")
MUTATION = ("uid", "problem", "source", "at")
ADMIN = ("action_time", "action_flag", "object_id", "object_repr", "change_message")


def user(who: User) -> Fields:
    groups = [group.name for group in who.groups.order_by("name")]
    return {**told(who, USER), **({"groups": groups} if groups else {})}


def preferences(who: User) -> Fields:
    return told(who.preferences, PREFERENCES)


def lists(who: User) -> dict[str, Iterator[Fields]]:
    """Name of each list, and its rows."""
    addresses = EmailAddress.objects.filter(user=who)
    choices = ExerciseGear.objects.filter(owner=who).select_related("exercise", "gear")
    changes = Change.objects.filter(owner=who).exclude(replaced={}).select_related("mutation")
    rejected = Mutation.objects.filter(owner=who, status=Mutation.Status.REJECTED)
    return {
        "addresses": _pages(addresses, lambda row: told(row, ADDRESS)),
        "equipment": _pages(Gear.objects.of(who), lambda row: told(row, GEAR)),
        "equipment_of_exercises": _pages(choices, lambda row: {**told(row, CHOICE), "gear": str(row.gear.uid)}),
        "devices": _pages(Client.objects.filter(owner=who), lambda row: told(row, DEVICE)),
        "tokens": _pages(ApiToken.objects.of(who), lambda row: told(row, TOKEN)),
        "imports": _pages(ImportBatch.objects.filter(owner=who).defer("file"), _batch),
        "imported_names": _pages(
            ImportedName.objects.filter(owner=who).select_related("exercise"), lambda row: told(row, NAME)
        ),
        "column_mappings": _pages(
            ColumnMapping.objects.filter(owner=who), lambda row: {**told(row, COLUMNS), "columns": row.columns}
        ),
        "corrections": _pages(changes, _change),
        "rejected": _pages(rejected, lambda row: {**told(row, MUTATION), "problem": row.problem}),
        "deleted": _deleted(who),
        "admin_actions": _pages(LogEntry.objects.filter(user=who), lambda row: told(row, ADMIN)),
    }


def _deleted(who: User) -> Iterator[Fields]:
    """What she has deleted and can bring back, each with the id of what it hung on."""

    def rows(model: Any, *related: str) -> Any:
        found = model.objects.of(who).revealed().exclude(deleted_at=None)
        return found.select_related(*related) if related else found

    def one(row: Any, kind: str, fields: Fields) -> Fields:
        return {"what": kind, "deleted_at": training.moment(row.deleted_at), **fields}

    yield from _pages(rows(Workout, "routine"), lambda row: one(row, "workout", training.workout(row)))
    yield from _pages(
        rows(PerformedExercise, "workout", "exercise"),
        lambda row: one(row, "exercise", {"workout": str(row.workout.uid), **training.performed(row)}),
    )
    yield from _pages(
        rows(LoggedSet, "performed"),
        lambda row: one(row, "set", {"performed": str(row.performed.uid), **training.logged(row)}),
    )
    yield from _pages(rows(StickyNote, "exercise"), lambda row: one(row, "note", training.note(row)))
    weights = BodyWeight.objects.of(who).exclude(deleted_at=None)
    yield from _pages(weights, lambda row: one(row, "body_weight", training.body_weight(row)))


def _batch(row: ImportBatch) -> Fields:
    return {**told(row, BATCH), "answers": row.answers, "counts": row.counts, "columns": row.columns}


def _change(row: Change) -> Fields:
    """A value that was overwritten: what it was (`replaced`) and what it became."""
    facts = {"at": training.moment(row.mutation.at), "source": row.mutation.source}
    return {**told(row, CHANGE), "fields": row.fields, "replaced": row.replaced, **facts}


def _pages(rows: Any, write: Callable[[Any], Fields]) -> Iterator[Fields]:
    """A statement for each thousand, and no cursor that stays open meanwhile."""
    after = 0
    while page := list(rows.order_by("pk").filter(pk__gt=after)[:PAGE]):
        yield from map(write, page)
        after = page[-1].pk
        if len(page) < PAGE:
            return
