"""What a drill found, on the terminal: its figures are its point, also where it passes."""

import os
from contextlib import AbstractContextManager, nullcontext
from typing import Any


class Terminal:
    """`capture` is pytest's capture manager, which is stepped past; `conftest.py` gives it."""

    capture: Any = None

    @classmethod
    def past_capture(cls) -> AbstractContextManager[None]:
        if cls.capture is None:
            return nullcontext()
        found: AbstractContextManager[None] = cls.capture.global_and_fixture_disabled()
        return found


def say(line: str) -> None:
    with Terminal.past_capture():
        print(f"\n{line}", flush=True)  # noqa: T201  # the drill's own report


def found(drill: str, **figures: object) -> None:
    told = "; ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items())
    say(f"{drill}: {told}; load of the machine {os.getloadavg()[0]:.1f}")
