"""An account with every field in use, made through the product's doors: what an export must carry away whole."""

import datetime
import random
from decimal import Decimal
from typing import Any

from tests import factories
from workouts.accounts.actions import put_body_weight
from workouts.accounts.models import ExerciseGear, Gear, User
from workouts.catalogue.models import Equipment, Exercise, LoadMode, RepStyle
from workouts.log import actions
from workouts.log.drafts import ExerciseDraft, SetDraft, SetEntry, Sheet, WorkoutDraft
from workouts.log.ids import new_id
from workouts.log.models import PerformedExercise, SetKind, Workout
from workouts.routines.actions import Line, copy_routine, delete_routine, save_routine
from workouts.routines.models import Prescription, Routine
from workouts.routines.queries.own import fingerprint
from workouts.science.units import Unit, parse_weight

TEXTS = [
    "", "", "plain", "two\nlines", "win\r\ndows", "old\rmac",
    "💪🏽 Kniebeuge, “tief”", 'a "quote", a comma; a tab\there',
    "=1+1", "+49 30", "-5", "@SUM(A1)", "\tTAB", "\rCR", "＝1", "＋1", "－1", "＠x", "'=quoted", "''@twice", "'plain",
    "|DDE", "=cmd|'/c calc'!A1", " =space", "\u2028separator", "e\u0301 \u200d", "NULL", "\\n", "</script>",
]  # fmt: skip
WEIGHTS = ["62,5", "60", "0", "100.000", "0,25", ".5", "149.99999999999997", "999.999"]


def full_account(by: User, seed: int = 0, *, another_app: bool = True) -> None:
    """Some of everything, by chance; rows that other doors made (import, device, form) among them."""
    chance = random.Random(seed)  # no secret
    exercises = _exercises(by)
    routines = _routines(by, exercises)
    for number in range(24):
        _workout(by, chance, number, exercises, chance.choice([None, *routines]))
    if another_app:
        _another_app_s(by, exercises)
    _unfinished(by, exercises)
    for exercise, text in zip(exercises, TEXTS[2:], strict=False):
        actions.put_note(by=by, exercise=exercise, text=text)
    for number, text in enumerate(["82,5", "82.50", "180.4"]):
        unit = Unit.LB if number == 2 else Unit.KG
        day = factories.TUESDAY - datetime.timedelta(days=number)
        put_body_weight(by=by, day=day, weight=parse_weight(text, unit), note=TEXTS[6 + number * 4])
    bar = Gear.objects.create(owner=by, kind="bar", name="=My bar", unit="kg", weight=20, usual=True)
    ExerciseGear.objects.create(owner=by, exercise=exercises[0], gear=bar)


def _exercises(by: User) -> list[Exercise]:
    site = list(Exercise.objects.site().order_by("slug")[:4])
    rack, _made = Equipment.objects.get_or_create(slug="rack", defaults={"name": "Rack"})
    full: dict[str, Any] = {
        "summary": "=sum", "pattern": "hinge", "load_type": "stack", "mechanics": "isolation", "step_kg": "2.5",
        "step_lb": "5", "max_rise_percent": 0, "also_works": "neck", "note": "a\nb", "volume_note": "@v", "position": 7,
    }  # fmt: skip
    own = factories.exercise(
        slug="my-press", name="+My press 🦵", owner=by, rep_style=RepStyle.PER_SIDE,
        load_mode=LoadMode.BODYWEIGHT_PLUS, **full,
    )  # fmt: skip
    own.equipment.add(rack)
    plain = factories.exercise(slug="my-sit", name="Wall sit", owner=by, rep_style=RepStyle.SECONDS)
    # The name of one of the site's, and one that is off the lists and was never done.
    twin = factories.exercise(slug="my-twin", name=site[0].name, owner=by)
    factories.exercise(slug="my-idle", name="Idle", owner=by, retired=True)
    return [*site, own, plain, twin]


def _routines(by: User, exercises: list[Exercise]) -> list[Routine]:
    site = Routine.objects.site().get(slug="leg-day")
    copy = copy_routine(by=by, routine=site)
    lines = [
        Line(exercise=each, sets=4, low=5, high=9, rep_style=each.rep_style, rest_seconds=0, target_rir=rir,
             superset=1, note="=n")
        for each, rir in zip(exercises, [None, Decimal("1.5"), Decimal(0)], strict=False)
    ]  # fmt: skip
    save_routine(by=by, routine=copy, name="@Legs", lines=lines, seen=fingerprint(copy))
    # Two of one name, one of them deleted.
    two = [
        Routine.objects.create(owner=by, slug=f"my-own-{n}", name="Own", summary="=s", advice="a\r\nb") for n in "ab"
    ]
    Prescription.objects.create(routine=two[1], exercise=exercises[-1], position=1)
    delete_routine(by=by, routine=two[0])
    copy.refresh_from_db()
    return [site, copy, *two]


