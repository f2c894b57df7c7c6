"""A week's sets on the drawing of the leg: how full the engraving of each group is."""

from collections.abc import Iterable

from workouts.progress.queries.volume import BANDS, Share
from workouts.science.volume import Band, band

HEAT = {
    Band.NONE: "heat-0",
    Band.LOW: "heat-1",
    Band.MODERATE: "heat-2",
    Band.WELL_SUPPORTED: "heat-3",
    Band.HIGH: "heat-4",
}
# Of the engraving, as components/_legs.scss has it: for the key, which is not part of the drawing.
_FULL = {Band.NONE: "0", Band.LOW: ".25", Band.MODERATE: ".5", Band.WELL_SUPPORTED: ".75", Band.HIGH: "1"}

KEY = [{"full": _FULL[each], "word": word} for each, word in BANDS.items()]


def heat(shares: Iterable[Share]) -> dict[str, str]:
    """The state of each group for components/legs.html, by slug."""
    return {share.slug: HEAT[band(share.total)] for share in shares}
