"""Row T67: from nothing to now and back again, with data in every table, on whichever database the run is on."""

from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests import factories, isolation
from tests.cast import owner, signed_in


def steps() -> list[str]:
    """The product's migrations in order."""
    graph = MigrationExecutor(connection).loader.graph
    return [name for app, name in graph.forwards_plan(graph.leaf_nodes("workouts")[0]) if app == "workouts"]


def rows() -> dict[str, list[dict[str, Any]]]:
    """What each table of the first migration holds, by model; columns that came later left out."""
    state = MigrationExecutor(connection).loader.project_state(("workouts", steps()[0])).apps
    found = {}
    for model in state.get_app_config("workouts").get_models():
        names = [field.attname for field in model._meta.concrete_fields]
        live = apps.get_model("workouts", model.__name__)
        found[model.__name__] = list(live._default_manager.order_by("pk").values(*names))
    return found


@pytest.mark.django_db(transaction=True)
def test_each_step_back_and_forth_keeps_the_rows() -> None:
    call_command("load_content", quiet=True)
    lifter = owner()
    isolation.world(lifter, signed_in(lifter))
    factories.history(by=lifter, exercise=factories.exercise(), workouts=30)
    before = rows()
    assert all(before[name] for name in ("Workout", "LoggedSet", "Change", "Exercise", "Question")), "no data, no test"
    names = steps()
    for name in reversed(names):
        call_command("migrate", "workouts", name, verbosity=0)
    for name in names:
        call_command("migrate", "workouts", name, verbosity=0)
    assert rows() == before


@pytest.mark.django_db(transaction=True)
def test_all_the_way_down_and_up_again() -> None:
    call_command("migrate", "workouts", "zero", verbosity=0)
    assert [name for name in connection.introspection.table_names() if name.startswith("workouts_")] == []
    call_command("migrate", verbosity=0)
    call_command("load_content", quiet=True)
    assert apps.get_model("workouts", "Exercise").objects.count() == 29
