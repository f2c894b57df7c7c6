"""What the programs print and write: figures, targets met and missed, rates."""

from bench import coverage, mutation, report
from bench.browsing import AFTER, FORM, MEMBER, ONE, PUBLIC, SHEET, WORKOUT
from bench.clock import Figure
from bench.importing import Imported
from bench.lifters import TEN, YEARS
from bench.results import COLD, UNCHANGED, Results
from bench.syncing import PUSHES, READS
from bench.targets import targets


def figure(cpu: float) -> Figure:
    return Figure(cpu=cpu, p50=cpu, p95=cpu, body=b"x" * 1234, times=30)


def results(**changes: object) -> Results:
    """A run in which every target is met, with changes."""
    public = [name.format(page) for name in ("{}", COLD, UNCHANGED) for page in PUBLIC]
    member = [*MEMBER, FORM, WORKOUT, AFTER, ONE, SHEET, *READS, *PUSHES]
    found = Results(
        figures={"public": {name: figure(0.5) for name in public}}
        | {who: {name: figure(9) for name in member} for who in (TEN, YEARS)},
        counts={"public": {name: [5, 1] for name in PUBLIC}}
        | {who: {name: [9, 9] for name in member} for who in (TEN, YEARS)},
        bare=dict.fromkeys(PUBLIC, 0.15),
        imported=Imported(rows=50_000, preview=2, done=11, cpu=12, memory=60, lock=0.3),
        started=1,
        memory=80,
        about={"Commit": "abc1234"},
    )
    for name, value in changes.items():
        setattr(found, name, value)
    return found


def missed(found: Results) -> list[tuple[str, str]]:
    return [(one.what, one.where) for one in targets(found) if not one.met]


def test_a_good_run_meets_every_target() -> None:
    assert missed(results()) == []


def test_the_worst_page_is_named() -> None:
    slow = results()
    slow.figures[YEARS][AFTER] = figure(61)
    slow.counts[YEARS]["today"] = [11, 10]
    assert missed(slow) == [
        ("signed-in page, ten years", "today"),
        ("signed-in page, ten years against ten workouts", "today"),
        ("progress page, ten years, first view after a new set", ""),
        ("the same against ten workouts", ""),
    ]


def test_an_import_that_takes_too_much_is_said() -> None:
    heavy = Imported(rows=50_000, preview=11, done=30, cpu=40, memory=65, lock=0.6)
    assert len(missed(results(imported=heavy))) == 4


def test_the_page_says_that_it_is_written_by_a_program() -> None:
    text = report.page(results(started=2.0))
    assert "Written by `make bench`; do not edit by hand." in text
    assert "| start of the server to its first answer | 2 | 1.50 | s | **no** |  |" in text
    assert "| home | 5 | 1 | 0.50 | 0.50 | 0.50 | 0.15 | 0.50 | 0.50 | 1,234 |" in text


def test_numbers_are_as_long_as_they_are_exact() -> None:
    assert [report.short(one) for one in (3, 0.354, 11.26, 2345.6)] == ["3", "0.35", "11.3", "2,346"]


def test_mutants_that_were_noticed_are_counted() -> None:
    counts = {"killed": 880, "timeout": 10, "segfault": 0, "survived": 110, "total": 1000}
    assert mutation.verdict(counts) == "890 of 1,000 mutants killed: 89.0 % (at least 90 % wanted: FAILED)"
    assert "FAILED" not in mutation.verdict(counts | {"killed": 890})


def test_coverage_is_summed_by_package() -> None:
    files = {"workouts/log/rules.py": (8, 10), "workouts/log/actions/sets.py": (10, 10), "workouts/urls.py": (1, 1)}
    report_of_coverage = {
        "files": {
            name: {"summary": {"covered_lines": reached, "num_statements": lines}}
            for name, (reached, lines) in (files | {"workouts/__init__.py": (0, 0)}).items()
        }
    }
    assert coverage.shares(report_of_coverage) == files
    assert coverage.by_package(files) == {"workouts": (1, 1), "workouts/log": (18, 20), "all": (19, 21)}
