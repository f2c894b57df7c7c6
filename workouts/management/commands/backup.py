"""`manage.py backup`: the database into a file with its checksum, while everybody goes on."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from legday.backup import Unfit, deletions, drop_old, save
from workouts.accounts.deletion import listed


class Command(BaseCommand):
    help = "Writes a backup of the database into a folder, with its SHA-256; the site stays in use meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, default=None, help="The folder (default: backups/ in VAR_DIR).")
        parser.add_argument("--keep", type=int, default=0, help="Delete all but so many of the newest; 0 keeps all.")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["to"] or settings.VAR / "backups"
        try:
            written = save(folder)
            # Beside it, so that an older one of these backups does not bring anybody back who has left.
            deletions.add(folder, listed() | deletions.read(settings.VAR))
        except (Unfit, OSError) as problem:
            raise CommandError(f"No backup was written. {problem}") from problem
        except Exception as problem:  # the database's own words: disk full, locked
            raise CommandError(f"No backup was written: {problem}") from problem
        self.stdout.write(f"{written}  {written.stat().st_size:,} bytes")
        if options["keep"] > 0:
            for path in drop_old(folder, keep=options["keep"]):
                self.stdout.write(f"deleted {path.name}")
