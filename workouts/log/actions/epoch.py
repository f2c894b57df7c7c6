"""Which life of the database this is. A backup that is put back begins another one, and devices notice."""

import datetime
import uuid

from django.db import transaction
from django.db.models import Case, F, When
from django.db.models.functions import Least
from django.utils import timezone

from workouts.log.models import Epoch, Ledger

# So long a device keeps what it has sent (sync-protocol, "Server").
ARCHIVE = datetime.timedelta(days=30)

# `renew_epoch` for PostgreSQL, where a restore is one script, which empties the search path. A backup from before
# there were epochs has no tables for it, and gets its first one when it is migrated.
_LEDGER, _EPOCH = Ledger._meta.db_table, Epoch._meta.db_table
SEAL = f"""
RESET search_path;
DO $seal$ BEGIN
  IF to_regclass('{_EPOCH}') IS NOT NULL THEN
    EXECUTE $$UPDATE {_LEDGER} SET floor = CASE
      WHEN floor > 0 AND EXISTS (SELECT 1 FROM {_EPOCH} WHERE began > now() - interval '{ARCHIVE.days} days')
      THEN LEAST(floor, rev) ELSE rev END$$;
    EXECUTE $$UPDATE {_EPOCH} SET uid = gen_random_uuid(), began = now()$$;
  END IF;
END $seal$;
"""  # noqa: S608  # names of tables


def current_epoch() -> uuid.UUID:
    """The epoch; made anew where its row is missing, which no device can tell from a restored backup."""
    return Epoch.objects.get_or_create(pk=Epoch.ONLY)[0].uid


def renew_epoch(using: str = "default") -> None:
    """Begins another epoch: for the command that puts a backup back. Its floor is the revision that each account has
    now; a lower one that is not a month old stays, for a device that has been away since before that restore."""
    epochs, ledgers = Epoch.objects.using(using), Ledger.objects.using(using)
    with transaction.atomic(using=using):
        lowest = Case(When(floor__gt=0, then=Least("floor", "rev")), default=F("rev"))
        recent = epochs.filter(began__gt=timezone.now() - ARCHIVE).exists()
        ledgers.update(floor=lowest if recent else F("rev"))
        epochs.filter(pk=Epoch.ONLY).delete()
        epochs.create(pk=Epoch.ONLY)
