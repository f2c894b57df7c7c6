"""What a lifter types about her equipment: a form for each kind of thing, small enough for a phone."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workouts.accounts.forms.amounts import AmountField, ListField
from workouts.accounts.models import MAX_RUNGS, MAX_WEIGHT, ExerciseGear, Gear, User
from workouts.science.units import plain
from workouts.shared.language.translated import alphabetical

Kind = Gear.Kind


class GearForm(forms.Form):
    """One thing. `thing` is what is changed, or an empty one with its owner and kind; `fresh` offers an exercise."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=60, error_messages={"required": gettext_lazy("Give it a name.")}
    )
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), choices=Gear.UNITS)
    usual = forms.BooleanField(label=gettext_lazy("Use it by default"), required=False)
    # The exercises that are done with the usual one of this kind.
    usual_for: Any
    # What is required depends on the other fields, and the page says so.
    use_required_attribute = False
    # The order on the page: the numbers of a kind stand between name and unit.
    numbers: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *, thing: Gear, fresh: bool = False) -> None:
        self.thing = thing
        super().__init__(data, initial=self._initial(fresh=fresh))
        self.fields["usual"].help_text = self.usual_for
        if fresh:
            self.fields["exercise"] = exercise_field(thing.owner, label=_("Only for this exercise"))
        self.order_fields(["name", *self.numbers, "unit", "usual", "exercise"])

    def _initial(self, *, fresh: bool) -> dict[str, Any]:
        thing = self.thing
        if fresh:
            common = thing.kind in {Kind.BAR, Kind.DUMBBELLS}
            usual = common and not Gear.objects.of(thing.owner).filter(kind=thing.kind, usual=True).exists()
            return {"unit": thing.owner.preferences.unit, "usual": usual, **self.first()}
        numbers = {name: getattr(thing, name) for name in self.numbers}
        shown = {name: plain(value) if isinstance(value, Decimal) else value for name, value in numbers.items()}
        return {"name": thing.name, "unit": thing.unit, "usual": thing.usual, **shown}

    def first(self) -> dict[str, Any]:
        """What stands in the form of a new thing."""
        return {}

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        twins = Gear.objects.of(self.thing.owner).filter(kind=self.thing.kind, name=name).exclude(pk=self.thing.pk)
        if twins.exists():
            raise ValidationError(_("You have one of this name."), code="twice")
        return name

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        self.check(data)
        if not self.errors:
            self.thing.name, self.thing.unit = data["name"], data["unit"]
            for name in self.numbers:
                setattr(self.thing, name, data[name])
            self.thing.validate_constraints(exclude={"usual"})
        return data

    def check(self, data: dict[str, Any]) -> None:
        """Adds errors about numbers that do not go together."""


class HungForm(GearForm):
    """A bar or a sled, on which plates are hung."""

    weight = AmountField(label=gettext_lazy("Weight"), high=Decimal(500))
    numbers = ("weight",)


class BarForm(HungForm):
    usual_for = gettext_lazy("For every barbell exercise without a bar of its own.")

    def first(self) -> dict[str, Any]:
        return {"name": _("Barbell"), "weight": "45" if self.thing.owner.preferences.unit == "lb" else "20"}


class SledForm(HungForm):
    usual_for = gettext_lazy("For every plate-loaded exercise without a machine of its own.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["weight"].help_text = _(
            "Weight of the empty sled, as printed on it. Enter 0 if you do not know; then only plates count."
        )

    def first(self) -> dict[str, Any]:
        return {"name": _("Leg press"), "weight": "0"}


