"""Imports in the admin: what was counted, never the file itself."""

from django.contrib import admin
from django.http import HttpRequest

from workouts.shared.admin import RecordAdmin, Rows
from workouts.transfer.models import ImportBatch


@admin.register(ImportBatch)
class ImportBatchAdmin(RecordAdmin):
    list_display = ["file_name", "owner", "format", "status", "created_at", "finished_at"]
    list_filter = ["created_at", "status", "format"]
    exclude = ["file"]

    def get_queryset(self, request: HttpRequest) -> Rows:
        # Megabytes a row, which no admin page shows.
        return super().get_queryset(request).defer("file")
