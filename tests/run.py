"""All tests, as `make test` runs them: TypeScript, on SQLite, again on PostgreSQL, in a browser; then the count.

Arguments go to pytest (`python -m tests.run -k routine`). The first failing pass does not hide the others.
"""

import os
import re
import subprocess
import sys
import time

from tests import postgres

CORES = str(min(os.cpu_count() or 1, 4))
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
BRIEF = "" if IS_LONG else " and not long"
BESIDE = ["-n", CORES, "-m", f"not browser and not alone{BRIEF}"]
# Whole files to a process: the gym screen's share a server. What measures runs alone, as does what crowds the machine.
BROWSER = ["-n", "0" if IS_LONG else CORES, "--dist", "loadfile", "-m", f"browser and not alone{BRIEF}"]
ALONE = ["-m", f"alone{BRIEF}"]


def main() -> int:
    began = time.monotonic()
    passes = [_front_end()]
    passes.append(_pass("SQLite", {"DATABASE_URL": ""}, BESIDE))
    with postgres.server() as url:
        passes.append(_pass("PostgreSQL", {"DATABASE_URL": url}, BESIDE))
    passes.append(_pass("Chromium, on SQLite", {"DATABASE_URL": ""}, BROWSER))
    passes.append(_pass("Crowds, on SQLite", {"DATABASE_URL": ""}, ALONE))
    for name, code, verdict in passes:
        print(f"{name}: {verdict}" + ("" if code == 0 else "   <- FAILED"))  # noqa: T201  # the run's own report
    print(f"All of it took {time.monotonic() - began:.0f} s.")  # noqa: T201
    return max(code for _, code, _ in passes)


def _front_end() -> tuple[str, int, str]:
    print("== TypeScript", flush=True)  # noqa: T201
    command = ["npm", "test", "--silent"]
    environment = {"HISTORIES": "2000" if IS_LONG else "60", **os.environ, "NO_COLOR": "1"}
    process = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    sys.stdout.write(process.stdout)
    counted = re.search(r"Tests +(.+)", process.stdout)
    return "TypeScript", process.returncode, counted[1] if counted else "no tests ran"


def _pass(name: str, knobs: dict[str, str], arguments: list[str]) -> tuple[str, int, str]:
    print(f"== {name}", flush=True)  # noqa: T201
    environment = {key: value for key, value in {**os.environ, **knobs}.items() if value or key not in knobs}
    command = [sys.executable, "-m", "pytest", "-q", *arguments, *sys.argv[1:]]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    last = ""
    assert process.stdout is not None
    for line in process.stdout:
        sys.stdout.write(line)
        last = line if re.search(r"\d+ (passed|failed|error)", line) else last
    return name, process.wait(), last.strip().strip("= ") or "no tests ran"


if __name__ == "__main__":
    sys.exit(main())
