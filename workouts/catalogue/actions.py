"""Writes of a lifter's own exercises. The site's are written by the content loader and the admin."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, LoadMode, RepStyle

PREFIX = "my-"
MAX_NAME, MAX_SLUG = 100, 80
_OWN = re.compile(r"my-[-a-zA-Z0-9_]{1,77}")


def create_own_exercise(
    *,
    by: User,
    name: str,
    rep_style: RepStyle = RepStyle.REPS,
    load_mode: LoadMode = LoadMode.EXTERNAL,
    slug: str = "",
    more: Mapping[str, Any] | None = None,
    retired: bool = False,
) -> tuple[Exercise, bool]:
    """The own exercise of `by` called `name` (compared without case and by NFC, cut at 100 characters), made if there
    is none, and whether it was. A `retired` one is on no list until it is brought back; else a retired one comes
    back. Two requests at once make one.

    `slug` is taken if it may be one of hers and is free; `more` are further fields of a new one, for files of ours.
    """
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
        slug = slug if slug not in taken and _OWN.fullmatch(slug) else _free(stem, taken)
        # The same slug from another request at the same moment: its row is the one wanted.
        return Exercise.objects.get_or_create(
            owner=by,
            slug=slug,
            defaults={
                **(more or {}),
                "name": name,
                "rep_style": rep_style,
                "load_mode": load_mode,
                "retired": retired,
            },
        )


def _free(stem: str, taken: set[str]) -> str:
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())


def bring_back(*, by: User, exercises: list[Exercise]) -> None:
    """Puts retired own exercises on the lists again."""
    keys = [each.pk for each in exercises if each.owner_id == by.pk and each.retired]
    if keys:
        Exercise.objects.filter(pk__in=keys).update(retired=False)


def remove_own_exercises(*, by: User, slugs: list[str], held: Collection[int] = ()) -> None:
    """Takes own exercises that no live workout and no live routine holds off the lists: deleted if nothing ever named
    them, retired if a deleted row still does (it may be restored). `held` are keys that something else names."""
    own = Exercise.objects.filter(owner=by, slug__in=slugs)
    own.filter(performed=None, prescriptions=None).exclude(pk__in=held).delete()
    live = own.filter(
        Q(performed__isnull=False, performed__deleted_at=None)
        | Q(prescriptions__isnull=False, prescriptions__routine__deleted_at=None)
    ).values("pk")
    own.exclude(pk__in=live).update(retired=True)
