"""A device that pushes while somebody else holds the write lock. As a program it does so on a database of its own."""

import json
import threading
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

if TYPE_CHECKING:
    from tests.sync.wire import Device


def held(seconds: float) -> dict[str, Any]:
    """Pushes one workout while the lock is held for `seconds`, and reads meanwhile. If the push was told to come again
    it does so when the lock is free.

    Returns the first answer, how long it took, the slowest read, and what stood in the log after each of the two.
    """
    from tests.sync import wire
    from tests.sync.wire import Device
    from workouts.accounts.models import User
    from workouts.log.actions.locking import lock
    from workouts.log.models import Mutation

    owner = User.objects.get()
    device, reader = Device(owner), Device(owner)
    has_it, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            lock(owner)
            has_it.set()
            may_go.wait(seconds)
        connection.close()

    reads: list[float] = []
    threads = [threading.Thread(target=hold), threading.Thread(target=read, args=[reader, may_go, reads])]
    threads[0].start()
    has_it.wait()
    threads[1].start()
    before, mutations, began = Mutation.objects.count(), [wire.workout()], monotonic()
    response = device.send(mutations)
    took, written = monotonic() - began, Mutation.objects.count() - before
    may_go.set()
    for thread in threads:
        thread.join()
    again = device.push(mutations)["results"][0]
    return {
        "status": response.status_code,
        "type": response.headers["Content-Type"],
        "wait": response.headers.get("Retry-After"),
        "took": took,
        "written": written,
        "reads": sorted(reads)[: max(1, int(len(reads) * 0.95))][-1],
        "again": again.get("was", again["status"]),
    }


def read(device: "Device", may_go: threading.Event, reads: list[float]) -> None:
    """Pulls until the lock is let go; adds to `reads` how long each took, in seconds."""
    from tests.sync.wire import SYNC

    while not may_go.is_set():
        began = monotonic()
        assert device.browser.get(SYNC, {"cursor": 0}).status_code == 200
        reads.append(monotonic() - began)
        sleep(0.05)
    connection.close()


if __name__ == "__main__":
    import django

    django.setup()
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    from tests import cast

    setup_test_environment()
    call_command("migrate", verbosity=0)
    cast.owner()
    print(json.dumps([held(3), held(30)]))  # noqa: T201  # what the test reads
