"""Lifters' logs in the admin: to look at when somebody asks for help, never to change."""

import datetime

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Exercise, LoadMode
from workouts.log.models import Change, Client, LoggedSet, Mutation, PerformedExercise, StickyNote, Workout
from workouts.shared.admin import RecordAdmin, RecordInline

DELETED = ("deleted_at", admin.EmptyFieldListFilter)


class PerformedInline(RecordInline):
    model = PerformedExercise
    fields = ["position", "exercise", "sets", "low", "high", "rep_style", "pain", "deload", "note", "deleted_at"]


class SetInline(RecordInline):
    model = LoggedSet
    fields = ["position", "kind", "load_mode", "weight_text", "unit", "reps", "left", "right", "seconds", "rir", "rpe"]


@admin.register(Workout)
class WorkoutAdmin(RecordAdmin):
    list_display = ["day", "owner", "title", "routine", "started_at", "finished_at", "deleted_at"]
    list_filter = ["day", DELETED]
    list_select_related = ["owner", "routine"]
    inlines = [PerformedInline]


@admin.register(PerformedExercise)
class PerformedExerciseAdmin(RecordAdmin):
    list_display = ["exercise", "owner", "day", "sets", "low", "high", "rep_style", "pain", "deload", "deleted_at"]
    list_display_links = ["exercise"]
    list_filter = ["workout__day", "pain", "deload", DELETED]
    list_select_related = ["owner", "exercise", "workout"]
    inlines = [SetInline]

    @admin.display(description=_("day"))
    def day(self, performed: PerformedExercise) -> datetime.date:
        return performed.workout.day


@admin.register(LoggedSet)
class LoggedSetAdmin(RecordAdmin):
    list_display = ["exercise", "owner", "day", "kind", "load", "count", "effort", "deleted_at"]
    list_filter = ["performed__workout__day", "kind", "load_mode", "unit", DELETED]
    list_select_related = ["owner", "performed__exercise", "performed__workout"]

    @admin.display(description=_("exercise"))
    def exercise(self, logged: LoggedSet) -> Exercise:
        return logged.performed.exercise

    @admin.display(description=_("day"))
    def day(self, logged: LoggedSet) -> datetime.date:
        return logged.performed.workout.day

    @admin.display(description=_("load"))
    def load(self, logged: LoggedSet) -> str:
        if logged.load_mode == LoadMode.EXTERNAL:
            return f"{logged.weight_text} {logged.unit}"
        if logged.load_mode == LoadMode.BODYWEIGHT:
            return logged.get_load_mode_display()
        return f"{logged.get_load_mode_display()} {logged.weight_text} {logged.unit}"

    @admin.display(description=_("reps"))
    def count(self, logged: LoggedSet) -> str:
        if logged.seconds is not None:
            return f"{logged.seconds} s"
        return f"{logged.left} / {logged.right}" if logged.left is not None else f"{logged.reps}"

    @admin.display(description=_("effort"))
    def effort(self, logged: LoggedSet) -> str | None:
        if logged.rpe is not None:
            return f"RPE {logged.rpe}"
        return None if logged.rir is None else f"RIR {logged.rir}"


@admin.register(StickyNote)
class StickyNoteAdmin(RecordAdmin):
    list_display = ["exercise", "owner", "text", "deleted_at"]
    list_filter = ["deleted_at"]
    list_select_related = ["owner", "exercise"]


@admin.register(Mutation)
class MutationAdmin(RecordAdmin):
    list_display = ["uid", "owner", "rev", "source", "status", "at"]
    list_filter = ["at", "source", "status"]


@admin.register(Change)
class ChangeAdmin(RecordAdmin):
    list_display = ["row", "owner", "rev", "op", "kind", "conflict", "at"]
    list_filter = ["mutation__at", "op", "kind", "conflict"]
    list_select_related = ["owner", "mutation"]

    @admin.display(description=_("at"))
    def at(self, change: Change) -> datetime.datetime:
        return change.mutation.at


@admin.register(Client)
class ClientAdmin(RecordAdmin):
    list_display = ["uid", "owner", "last_seen"]
    list_filter = ["last_seen"]
