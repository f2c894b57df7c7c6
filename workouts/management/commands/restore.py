"""`manage.py restore FILE`: a backup in the place of the database, a new epoch, and nobody who has left since."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from legday.backup import Unfit, deletions, put_back
from workouts.accounts.deletion import closed, erase_again, forget_limits, listed, wipe_traces
from workouts.accounts.models import User
from workouts.log.actions.epoch import SEAL, renew_epoch
from workouts.transfer.actions.receive import counts_of


class Command(BaseCommand):
    help = (
        "Puts a backup in the place of all that is in the database, in one step, and begins a new epoch: devices "
        "then send again what they logged since the backup."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="Do not ask.")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        if not options["yes"]:
            question = f"All that is in the database now is replaced by {file.name}. Type yes to go on: "
            self.stdout.write(question, ending="")
            if input().strip() != "yes":
                raise CommandError("Nothing was changed.")
        # Before what is there is replaced: the backup does not know who has left since.
        gone = {uid for uid, _day in listed() | deletions.read(settings.VAR) | deletions.read(file.parent)}
        again: list[User] = []
        try:
            put_back(
                file,
                seal=renew_epoch,
                seal_sql=SEAL + closed(gone),
                finish=lambda alias: again.extend(erase_again(gone, using=alias)),
            )
        except Unfit as problem:
            raise CommandError(f"Nothing was changed. {problem}") from problem
        self.stdout.write(f"Restored {file.name}. Devices will send what they still hold of the last 30 days.")
        if again:
            for user in again:
                with suppress(DatabaseError):  # a database without a table for the cache has no counts
                    forget_limits(user, also=counts_of(user))
            wipe_traces()
            self.stdout.write(f"Deleted again, as their owners had: {len(again)} of its accounts.")
