"""The end of an account: every row that leads to it, in whatever feature, and what stands about it elsewhere.

Rows are found by Django's own walk along the foreign keys, so a new model of a lifter's is never forgotten. What has no
foreign key is named here: sessions, limits, and what the admin wrote down about her rows.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from copy import copy
from uuid import UUID

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import DatabaseError, OperationalError, connections, models, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from legday.backup.deletions import Deletion
from workouts.accounts.models import DeletedAccount, User

# Whose name stands on the edits of staff who have left.
NOBODY = UUID(int=0)
CHUNK = 500


def was_deleted(uid: UUID) -> bool:
    """One statement."""
    return DeletedAccount.objects.filter(uid=uid).exists()


def listed() -> set[Deletion]:
    """The deletion list of the database; nothing where there is none yet, or one from before there was a list."""
    try:
        return set(DeletedAccount.objects.values_list("uid", "day"))
    except DatabaseError:
        return set()


def closed(uids: Iterable[UUID]) -> str:
    """SQL for the script that puts a backup back on PostgreSQL: until `erase_again` has run, nobody signs in to an
    account that was deleted."""
    names = ", ".join(f"'{uid}'" for uid in uids)
    if not names:
        return ""
    table = User._meta.db_table
    return f"""
DO $closed$ BEGIN
  IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = '{table}' AND column_name = 'uid') THEN
    EXECUTE $$UPDATE {table} SET is_active = false WHERE uid IN ({names})$$;
  END IF;
END $closed$;
"""  # noqa: S608  # UUIDs, and the name of a table


def erase(user: User, *, using: str = "default") -> None:
    """Deletes the account and all that is in it, and notes its id; inside the caller's transaction.

    What she wrote into the site's content as staff stays, and so does the admin's note of it, without her name.
    """
    sessions = Session.objects.using(using)
    keys = list(_sessions_of(user, using))
    for start in range(0, len(keys), CHUNK):
        sessions.filter(pk__in=keys[start : start + CHUNK]).delete()
    _forget_in_admin(user, using)
    DeletedAccount.objects.using(using).get_or_create(uid=user.uid, defaults={"day": timezone.now().date()})
    user.delete(using=using)


def erase_again(uids: Iterable[UUID], *, using: str = "default") -> list[User]:
    """After a backup was put back: those of its accounts that were deleted since. Returns who they were, for
    `forget_limits` when the database is the site's.

    The list is kept whole, so that the next backup knows it too.
    """
    gone = set(uids) | set(DeletedAccount.objects.using(using).values_list("uid", flat=True))
    today = timezone.now().date()
    with transaction.atomic(using=using):
        DeletedAccount.objects.using(using).bulk_create(
            (DeletedAccount(uid=uid, day=today) for uid in gone), ignore_conflicts=True
        )
        found = list(User.objects.using(using).filter(uid__in=gone))
        # Copies: a row that is deleted loses its key.
        again = [copy(user) for user in found]
        for user in found:
            erase(user, using=using)
    return again


def forget_limits(user: User, *, also: Iterable[str] = ()) -> None:
    """The counts of tries that are kept under the account's key or its address, and keys of the cache in `also`."""
    keys = [*also, *_limits(user)]
    cache.delete_many([*keys, *(f"{key}:lock" for key in keys)])


def wipe_traces(using: str = "default") -> None:
    """SQLite overwrites what is deleted (`secure_delete`), but its write-ahead log still holds pages as they were: it
    is emptied. Outside of any transaction; where somebody is in the way, the next checkpoint does it."""
    if connections[using].vendor == "sqlite":
        with suppress(OperationalError), connections[using].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _sessions_of(user: User, using: str) -> Iterator[str]:
    """Sessions that name her: signed in, or out again, or waiting for a code that was mailed to her."""
    named = (str(user.uid), user.email)
    for session in Session.objects.using(using).iterator(chunk_size=CHUNK):
        data = session.get_decoded()
        if data.get("_auth_user_id") == str(user.pk) or any(name in json.dumps(data) for name in named):
            yield session.pk


def _forget_in_admin(user: User, using: str) -> None:
    """Notes on her rows hold her words; those on the site's content go on under nobody's name."""
    notes = LogEntry.objects.using(using)
    for row_type, keys in _rows_by_type(user, using):
        notes.filter(content_type=row_type, object_id__in=keys).delete()
    mine = notes.filter(user=user)
    if mine.exists():
        mine.update(user=_nobody(using))


def _rows_by_type(user: User, using: str) -> Iterator[tuple[ContentType, list[str]]]:
    """Her rows of each model that the admin has notes on."""
    types = ContentType.objects.db_manager(using)
    noted = types.filter(pk__in=LogEntry.objects.using(using).values("content_type")).order_by("pk")
    for row_type in noted:
        model = row_type.model_class()
        if model is not None:
            keys = {str(pk) for path in paths_to_user(model) for pk in _keys(model, path, user, using)}
            for start in range(0, len(keys), CHUNK):
                yield row_type, sorted(keys)[start : start + CHUNK]


def _keys(model: type[models.Model], path: str, user: User, using: str) -> Iterable[object]:
    return model._base_manager.using(using).filter(**{path: user.pk}).values_list("pk", flat=True)


def paths_to_user(model: type[models.Model], seen: tuple[type[models.Model], ...] = ()) -> list[str]:
    """The lookups that lead from a row of `model` to the account that it goes with: "owner", "performed__owner". The
    user herself is "pk"."""
    if model is User:
        return ["pk"]
    found = []
    for field in model._meta.concrete_fields:
        target = field.related_model
        cascades = field.remote_field is not None and field.remote_field.on_delete is models.CASCADE
        if cascades and isinstance(target, type) and target not in (*seen, model):
            ends = paths_to_user(target, (*seen, model))
            found += [field.name if end == "pk" else f"{field.name}__{end}" for end in ends]
    return found


def _nobody(using: str) -> User:
    """A row that nobody can sign in with; its address is drawn, so that nobody could have taken it."""
    users = User.objects.using(using)
    known = users.filter(uid=NOBODY).first()
    if known is not None:
        return known
    address = f"former-staff-{get_random_string(12).lower()}@legday.invalid"
    return User.objects.db_manager(using).create_user(address, uid=NOBODY, is_active=False)


def _limits(user: User) -> Iterator[str]:
    for action in settings.ACCOUNT_RATE_LIMITS:
        for rate in ratelimit.get_rates(app="allauth.account", action=action):
            if rate.per in {"user", "key"}:
                # The request would tell the visitor's address, by which these are not counted.
                yield ratelimit.get_cache_key(
                    None, app="allauth.account", action=action, rate=rate, key=user.email, user=user
                )
