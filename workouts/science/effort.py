"""Effort: reps in reserve (RIR), rating of perceived exertion (RPE), and the RTS chart. Source: training-science 2.5.

What the lifter typed is stored with its scale; the other scale is derived here, never written back.
"""

from decimal import Decimal

LOWEST_CONVERTED_RPE = 5
HIGHEST_CONVERTED_RIR = 5
RTS_MAX_REPS = 12
RTS_MIN_RPE = 6
EASY_RIR = 5

# In tenths of a percent. One row serves the whole chart: half a point of RPE is one place, a repetition two.
_RTS_TENTHS = (
    *(1000, 978, 955, 939, 922, 907, 892, 878, 863, 850, 837, 824, 811, 799, 786, 774),
    *(762, 751, 739, 723, 707, 694, 680, 667, 653, 640, 626, 613, 599, 586, 574),
)


def rir_from_rpe(rpe: Decimal) -> Decimal | None:
    """Convert RPE 5-10 to reps in reserve; None below 5, where the scale only says "light"."""
    if not LOWEST_CONVERTED_RPE <= rpe <= 10:
        return None
    return 10 - rpe


def rpe_from_rir(rir: Decimal) -> Decimal | None:
    """Convert reps in reserve 0-5 to RPE; None above 5."""
    if not 0 <= rir <= HIGHEST_CONVERTED_RIR:
        return None
    return 10 - rir


def is_easy(rir: Decimal | int | None) -> bool:
    """Tell whether a set counts but wears the "easy" mark: more than 5 reps in reserve. Unknown is not easy."""
    return rir is not None and rir > EASY_RIR


def rts_percent(reps: int, rpe: Decimal) -> Decimal:
    """Return the percentage of the 1RM the RTS chart gives for 1-12 reps at RPE 6-10 in half steps.

    A coach's chart for competition lifts, not a study. Raises ValueError outside it.
    """
    half_points = 2 * (10 - rpe)
    if not (1 <= reps <= RTS_MAX_REPS and RTS_MIN_RPE <= rpe <= 10 and half_points == int(half_points)):
        raise ValueError(f"the chart has no {reps} reps at RPE {rpe}")
    return Decimal(_RTS_TENTHS[2 * (reps - 1) + int(half_points)]) / 10


def rts_load(one_rep_max: Decimal, reps: int, rpe: Decimal) -> Decimal:
    """Return the chart's load for reps at an RPE, in the unit of the 1RM, not rounded to a grid."""
    return one_rep_max * rts_percent(reps, rpe) / 100


def rts_one_rep_max(weight: Decimal, reps: int, rpe: Decimal) -> Decimal:
    """Return the 1RM the chart reads from a set, in the unit of the weight."""
    return weight * 100 / rts_percent(reps, rpe)
