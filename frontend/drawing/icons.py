"""The mark, plates on a bar, as the site's icons: static/icons/*. Even numbers on a grid of 32: crisp at 16 px.

The pictures for phones are PNG, drawn here with the standard library alone. zlib's bytes differ from version to
version, so what is committed is compared by its pixels: see `same`.
"""

from __future__ import annotations

import struct
import zlib

GRID = 32
GROUND, CHALK = "#13171d", "#f6f5ef"
Rect = tuple[str, float, float, float, float]  # colour, left, top, right, bottom
RECTS: list[Rect] = [
    (GROUND, 0, 0, 32, 32),
    (CHALK, 2, 14, 30, 18),
    ("#e2444f", 4, 4, 10, 28),
    ("#4c86ea", 12, 6, 16, 26),
    ("#f0bb2e", 18, 8, 22, 24),
    ("#33a06d", 24, 12, 26, 20),
]
SAFE = 0.75  # of a maskable icon: what a phone's round mask leaves of it, and some air
SIGNATURE = b"\x89PNG\r\n\x1a\n"
PIXELS = {"legday-180": 180, "legday-192": 192, "legday-512": 512}


def svg() -> str:
    """The mark for browsers that take SVG."""
    paths = "".join(f'<path fill="{c}" d="M{x:g} {y:g}h{r - x:g}v{b - y:g}h{x - r:g}z"/>' for c, x, y, r, b in RECTS)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">{paths}</svg>\n'


def _inset(rects: list[Rect], share: float) -> list[Rect]:
    """The mark smaller about its middle; the ground stays whole."""
    middle = GRID / 2

    def moved(value: float) -> float:
        return middle + (value - middle) * share

    return [rects[0], *[(c, moved(x), moved(y), moved(r), moved(b)) for c, x, y, r, b in rects[1:]]]


def _covered(low: float, high: float, at: int) -> float:
    """How much of the pixel from `at` to `at` + 1 lies between low and high."""
    return max(0.0, min(high, at + 1) - max(low, at))


def _rows(rects: list[Rect], size: int) -> list[bytes]:
    """Three bytes a pixel; an edge within a pixel is mixed by the area it covers."""
    scale = size / GRID
    blank = [(0.0, 0.0, 0.0)] * size
    rows = []
    for y in range(size):
        row = list(blank)
        for colour, left, top, right, bottom in rects:
            ink = tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
            high = _covered(top * scale, bottom * scale, y)
            for x in range(int(left * scale), min(size, int(right * scale) + 1) if high else 0):
                share = high * _covered(left * scale, right * scale, x)
                r, g, b = (old + (new - old) * share for old, new in zip(row[x], ink, strict=True))
                row[x] = (r, g, b)
        rows.append(bytes(round(value) for pixel in row for value in pixel))
    return rows


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(size: int, share: float = 1) -> bytes:
    """A square picture of that many pixels, 8 bits a colour, no filter, no transparency."""
    rows = b"".join(b"\0" + row for row in _rows(_inset(RECTS, share) if share < 1 else RECTS, size))
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
    return SIGNATURE + head + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def ico(*sizes: int) -> bytes:
    """A Windows icon file that holds a PNG of each size."""
    pictures = [png(size) for size in sizes]
    out = struct.pack("<HHH", 0, 1, len(sizes))
    start = len(out) + 16 * len(sizes)
    for size, picture in zip(sizes, pictures, strict=True):
        out += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 24, len(picture), start)
        start += len(picture)
    return out + b"".join(pictures)


def files() -> dict[str, bytes]:
    """Every icon, by its file's name."""
    out = {f"{name}.png": png(size) for name, size in PIXELS.items()}
    out |= {"legday-maskable-512.png": png(512, SAFE), "legday.ico": ico(16, 32, 48), "legday.svg": svg().encode()}
    return out


def _pixels(data: bytes) -> list[bytes]:
    """What the PNGs in a file show: of each its size and its rows, unpacked."""
    shown = []
    for picture in data.split(SIGNATURE)[1:]:
        at, packed, head = 0, b"", b""
        while at + 8 <= len(picture):
            (size,) = struct.unpack(">I", picture[at : at + 4])
            kind, body = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + size]
            head, packed = (body if kind == b"IHDR" else head), packed + (body if kind == b"IDAT" else b"")
            at += size + 12
        shown.append(head + zlib.decompress(packed))
    return shown


def same(one: bytes, other: bytes) -> bool:
    """Whether two files show the same, whatever their compression."""
    return one == other or (SIGNATURE in one and SIGNATURE in other and _pixels(one) == _pixels(other))
