"""`manage.py import_history`: the page's importer for operators, with a report that programs read."""

import io
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from tests.transfer.strong_files import data, line, sets
from workouts.accounts.models import User
from workouts.log.models import LoggedSet
from workouts.transfer.models import ImportBatch

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parent / "samples"


def run(file: Path, user: User, *options: str) -> str:
    out = io.StringIO()
    call_command("import_history", str(file), "--user", user.email, *options, stdout=out)
    return out.getvalue()


def as_json(file: Path, user: User, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(file, user, "--json", *options))
    return found


def test_a_dry_run_tells_all_and_writes_nothing(owner: User, content: None) -> None:
    found = as_json(SAMPLES / "hevy_app_en.csv", owner, "--dry-run")
    assert found["format"] == {"key": "hevy", "name": "Hevy"}
    assert (found["rows"], found["workouts"], found["exercises"]) == (11, 3, 7)
    assert found["sets"] == {"all": 10, "warmup": 2, "failure": 2}
    assert (found["skipped"], found["errors"], found["unit"]) == ({"blank": 1}, [], "kg")
    assert {each["code"]: each["lines"] for each in found["warnings"]} == {
        "bodyweight": [8, 12],
        "assisted": [10],
        "far": [11],
    }
    assert {each["name"] for each in found["questions"]} == {"Pull Up", "Pull Up (Assisted)", "Running"}
    assert not LoggedSet.objects.exists()
    assert not ImportBatch.objects.exists()


def test_what_is_asked_stops_an_import_and_no_dry_run(owner: User, tmp_path: Path) -> None:
    file = tmp_path / "strong.csv"
    file.write_bytes(data(*sets(3, weight="315")))
    (unit, name) = as_json(file, owner, "--dry-run")["questions"]
    assert (unit["about"], unit["guess"], name["about"]) == ("unit", "lb", "name")
    assert "315" in unit["reason"]
    with pytest.raises(CommandError, match="--unit kg or --unit lb"):
        run(file, owner)
    assert not LoggedSet.objects.exists()
    found = as_json(file, owner, "--unit", "lb")
    assert found["added"] == {"workouts": 1, "exercises": 1, "sets": 3}
    assert set(LoggedSet.objects.values_list("unit", flat=True)) == {"lb"}
    assert as_json(file, owner, "--unit", "lb")["added"]["sets"] == 0, "the same file adds nothing"


def test_dates_that_are_open_are_asked_too(owner: User, tmp_path: Path) -> None:
    file = tmp_path / "strong.csv"
    file.write_bytes(data(line(date="03/04/2024 18:00")))
    with pytest.raises(CommandError, match="--days-first or --months-first"):
        run(file, owner, "--unit", "kg")
    found = as_json(file, owner, "--unit", "kg", "--days-first")
    assert (found["first_day"], found["added"]["sets"]) == ("2024-04-03", 1)


def test_words_for_people(owner: User) -> None:
    told = run(SAMPLES / "strong_d.csv", owner)
    assert "Strong, 5 rows: 2 workouts, 2 exercises, 4 sets (1 warm-up, 0 to failure)." in told
    assert "Skipped, rest: 1" in told
    assert "Added: 2 workouts, 4 sets." in told


def test_what_cannot_be_done_is_said(owner: User, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Nobody here"):
        call_command("import_history", "x.csv", "--user", "nobody@legday.example")
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "none.csv", owner)
    picture = tmp_path / "png.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    with pytest.raises(CommandError, match="not a text file"):
        run(picture, owner)


def test_an_import_that_is_not_finished_stands_in_the_way(owner: User, tmp_path: Path) -> None:
    file = tmp_path / "strong.csv"
    file.write_bytes(data(*sets(3)))
    ImportBatch.objects.create(owner=owner, uid=uuid4(), format="strong", file_name="f", status="running")
    with pytest.raises(CommandError, match="not finished"):
        run(file, owner, "--unit", "kg")
    assert (LoggedSet.objects.count(), ImportBatch.objects.count()) == (0, 1)
