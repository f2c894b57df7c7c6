"""Which life of the database this is. A backup that is put back begins another one, and devices notice."""

import uuid

from django.db import transaction
from django.db.models import F

from workouts.log.models import Epoch, Ledger

# `renew_epoch` for PostgreSQL, where a restore is one script, which empties the search path. A backup from before
# there were epochs has no tables for it, and gets its first one when it is migrated.
SEAL = f"""
RESET search_path;
DO $$ BEGIN
  IF to_regclass('{Epoch._meta.db_table}') IS NOT NULL THEN
    EXECUTE 'UPDATE {Epoch._meta.db_table} SET uid = gen_random_uuid(), began = now()';
    EXECUTE 'UPDATE {Ledger._meta.db_table} SET floor = rev';
  END IF;
END $$;
"""  # noqa: S608  # names of tables, no values


def current_epoch() -> uuid.UUID:
    """The epoch; made anew where its row is missing, which no device can tell from a restored backup."""
    return Epoch.objects.get_or_create(pk=Epoch.ONLY)[0].uid


def renew_epoch(using: str = "default") -> None:
    """Begins another epoch, at the revision that each account has now: for the command that puts a backup back."""
    with transaction.atomic(using=using):
        Epoch.objects.using(using).filter(pk=Epoch.ONLY).delete()
        Epoch.objects.using(using).create(pk=Epoch.ONLY)
        Ledger.objects.using(using).update(floor=F("rev"))
