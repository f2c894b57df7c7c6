"""Whole databases to a file and back: online, checked, and never half."""

from legday.backup.files import Broken, Unfit, drop_old, folder_of, verified
from legday.backup.store import put_back, save

__all__ = ["Broken", "Unfit", "drop_old", "folder_of", "put_back", "save", "verified"]
