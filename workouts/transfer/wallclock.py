"""Whose clock a time in a file is."""

import datetime
import zoneinfo


def local(start: datetime.datetime, zone: str) -> datetime.datetime:
    """The lifter's own clock: a naive time is hers already, an aware one is turned to her zone."""
    own = zoneinfo.ZoneInfo(zone)
    return start.astimezone(own) if start.tzinfo else start.replace(tzinfo=own)