def _workout(by: User, chance: random.Random, number: int, exercises: list[Exercise], routine: Routine | None) -> None:
    day = factories.TUESDAY - datetime.timedelta(days=number // 2)
    zone = datetime.timezone(datetime.timedelta(minutes=chance.choice([0, 60, -210, 765])))
    begun = datetime.datetime.combine(day, datetime.time(18, 5, 7, chance.choice([0, 123456])), zone)
    workout = actions.start_workout(
        by=by,
        day=day,
        zone=chance.choice(["UTC", "Europe/Lisbon", "Etc/GMT+1"]),
        routine=routine if chance.random() < 0.5 else None,
        started_at=None if number % 5 == 0 else begun,
        title=chance.choice(TEXTS).replace("\n", " ")[:120],
    )
    rows = list(PerformedExercise.objects.filter(workout=workout))
    for exercise in chance.sample(exercises, chance.randrange(4)):
        dose = {
            "sets": 2,
            "low": 3,
            "high": 4,
            "rep_style": "steps",
            "rest_seconds": 1800,
            "target_rir": Decimal("0.5"),
        }
        rows.append(actions.add_exercise(by=by, workout=workout, exercise=exercise, dose=chance.choice([None, dose])))
    more: dict[str, Any] = {} if number % 5 == 0 else {"finished_at": begun + datetime.timedelta(minutes=71)}
    marks = {
        row.uid: {
            "pain": chance.random() < 0.3,
            "deload": chance.random() < 0.3,
            "superset": chance.choice([None, 0, 1]),
            "note": chance.choice(TEXTS),
            "position": chance.choice([0, row.position, 9999]),
        }
        for row in rows
    }
    sets = [
        SetEntry(uid=new_id(), performed=row.uid, draft=_set(chance, place))
        for row in rows
        for place in range(chance.randrange(5))
    ]
    changed = {"note": chance.choice(TEXTS), **more}
    actions.save_sheet(by=by, workout=workout, sheet=Sheet(workout=changed, exercises=marks, sets=sets))


def _set(chance: random.Random, place: int) -> SetDraft:
    mode, unit = chance.choice(list(LoadMode)), chance.choice(list(Unit))
    weight = None if mode is LoadMode.BODYWEIGHT else parse_weight(chance.choice(WEIGHTS), unit, max_digits=23)
    counted: list[dict[str, Any]] = [
        {"reps": chance.randrange(1000)}, {"left": 0, "right": 12}, {"seconds": 32_000}, {"reps": 20, "seconds": 0},
    ]  # fmt: skip
    effort: list[dict[str, Any]] = [{}, {"rir": Decimal("1.5")}, {"rir": Decimal(0)}, {"rpe": Decimal(10)}]
    return SetDraft(
        weight=weight,
        unit=unit,
        load_mode=mode,
        kind=chance.choice(list(SetKind)),
        note=chance.choice(TEXTS),
        position=chance.choice([place, 0]),
        **chance.choice(counted),
        **chance.choice(effort),
    )


def _another_app_s(by: User, exercises: list[Exercise]) -> None:
    sets = [factories.draft(position=n, origin_key=f"strong:set{n}") for n in range(3)]
    each = ExerciseDraft(exercise=exercises[0], sets=sets, origin_key="strong:exercise")
    day = factories.TUESDAY - datetime.timedelta(days=400)
    actions.import_workouts(
        by=by, drafts=[WorkoutDraft(day=day, zone="UTC", title="Old", exercises=[each], origin_key="strong:workout")]
    )


def _unfinished(by: User, exercises: list[Exercise]) -> None:
    begun = datetime.datetime(2026, 11, 18, 7, tzinfo=datetime.UTC)
    workout: Workout = actions.start_workout(by=by, day=begun.date(), zone="UTC", started_at=begun)
    row = actions.add_exercise(by=by, workout=workout, exercise=exercises[0])
    actions.record_set(by=by, performed=row, draft=factories.draft())
    actions.start_workout(by=by, day=begun.date(), zone="UTC", started_at=begun, title="Empty")
