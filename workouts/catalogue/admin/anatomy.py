"""Muscle groups, muscles and equipment in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Equipment, Muscle, MuscleGroup
from workouts.shared.admin import ContentAdmin
from workouts.shared.language.translated import twins


@admin.register(MuscleGroup)
class MuscleGroupAdmin(ContentAdmin):
    fields = [*twins("name"), "slug", "kind", *twins("place", "actions", "summary"), "position"]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "kind", "place", "position"]
    list_editable = ["position"]
    list_filter = ["kind"]
    search_fields = ["name", "place", "actions", "summary"]
    in_use = _("Muscles belong to it or exercises train it, so it cannot be deleted.")


@admin.register(Muscle)
class MuscleAdmin(ContentAdmin):
    fields = [
        "group",
        *twins("name"),
        "slug",
        *twins("lay_name", "place", "actions"),
        "deep",
        *twins("note"),
        "position",
    ]
    autocomplete_fields = ["group"]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "lay_name", "group", "deep", "position"]
    list_editable = ["position"]
    list_filter = ["group", "deep"]
    list_select_related = ["group"]
    search_fields = ["name", "lay_name", "place", "actions"]
    in_use = _("Exercises name it, so it cannot be deleted.")


@admin.register(Equipment)
class EquipmentAdmin(ContentAdmin):
    fields = [*twins("name"), "slug", "position"]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "slug", "position"]
    list_editable = ["position"]
    search_fields = ["name", "slug"]
