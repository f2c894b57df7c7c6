"""All that one run found, for the report."""

from dataclasses import dataclass, field

from bench.clock import Figure
from bench.importing import Imported

# A public page's other two ways, by the page's name.
COLD, UNCHANGED = "{}, cold", "{}, unchanged"


@dataclass
class Results:
    """`figures` and `counts` by who (`public`, or a lifter) and what; `counts` are SQL statements, cold and warm.

    `bare` is the CPU ms of the bare function that sends the bytes of a public page. `started` in seconds; `memory` of
    the larger worker in MB.
    """

    figures: dict[str, dict[str, Figure]] = field(default_factory=dict)
    counts: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    bare: dict[str, float] = field(default_factory=dict)
    imported: Imported | None = None
    started: float = 0.0
    memory: float = 0.0
    about: dict[str, str] = field(default_factory=dict)
