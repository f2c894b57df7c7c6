"""What is measured: the pages a lifter opens and the forms she sends, the same for the clock and for the counter."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Protocol

from tests.training.helpers import fields, rows, ticked

NEW = "/train/new/"
SQUAT = "/progress/barbell-squat/"

PUBLIC = {
    "home": "/",
    "routine": "/routines/leg-day/",
    "exercise": "/exercises/barbell-squat/",
    "anatomy": "/anatomy/",
    "questions": "/faq/",
}
MEMBER = {
    "today": "/today/",
    "new workout": NEW,
    "history": "/workouts/",
    "calendar": "/workouts/calendar/",
    "progress, overview": "/progress/",
    "progress, squat, 3 months": f"{SQUAT}?range=3m",
    "progress, squat, 1 year": f"{SQUAT}?range=1y",
    "progress, squat, all": f"{SQUAT}?range=all",
}
WORKOUT, FORM, AFTER, ONE, SHEET = (
    "workout",
    "form",
    "progress, squat, after a new set",
    "one set saved",
    "17 sets saved",
)
WRITES = (ONE, SHEET)


@dataclass(frozen=True, slots=True)
class Request:
    """A GET, or with `data` a POST of a form, with `json` one of JSON."""

    path: str
    data: dict[str, str] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    json: str | None = None

    @property
    def expected(self) -> int:
        """The status of a good answer: a form leads elsewhere."""
        return 302 if self.data is not None else 200


class Browser(Protocol):
    """Somebody's browser. `send` answers where it was led; `tell` sends JSON; `take` measures what `prepare` asks for,
    again and again, and the preparation not."""

    def open(self, path: str) -> str: ...
    def send(self, path: str, data: dict[str, str]) -> str: ...
    def tell(self, request: Request) -> None: ...
    def take(self, name: str, prepare: Callable[[], Request], *, fresh: bool = False) -> None: ...


def read_pages(browser: Browser, pages: dict[str, str]) -> None:
    for name, path in pages.items():
        browser.take(name, partial(Request, path))


def train(browser: Browser) -> None:
    """Begins a workout, reads it, logs sets into it, and looks at the chart after each."""
    form = _begin(browser)
    browser.take(FORM, lambda: Request(form))
    browser.take(WORKOUT, lambda: Request(form.replace("/train/", "/workouts/").removesuffix("form/")))
    weights = iter(range(50, 10_000))

    def look() -> Request:
        page = fields(browser.open(form))
        browser.send(form, ticked(page, planned(page)[0], weight=str(next(weights))))
        return Request(f"{SQUAT}?range=all")

    browser.take(AFTER, look, fresh=True)
    browser.take(ONE, lambda: _sheet(browser, 1), fresh=True)
    browser.take(SHEET, lambda: _sheet(browser, 17), fresh=True)


def _begin(browser: Browser) -> str:
    """The address of a new workout's form."""
    return browser.send(NEW, fields(browser.open(NEW)))


def _sheet(browser: Browser, sets: int) -> Request:
    form = _begin(browser)
    page = fields(browser.open(form))
    return Request(form, ticked(page, *planned(page)[:sets], weight="60", rir="2"))


def planned(page: dict[str, str]) -> list[str]:
    """The rows of prescribed sets; the last row of each exercise is a spare one."""
    names = rows(page)
    return [one for one, after in pairwise(names) if one.split("-")[0] == after.split("-")[0]]
