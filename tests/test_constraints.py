"""Every named constraint is attacked: the database says no, whoever writes. A new constraint needs an attack."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from tests import factories
from workouts.accounts.models import User
from workouts.log.ids import new_id

pytestmark = pytest.mark.django_db

LONG_AGO = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
# constraint: (model, fields of a row that breaks it and nothing else)
CHECKS: dict[str, tuple[str, dict[str, Any]]] = {
    "user_email_lower_case": ("User", {"email": "Shouting@legday.example"}),
    "preferences_unit_known": ("Preferences", {"unit": "st"}),
    "preferences_language_known": ("Preferences", {"language": "tlh"}),
    "preferences_formula_known": ("Preferences", {"formula": "guess"}),
    "gear_kind_known": ("Gear", {"kind": "sofa"}),
    "gear_unit_known": ("Gear", {"unit": "st"}),
    "gear_weight_range": ("Gear", {"weight": Decimal(501)}),
    "gear_plate_in_pairs": ("Gear", {"pairs": 1}),
    "gear_steps_or_list": ("Gear", {"kind": "stack"}),
    "gear_ladder_whole": ("Gear", {"kind": "stack", "start": 5, "step": 0, "top": 100}),
    "gear_half_pin_of_a_stack": ("Gear", {"kind": "dumbbells", "listed": "5 10", "add_on": 2}),
    "gear_named": ("Gear", {"name": ""}),
    "preferences_goal_ordered": ("Preferences", {"goal_low": 4, "goal_high": 3}),
    "body_weight_day_range": ("BodyWeight", {"day": datetime.date(1949, 12, 31)}),
    "body_weight_range": ("BodyWeight", {"weight": Decimal("19.999")}),
    "body_weight_as_typed": ("BodyWeight", {"weight_text": ""}),
    "api_token_named": ("ApiToken", {"name": ""}),
    "api_token_scope_known": ("ApiToken", {"scope": "admin"}),
    "api_token_ends_after_start": ("ApiToken", {"created_at": LONG_AGO, "expires_at": LONG_AGO}),
    "muscle_group_kind_known": ("MuscleGroup", {"kind": "arm"}),
    "exercise_own_slug_prefixed": ("Exercise", {"slug": "my-own"}),
    "exercise_rep_style_known": ("Exercise", {"rep_style": "miles"}),
    "exercise_load_mode_known": ("Exercise", {"load_mode": "rocket"}),
    "exercise_step_positive": ("Exercise", {"step_kg": Decimal(0)}),
    "exercise_volume_weight_range": ("ExerciseGroup", {"volume_weight": Decimal("1.5")}),
    "muscle_role_known": ("MuscleRole", {"role": "bystander"}),
    "instruction_kind_known": ("Instruction", {"kind": "rumour"}),
    "substitution_is_another": ("Substitution", {"substitute": "itself"}),
    "substitution_reason_known": ("Substitution", {"reason": "boredom"}),
    "mutation_status_known": ("Mutation", {"status": "maybe"}),
    "mutation_source_known": ("Mutation", {"source": "oracle"}),
    "change_op_known": ("Change", {"op": "burn"}),
    "change_kind_known": ("Change", {"kind": "poem"}),
    "routine_own_slug_prefixed": ("Routine", {"slug": "my-own"}),
    "workout_day_range": ("Workout", {"day": datetime.date(1949, 12, 31)}),
    "workout_offset_range": ("Workout", {"utc_offset": 17 * 60}),
    "workout_ends_after_start": (
        "Workout", {"started_at": LONG_AGO, "finished_at": LONG_AGO - datetime.timedelta(seconds=1)},
    ),
    "set_kind_known": ("LoggedSet", {"kind": "nap"}),
    "set_load_mode_known": ("LoggedSet", {"load_mode": "rocket"}),
    "set_weight_range": ("LoggedSet", {"weight": Decimal("1000.001")}),
    "set_weight_with_mode": ("LoggedSet", {"load_mode": "bodyweight"}),
    "set_unit_known": ("LoggedSet", {"unit": "st", "weight": None, "weight_text": "", "load_mode": "bodyweight"}),
    "set_reps_range": ("LoggedSet", {"reps": 1000}),
    "set_left_range": ("LoggedSet", {"left": 1000, "right": 1}),
    "set_right_range": ("LoggedSet", {"left": 1, "right": 1000}),
    "set_seconds_range": ("LoggedSet", {"seconds": 86_401}),
    "set_sides_paired": ("LoggedSet", {"left": 8}),
    "set_measured": ("LoggedSet", {"reps": None}),
    "set_rir_steps": ("LoggedSet", {"rir": Decimal("1.3")}),
    "set_rpe_steps": ("LoggedSet", {"rpe": Decimal("10.5")}),
    "set_one_effort_scale": ("LoggedSet", {"rir": Decimal(2), "rpe": Decimal(8)}),
    "calendar_key_long": ("CalendarFeed", {"key": "guessed"}),
    "import_status_known": ("ImportBatch", {"status": "lost"}),
    "import_done_has_mutation": ("ImportBatch", {"status": "done"}),
}  # fmt: skip
for _prefix, _model in (("prescription", "Prescription"), ("performed", "PerformedExercise")):
    CHECKS |= {
        f"{_prefix}_sets_range": (_model, {"sets": 21}),
        f"{_prefix}_range_ordered": (_model, {"low": 11, "high": 10}),
        f"{_prefix}_rep_style_known": (_model, {"rep_style": "miles"}),
        f"{_prefix}_rest_range": (_model, {"rest_seconds": 1801}),
        f"{_prefix}_rir_range": (_model, {"target_rir": Decimal(11)}),
    }
# constraint: (model, what a second row has in common with the first, beside what all rows share)
TWICE: dict[str, tuple[str, dict[str, Any]]] = {
    "body_weight_once_a_day": ("BodyWeight", {"day": factories.TUESDAY}),
    "api_token_once": ("ApiToken", {"digest": "twice"}),
    "api_token_name_once": ("ApiToken", {"name": "Twice"}),
    "gear_plate_size_once": ("Gear", {"kind": "plate", "name": "", "weight": 20, "pairs": 1}),
    "gear_name_once": ("Gear", {"name": "Twice"}),
    "gear_usual_once": ("Gear", {"usual": True}),
    "exercise_gear_once": ("ExerciseGear", {}),
    "exercise_site_slug_once": ("Exercise", {"slug": "twice"}),
    "exercise_own_slug_once": ("Exercise", {"slug": "my-twice", "owner": "owner"}),
    "exercise_group_once": ("ExerciseGroup", {}),
    "exercise_target_position_once": ("ExerciseGroup", {"target_position": 1, "group": "another"}),
    "muscle_role_once": ("MuscleRole", {}),
    "exercise_alias_once": ("ExerciseAlias", {"name": "Twice"}),
    "mutation_once": ("Mutation", {"uid": new_id()}),
    "change_rev_once": ("Change", {"rev": 7}),
    "client_once": ("Client", {"uid": new_id()}),
    "routine_site_slug_once": ("Routine", {"slug": "twice"}),
    "routine_own_slug_once": ("Routine", {"slug": "my-twice", "owner": "owner"}),
    "routine_own_copy_once": ("Routine", {"owner": "owner", "based_on": "routine", "slug": "my-{n}"}),
    "workout_uid_once": ("Workout", {"uid": new_id()}),
    "workout_origin_once": ("Workout", {"origin_key": "a"}),
    "performed_uid_once": ("PerformedExercise", {"uid": new_id()}),
    "performed_origin_once": ("PerformedExercise", {"origin_key": "a"}),
    "set_uid_once": ("LoggedSet", {"uid": new_id()}),
    "set_origin_once": ("LoggedSet", {"origin_key": "a"}),
    "note_uid_once": ("StickyNote", {"uid": new_id(), "deleted_at": timezone.now()}),
    "note_origin_once": ("StickyNote", {"origin_key": "a", "exercise": "another"}),
    "note_one_an_exercise": ("StickyNote", {}),
    "calendar_key_once": ("CalendarFeed", {"key": "k" * 43}),
    "content_record_once": ("ContentRecord", {}),
    "imported_name_once": ("ImportedName", {}),
    "import_piece_once": ("ImportPiece", {}),
    "column_mapping_once": ("ColumnMapping", {}),
}


class Rows:
    """Sound rows of every model, with what each must refer to."""

    def __init__(self, owner: User) -> None:
        model = {each.__name__: each for each in apps.get_app_config("workouts").get_models()}
        self.model, self.owner = model, owner
        self.exercise = factories.exercise()
        self.group = model["MuscleGroup"].objects.create(slug="g", name="G")  # type: ignore[attr-defined]
        self.muscle = model["Muscle"].objects.create(slug="m", name="M", group=self.group)  # type: ignore[attr-defined]
        self.routine = model["Routine"].objects.create(slug="r", name="R")  # type: ignore[attr-defined]
        self.performed = factories.performed(by=owner, exercise=self.exercise, sets=[])
        self.mutation = model["Mutation"].objects.create(owner=owner, uid=new_id(), rev=1, source="form")  # type: ignore[attr-defined]
        self.gear = model["Gear"].objects.create(owner=owner, kind="sled", name="Press", unit="kg")  # type: ignore[attr-defined]
        self.batch = model["ImportBatch"].objects.create(owner=owner, uid=new_id(), format="strong", file_name="f")  # type: ignore[attr-defined]
        self.count = 0

    def make(self, name: str, fields: dict[str, Any]) -> models.Model:
        self.count += 1
        row = {**self._sound(name), **{key: self._meant(key, value) for key, value in fields.items()}}
        return self.model[name](**row)

    def _meant(self, key: str, value: Any) -> Any:
        if value == "another":
            return factories.exercise(slug=f"n{self.count}") if key == "exercise" else self._group()
        if not isinstance(value, str):
            return value
        rows = {"itself": self.exercise, "owner": self.owner, "routine": self.routine}
        return rows.get(value, value.replace("{n}", str(self.count)))

    def _group(self) -> Any:
        return self.model["MuscleGroup"].objects.create(slug=f"g{self.count}", name="G")  # type: ignore[attr-defined]

    def _sound(self, name: str) -> dict[str, Any]:
        n, owner, exercise = self.count, self.owner, self.exercise
        synced = {"owner": owner, "uid": new_id()}
        sound: dict[str, Callable[[], dict[str, Any]]] = {
            "User": lambda: {"email": f"n{n}@legday.example"},
            "Preferences": lambda: {"user": User.objects.create(email=f"p{n}@legday.example")},
            "BodyWeight": lambda: {
                "owner": owner, "day": factories.TUESDAY + datetime.timedelta(days=n), "weight_text": "82.5",
                "weight": Decimal("82.5"), "unit": "kg",
            },
            "Gear": lambda: {"owner": owner, "kind": "bar", "name": f"b{n}", "unit": "kg", "weight": 20},
            "ExerciseGear": lambda: {"owner": owner, "exercise": exercise, "gear": self.gear},
            "ApiToken": lambda: {"owner": owner, "name": f"t{n}", "shown": "legday_abcdef", "digest": f"d{n}"},
            "MuscleGroup": lambda: {"slug": f"s{n}", "name": "G"},
            "Exercise": lambda: {"slug": f"e{n}", "name": "E"},
            "ExerciseGroup": lambda: {"exercise": exercise, "group": self.group},
            "MuscleRole": lambda: {"exercise": exercise, "muscle": self.muscle, "role": "synergist"},
            "Instruction": lambda: {"exercise": exercise, "kind": "cue", "text": "x"},
            "Substitution": lambda: {"exercise": exercise, "reason": "beginner", "text": "x"},
            "ExerciseAlias": lambda: {"exercise": exercise, "name": f"a{n}"},
            "Mutation": lambda: {**synced, "rev": 1, "source": "form"},
            "Change": lambda: {
                "owner": owner, "rev": 100 + n, "mutation": self.mutation, "op": "put", "kind": "set", "row": new_id(),
            },
            "Client": lambda: {"owner": owner, "uid": new_id(), "last_seen": factories.TUESDAY},
            "Routine": lambda: {"slug": f"r{n}", "name": "R"},
            "Prescription": lambda: {"routine": self.routine, "exercise": exercise},
            "Workout": lambda: {**synced, "day": factories.TUESDAY},
            "PerformedExercise": lambda: {**synced, "workout": self.performed.workout, "exercise": exercise},
            "LoggedSet": lambda: {
                **synced, "performed": self.performed, "weight": Decimal(60), "weight_text": "60", "reps": 8,
            },
            "StickyNote": lambda: {**synced, "exercise": exercise, "text": "seat 4"},
            "ContentRecord": lambda: {"kind": "k", "key": "k", "digest": "d"},
            "ImportBatch": lambda: {**synced, "format": "strong", "file_name": "f.csv"},
            "CalendarFeed": lambda: {"user": User.objects.create(email=f"c{n}@legday.example")},
            "ImportPiece": lambda: {"batch": self.batch, "number": 0, "content": b"x"},
            "ColumnMapping": lambda: {"owner": owner, "header": "h", "columns": {}},
            "ImportedName": lambda: {"owner": owner, "name": "n", "exercise": exercise},
        }  # fmt: skip
        return sound[name]()


@pytest.fixture
def rows(owner: User) -> Rows:
    return Rows(owner)


def write(row: models.Model) -> None:
    """Past every rule of ours, straight into the table."""
    with transaction.atomic():
        type(row)._default_manager.bulk_create([row])


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_the_database_refuses(rows: Rows, name: str) -> None:
    model, fields = CHECKS[name]
    write(rows.make(model, {key: value for key, value in fields.items() if key in {"owner"}}))
    with pytest.raises(IntegrityError, match=name):
        write(rows.make(model, fields))


@pytest.mark.parametrize("name", sorted(TWICE))
def test_the_database_takes_it_once(rows: Rows, name: str) -> None:
    model, fields = TWICE[name]
    write(rows.make(model, fields))
    with pytest.raises(IntegrityError):
        write(rows.make(model, fields))


def test_a_tombstone_does_not_stand_in_the_way(rows: Rows) -> None:
    write(rows.make("LoggedSet", {"origin_key": "a", "deleted_at": timezone.now()}))
    write(rows.make("LoggedSet", {"origin_key": "a"}))


def test_aliases_are_the_same_whatever_their_case(rows: Rows) -> None:
    write(rows.make("ExerciseAlias", {"name": "Squat"}))
    with pytest.raises(IntegrityError):
        write(rows.make("ExerciseAlias", {"name": "sQUAT"}))


@pytest.mark.parametrize("weight", ["NaN", "-0.001", "2200.001"])
def test_no_odd_weight_reaches_a_row(rows: Rows, weight: str) -> None:
    with pytest.raises(Exception, match=r".+"):
        write(rows.make("LoggedSet", {"weight": Decimal(weight), "unit": "lb"}))
    assert not rows.model["LoggedSet"].objects.exists()  # type: ignore[attr-defined]


def test_every_constraint_is_attacked() -> None:
    named = {
        constraint.name
        for model in apps.get_app_config("workouts").get_models()
        for constraint in model._meta.constraints
    }
    assert named == set(CHECKS) | set(TWICE)
