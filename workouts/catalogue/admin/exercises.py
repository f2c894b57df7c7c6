"""The site's exercises in the admin. A lifter's own are hers, and not shown."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.admin.inlines import CHILDREN, INLINES
from workouts.catalogue.models import Exercise
from workouts.shared.admin import ContentAdmin, Rows, SiteForm
from workouts.shared.language.translated import twins


@admin.register(Exercise)
class ExerciseAdmin(ContentAdmin):
    form = SiteForm
    inlines = INLINES
    fieldsets = [
        (None, {"fields": [*twins("name"), "slug", *twins("summary"), ("position", "retired")]}),
        (_("Kind"), {"fields": [("pattern", "mechanics"), ("rep_style", "load_mode", "load_type"), "equipment"]}),
        (_("Progression"), {"fields": [("step_kg", "step_lb", "max_rise_percent")]}),
        (_("Notes"), {"fields": [*twins("also_works", "note", "volume_note")]}),
    ]
    prepopulated_fields = {"slug": ["name"]}
    filter_horizontal = ["equipment"]
    list_display = ["name", "pattern", "rep_style", "state", "position"]
    list_editable = ["position"]
    list_filter = ["retired", "pattern", "groups__group", "equipment", "mechanics", "load_mode"]
    search_fields = ["name", "slug", "aliases__name"]
    actions = ["retire", "bring_back"]
    in_use = _("Lifters have logged it, or a routine holds it, so it cannot be deleted. Retire it instead.")

    def protects(self, relation: Any) -> bool:
        return relation.related_model not in CHILDREN

    @admin.display(description=_("retired"), ordering="retired", empty_value="")
    def state(self, exercise: Exercise) -> str:
        # A word where it is so: a red cross on every row that is not would alarm.
        return gettext("Retired") if exercise.retired else ""

    @admin.action(description=_("Retire the selected exercises"), permissions=["change"])
    def retire(self, request: HttpRequest, exercises: Rows) -> None:
        self._set_retired(request, exercises, retired=True)

    @admin.action(description=_("Bring the selected exercises back"), permissions=["change"])
    def bring_back(self, request: HttpRequest, exercises: Rows) -> None:
        self._set_retired(request, exercises, retired=False)

    def _set_retired(self, request: HttpRequest, exercises: Rows, *, retired: bool) -> None:
        changed = list(exercises.exclude(retired=retired))
        for exercise in changed:
            exercise.retired = retired
            exercise.save(update_fields=["retired"])
            self.log_change(request, exercise, [{"changed": {"fields": [str(_("retired"))]}}])
        count = len(changed)
        done = ngettext("%(n)d exercise changed.", "%(n)d exercises changed.", count) % {"n": count}
        self.message_user(request, done, messages.SUCCESS)
