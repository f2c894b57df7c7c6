"""Which exercise a name in a file may mean."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, ExerciseAlias
from workouts.shared.language.translated import alphabetical, in_every_language
from workouts.transfer.models import ImportBatch, ImportedName


@dataclass(frozen=True, slots=True)
class Choices:
    """The exercises that a lifter may choose from, in reading order."""

    site: list[Exercise]
    own: list[Exercise]

    @property
    def by_key(self) -> dict[str, Exercise]:
        return {str(each.pk): each for each in (*self.site, *self.own)}


def choices(user: User, also: Collection[str] = ()) -> Choices:
    """All that are on the lists; her retired ones too, which an import may bring back, and the site's retired ones
    that the file names (`also`, slugs). One statement."""
    rows = sorted(Exercise.objects.visible_to(user).order_by("pk"), key=lambda each: alphabetical(each.name))
    site = [e for e in rows if e.owner_id is None and (not e.retired or e.slug in also)]
    return Choices(site, [e for e in rows if e.owner_id])


def remembered(
    user: User, names: Iterable[str], known: Choices, slugs: Mapping[str, str] | None = None
) -> dict[str, Exercise]:
    """For each name the exercise it meant last time, or which has it for its name or among its other names.

    `slugs` are those that a file of ours has for its names: one of the site's is that exercise and nothing else, and
    an own one is the own exercise of that name.
    Names are compared without case in Python: databases differ on it outside ASCII. Two statements.
    """
    if slugs is not None:
        return _by_slug(slugs, known)
    by_key = {each.pk: each for each in (*known.site, *known.own)}
    answered = dict(ImportedName.objects.filter(owner=user).values_list("name", "exercise"))
    called: dict[str, int] = {}
    for name, key in ExerciseAlias.objects.filter(exercise__owner=None).values_list("name", "exercise"):
        called[_plain(name)] = key
    # Her own come first in meaning, hence last in writing.
    for each in (*known.site, *known.own):
        called.update((_plain(name), each.pk) for name in in_every_language(each, "name"))
    found = ((name, answered.get(name, called.get(_plain(name)))) for name in names)
    return {name: by_key[key] for name, key in found if key in by_key}


def left_out(user: User, names: Iterable[str]) -> set[str]:
    """Those of `names` that the lifter left out the last time that she was asked: what an import has taken since has
    an exercise again. Two statements."""
    done = ImportBatch.objects.filter(owner=user).exclude(status=ImportBatch.Status.PREVIEW)
    left = {name for answers in done.values_list("answers", flat=True) for name in answers.get("left", [])}
    return left & set(names) - set(ImportedName.objects.filter(owner=user).values_list("name", flat=True))


def _by_slug(slugs: Mapping[str, str], known: Choices) -> dict[str, Exercise]:
    site, own = {each.slug: each for each in known.site}, {_plain(each.name): each for each in known.own}
    found = (
        (label, site.get(slug) or own.get(_plain(label.removesuffix(f" ({slug})")))) for label, slug in slugs.items()
    )
    return {label: each for label, each in found if each is not None}


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name.casefold()).split())
