"""What an account holds, for the page that deletes it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from workouts.accounts.models import BodyWeight, Gear, User
from workouts.catalogue.models import Exercise
from workouts.log.models import Client, LoggedSet, StickyNote, Workout
from workouts.routines.models import Routine
from workouts.transfer.models import ImportBatch


@dataclass(frozen=True, slots=True)
class Holding:
    """One kind of what would go, in words, and how many there are. Deleted ones that could be brought back count."""

    name: str
    count: int


def holdings(user: User) -> list[Holding]:
    """One statement."""
    kinds: list[tuple[str, QuerySet[Any]]] = [
        (_("Workouts"), Workout.objects.of(user).revealed()),
        (_("Sets"), LoggedSet.objects.of(user).revealed()),
        (_("Sticky notes"), StickyNote.objects.of(user).revealed()),
        (_("Body weights"), BodyWeight.objects.of(user)),
        (_("Exercises of your own"), Exercise.objects.filter(owner=user)),
        (_("Routines of your own"), Routine.objects.filter(owner=user)),
        (_("Bars, plates, machines, dumbbells"), Gear.objects.of(user)),
        (_("Imports"), ImportBatch.objects.filter(owner=user)),
        (_("Devices"), Client.objects.filter(owner=user)),
    ]
    counts = {f"kind_{at}": _count(rows) for at, (_name, rows) in enumerate(kinds)}
    found = User._base_manager.filter(pk=user.pk).annotate(**counts).values(*counts).get()
    return [Holding(name, found[f"kind_{at}"]) for at, (name, _rows) in enumerate(kinds)]


def is_last_superuser(user: User) -> bool:
    """Whether nobody could open all of the admin without her. A statement for superusers alone."""
    if not user.is_superuser:
        return False
    return not User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk).exists()


def _count(rows: QuerySet[Any]) -> Coalesce:
    together = rows.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(together, output_field=IntegerField()), 0)
