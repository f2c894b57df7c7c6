"""Pages ready to be sent, and the bounded place where a worker keeps them."""

import gzip
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from threading import Lock

import brotli  # type: ignore[import-untyped]  # it has no types
from django.http import HttpResponse

# Bytes for each worker. The site has some fifty pages of 50 kB; the rest is for lists that were filtered.
ROOM = 16 * 1024 * 1024
# A page is packed again after every edit. Gzip's usual 6 takes a third longer than 5 for one byte in a hundred;
# Brotli's 5 is smaller and quicker than either. What is above it costs up to 50 ms, for a tenth of the bytes at the
# end: worth it for a page that has been asked for often, once.
GZIP, BROTLI, THOROUGH = 5, 5, 11
OFTEN = 3
# Headers of the whole page that its packed form, or a 304, has otherwise or not at all.
OF_THE_BODY = {"content-type", "content-length", "content-encoding", "etag"}

Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """A page in one encoding: what is sent, ready made."""

    body: bytes
    headers: Headers
    etag: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was answered, of one edition, with its packed forms as they are asked for."""

    edition: int
    form: Form
    content_type: str
    shared: Headers
    packable: bool
    packed: dict[str, Form] = field(default_factory=dict)
    # How often Brotli was asked for, counted so that of two threads only one packs it anew.
    asked: "count[int]" = field(default_factory=lambda: count(1), compare=False, repr=False)

    @classmethod
    def of(cls, response: HttpResponse, edition: int) -> "Page":
        """A page of a response that is neither packed nor a 304."""
        etag, content_type = response.headers["ETag"], response.headers["Content-Type"]
        shared = [(name, value) for name, value in response.items() if name.lower() not in OF_THE_BODY]
        form = _form(response.content, content_type, etag, shared, "")
        return cls(edition, form, content_type, shared, "accept-encoding" in response.headers.get("Vary", "").lower())

    @property
    def size(self) -> int:
        """Bytes that it may grow to: both packed forms together are smaller than the page."""
        return 2 * len(self.form.body)

    def as_asked(self, accepted: str) -> Form:
        """The page for a browser whose Accept-Encoding this is."""
        encoding = best_encoding(accepted) if self.packable else ""
        if not encoding:
            return self.form
        found = self.packed.get(encoding)
        is_often = encoding == "br" and next(self.asked) == OFTEN
        if found is None or is_often:
            pack = _packed(self.form.body, encoding, THOROUGH if is_often else BROTLI)
            # The tag is of the page, not of its packed bytes: weak, as Django's own middleware has it.
            weak = f"W/{self.form.etag.removeprefix('W/')}"
            found = self.packed[encoding] = _form(pack, self.content_type, weak, self.shared, encoding)
        return found


def _packed(body: bytes, encoding: str, quality: int) -> bytes:
    if encoding == "gzip":
        return gzip.compress(body, GZIP, mtime=0)
    return bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=quality))


def _form(body: bytes, content_type: str, etag: str, shared: Headers, encoding: str) -> Form:
    headers = [("Content-Type", content_type), ("Content-Length", str(len(body))), ("ETag", etag), *shared]
    if encoding:
        headers.append(("Content-Encoding", encoding))
    return Form(body, headers, etag)


@lru_cache(maxsize=256)
def best_encoding(accepted: str) -> str:
    """ "br", "gzip" or "" by an Accept-Encoding header (RFC 9110, 12.5.3); the server's choice among equals."""
    weights = {}
    for part in accepted.lower().split(","):
        name, _, parameter = part.partition(";")
        weights[name.strip()] = parameter.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return next((name for name in ("br", "gzip") if weights.get(name)), "")


class Shelf:
    """Pages by key, at most `room` bytes of them: the one that was not asked for longest goes first."""

    def __init__(self, room: int = ROOM) -> None:
        self.room, self.taken = room, 0
        self._pages: OrderedDict[object, Page] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, key: object) -> Page | None:
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: object, page: Page) -> None:
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self.taken += page.size
            while self.taken > self.room:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self.taken = 0

    def _drop(self, key: object) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self.taken -= page.size
