"""The edition: a change of content gives it another number, and each request for a public page looks at it."""

import time
from collections.abc import Iterable
from typing import Any

from django.db import Error, connection, connections, models
from django.db.models import signals

from workouts.shared.models import Edition

# After a database did not answer, it is left alone for so long (seconds) by those who have a page ready.
PAUSE = 5.0
STATEMENT = f"SELECT number FROM {Edition._meta.db_table} WHERE id = {Edition.ONLY}"  # noqa: S608  # two constants


class Sight:
    """The edition as this worker sees it."""

    def __init__(self) -> None:
        self._asked_again_at = 0.0

    def number(self) -> int | None:
        """The edition's number, 0 before there is one; None where the database does not answer.

        One statement, written out: a queryset would take longer than all the rest of a page that is ready.
        """
        if self._asked_again_at:
            if time.monotonic() < self._asked_again_at:
                return None
            # One thread finds out whether the database is back; the others need not wait with it.
            self._asked_again_at = time.monotonic() + PAUSE
        try:
            with connection.cursor() as cursor:
                cursor.execute(STATEMENT)
                # All rows: on SQLite a statement that is not read to its end keeps the view of its moment.
                rows = cursor.fetchall()
        except Error:
            self._asked_again_at = time.monotonic() + PAUSE
            return None
        self._asked_again_at = 0.0
        return int(rows[0][0]) if rows else 0


def follow(content: Iterable[type[models.Model]]) -> None:
    """Each save and each delete of a row of these models, and each link between two, is another edition.

    Rows of `bulk_create` and `update` send no signal: who writes content so renews the edition himself.
    """
    for model in content:
        for signal in (signals.pre_save, signals.pre_delete):
            signal.connect(_before, sender=model)
        for signal in (signals.post_save, signals.post_delete):
            signal.connect(_after, sender=model)
        signals.m2m_changed.connect(_linked, sender=model)


def _before(instance: models.Model, using: str, **_: object) -> None:
    # First of all in a transaction: two editors then queue for the edition, and neither waits for a row of the other.
    if connections[using].in_atomic_block and _is_of_the_site(instance):
        Edition.objects.using(using).renew()


def _after(instance: models.Model, using: str, **_: object) -> None:
    # Without a transaction the row is saved by now. Before it, a page might be kept that does not have it.
    if not connections[using].in_atomic_block and _is_of_the_site(instance):
        Edition.objects.using(using).renew()


def _linked(instance: models.Model, action: str, using: str, **_: Any) -> None:
    (_before if action.startswith("pre_") else _after)(instance, using)


def _is_of_the_site(instance: models.Model) -> bool:
    """What lifters made themselves is on no public page."""
    return getattr(instance, "owner_id", None) is None
