"""Takes a page's picture in each look: settled, without motion, at the moment of the server's clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench import chromium
from bench.screenshots.album import FIRST, THEMES, WIDTHS, is_chosen
from bench.screenshots.server import MOMENT

HEIGHTS = {360: 740, 1280: 800}
# More than this Chromium does not lay out in one piece.
TALLEST = 16_000
# Fonts are there, and the page's height has not changed for a moment: some lines come from what the browser keeps.
SETTLED = """async () => {
  await document.fonts.ready;
  let before = -1, now = document.documentElement.scrollHeight;
  while (now !== before) {
    before = now;
    await new Promise((done) => setTimeout(done, 120));
    now = document.documentElement.scrollHeight;
  }
  return now;
}"""


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium.program(), args=chromium.arguments())
        yield opened
        opened.close()


@contextmanager
def visitor(browser: Browser, url: str = "", session: str = "", **more: Any) -> Iterator[BrowserContext]:
    """Somebody's browser; with the value of a session's cookie, hers at `url`. Its clock stands still, timers run."""
    looks: dict[str, Any] = {"reduced_motion": "reduce", "locale": "en-GB", "timezone_id": "Europe/Lisbon"}
    context = browser.new_context(**looks, **more)
    context.clock.set_fixed_time(MOMENT)
    if session:
        context.add_cookies([{"name": "session", "value": session, "url": url}])
    yield context
    context.close()


class Camera:
    """Writes pictures into `folder`: <name>-<width>-<theme>.png. `taken` counts them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken = 0
        folder.mkdir(parents=True, exist_ok=True)

    def walk(self, context: BrowserContext, url: str, pages: dict[str, str]) -> None:
        """Each page, whole."""
        page = context.new_page()
        for name, path in pages.items():
            for width in WIDTHS:
                _turn(page, width)
                page.goto(f"{url}{path}")
                self._first(page, name, width)
                # As tall as the page: the bars that stick to the bottom of a phone then stand at its end.
                _turn(page, width, min(page.evaluate(SETTLED), TALLEST))
                self._both(page, name, width)
        page.close()

    def screen(self, page: Page, name: str) -> None:
        """What is open, as much of it as the screen shows; it is not loaded again."""
        for width in WIDTHS:
            _turn(page, width)
            self._both(page, name, width)

    def _first(self, page: Page, name: str, width: int) -> None:
        """The first screen of what is kept in the repository."""
        for theme in THEMES:
            if is_chosen(name, width, theme):
                _shoot(page, theme, self.folder / f"{FIRST}{name}-{width}-{theme}.png")

    def _both(self, page: Page, name: str, width: int) -> None:
        for theme in THEMES:
            _shoot(page, theme, self.folder / f"{name}-{width}-{theme}.png")
            self.taken += 1


def _shoot(page: Page, theme: str, path: Path) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of playwright's literals
    page.evaluate(SETTLED)
    page.screenshot(path=path)


def _turn(page: Page, width: int, height: int = 0) -> None:
    page.set_viewport_size({"width": width, "height": height or HEIGHTS[width]})
