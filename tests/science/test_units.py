"""training-science 5.3: kilograms and pounds, and numbers as people type them."""

from decimal import ROUND_DOWN, Decimal, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workouts.science import units
from workouts.science.units import NotANumber, OutOfRange, Refused, Unit

KG, LB = Unit.KG, Unit.LB

# 5.3, the table of conversions.
SHOWN = [
    ("2.5", KG, "≈ 5.5"),
    ("20", KG, "≈ 44.1"),
    ("24", KG, "≈ 52.9"),
    ("60", KG, "≈ 132.3"),
    ("62.5", KG, "≈ 137.8"),
    ("100", KG, "≈ 220.5"),
    ("102.5", KG, "≈ 226"),
    ("45", LB, "≈ 20.4"),
    ("135", LB, "≈ 61.2"),
    ("180", LB, "≈ 81.6"),
    ("225", LB, "≈ 102.1"),
]

NOT_NUMBERS = [
    *("", " ", "NaN", "sNaN", "nan", "Infinity", "-Infinity", "inf", "1e400", "1E5", "1e-3", "1_000", "0x10"),
    *("١٢", "１２", "²", "+5", "--5", "5.", "1,5,5", "1.5,5", "1 000", "12kg", "-", ".", ",", "1\n2", "\x001"),
]


def weights(unit: Unit) -> st.SearchStrategy[Decimal]:
    return st.integers(0, int(units.WEIGHT_LIMITS[unit][1]) * 1000).map(lambda n: Decimal(n) / 1000)


@pytest.mark.parametrize(("typed", "unit", "shown"), SHOWN)
def test_table_5_3_shown_in_the_other_unit(typed: str, unit: Unit, shown: str) -> None:
    weight = units.parse_weight(typed, unit)
    other = LB if unit is KG else KG
    assert units.show_in(weight.value, unit, other, text=weight.text) == shown


def test_shown_in_its_own_unit_it_is_exactly_as_typed() -> None:
    weight = units.parse_weight(" 62,50 ", KG)
    assert units.show_in(weight.value, KG, KG, text=weight.text) == "62,50"
    assert units.show_in(weight.value, KG, KG) == "62.5"


def test_180_lb_survives_a_look_in_kilograms() -> None:
    weight = units.parse_weight("180", LB)
    assert units.show_in(weight.value, LB, KG) == "≈ 81.6"
    assert units.show_in(weight.value, LB, LB, text=weight.text) == "180"


@pytest.mark.parametrize(
    ("typed", "text", "value"),
    [
        ("62,5", "62,5", "62.500"),
        ("62.5", "62.5", "62.500"),
        (" 12 ", "12", "12.000"),
        ("12\n", "12", "12.000"),
        (".5", ".5", "0.500"),
        ("0", "0", "0.000"),
        ("007", "007", "7.000"),
        ("1000", "1000", "1000.000"),
        ("0.0005", "0.0005", "0.001"),
        ("99.123456", "99.123456", "99.123"),
        ("000000100.25", "000000100.25", "100.250"),
    ],
)
def test_weights_are_read_and_their_text_kept(typed: str, text: str, value: str) -> None:
    weight = units.parse_weight(typed, KG)
    assert (weight.text, str(weight.value), weight.unit) == (text, value, KG)


@pytest.mark.parametrize("typed", NOT_NUMBERS)
def test_what_is_not_a_plain_number_is_refused(typed: str) -> None:
    with pytest.raises(NotANumber) as refused:
        units.parse_weight(typed, KG)
    assert refused.value.code == str(refused.value) == "not_a_number"
    assert refused.value.limits == (Decimal(0), Decimal(1000))


@pytest.mark.parametrize(
    ("typed", "unit"),
    [("-1", KG), ("-0", KG), ("-0,5", KG), ("1000.001", KG), ("2200.01", LB), ("999999999999", KG), ("1000.0004", KG)],
)
def test_numbers_out_of_range_are_refused(typed: str, unit: Unit) -> None:
    with pytest.raises(OutOfRange) as refused:
        units.parse_weight(typed, unit)
    assert refused.value.code == "out_of_range"
    assert refused.value.limits == units.WEIGHT_LIMITS[unit]


@pytest.mark.parametrize("typed", ["9" * 13, "9" * 5000, "1.000000000000", "0000000000001"])
def test_more_than_twelve_digits_are_refused(typed: str) -> None:
    with pytest.raises(NotANumber) as refused:
        units.parse_weight(typed, KG)
    assert refused.value.code == "too_many_digits"


def test_an_import_may_bring_more_digits() -> None:
    weight = units.parse_weight("149.99999999999997", LB, max_digits=40)
    assert (weight.text, weight.value) == ("149.99999999999997", Decimal("150.000"))


