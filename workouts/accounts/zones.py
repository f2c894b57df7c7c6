"""Time zones to choose from, grouped as people look for them."""

import zoneinfo
from functools import cache

from django.utils.translation import gettext_lazy as _

# What tzdata keeps for old configuration files: "US/Pacific", "GMT+3" (which is west!), "posix/...".
_REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")

Grouped = list[tuple[str, list[tuple[str, str]]]]


@cache
def grouped() -> Grouped:
    """Choices for a select: one group a region, "New York" for America/New_York, and UTC at the end."""
    names = sorted(zoneinfo.available_timezones())
    regions = [(region, [name for name in names if name.startswith(f"{region}/")]) for region in _REGIONS]
    choices = [(region, [(name, _city(name)) for name in found]) for region, found in regions if found]
    return [*choices, (str(_("Other")), [("UTC", "UTC")])]


def is_known(name: str) -> bool:
    return name in zoneinfo.available_timezones()


def _city(name: str) -> str:
    """ "Argentina, Buenos Aires" for America/Argentina/Buenos_Aires."""
    return ", ".join(name.split("/")[1:]).replace("_", " ")
