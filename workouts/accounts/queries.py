"""Reads of accounts."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workouts.accounts.models import BodyWeight, ExerciseGear, Gear, User
from workouts.science.units import Unit
from workouts.shared.language.numbers import spoken
from workouts.shared.language.translated import alphabetical


def unverified_email(user: User) -> str | None:
    """The address that nobody has shown to be hers yet, or None. One statement.

    allauth's EmailAddress is the truth; an account without a row there (made on the command line) counts as unverified.
    """
    verified: bool = EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()
    return None if verified else user.email


def newest_body_weight(user: User) -> BodyWeight | None:
    """The entry of her latest day. One statement."""
    return BodyWeight.objects.of(user).live().order_by("-day").first()


@dataclass(frozen=True, slots=True)
class Shelf:
    """All things of one kind, each with what it is in words; `usual` says what is taken where there is none."""

    kind: str
    title: str
    things: list[tuple[Gear, str]]
    usual: str


@dataclass(frozen=True, slots=True)
class GearPage:
    """The equipment of a lifter: things by kind, plates by unit ("2 × 25, 1 × 20"; empty: the usual ones), and what
    she chose for single exercises."""

    shelves: list[Shelf]
    plates: dict[str, str]
    chosen: list[ExerciseGear]


def gear_page(user: User) -> GearPage:
    """Two statements."""
    rows = list(Gear.objects.of(user))
    kind = Gear.Kind
    titles = {
        kind.BAR: (_("Bars"), _("A bar of 20 kg or 45 lb is taken.")),
        kind.SLED: (_("Plate-loaded machines"), _("Plates alone are counted.")),
        kind.STACK: (_("Weight stacks"), _("Usual steps are taken.")),
        kind.DUMBBELLS: (_("Dumbbells"), _("Usual steps are taken.")),
    }
    shelves = [
        Shelf(name, title, [(row, described(row)) for row in rows if row.kind == name], usual)
        for name, (title, usual) in titles.items()
    ]
    chosen = ExerciseGear.objects.filter(owner=user).select_related("exercise", "gear").order_by()
    in_order = sorted(chosen, key=lambda each: alphabetical(each.exercise.name))
    return GearPage(shelves, {unit.value: _pairs(rows, unit) for unit in Unit}, in_order)


def described(thing: Gear) -> str:
    """A thing in a few words: "20 kg", "5 to 100 kg in steps of 5"."""
    unit = thing.unit
    if thing.listed:
        weights = thing.listed.split()
        words = {"low": spoken(weights[0]), "high": spoken(weights[-1]), "unit": unit, "many": len(weights)}
        text = ngettext(
            "%(many)s weight, %(low)s %(unit)s", "%(many)s weights, %(low)s to %(high)s %(unit)s", len(weights)
        )
        return text % words
    if thing.start is not None and thing.step is not None and thing.top is not None:
        words = {"low": spoken(thing.start), "high": spoken(thing.top), "step": spoken(thing.step), "unit": unit}
        return _("%(low)s to %(high)s %(unit)s in steps of %(step)s") % words
    if not thing.weight:
        return _("plates only, %(unit)s") % {"unit": unit}
    return f"{spoken(thing.weight)} {unit}"


def _pairs(rows: list[Gear], unit: Unit) -> str:
    plates = [row for row in rows if row.kind == Gear.Kind.PLATE and row.unit == unit]
    plates.sort(key=lambda row: -row.weight)
    return ", ".join(f"{row.pairs} × {spoken(row.weight)}" for row in plates)
