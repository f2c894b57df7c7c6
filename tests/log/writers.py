"""Many threads that write at once. As a program (`python -m tests.log.writers 16`) it hammers a database of its own."""

import sys
import threading
from time import monotonic

from django.db import connection


def hammer(accounts: int, *, threads: int = 16, writes: int = 40) -> tuple[list[str], float]:
    """`threads` lifters' devices, spread over `accounts`, log `writes` sets each.

    Returns the failures in words and the longest write in seconds.
    """
    from tests import factories
    from workouts.accounts.models import User
    from workouts.log import actions
    from workouts.log.models import PerformedExercise

    exercise = factories.exercise()
    users = [User.objects.create_user(f"writer{n}@legday.example") for n in range(accounts)]
    rows = [factories.performed(by=user, exercise=exercise, sets=[]) for user in users]
    failures: list[str] = []
    slowest: list[float] = []

    def train(row: PerformedExercise) -> None:
        try:
            for _ in range(writes):
                began = monotonic()
                actions.record_set(by=row.owner, performed=row, draft=factories.draft())
                slowest.append(monotonic() - began)
        except Exception as problem:  # a thread's failure must reach the test
            failures.append(repr(problem))
        finally:
            connection.close()

    crowd = [threading.Thread(target=train, args=[rows[n % accounts]]) for n in range(threads)]
    for thread in crowd:
        thread.start()
    for thread in crowd:
        thread.join()
    return failures, max(slowest, default=0.0)


def gaps() -> list[str]:
    """Accounts whose change log has a gap, or whose counter is not its last number."""
    from workouts.log.models import Change, Ledger

    found = []
    for ledger in Ledger.objects.select_related("owner"):
        revs = list(Change.objects.filter(owner=ledger.owner).order_by("rev").values_list("rev", flat=True))
        if revs != list(range(1, ledger.rev + 1)):
            found.append(f"{ledger.owner}: {ledger.rev}, {len(revs)} changes")
    return found


if __name__ == "__main__":
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    wrong, longest = hammer(int(sys.argv[1]))
    print(wrong + gaps(), f"longest {longest:.2f} s")  # noqa: T201  # what the test reads
