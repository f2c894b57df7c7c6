"""The account's lock, which every write takes."""

from workouts.accounts.models import User
from workouts.log.models import Ledger


def lock(by: User) -> Ledger:
    """The account's counter row, locked until the transaction ends; made on the first write."""
    locked = Ledger.objects.select_for_update()
    ledger = locked.filter(owner=by).first()
    if ledger is None:
        Ledger.objects.get_or_create(owner=by)
        ledger = locked.get(owner=by)
    return ledger
