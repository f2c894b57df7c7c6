"""`manage.py load_content`: the files under content/ into the database, and the rights of those who edit it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import models, transaction
from django.utils import translation

from legday.env import BASE
from workouts.catalogue.content import KINDS as CATALOGUE
from workouts.catalogue.models import (
    Equipment,
    Exercise,
    ExerciseAlias,
    ExerciseGroup,
    Instruction,
    Muscle,
    MuscleGroup,
    MuscleRole,
    Substitution,
)
from workouts.faq.content import QuestionKind
from workouts.faq.models import Question
from workouts.routines.content import RoutineKind
from workouts.routines.models import Prescription, Routine
from workouts.shared.content import ContentError, Kind, TranslationKind, load
from workouts.shared.language.translated import OTHERS

# A kind stands after those that its entries name.
ROUTINES, QUESTIONS = RoutineKind(), QuestionKind()
KINDS: list[Kind[Any]] = [*CATALOGUE, ROUTINES, QUESTIONS]
for _code in OTHERS:
    KINDS += [TranslationKind(ROUTINES, _code, "routines"), TranslationKind(QUESTIONS, _code, "faq.toml", "question")]
EDITORS = "Editors"
EDITED: list[type[models.Model]] = [
    MuscleGroup,
    Muscle,
    Equipment,
    Exercise,
    ExerciseGroup,
    MuscleRole,
    Instruction,
    Substitution,
    ExerciseAlias,
    Routine,
    Prescription,
    Question,
]


class Command(BaseCommand):
    # Content needs no address and no template: a start is quicker without looking at them.
    requires_system_checks = []
    help = (
        "Loads the files under content/. Creates what is missing and lets what nobody edited follow the files; "
        "what was edited or deleted in the admin is left alone and listed. Updates the group Editors."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--reset", action="store_true", help="Put everything back to the files: edits made in the admin are lost."
        )
        parser.add_argument("--quiet", action="store_true", help="Print nothing unless something is wrong.")
        parser.add_argument("--folder", type=Path, default=BASE / "content", help="Another folder.")

    def handle(self, *args: Any, reset: bool, quiet: bool, folder: Path, **options: Any) -> None:
        try:
            # Rows are written in English: see workouts/shared/language/translated.py.
            with translation.override(settings.LANGUAGE_CODE), transaction.atomic():
                report = load(KINDS, folder, reset=reset)
                update_editors()
        except ContentError as error:
            raise CommandError(str(error)) from error
        if quiet:
            return
        for note in report.notes:
            self.stdout.write(f"  {note}")
        self.stdout.write(str(report))


def update_editors() -> Group:
    """The group that may do everything with the content and nothing else; who is in it is up to the admins."""
    group, _ = Group.objects.get_or_create(name=EDITORS)
    types = ContentType.objects.get_for_models(*EDITED).values()
    group.permissions.set(Permission.objects.filter(content_type__in=types))
    return group
