"""training-science 5.2: plates on the bar, and the weights that can be loaded."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.science.gear import KG_BAR, KG_STOCK, LB_BAR, LB_STOCK, d, ds
from workouts.science import grids, plates
from workouts.science.plates import Loading, Plate, Stock, load, pairs_of, totals_in_grams
from workouts.science.units import Unit, grams

SHORT = Stock(d(20), Unit.KG, pairs_of(Unit.KG, [("10", 1), ("25", 1), ("20", 1)]))
BOTH = Stock(d(20), Unit.KG, (*pairs_of(Unit.KG, [("20", 1)]), *pairs_of(Unit.LB, [("45", 1), ("5", 1)])))


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Each test searches for itself: the answers of a stock are kept between calls."""
    plates._sides.cache_clear()


def side(loading: Loading | None) -> str | None:
    return None if loading is None else " ".join(f"{plate.size}" for plate in loading.per_side)


@pytest.mark.parametrize(
    ("total", "unit", "stock", "expected"),
    [
        ("80", Unit.KG, SHORT, "20 10"),
        ("102.5", Unit.KG, KG_STOCK, "25 15 1.25"),
        ("225", Unit.LB, LB_STOCK, "45 45"),
        ("62.5", Unit.KG, KG_STOCK, "20 1.25"),
        ("20", Unit.KG, KG_STOCK, ""),
        ("60", Unit.KG, KG_STOCK, "20"),
        ("100", Unit.KG, KG_STOCK, "25 15"),
        ("432.5", Unit.KG, KG_STOCK, "25 25 25 25 20 20 15 15 10 10 5 5 2.5 2.5 1.25"),
    ],
)
def test_5_2_plates_a_side(total: str, unit: Unit, stock: Stock, expected: str) -> None:
    answer = load(d(total), unit, stock)
    assert side(answer.exact) == expected
    assert answer.exact is not None
    assert answer.exact.total_grams == grams(d(total), unit)
    assert (answer.below, answer.above) == (None, None)


@pytest.mark.parametrize(
    ("total", "below", "above"),
    [
        ("61.25", "60", "62.5"),
        ("21", "20", "22.5"),
        ("19", None, "20"),
        ("433", "432.5", None),
        ("0", None, "20"),
    ],
)
def test_5_2_nearest_when_not_loadable(total: str, below: str | None, above: str | None) -> None:
    answer = load(d(total), Unit.KG, KG_STOCK)
    assert answer.exact is None
    found = [None if near is None else near.total_grams / 1000 for near in (answer.below, answer.above)]
    assert found == [None if kg is None else d(kg) for kg in (below, above)]


def test_fewest_plates_then_the_largest_first() -> None:
    stock = Stock(d(0), Unit.KG, pairs_of(Unit.KG, [("5", 2), ("7.5", 2), ("10", 2), ("2.5", 4)]))
    assert side(load(d(30), Unit.KG, stock).exact) == "10 5"
    assert side(load(d(35), Unit.KG, stock).exact) == "10 7.5"
    assert side(load(d(50), Unit.KG, stock).exact) == "10 10 5"


def test_less_than_five_grams_away_is_loaded() -> None:
    exact = load(d("60.004"), Unit.KG, KG_STOCK).exact
    assert side(exact) == "20"
    assert load(d("59.996"), Unit.KG, KG_STOCK).exact == exact
    assert load(d("60.005"), Unit.KG, KG_STOCK).exact is None
    assert load(d("59.995"), Unit.KG, KG_STOCK).exact is None


def test_a_45_lb_bar_is_not_20_kg() -> None:
    answer = load(d(20), Unit.KG, LB_STOCK)
    assert answer.exact is None
    assert answer.above == Loading((), Decimal("20411.65665"))


def test_both_units_only_where_both_are_declared() -> None:
    assert totals_in_grams(BOTH)[:4] == (
        d(20000),
        d("24535.9237"),
        d(60000),
        d("60823.3133"),
    )
    answer = load(d("60.823"), Unit.KG, BOTH)
    assert answer.exact == Loading((Plate(d(45), Unit.LB, 1),), d("60823.3133"))
    assert side(load(d("64.536"), Unit.KG, BOTH).exact) == "20 5"
    assert grids.loadable(BOTH, Unit.KG)[:4] == (d(20), d("24.536"), d(60), d("60.823"))
    assert grids.loadable(BOTH, Unit.LB)[0] == d("44.092")


