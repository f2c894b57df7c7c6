"""What hangs on an exercise, on its admin page."""

from typing import Any

from django import forms
from django.contrib.admin.options import InlineModelAdmin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Exercise, ExerciseAlias, ExerciseGroup, Instruction, MuscleRole, Substitution
from workouts.shared.admin import ContentInline, ModelForm, OnceFormSet, OrderedForm, OrderedFormSet, Rows
from workouts.shared.language.translated import twins


class KeptForm(ModelForm):
    """A row whose `kept` field is chosen once: to name another, take the row away and add one. Rows are saved one
    by one, and two that change hands would collide on the way."""

    kept: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[self.kept].disabled = not self.instance._state.adding


class GroupForm(KeptForm):
    kept = "group"

    def _get_validation_exclusions(self) -> set[str]:
        # Compared among the rows of the form, not with the database, so that two places can be swapped.
        left_out: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # not in the stubs
        return left_out | {"target_position"}


class GroupFormSet(OnceFormSet):
    once = {
        "group": _("This group is here twice."),
        "target_position": _("Another group has this place."),
    }

    def save(self, commit: bool = True) -> Any:
        # Rows are saved one by one: places that change hands are emptied first.
        changed = [form.instance.pk for form in self.initial_forms if form.has_changed()]
        ExerciseGroup.objects.filter(pk__in=changed).update(target_position=None)
        return super().save(commit)


class GroupInline(ContentInline):
    model = ExerciseGroup
    form = GroupForm
    formset = GroupFormSet
    fields = ["target_position", "group", "volume_weight"]


class RoleForm(KeptForm):
    kept = "muscle"


class RoleFormSet(OnceFormSet):
    once = {"muscle": _("This muscle is here twice.")}


class RoleInline(ContentInline):
    model = MuscleRole
    form = RoleForm
    formset = RoleFormSet
    fields = ["muscle", "role", *twins("note")]


class LineForm(OrderedForm):
    kind: Instruction.Kind

    class Meta:
        widgets = {field: forms.Textarea(attrs={"rows": 2, "cols": 60}) for field in twins("text")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.kind = self.kind


class LineInline(ContentInline):
    """Lines of one kind; each kind has its table."""

    model = Instruction
    formset = OrderedFormSet
    fields = ["position", *twins("text")]
    kind: Instruction.Kind

    def get_queryset(self, request: HttpRequest) -> Rows:
        return super().get_queryset(request).filter(kind=self.kind)


class StepForm(LineForm):
    kind = Instruction.Kind.STEP


class CueForm(LineForm):
    kind = Instruction.Kind.CUE


class MistakeForm(LineForm):
    kind = Instruction.Kind.MISTAKE


class StepInline(LineInline):
    form, kind = StepForm, Instruction.Kind.STEP
    verbose_name, verbose_name_plural = _("step"), _("steps")


class CueInline(LineInline):
    form, kind = CueForm, Instruction.Kind.CUE
    verbose_name, verbose_name_plural = _("cue"), _("cues")


class MistakeInline(LineInline):
    form, kind = MistakeForm, Instruction.Kind.MISTAKE
    verbose_name, verbose_name_plural = _("mistake"), _("common mistakes")


class SubstitutionForm(OrderedForm):
    class Meta:
        widgets = {field: forms.Textarea(attrs={"rows": 2, "cols": 30}) for field in twins("text", "why")}

    def clean_substitute(self) -> Exercise | None:
        # Django does not check a constraint that looks at the parent too.
        substitute: Exercise | None = self.cleaned_data["substitute"]
        if substitute is not None and substitute.pk == self.instance.exercise_id:
            raise ValidationError(_("An exercise cannot stand in for itself."))
        return substitute


class SubstitutionInline(ContentInline):
    model = Substitution
    form = SubstitutionForm
    formset = OrderedFormSet
    fk_name = "exercise"
    fields = ["position", "reason", "substitute", *twins("text", "why")]


class AliasForm(ModelForm):
    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        holders = ExerciseAlias.objects.filter(name__iexact=name).exclude(pk=self.instance.pk)
        if holders.filter(exercise__owner=None).exclude(exercise=self.instance.exercise_id).exists():
            raise ValidationError(_("Another exercise has this name. Take it away there first."))
        return name


class AliasFormSet(OnceFormSet):
    once = {"name": _("This name is here twice.")}


class AliasInline(ContentInline):
    model = ExerciseAlias
    form = AliasForm
    formset = AliasFormSet


# The order of the page.
INLINES: "list[type[InlineModelAdmin[Any, Any]]]" = [
    GroupInline,
    RoleInline,
    StepInline,
    CueInline,
    MistakeInline,
    SubstitutionInline,
    AliasInline,
]
# Rows that go with their exercise; any other that refers to it is a use.
CHILDREN: set[type[models.Model]] = {
    Exercise.equipment.through,
    ExerciseGroup,
    MuscleRole,
    Instruction,
    Substitution,
    ExerciseAlias,
}
