"""Backups as files: `legday-2026-11-23T044200Z.sqlite3` (or `.dump`), and beside it its SHA-256.

A file has its name only when all of it is on the disk and was read back: what a full disk or a kill leaves is called
`….part`, and is no backup. The checksum is in sha256sum's own form, so that it can be checked without Legday.
"""

import datetime
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STEM = "legday-"
SUFFIXES = {"sqlite": ".sqlite3", "postgresql": ".dump"}


class Unfit(Exception):
    """This cannot be done here, in words for an operator."""


class Broken(Unfit):
    """This file is not a whole backup."""


@contextmanager
def folder_of(folder: Path, kind: str) -> Iterator[tuple[Path, Path]]:
    """(where to write, what it will be called): gets its name, and its checksum, if the block ends well."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H%M%S%fZ")
    name = folder / f"{STEM}{now}{SUFFIXES[kind]}"
    part = name.with_name(f"{name.name}.part")
    try:
        # Before anything is in it: whole logs of people are nobody else's to read.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield part, name
        _flush(part)
        checksum = _beside(name)
        checksum.write_text(f"{digest(part)}  {name.name}\n")
        _flush(checksum)
        part.rename(name)
        _flush(folder)
    except BaseException:
        part.unlink(missing_ok=True)
        if not name.exists():
            _beside(name).unlink(missing_ok=True)
        raise


def verified(path: Path) -> Path:
    """The backup at `path`, if it is what was written. Raises Broken."""
    if not path.is_file():
        raise Broken(f"There is no file {path.name}.")
    if path.suffix == ".part":
        raise Broken(f"{path.name} was never finished: it is no backup.")
    beside = _beside(path)
    if not beside.is_file():
        raise Broken(f"{beside.name} is missing: without its checksum nobody knows whether {path.name} is whole.")
    if beside.read_text().split()[:1] != [digest(path)]:
        raise Broken(f"{path.name} is damaged: its checksum is not the one in {beside.name}.")
    return path


def drop_old(folder: Path, *, keep: int) -> list[Path]:
    """Deletes all but the `keep` newest backups of `folder`; names tell their age. Returns what went."""
    backups = sorted(path for path in folder.glob(f"{STEM}*") if path.suffix in SUFFIXES.values())
    going = backups[: max(len(backups) - keep, 0)]
    for path in going:
        path.unlink()
        _beside(path).unlink(missing_ok=True)
    return going


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _flush(path: Path) -> None:
    """Until it is on the disk. A folder too: its names are what a power cut takes first."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