def test_the_smallest_plates() -> None:
    stock = Stock(d("0.5"), Unit.KG, pairs_of(Unit.KG, [("0.25", 2), ("0.5", 1)]))
    assert grids.loadable(stock, Unit.KG) == ds("0.5", 1, "1.5", 2, "2.5")
    assert side(load(d("1.5"), Unit.KG, stock).exact) == "0.5"


@pytest.mark.parametrize("size", ["1.255", "-5"])
def test_plates_are_whole_hundredths(size: str) -> None:
    with pytest.raises(ValueError, match="not a weight in whole hundredths"):
        load(d(60), Unit.KG, Stock(d(20), Unit.KG, pairs_of(Unit.KG, [(size, 1)])))


@settings(deadline=None)
@given(st.integers(0, 45000))
def test_what_is_loaded_weighs_what_it_says(hundredths: int) -> None:
    total = Decimal(hundredths) / 100
    answer = load(total, Unit.KG, KG_STOCK)
    for loading in filter(None, (answer.exact, answer.below, answer.above)):
        one_side = sum((plate.size for plate in loading.per_side), d(0))
        assert (20 + 2 * one_side) * 1000 == loading.total_grams
    assert (answer.exact is not None) == grids.contains(KG_BAR, total)


def test_grids_of_the_bars() -> None:
    assert KG_BAR[:3] == (d(20), d("22.5"), d(25))
    assert KG_BAR[-1] == d("432.5")
    assert [str(weight) for weight in LB_BAR[:3]] == ["45", "50", "55"]
    assert str(KG_BAR[32]) == "100"
    assert LB_BAR[-1] == 45 + 2 * (225 + 35 + 25 + 20 + 5) + 5


def test_grids_of_machines_and_dumbbells() -> None:
    assert grids.ladder(d(10), d(10), d(45)) == ds(10, 20, 30, 40)
    assert grids.ladder(d(2), d(2), d(6)) == ds(2, 4, 6)
    assert grids.ladder(d(5), d(5), d(5)) == ds(5)
    assert grids.stack(d(10), d(10), d(20), [d("2.5")]) == (d(10), d("12.5"), d(20), d("22.5"))
    assert grids.stack(d(10), d(10), d(20)) == ds(10, 20)
    assert grids.explicit([d(8), d(4), d(8)]) == ds(4, 8)
    assert grids.explicit([d(0)]) == ds(0)


@pytest.mark.parametrize("wrong", [[], [d(-1), d(5)]])
def test_a_grid_has_weights(wrong: list[Decimal]) -> None:
    with pytest.raises(ValueError, match=r"^a grid needs at least one weight, none below 0"):
        grids.explicit(wrong)


@pytest.mark.parametrize(("start", "step", "top"), [(5, 0, 10), (5, -1, 10), (10, 5, 9)])
def test_a_ladder_goes_up(start: int, step: int, top: int) -> None:
    with pytest.raises(ValueError, match=r"^a ladder needs a step above 0 and a top not below its start"):
        grids.ladder(d(start), d(step), d(top))


GRID = grids.explicit([d(10), d(20), d(40)])


# A weight, then: floor, next above, at least, next below, nearest.
AROUND = [
    (5, (10, 10, 10, 10, 10)),
    (10, (10, 20, 10, 10, 10)),
    (15, (10, 20, 20, 10, 10)),
    (20, (20, 40, 20, 10, 20)),
    (30, (20, 40, 40, 20, 20)),
    (31, (20, 40, 40, 20, 40)),
    (40, (40, None, 40, 20, 40)),
    (50, (40, None, None, 40, 40)),
]
FINDERS = [grids.floor_to, grids.next_above, grids.at_least, grids.next_below, grids.nearest]


@pytest.mark.parametrize(("weight", "found"), AROUND)
def test_around_a_weight(weight: int, found: tuple[int | None, ...]) -> None:
    assert [find(GRID, d(weight)) for find in FINDERS] == [None if one is None else d(one) for one in found]
    assert grids.contains(GRID, d(weight)) is (weight in {10, 20, 40})


@pytest.mark.parametrize(
    ("weight", "share", "lower"), [(40, "0.9", 20), (40, "0.3", 10), (20, "0.99", 10), (10, "0.5", 10)]
)
def test_lowered(weight: int, share: str, lower: int) -> None:
    assert grids.lowered(GRID, d(weight), d(share)) == lower