def test_the_highest_weights_are_allowed() -> None:
    assert units.parse_weight("2200", LB).value == 2200
    assert units.parse_weight("1000,000", KG).value == 1000


@pytest.mark.parametrize(("typed", "count"), [("0", 0), (" 10 ", 10), ("999", 999), ("010", 10)])
def test_counts(typed: str, count: int) -> None:
    assert units.parse_count(typed, 0, 999) == count


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("8.0", NotANumber, "not_a_whole_number"),
        ("8,5", NotANumber, "not_a_whole_number"),
        ("1e2", NotANumber, "not_a_whole_number"),
        ("١٢", NotANumber, "not_a_whole_number"),
        ("", NotANumber, "not_a_whole_number"),
        ("1" * 13, NotANumber, "too_many_digits"),
        ("1000", OutOfRange, "out_of_range"),
        ("-1", OutOfRange, "out_of_range"),
    ],
)
def test_counts_refused(typed: str, kind: type[Refused], code: str) -> None:
    with pytest.raises(kind) as refused:
        units.parse_count(typed, 0, 999)
    assert (refused.value.code, refused.value.limits) == (code, (Decimal(0), Decimal(999)))


@pytest.mark.parametrize(("typed", "value"), [("0", "0"), ("2,5", "2.5"), ("10", "10"), (" 9.5", "9.5"), (".5", "0.5")])
def test_half_steps(typed: str, value: str) -> None:
    assert units.parse_half_steps(typed, 0, 10) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("1.3", OutOfRange, "not_a_half_step"),
        ("2.25", OutOfRange, "not_a_half_step"),
        ("0.5", OutOfRange, "out_of_range"),
        ("10.5", OutOfRange, "out_of_range"),
        ("-1", OutOfRange, "out_of_range"),
        ("two", NotANumber, "not_a_number"),
    ],
)
def test_half_steps_refused(typed: str, kind: type[Refused], code: str) -> None:
    with pytest.raises(kind) as refused:
        units.parse_half_steps(typed, 1, 10)
    assert (refused.value.code, refused.value.limits) == (code, (Decimal(1), Decimal(10)))


def test_the_pound_is_exact() -> None:
    assert units.grams(Decimal(1), LB) == Decimal("453.59237")
    assert units.grams(Decimal("62.5"), KG) == 62500
    assert units.convert(Decimal(45), LB, KG) == Decimal("20.41165665")
    assert units.convert(Decimal(45), KG, KG) == 45
    assert str(units.convert(Decimal(60), KG, LB)).startswith("132.27735731092654843378428080701622")


def test_the_callers_precision_changes_nothing() -> None:
    with localcontext(prec=3, rounding=ROUND_DOWN):
        assert units.grams(Decimal("2199.999"), LB) == Decimal("997902.76040763")
        assert units.parse_weight("162.3455", KG).value == Decimal("162.346")
        assert units.show_in(Decimal("102.502"), KG, LB) == "≈ 226"
        assert units.show_in(Decimal("102.55"), LB, KG) == "≈ 46.5"
        assert str(units.convert(Decimal(60), KG, LB)).startswith("132.27735731092654843")


@pytest.mark.parametrize(
    ("a", "b", "same"), [("20000", "20004.9", True), ("20004.9", "20000", True), ("20000", "20005", False)]
)
def test_equal_load_is_less_than_five_grams_apart(a: str, b: str, same: bool) -> None:
    assert units.equal_load(Decimal(a), Decimal(b)) is same


@pytest.mark.parametrize(
    ("value", "text"), [("62.500", "62.5"), ("100", "100"), ("100.000", "100"), ("0.000", "0"), ("1E+2", "100")]
)
def test_plain_numbers(value: str, text: str) -> None:
    assert units.plain(Decimal(value)) == text


@settings(deadline=None)
@given(weights(KG))
def test_converting_there_and_back_gives_the_stored_value(value: Decimal) -> None:
    back = units.convert(units.convert(value, KG, LB), LB, KG)
    assert back.quantize(Decimal("0.001")) == value


@settings(deadline=None)
@given(weights(LB), weights(LB))
def test_pounds_compare_in_grams_as_they_do_in_pounds(a: Decimal, b: Decimal) -> None:
    assert (a < b) == (units.grams(a, LB) < units.grams(b, LB))


def complaint(text: str) -> str | None:
    """Why a weight is refused; None: it is read, within its limits and with its text kept."""
    try:
        weight = units.parse_weight(text, KG)
    except Refused as refused:
        return refused.code
    assert 0 <= weight.value <= 1000
    assert weight.text == text.strip()
    return None


@settings(deadline=None)
@given(st.text(max_size=20) | st.text("0123456789.,-", max_size=16))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert complaint(text) in {None, "not_a_number", "too_many_digits", "out_of_range"}
