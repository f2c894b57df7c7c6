"""Admin pages of the site's routines, with their prescriptions."""

from django.contrib import admin
from django.db.models import Count, Sum
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from workouts.routines.models import Prescription, Routine
from workouts.shared.admin import ContentAdmin, ContentInline, OrderedForm, OrderedFormSet, Rows, SiteForm
from workouts.shared.language.translated import twins


class PrescriptionInline(ContentInline):
    model = Prescription
    form = OrderedForm
    formset = OrderedFormSet
    fields = [
        "position",
        "exercise",
        "sets",
        "low",
        "high",
        "rep_style",
        "rest_seconds",
        "target_rir",
        "superset",
        *twins("note"),
    ]


@admin.register(Routine)
class RoutineAdmin(ContentAdmin):
    form = SiteForm
    fields = [*twins("name"), "slug", *twins("summary", "advice"), "position"]
    inlines = [PrescriptionInline]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "exercises", "working_sets", "position"]
    list_editable = ["position"]
    search_fields = ["name", "prescriptions__exercise__name"]

    def get_queryset(self, request: HttpRequest) -> Rows:
        counts = {"n_exercises": Count("prescriptions"), "n_sets": Sum("prescriptions__sets")}
        rows: Rows = super().get_queryset(request).annotate(**counts)
        return rows

    @admin.display(description=_("exercises"), ordering="n_exercises")
    def exercises(self, routine: Routine) -> int:
        return int(getattr(routine, "n_exercises", 0))

    @admin.display(description=_("working sets"), ordering="n_sets")
    def working_sets(self, routine: Routine) -> int:
        return int(getattr(routine, "n_sets", 0) or 0)
