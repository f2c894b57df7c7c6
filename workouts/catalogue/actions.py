"""Writes of a lifter's own exercises. The site's are written by the content loader and the admin."""

import unicodedata

from django.db import transaction
from django.utils.text import slugify

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, LoadMode, RepStyle

PREFIX = "my-"
MAX_NAME, MAX_SLUG = 100, 80


def create_own_exercise(
    *,
    by: User,
    name: str,
    rep_style: RepStyle = RepStyle.REPS,
    load_mode: LoadMode = LoadMode.EXTERNAL,
    retired: bool = False,
) -> tuple[Exercise, bool]:
    """The own exercise of `by` called `name` (compared without case and by NFC, cut at 100 characters), made if there
    is none, and whether it was. A `retired` one is on no list until it is brought back; else a retired one comes
    back. Two requests at once make one."""
    name = name.strip()[:MAX_NAME] or name[:MAX_NAME]
    wanted = _plain(name)
    stem = f"{PREFIX}{slugify(name) or 'exercise'}"[: MAX_SLUG - 5].rstrip("-")
    with transaction.atomic():
        own = list(Exercise.objects.filter(owner=by).select_for_update())
        same = next((each for each in own if _plain(each.name) == wanted), None)
        if same is not None:
            if not retired:
                bring_back(by=by, exercises=[same])
            return same, False
        taken = {each.slug for each in own}
        slug, number = stem, 1
        while slug in taken:
            number += 1
            slug = f"{stem}-{number}"
        # The same slug from another request at the same moment: its row is the one wanted.
        return Exercise.objects.get_or_create(
            owner=by,
            slug=slug,
            defaults={"name": name, "rep_style": rep_style, "load_mode": load_mode, "retired": retired},
        )


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())


def bring_back(*, by: User, exercises: list[Exercise]) -> None:
    """Puts retired own exercises on the lists again."""
    keys = [each.pk for each in exercises if each.owner_id == by.pk and each.retired]
    if keys:
        Exercise.objects.filter(pk__in=keys).update(retired=False)


def remove_own_exercises(*, by: User, slugs: list[str]) -> None:
    """Takes own exercises that no live workout holds off the lists: deleted if nothing was ever logged with them,
    retired if a deleted row still names them (it may be restored)."""
    own = Exercise.objects.filter(owner=by, slug__in=slugs)
    own.filter(performed=None).delete()
    live = own.filter(performed__deleted_at=None).values("pk")
    own.exclude(pk__in=live).update(retired=True)
