"""`manage.py rebuild_figures`: computes what is kept for charts and records anew, from the sets."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from workouts.log.actions import rebuild_figures


class Command(BaseCommand):
    help = "Computes the figures of all exercises as performed anew, from their sets. Safe while people are training."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--missing", action="store_true", help="only those that were never computed")

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild_figures(missing=options["missing"])
        self.stdout.write(f"{count} exercises as performed have their figures.")