class LadderForm(GearForm):
    """Weights in equal steps, or a list of them."""

    start = AmountField(label=gettext_lazy("Lightest"), high=MAX_WEIGHT, or_none=True)
    step = AmountField(label=gettext_lazy("Step"), high=Decimal(500), or_none=True)
    top = AmountField(label=gettext_lazy("Heaviest"), high=MAX_WEIGHT, or_none=True)
    listed = ListField(
        label=gettext_lazy("Or list them all"),
        high=MAX_WEIGHT,
        required=False,
        help_text=gettext_lazy(
            "With spaces between, where the steps are not equal: 5\u00a010\u00a012.5\u00a015\u00a020."
        ),
    )
    numbers: tuple[str, ...] = ("start", "step", "top", "listed")

    def check(self, data: dict[str, Any]) -> None:
        if self.errors:
            return
        ladder = [data["start"], data["step"], data["top"]]
        if data["listed"]:
            if any(each is not None for each in ladder):
                self.add_error("listed", _("Either steps or a list: clear one of the two."))
            return
        for name, value in zip(("start", "step", "top"), ladder, strict=True):
            if value is None:
                self.add_error(name, _("Type a number, or list the weights below."))
        if not self.errors:
            self._check_ladder(*ladder)

    def _check_ladder(self, start: Decimal, step: Decimal, top: Decimal) -> None:
        if step <= 0:
            self.add_error("step", _("A step is more than 0."))
        elif top < start:
            self.add_error("top", _("The heaviest is not below the lightest."))
        elif top - start >= step * MAX_RUNGS:
            self.add_error(
                "step", _("That makes more than %(most)s weights: choose larger steps.") % {"most": MAX_RUNGS}
            )


class StackForm(LadderForm):
    add_on = AmountField(
        label=gettext_lazy("Half pin"),
        high=Decimal(50),
        required=False,
        help_text=gettext_lazy("An extra weight that lies on any pin, such as 2.5; empty if there is none."),
    )
    usual_for = gettext_lazy("For every weight-stack exercise without a stack of its own.")
    numbers = (*LadderForm.numbers, "add_on")

    def clean_add_on(self) -> Decimal | None:
        add_on: Decimal | None = self.cleaned_data["add_on"]
        if add_on is not None and add_on <= 0:
            raise ValidationError(_("A half pin is more than 0; leave the field empty if there is none."))
        return add_on


class DumbbellForm(LadderForm):
    usual = forms.BooleanField(label=gettext_lazy("Use them by default"), required=False)
    usual_for = gettext_lazy("For every dumbbell exercise without dumbbells of its own.")

    def first(self) -> dict[str, Any]:
        pounds = self.thing.owner.preferences.unit == "lb"
        start, step, top = ("5", "5", "100") if pounds else ("2", "2", "40")
        return {"name": _("Dumbbells"), "start": start, "step": step, "top": top}


_FORMS: dict[str, type[GearForm]] = {
    Kind.BAR: BarForm,
    Kind.SLED: SledForm,
    Kind.STACK: StackForm,
    Kind.DUMBBELLS: DumbbellForm,
}


def form_for(kind: str) -> type[GearForm]:
    return _FORMS[kind]


class _InOrder(ModelChoiceIterator):  # type: ignore[type-arg]  # takes none at run time
    """Options by the name that is shown, where the database knows the English one."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        yield from map(self.choice, sorted(self.queryset, key=lambda each: alphabetical(each.name)))


class Exercises(forms.ModelChoiceField):  # type: ignore[type-arg]  # takes none at run time
    iterator = _InOrder

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


def exercise_field(user: User, *, label: str, required: bool = False) -> forms.ModelChoiceField[Any]:
    """An exercise of the site or of the lifter's own that is on the lists."""
    of_exercises: Any = ExerciseGear._meta.get_field("exercise").remote_field
    rows = of_exercises.model.objects.visible_to(user).current().order_by()
    wrong = {"invalid_choice": _("This exercise is not on the list any more: choose another.")}
    return Exercises(rows, label=label, required=required, empty_label=_("Choose an exercise"), error_messages=wrong)


class ChoiceForm(forms.Form):
    """Which thing an exercise is done with."""

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["exercise"] = exercise_field(user, label=_("Exercise"), required=True)
        self.fields["exercise"].error_messages["required"] = _("Choose an exercise.")
        wrong = {
            "required": _("Choose what it is done with."),
            "invalid_choice": _("This is not among your equipment any more."),
        }
        things = Gear.objects.of(user).things()
        self.fields["gear"] = Things(
            things, label=_("Done with"), empty_label=_("Choose your equipment"), error_messages=wrong
        )


class Things(forms.ModelChoiceField):  # type: ignore[type-arg]  # takes none at run time
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.get_kind_display()}, {obj.unit})"
