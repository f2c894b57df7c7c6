"""The backend that DATABASES names, for `sqlite:` addresses."""

from django.conf import settings
from django.db.backends.sqlite3 import base

from legday.sqlite.gate import Gate

# One thread of a process is always left to read.
gate = Gate(seats=max(1, settings.WEB_THREADS - 1))


class DatabaseWrapper(base.DatabaseWrapper):
    def _start_transaction_under_autocommit(self) -> None:
        """BEGIN IMMEDIATE waits for the lock, up to `timeout` seconds; and here is who may wait.

        The cursor is closed at once. One that is left behind by a BEGIN that failed hangs on the exception, and the
        collector may find it in any thread, which then waits for the connection until the next BEGIN on it has ended.
        """
        with gate.waiting(), self.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
