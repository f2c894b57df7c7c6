"""The chosen few, made small enough to be kept: few colours, which flat pages hardly miss."""

import io
from pathlib import Path

from PIL import Image

from bench.screenshots.album import CHOSEN, FIRST, MOST

COLOURS = (256, 128, 64, 32)


def keep(taken: Path, folder: Path) -> None:
    """Puts each of the few from `taken` into `folder`."""
    for each in CHOSEN:
        first = taken / f"{FIRST}{each.file}"
        data = small(first if first.exists() else taken / each.file)
        (folder / each.file).write_bytes(data)
        print(f"{each.file}: {len(data):,} bytes")


def small(path: Path) -> bytes:
    """The picture as a PNG of at most `MOST` bytes."""
    with Image.open(path) as picture:
        full = picture.convert("RGB")
    for colours in COLOURS:
        out = io.BytesIO()
        full.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= MOST:
            return out.getvalue()
    raise ValueError(f"{path.name} does not get under {MOST:,} bytes.")
