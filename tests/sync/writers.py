"""Eight devices that push while a ninth pulls. As a program it crowds a database of its own and prints what it saw."""

import json
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    from tests.sync.wire import Device

ATTEMPTS = 50


def crowd(*, writers: int = 8, pushes: int = 20, sets: int = 3) -> dict[str, Any]:
    """`writers` devices push `sets` sets `pushes` times each, one pulls all the while in pages of changing size.

    Returns the failures in words, the revisions that were pulled in their order, and the rows at both ends.
    """
    from tests import cast, factories
    from tests.sync import wire
    from tests.sync.wire import Device
    from workouts.log.actions.incoming import quotas
    from workouts.log.models import Ledger, LoggedSet

    quotas.PUSHES_A_MINUTE = 10_000
    factories.exercise(slug="barbell-squat")
    owner = cast.owner()
    first, last = Device(owner), Device(owner)
    workout, exercise = wire.begun()
    first.push([workout, exercise])
    failures: list[str] = []
    seen: list[int] = []
    done = threading.Event()

    def write() -> None:
        try:
            device = Device(owner, cursor=None)
            for _ in range(pushes):
                patiently(device, [wire.one_set(exercise, position=n) for n in range(sets)])
        except Exception as problem:  # a thread's failure must reach the test
            failures.append(repr(problem))
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(writers)]
    reader = threading.Thread(target=follow, args=[last, done, seen])
    for thread in (reader, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    rev = Ledger.objects.get(owner=owner).rev
    written = LoggedSet.objects.of(owner).live().count()
    return {"failures": failures, "seen": seen, "rev": rev, "rows": len(last.live("set")), "written": written}


def patiently(device: "Device", mutations: list[dict[str, Any]]) -> None:
    """As a device does: a server that is busy has written nothing, so the same push comes again."""
    for attempt in range(ATTEMPTS):
        try:
            device.push(mutations)
        except AssertionError as problem:
            if "/problems/busy" not in str(problem) or attempt == ATTEMPTS - 1:
                raise
            time.sleep(0.2)
        else:
            return


def follow(device: "Device", done: threading.Event, seen: list[int]) -> None:
    """Pulls until nobody writes any more and nothing is left; adds to `seen` the revisions as they come."""
    from tests.sync.wire import SYNC

    limit, quiet = 1, False
    while not quiet:
        last = done.is_set()
        answer = device.browser.get(SYNC, {"cursor": device.cursor or 0, "limit": limit}).json()
        seen.extend(change["rev"] for change in answer["changes"])
        device.take(answer)
        limit = limit % 490 + 7
        quiet = last and not answer["changes"]
    connection.close()


if __name__ == "__main__":
    import django

    django.setup()
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    setup_test_environment()
    # Nine threads in one process, twice what a server's has: at Python's own 5 ms a turn they mostly stand in line.
    sys.setswitchinterval(0.0005)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    print(json.dumps(crowd()))  # noqa: T201  # what the test reads
