"""How much a device may send. The counts stand on the locked row of the account, so that they are exact, in whatever
worker; a cache could be full, cold or another one."""

import datetime

from django.utils.translation import gettext as _

from workouts.log.actions.incoming.shapes import Purpose
from workouts.log.models import Ledger
from workouts.shared.problems import Refusal

PUSHES_A_MINUTE = 120
MUTATIONS_A_DAY = 2_000
# Archives and guests' logs are no typing. Ten years of a lifter are 40,000 rows.
CARRIED_A_DAY = 50_000
COUNTS = ("minute", "pushes", "day", "typed", "carried")


def count_push(ledger: Ledger, now: datetime.datetime) -> None:
    """Raises Refusal for the 121st push of a minute of the server's clock."""
    minute = int(now.timestamp() // 60)
    if ledger.minute != minute:
        ledger.minute, ledger.pushes = minute, 0
    ledger.pushes += 1
    if ledger.pushes > PUSHES_A_MINUTE:
        raise Refusal(
            "too-many-requests",
            status=429,
            title=_("Too many requests"),
            detail=_("Wait until the next minute, then send again."),
            wait=60 - int(now.timestamp() % 60),
        )


def count_mutations(ledger: Ledger, now: datetime.datetime, count: int, purpose: Purpose) -> Refusal | None:
    """Counts `count` new mutations, or returns the refusal if the server's day (UTC) does not hold them all."""
    if ledger.day != now.date():
        ledger.day, ledger.typed, ledger.carried = now.date(), 0, 0
    live = purpose == Purpose.LIVE
    column, most = ("typed", MUTATIONS_A_DAY) if live else ("carried", CARRIED_A_DAY)
    so_far = getattr(ledger, column)
    if so_far + count <= most:
        setattr(ledger, column, so_far + count)
        return None
    tomorrow = datetime.datetime.combine(now.date() + datetime.timedelta(days=1), datetime.time(), datetime.UTC)
    return Refusal(
        "daily-limit",
        status=429,
        title=_("Too much for one day"),
        detail=_("What is left over stays on the device and is sent tomorrow."),
        wait=int((tomorrow - now).total_seconds()) + 1,
        left=most - so_far,
    )
