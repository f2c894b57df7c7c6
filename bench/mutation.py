"""`make mutate`: changes science/ in every way mutmut knows, one at a time, and counts what its tests notice.

Always from nothing: a verdict that was kept from an older tree would be a figure that nobody can reproduce.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from bench.machine import ROOT, commit, processor, today

LEAST = 90
MUTANTS = ROOT / "mutants"
COUNTS = MUTANTS / "mutmut-cicd-stats.json"
# A mutant that never ends, or ends the interpreter, is noticed too.
NOTICED = ("killed", "timeout", "segfault")


def main() -> int:
    shutil.rmtree(MUTANTS, ignore_errors=True)
    print("Mutating workouts/science: two to three minutes on 2 cores", flush=True)
    for words in (["run"], ["export-cicd-stats"]):
        done = _mutmut(*words)
        if done.returncode:
            print(done.stdout[-4000:])
            return done.returncode
    counts: dict[str, int] = json.loads(COUNTS.read_text())
    print(f"{today()}, commit {commit()}, {processor()}")
    print(verdict(counts))
    print(_mutmut("results").stdout, end="")
    return int(rate(counts) < LEAST)


def _mutmut(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [str(Path(sys.executable).with_name("mutmut")), *words]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def noticed(counts: dict[str, int]) -> int:
    return sum(counts[name] for name in NOTICED)


def rate(counts: dict[str, int]) -> float:
    """Per cent of all mutants that a test noticed."""
    return 100 * noticed(counts) / counts["total"]


def verdict(counts: dict[str, int]) -> str:
    found = f"{noticed(counts):,} of {counts['total']:,} mutants killed: {rate(counts):.1f} %"
    return f"{found} (at least {LEAST} % wanted{'' if rate(counts) >= LEAST else ': FAILED'})"


if __name__ == "__main__":
    sys.exit(main())
