"""Which devices an account has: at most fifty, the one seen longest ago makes room."""

import datetime
from uuid import UUID

from workouts.accounts.models import User
from workouts.log.models import Client

MOST = 50


def seen(owner: User, uid: UUID, *, last: datetime.date | None, today: datetime.date) -> None:
    """Writes that the device pushed `today`. `last` is the day that stands there, None for a new one. No statement
    on a day that is known; under the account's lock."""
    if last == today:
        return
    if last is not None:
        Client.objects.filter(owner=owner, uid=uid).update(last_seen=today)
        return
    known = list(Client.objects.filter(owner=owner).order_by("-last_seen", "-pk").values_list("pk", flat=True))
    Client.objects.filter(pk__in=known[MOST - 1 :]).delete()
    Client.objects.create(owner=owner, uid=uid, last_seen=today)
