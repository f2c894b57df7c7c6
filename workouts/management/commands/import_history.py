"""`manage.py import_history FILE --user EMAIL`: the import of the settings page, for operators.

Names that nothing is known about become exercises of the lifter's own, as the page proposes. The same file twice adds
nothing, and the import is on the lifter's own page, where she can undo it.
"""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from workouts.accounts.models import User
from workouts.science.units import Unit
from workouts.transfer.actions import Answers, Busy, Unsettled, bring_in, drop, examine, receive
from workouts.transfer.formats.rows import MAX_BYTES, Unreadable
from workouts.transfer.queries import choices, left_out, remembered, report


class Command(BaseCommand):
    help = "Imports a file of another app, or of ours, into a lifter's log, or says with --dry-run what is in it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=f"The file, up to {settings.FILE_MEGABYTES} MB and 50,000 rows.")
        parser.add_argument("--user", required=True, help="The lifter's e-mail address.")
        parser.add_argument("--unit", choices=["kg", "lb"], help="The unit, where the file does not say it.")
        parser.add_argument("--days-first", action="store_true", default=None, help="03/04 is 3 April.")
        parser.add_argument("--months-first", dest="days_first", action="store_false", help="03/04 is 4 March.")
        parser.add_argument("--dry-run", action="store_true", help="Write nothing.")
        parser.add_argument("--json", action="store_true", help="Print the report as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["user"]).first()
        if user is None:
            raise CommandError(f"Nobody here has the address {options['user']}.")
        path: Path = options["file"]
        try:
            with path.open("rb") as source:
                found = self._run(user, source.read(MAX_BYTES + 1), path.name, options)
        except (OSError, Unreadable) as problem:
            raise CommandError(f"{path}: {problem}") from problem
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) if options["json"] else _told(found))

    def _run(self, user: User, data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
        """The report; what is asked and not answered stops an import, never a dry run."""
        counts = examine(user, data, day_first=options["days_first"])
        names = [each for each, _sets in counts["names"]]
        slugs = counts["slugs"]
        offered = choices(user, set((slugs or {}).values()))
        known, left = remembered(user, names, offered, slugs), left_out(user, names)
        found = report(counts, known=known, left=left, unit=options["unit"], day_first=options["days_first"])
        if options["dry_run"]:
            return found
        missing = [each["about"] for each in found["questions"] if each["needed"]]
        if missing:
            said = {"unit": "--unit kg or --unit lb", "dates": "--days-first or --months-first"}
            raise CommandError("The file does not say all: add " + ", ".join(said[each] for each in missing) + ".")
        answers = Answers(
            unit=Unit(counts["unit"] or options["unit"]), chosen=known, left=left, day_first=options["days_first"]
        )
        batch = receive(by=user, data=data, name=name, limited=False)
        try:
            bring_in(by=user, batch=batch, answers=answers)
        except Busy:
            drop(batch=batch)
            raise CommandError("Another import of this lifter's is not finished: see the import page.") from None
        except Unsettled:
            drop(batch=batch)
            raise CommandError("The log changed meanwhile, again and again. Nothing is imported.") from None
        return {**found, "added": batch.counts["added"], "left_out": batch.counts["left_out"]}


def _told(found: dict[str, Any]) -> str:
    sets = found["sets"]
    lines = [
        f"{found['format']['name']}, {found['rows']} rows: {found['workouts']} workouts, "
        f"{found['exercises']} exercises, {sets['all']} sets ({sets['warmup']} warm-up, {sets['failure']} to failure).",
        f"New: {found['new']['workouts']} workouts, {found['new']['sets']} sets.",
        *(f"Skipped, {reason}: {count}" for reason, count in found["skipped"].items()),
        *(f"Line {each['line']}: {each['problem']}" for each in found["errors"]),
        *(f"{each['text']} Lines: {', '.join(map(str, each['lines']))}" for each in found["warnings"]),
        *(f"Question: {each['text']}" for each in found["questions"]),
    ]
    if "added" in found:
        lines.append(f"Added: {found['added']['workouts']} workouts, {found['added']['sets']} sets.")
    return "\n".join(lines)
