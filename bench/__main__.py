"""`make bench`: measures all of it in a throw-away install and writes docs/performance.md."""

import json
import sqlite3
import tempfile
from functools import partial
from pathlib import Path

from bench import machine, report, site
from bench.browsing import MEMBER, PUBLIC, Request, read_pages, train
from bench.clock import Clock
from bench.importing import bring_in
from bench.lifters import IMPORTER, TEN, YEARS
from bench.results import COLD, UNCHANGED, Results
from bench.syncing import sync

ROUNDS = 3


def main() -> None:
    foreign = machine.Foreign()
    results = Results(about={"Date": machine.today(), "Commit": machine.commit(), "Machine": machine.processor()})
    before = machine.load()
    with tempfile.TemporaryDirectory(prefix="legday-bench-") as name:
        folder = Path(name)
        knobs = site.environment(folder, site.free_port())
        _say("Preparing an install and lifters of ten workouts and of ten years")
        site.run(knobs, "manage.py", "prepare")
        site.run(knobs, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        keys = json.loads(site.run(knobs, "-m", "bench.lifters"))
        with site.serving("legday.wsgi", knobs) as server:
            results.started = server.started
            _measure(server, keys, folder / "legday.sqlite3", results)
        _say("Counting statements")
        results.counts = json.loads(site.run(knobs, "-m", "bench.statements", given=json.dumps(keys)))
        _measure_bare(folder / "bare", results)
    results.about["Load of the machine, before and after"] = f"{before}; {machine.load()}"
    results.about["Busy with other processes meanwhile"] = f"{foreign.cores():.2f} cores"
    report.write(results)


def _measure(server: site.Server, keys: dict[str, str], database: Path, results: Results) -> None:
    anybody = Clock(server)
    lifters = {who: Clock(server, keys[who]) for who in (TEN, YEARS)}
    # In turns, so that a neighbour on the same machine is in everybody's way or in nobody's.
    for at in range(1, ROUNDS + 1):
        _say(f"Pages, round {at} of {ROUNDS}")
        _public(anybody, database)
        for lifter in lifters.values():
            read_pages(lifter, MEMBER)
    results.figures["public"] = anybody.figures
    for who, lifter in lifters.items():
        _say(f"What a lifter of {who} sends")
        train(lifter)
        sync(lifter)
        results.figures[who] = lifter.figures
    results.memory = max(server.memory("VmRSS").values())
    _say("Import")
    results.imported = bring_in(Clock(server, keys[IMPORTER]), database)


def _public(anybody: Clock, database: Path) -> None:
    read_pages(anybody, PUBLIC)
    for name, path in PUBLIC.items():
        anybody.take(COLD.format(name), partial(_uncached, database, path), fresh=True)
        tag = anybody.ask(Request(path)).headers["etag"]
        anybody.take(UNCHANGED.format(name), partial(Request, path, headers={"If-None-Match": tag}))


def _uncached(database: Path, path: str) -> Request:
    """As after an editor's save: each worker makes its pages anew."""
    with sqlite3.connect(database, timeout=5) as line:
        line.execute("UPDATE workouts_edition SET number = number + 1")
    line.close()
    return Request(path)


def _measure_bare(folder: Path, results: Results) -> None:
    """The bytes of the public pages from a function without Django, on the same gunicorn."""
    _say("The bare function, with the same bytes")
    folder.mkdir()
    for name in PUBLIC:
        (folder / name).write_bytes(results.figures["public"][name].body)
    knobs = site.environment(folder, site.free_port()) | {"BARE_FOLDER": str(folder)}
    with site.serving("bench.bare", knobs) as server:
        clock = Clock(server)
        read_pages(clock, {name: f"/{name}" for name in PUBLIC})
    results.bare = {name: clock.figures[name].cpu for name in PUBLIC}


def _say(what: str) -> None:
    print(what, flush=True)


if __name__ == "__main__":
    main()
