"""The end of an account."""

import logging

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from legday.backup import deletions
from workouts.accounts import deletion
from workouts.accounts.models import Preferences, User
from workouts.log.actions.locking import lock
from workouts.transfer.actions.receive import counts_of

logger = logging.getLogger(__name__)


def delete_account(*, by: User) -> None:
    """Deletes `by` and everything of hers, at once and for good; her other devices are told when they next ask."""
    uid, day = by.uid, timezone.now().date()
    with transaction.atomic():
        # In the order in which writes of hers take them: what is under way ends first, what comes later finds nobody.
        lock(by)
        Preferences.objects.select_for_update().get(user=by)
        deletion.erase(User.objects.select_for_update(of=("self",)).get(pk=by.pk))
    # The list outside of the database, for a restore: never before the commit, or one that failed would delete later.
    try:
        deletions.add(settings.VAR, {(uid, day)})
    except OSError as problem:
        logger.error("The deletion list could not be written: %s. The database has it.", problem)
    deletion.forget_limits(by, also=counts_of(by))
    deletion.wipe_traces()
