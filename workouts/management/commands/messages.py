"""`manage.py messages`: the catalogues of the other languages in step with the sources, and compiled."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from legday.languages import codes
from legday.words import catalogue


class Command(BaseCommand):
    requires_system_checks = []
    help = "Writes locale/*/LC_MESSAGES/django.po from the sources, then makes what the site reads of it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--compile", action="store_true", help="Leave the catalogues as they are.")

    def handle(self, *args: Any, **options: Any) -> None:
        for code in codes()[1:]:
            if not options["compile"]:
                written = catalogue.write(code)
                missing = len(written.untranslated_entries())
                self.stdout.write(f"{code}: {len(written)} texts, {missing} without a translation.")
            catalogue.compile_(code)
