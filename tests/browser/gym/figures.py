"""What tests have measured, printed at the end of the run."""

import math
import os

from playwright.sync_api import Page

# `make test-long` takes all of it; a run by hand, a taste.
FULL = os.environ.get("HYPOTHESIS_PROFILE") == "long"

# From the tap on the big button to the frame that shows its tick, ms.
TICKS = """(() => {
  window.ticks = [];
  const count = () => document.querySelectorAll(".strip i.done").length;
  addEventListener("click", (event) => {
    if (!event.target.closest?.(".btn.go")) return;
    const before = count();
    const watch = new MutationObserver(() => {
      if (count() <= before) return;
      watch.disconnect();
      requestAnimationFrame(() => window.ticks.push(performance.now() - event.timeStamp));
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  }, true);
})()"""


def ticks(page: Page) -> list[float]:
    """Of all taps since the page was opened with `TICKS` in it."""
    taken: list[float] = page.evaluate("window.ticks")
    assert taken, "no tap was timed"
    return taken


class Figures:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, line: str) -> None:
        self.lines.append(line)


def p95(values: list[float]) -> float:
    """The smallest value that 95 % do not exceed."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]
