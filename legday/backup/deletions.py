"""The deletion list as a file: the ids of accounts that were deleted, a line each with its day.

A backup knows only the deletions of its time. So the list also stands outside of what a restore replaces: in VAR_DIR,
written when an account is deleted, and beside every backup, so that it goes along to another machine.
"""

import datetime
import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

NAME = "deleted-accounts.txt"
Deletion = tuple[UUID, datetime.date]


def read(folder: Path) -> set[Deletion]:
    """What the list in `folder` says; nothing where there is none. A line that a power cut has left half is passed
    over."""
    try:
        lines = (folder / NAME).read_text(errors="replace").splitlines()
    except FileNotFoundError:
        return set()
    return {deletion for line in lines if (deletion := _read(line)) is not None}


def add(folder: Path, deletions: Iterable[Deletion]) -> None:
    """Appends what the list in `folder` does not have, and waits until it is on the disk. Raises OSError."""
    known = {uid for uid, _day in read(folder)}
    new = sorted({uid: day for uid, day in deletions if uid not in known}.items(), key=lambda each: (each[1], each[0]))
    if not new:
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "r+b") as file:
        # After half a line the next one begins on its own.
        size = file.seek(0, os.SEEK_END)
        whole = not size or (file.seek(size - 1) >= 0 and file.read(1) == b"\n")
        text = "".join(f"{day.isoformat()}  {uid}\n" for uid, day in new)
        # In one write: of two servers at once neither cuts into the other's line.
        file.write((text if whole else f"\n{text}").encode())
        file.flush()
        os.fsync(file.fileno())


def _read(line: str) -> Deletion | None:
    day, _, uid = line.partition("  ")
    try:
        return UUID(uid), datetime.date.fromisoformat(day)
    except ValueError:
        return None
