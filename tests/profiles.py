"""How much Hypothesis tries: the same examples every time in the usual run, more and other ones in the long run.

HYPOTHESIS_PROFILE=long (`make test-long`) is looked up here. A failure prints what repeats it: a blob, and in the
name of a test of histories its seed (HISTORIES_SEED).
"""

import os
import secrets

from hypothesis import settings

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"

settings.register_profile("default", derandomize=True, print_blob=True, deadline=None)
settings.register_profile("long", max_examples=1_000, print_blob=True, deadline=None)
settings.load_profile("long" if LONG else "default")

# Fixed, or in the long run a fresh one; whoever repeats a run gives it. Workers inherit it, for tests are named by it.
SEED = int(os.environ.setdefault("HISTORIES_SEED", str(secrets.randbelow(10**9)) if LONG else "0"))


def seeds(count: int) -> list[int]:
    """For tests that are cut in parts, each with a seed of its own, which stands in its name."""
    return [SEED + part for part in range(count)]
