"""Runs histories: so many, from a seed."""

from hypothesis import Phase, settings
from hypothesis import seed as seeded
from hypothesis.stateful import run_state_machine_as_test

from tests.profiles import LONG
from tests.sync.machine.history import Cast
from tests.sync.machine.rules import HISTORIES, STEPS, SyncMachine

LENGTH = 50
__all__ = ["HISTORIES", "LENGTH", "STEPS", "run"]


def run(cast: Cast, *, seed: int, count: int, machine: type[SyncMachine] = SyncMachine, shrink: bool = True) -> None:
    """Raises what the first history raises that breaks an invariant, made as short as can be if that is wanted."""
    phases = [Phase.generate, Phase.shrink] if shrink else [Phase.generate]
    bounds = settings(
        max_examples=count,
        stateful_step_count=LENGTH,
        phases=phases,
        database=None,
        derandomize=False,
        report_multiple_bugs=False,
        deadline=None,
        print_blob=shrink and LONG,
    )
    here = type("Histories", (machine,), {"cast": cast})
    run_state_machine_as_test(seeded(seed)(here), settings=bounds)
