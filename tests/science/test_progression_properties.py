"""Properties every advice has, whatever was logged (training-science 3.5)."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.science.gear import CALF, COARSE, KG_BAR, LB_BAR, LOADED_LUNGE, LUNGE, SLED, SQUAT, STACK, d, sets
from workouts.science.grids import explicit
from workouts.science.progression import Action, Advice, Prescription, Session, WorkingSet, recommend
from workouts.science.progression.judge import judge
from workouts.science.progression.unit_switch import in_other_unit
from workouts.science.units import Unit, grams

LOADED = st.sampled_from([SQUAT, SLED, STACK, CALF, LOADED_LUNGE, COARSE])
RIRS = st.none() | st.integers(0, 16).map(lambda halves: Decimal(halves) / 2)
GAPS = st.integers(0, 10) | st.integers(11, 150)
# They repeat the last weight as typed, be it on the grid or not.
REPEATS = {Action.HOLD, Action.REPS, Action.MAXED}
LOWERS = {Action.DOWN, Action.RESET, Action.LAYOFF, Action.RESTART, Action.PLATEAU}


@st.composite
def sessions(draw: st.DrawFn, prescription: Prescription) -> Session:
    """A session about the working weights people use: mostly one weight, often near the rep range."""
    low = draw(st.integers(2, min(12, len(prescription.grid))))
    weights = st.sampled_from(prescription.grid[low - 2 : low]) | st.integers(0, 400).map(lambda n: d(n) / 2)
    main = draw(weights)
    counts = st.integers(max(prescription.low - 3, 0), prescription.high + 6)
    one = st.builds(WorkingSet, st.just(main) | weights, counts, RIRS)
    return Session(tuple(draw(st.lists(one, max_size=prescription.sets + 1))))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Prescription, list[Session], int]:
    prescription = draw(LOADED)
    return prescription, draw(st.lists(sessions(prescription), max_size=8)), draw(GAPS)


def last_weight(history: list[Session], prescription: Prescription) -> Decimal | None:
    newest = next((one for one in history if one.sets), None)
    return None if newest is None else judge(newest.sets, prescription).weight


def advise(case: tuple[Prescription, list[Session], int]) -> tuple[Advice, Decimal | None]:
    prescription, history, gap = case
    return recommend(prescription, history, gap), last_weight(history, prescription)


@settings(deadline=None)
@given(cases())
def test_every_suggestion_can_be_loaded_or_repeats_the_last(case: tuple[Prescription, list[Session], int]) -> None:
    advice, before = advise(case)
    assert advice.weight == before if advice.action in REPEATS else advice.weight in case[0].grid
    assert advice.reason.endswith(".")
    assert advice.rep_goal is not None


@settings(deadline=None)
@given(cases())
def test_no_rise_above_the_cap_unless_it_was_earned(case: tuple[Prescription, list[Session], int]) -> None:
    advice, before = advise(case)
    cap = case[0].cap
    if advice.action is Action.UP:
        assert before is not None
        assert advice.weight is not None
        assert advice.weight > before
        over = cap is not None and advice.weight > before * (1 + cap)
        assert over == (advice.reason_code in {"rise_coarse", "first_load"})


@settings(deadline=None)
@given(cases())
def test_a_decrease_is_a_decrease(case: tuple[Prescription, list[Session], int]) -> None:
    advice, before = advise(case)
    if advice.action in LOWERS:
        assert before is not None
        assert advice.weight is not None
        assert advice.weight < before or advice.weight == case[0].grid[0]
    elif advice.weight is not None and before is not None:
        assert advice.weight >= before


@settings(deadline=None)
@given(cases(), st.sampled_from([KG_BAR, LB_BAR, STACK.grid, explicit([d(1), d("2.5"), d(300)])]))
def test_a_switch_of_unit_never_raises_the_load(
    case: tuple[Prescription, list[Session], int], grid: tuple[Decimal, ...]
) -> None:
    advice, _ = advise(case)
    for old, new in ((Unit.KG, Unit.LB), (Unit.LB, Unit.KG)):
        switched = in_other_unit(advice, old, new, grid)
        if switched.weight is not None:
            assert advice.weight is not None
            assert switched.weight in grid
            assert grams(switched.weight, new) <= grams(advice.weight, old)


@settings(deadline=None)
@given(cases())
def test_advice_depends_on_history_alone(case: tuple[Prescription, list[Session], int]) -> None:
    prescription, history, gap = case
    first = recommend(prescription, history, gap)
    recommend(SQUAT, [Session(sets(100, [1, 1, 1, 1]))] * 3, 3)
    assert recommend(prescription, tuple(history), gap) == first
    snapshots = [Session(one.sets, prescription) for one in history]
    assert recommend(prescription, snapshots, gap) == first


@settings(deadline=None)
@given(cases())
def test_pain_silences_everything(case: tuple[Prescription, list[Session], int]) -> None:
    assert recommend(*case, pain=True).action is Action.PAIN


@settings(deadline=None)
@given(st.lists(st.lists(st.tuples(st.integers(5, 18), RIRS), max_size=4), max_size=6), GAPS)
def test_body_weight_stays_body_weight(history: list[list[tuple[int, Decimal | None]]], gap: int) -> None:
    logged = [Session(tuple(WorkingSet(d(0), reps, rir) for reps, rir in one)) for one in history]
    advice = recommend(LUNGE, logged, gap)
    assert advice.weight in (None, 0)
    assert advice.action not in {Action.UP, Action.MAXED}
    if advice.action in LOWERS:
        assert advice.rep_goal == LUNGE.low
