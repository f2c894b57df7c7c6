"""`manage.py prepare`: the database as this version of the code wants it. Quick when nothing is to be done."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from workouts.log.actions import rebuild_figures


class Command(BaseCommand):
    help = "Migrates the database, makes the cache table, and loads what is new under content/."

    def handle(self, *args: Any, **options: Any) -> None:
        settings.VAR.mkdir(parents=True, exist_ok=True)
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Migrating the database")
            call_command("migrate", verbosity=0, interactive=False)
            rebuild_figures(missing=True)  # of a log from before there were any
        if "cache" not in connection.introspection.table_names() and "db" in settings.CACHES["default"]["BACKEND"]:
            call_command("createcachetable", verbosity=0)
        call_command("load_content", quiet=True)
