"""The account's lock, which every write takes."""

from django.db.models import Subquery

from workouts.accounts.models import User
from workouts.log.models import Ledger


def lock(by: User, **also: Subquery) -> Ledger:
    """The account's counter row, locked until the transaction ends; made on the first write. What is asked for
    `also` comes with it as attributes, in the same statement."""
    locked = Ledger.objects.select_for_update(of=("self",)).annotate(**also)
    ledger = locked.filter(owner=by).first()
    if ledger is None:
        Ledger.objects.get_or_create(owner=by)
        ledger = locked.get(owner=by)
    return ledger
