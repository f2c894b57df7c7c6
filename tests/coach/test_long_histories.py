"""A page reads the newest sessions only, and more where a rule asks: its advice is that of the whole history."""

import datetime
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.coach.histories import TODAY
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.coach import queries
from workouts.coach.queries import Target
from workouts.coach.queries.reading import Sessions
from workouts.coach.queries.recent import SESSIONS, asked, forget
from workouts.log import actions
from workouts.log.drafts import ExerciseDraft, WorkoutDraft
from workouts.log.models import PerformedExercise
from workouts.routines.models import Routine
from workouts.science.progression import Advice, Session, WorkingSet, recommend

pytestmark = pytest.mark.django_db

GAP = 3


@dataclass(frozen=True)
class Did:
    """A session of squats: four sets, or as many as there are reps. `easier`: prescribed as 6 to 8 that day."""

    weight: str
    reps: tuple[int, ...]
    rir: int | None = 2
    pain: bool = False
    deload: bool = False
    easier: bool = False


TOP, RANGE, MISS = Did("60", (10,) * 4), Did("60", (9, 9, 8, 8)), Did("60", (8, 8, 8, 7))
HARD, CUT = Did("60", (10,) * 4, 0), Did("60", (8, 8))
PLATEAU = [RANGE] * 5
RISING = [Did("60", reps) for reps in ((8, 8, 8, 8), (9, 8, 8, 8), (9, 9, 8, 8), (9, 9, 9, 8), (9, 9, 9, 9))]


def heavier(*, by: str) -> Did:
    return replace(TOP, weight=by)


@pytest.fixture(autouse=True)
def _no_hints() -> None:
    forget()


@pytest.fixture
def squat(leg_day: Routine) -> Exercise:
    return Exercise.objects.get(slug="barbell-squat")


def log(user: User, squat: Exercise, newest_first: list[Did]) -> None:
    days = {TODAY - datetime.timedelta(days=GAP + 2 * n): did for n, did in enumerate(newest_first)}
    drafts = []
    for day, did in days.items():
        spare = None if did.rir is None else Decimal(did.rir)
        lines = [
            factories.draft(weight=did.weight, reps=reps, rir=spare, position=n) for n, reps in enumerate(did.reps)
        ]
        exercise = ExerciseDraft(exercise=squat, sets=lines)
        drafts.append(WorkoutDraft(day=day, zone="UTC", title="Leg day", exercises=[exercise]))
    actions.import_workouts(by=user, drafts=drafts)
    rows = PerformedExercise.objects.filter(owner=user)
    for flag in ("pain", "deload"):
        rows.filter(day__in=[day for day, did in days.items() if getattr(did, flag)]).update(**{flag: True})
    easier = rows.filter(day__in=[day for day, did in days.items() if did.easier])
    easier.update(prescribed=True, sets=4, low=6, high=8)


def of_page(user: User) -> Target:
    session = queries.next_session(User.objects.get(pk=user.pk), "leg-day", TODAY)
    assert session is not None
    return next(each for each in session.targets if each.dose.exercise.slug == "barbell-squat")


def sessions(target: Target, newest_first: list[Did]) -> list[Session]:
    """The list itself as the rules take it, with nothing of the page but today's prescription."""
    own = replace(target.prescription, low=6, high=8)
    return [
        Session(
            tuple(WorkingSet(Decimal(did.weight), reps, did.rir) for reps in did.reps),
            own if did.easier else None,
        )
        for did in newest_first
        if not (did.pain or did.deload)
    ]


def agree(user: User, newest_first: list[Did]) -> Advice:
    """Both say the same, before and after the page has learned how far back it has to look."""
    for _ in range(2):
        target = of_page(user)
        history = sessions(target, newest_first)
        whole = recommend(target.prescription, history, GAP, pain=newest_first[0].pain)
        assert (target.action, target.weight, target.reason) == (whole.action, whole.weight, whole.reason)
    return whole


