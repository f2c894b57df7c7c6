"""Whole databases to a file and back: online, checked, and never half."""

from legday.backup import deletions
from legday.backup.files import Unfit, drop_old
from legday.backup.store import put_back, save

__all__ = ["Unfit", "deletions", "drop_old", "put_back", "save"]