CASES: dict[str, tuple[list[Did], str]] = {
    "misses without an end": ([MISS] * 90, "three_misses"),
    "misses and days cut short": ([MISS, CUT] * 45 + [TOP], "three_misses"),
    "two misses, then days cut short, then a third": ([MISS, MISS] + [CUT] * 50 + [MISS, TOP], "three_misses"),
    "one weight for years": ([RANGE] * 200, "plateau"),
    "three plateaus, far apart": (
        (PLATEAU + [heavier(by="57.5")] * 40 + PLATEAU + [heavier(by="55")] * 40 + PLATEAU + [TOP], "plateau_variant")
    ),
    "two plateaus, far apart": (PLATEAU + [heavier(by="57.5")] * 60 + PLATEAU + [TOP] * 60, "plateau"),
    "a best before the newest forty": ([*RISING[::-1], *[RISING[0]] * 40, RISING[4]], "plateau"),
    "no best before the newest forty": ([*RISING[::-1], *[RISING[0]] * 60, TOP], "in_range"),
    "four months of deloads": ([replace(TOP, deload=True)] * 50 + [RANGE], "in_range"),
    "pain for four months, once again without": ([TOP, *[replace(MISS, pain=True)] * 60, HARD], "rise"),
    "a hard top, and the one before it in spring": ([HARD, *[replace(MISS, pain=True)] * 60, HARD], "rise"),
    "nothing but deloads": ([replace(TOP, deload=True)] * 70, "start_lightest"),
    "plateaus by the prescription of their day": (
        PLATEAU + [TOP] * 45 + ([replace(RANGE, reps=(7, 7, 7, 7), easier=True)] * 6 + [TOP]) * 2,
        "plateau_variant",
    ),
    "exactly what is read": ([RANGE] * SESSIONS, "plateau"),
    "one more than is read": ([RANGE] * (SESSIONS + 1), "plateau"),
}


@pytest.mark.parametrize(("newest_first", "code"), CASES.values(), ids=CASES)
def test_advice_is_that_of_the_whole_history(owner: User, squat: Exercise, newest_first: list[Did], code: str) -> None:
    log(owner, squat, newest_first)
    assert agree(owner, newest_first).reason_code == code


def random_history(dice: random.Random) -> list[Did]:
    """60 to 200 sessions in stretches of the same kind, so that runs, misses and plateaus come up at every depth."""

    def stretch() -> Iterator[Did]:
        did = dice.choice([TOP, RANGE, RANGE, MISS, HARD, CUT])
        did = replace(did, pain=dice.random() < 0.05, deload=dice.random() < 0.1, easier=dice.random() < 0.2)
        weight = dice.choice(["55", "60", "60", "60"])
        for _ in range(dice.randint(1, 25)):
            yield replace(did, weight=weight, rir=did.rir if dice.random() < 0.7 else None)

    found: list[Did] = list(PLATEAU) if dice.random() < 0.5 else []
    least = dice.randint(60, 200)
    while len(found) < least:
        found.extend(stretch())
    return found


@pytest.mark.parametrize("seed", range(16))
def test_so_it_is_for_any_history(owner: User, squat: Exercise, seed: int) -> None:
    newest_first = random_history(random.Random(seed))
    log(owner, squat, newest_first)
    agree(owner, newest_first)


def as_it_stood(after: int, target: Target) -> Advice:
    return recommend(target.prescription, Sessions(target.history, target.reader, but=after), 1)


@pytest.mark.parametrize("seed", range(16, 22))
def test_so_it_is_for_what_was_said_after_each_of_the_last_sessions(owner: User, squat: Exercise, seed: int) -> None:
    newest_first = random_history(random.Random(seed))
    log(owner, squat, newest_first)
    target = of_page(owner)
    history = sessions(target, newest_first)
    for at in range(7):
        assert asked([target], partial(as_it_stood, at)) == [recommend(target.prescription, history[at:], 1)]


def statements(user: User) -> int:
    user = User.objects.select_related("preferences").get(pk=user.pk)
    with CaptureQueriesContext(connection) as seen:
        queries.next_session(user, "leg-day", TODAY)
    return len(seen)


def test_reading_on_takes_one_statement_once(owner: User, squat: Exercise) -> None:
    log(owner, squat, [RANGE] * 120)
    assert [statements(owner) for _ in range(3)] == [4, 3, 3]


def test_the_longest_take_two_once(owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[asked.__module__], "MORE", 40)
    log(owner, squat, [RANGE] * 120)
    assert [statements(owner) for _ in range(3)] == [5, 3, 3]
    forget()
    whole = of_page(owner)
    monkeypatch.undo()
    forget()
    assert (whole.action, whole.reason) == (of_page(owner).action, of_page(owner).reason)


def test_the_hint_goes_when_it_is_of_no_more_use(owner: User, squat: Exercise) -> None:
    log(owner, squat, [RANGE] * 120)
    of_page(owner)
    assert of_page(owner).history.count == 120
    factories.performed(by=owner, exercise=squat, sets=[factories.draft(reps=10)] * 4)
    of_page(owner)
    assert of_page(owner).history.count == SESSIONS
