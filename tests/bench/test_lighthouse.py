"""`make lighthouse`: what is read of a report, medians and limits, what is printed, and what is missing in one line."""

from dataclasses import replace
from typing import Any

import pytest

from bench import chromium
from bench.lighthouse import pages, runs, table, verdict
from bench.lighthouse.runs import CATEGORIES, Run
from tests.browser.pages import PUBLIC

GOOD = Run(
    marks=dict.fromkeys(CATEGORIES, 100),
    bytes=58_000,
    script=5_000,
    requests=8,
    paint=1_340,
    shift=0,
    blocking=3,
    lost={},
)


def marked(**marks: int) -> Run:
    return replace(GOOD, marks={**GOOD.marks, **marks})


def cells(kind: str, *found: Run) -> dict[str, verdict.Cell]:
    return {cell.name: cell for cell in verdict.judge(kind, found)}


def test_a_page_is_judged_by_the_median_of_its_runs() -> None:
    lucky = [marked(performance=mark) for mark in (90, 100, 100, 100, 99)]
    assert cells("public", *lucky)["performance"].met
    unlucky = [marked(performance=mark) for mark in (100, 99, 99, 98, 100)]
    found = cells("public", *unlucky)["performance"]
    assert (found.found, found.met) == (99, False)
    paints = [replace(GOOD, paint=paint) for paint in (1000, 9000, 1501, 1600, 1200)]
    assert cells("public", *paints)["paint"].found == 1501


def test_of_two_runs_the_lower_mark_counts() -> None:
    assert cells("public", marked(seo=92), GOOD)["seo"].found == 92


@pytest.mark.parametrize(("kind", "mark", "met"), [("public", 99, False), ("gym", 95, True), ("progress", 94, False)])
def test_how_fast_a_page_has_to_be(kind: str, mark: int, met: bool) -> None:
    assert cells(kind, marked(performance=mark))["performance"].met is met


@pytest.mark.parametrize("kind", ["public", "gym", "progress"])
@pytest.mark.parametrize("name", ["accessibility", "best-practices", "seo"])
def test_all_other_marks_are_to_be_full(kind: str, name: str) -> None:
    assert cells(kind, GOOD)[name].met
    assert not cells(kind, marked(**{name: 99}))[name].met


def test_weights_are_told_and_fail_nothing() -> None:
    heavy = replace(GOOD, bytes=60_001, requests=9, paint=1_501, shift=0.01)
    found = cells("public", heavy)
    assert [name for name, cell in found.items() if not cell.met] == ["bytes", "requests", "paint", "shift"]
    assert table.failed({"home": ("public", [heavy])}) == []
    assert cells("gym", replace(heavy, paint=1_500))["bytes"].met


def test_a_thousandth_of_the_screen_is_no_movement() -> None:
    assert cells("public", replace(GOOD, shift=0.001))["shift"].met


def test_what_is_printed() -> None:
    low = replace(marked(seo=92), lost={"link-text": "Links do not have descriptive text: Start"}, bytes=61_200)
    found = {"home": ("public", [low, low, GOOD]), "gym screen": ("gym", [GOOD])}
    said = list(table.lines(found))
    assert said[0].split() == [
        "perf",
        "a11y",
        "best",
        "SEO",
        "kB",
        "script",
        "requests",
        "LCP",
        "s",
        "CLS",
        "TBT",
        "ms",
    ]
    assert said[1].split() == ["home", "100", "100", "100", "92*", "61.2*", "5.0", "8", "1.34", "0", "3"]
    assert said[2].split()[:6] == ["gym", "screen", "100", "100", "100", "100"]
    assert said[3:] == ["home: link-text: Links do not have descriptive text: Start"]
    assert table.failed(found) == ["home: seo 92, at least 100"]


def test_what_happens_once_is_not_told() -> None:
    once = replace(GOOD, lost={"bf-cache": "Page prevented restoration"})
    assert verdict.lost([once, GOOD, GOOD]) == []
    assert verdict.lost([once, once, GOOD]) == ["bf-cache: Page prevented restoration"]


def report(**changes: Any) -> dict[str, Any]:
    """What of Lighthouse's JSON is read."""
    sent = [(12_000, "Document"), (4_000, "Script"), (0, "Image"), (1_000, "Script")]
    audits: dict[str, Any] = {
        "network-requests": {"details": {"items": [{"transferSize": n, "resourceType": kind} for n, kind in sent]}},
        "largest-contentful-paint": {"numericValue": 1234.5, "score": 1},
        "cumulative-layout-shift": {"numericValue": 0.02, "score": 0.98},
        "total-blocking-time": {"numericValue": 60, "score": 0.99},
        "link-text": {
            "score": 0,
            "title": "Links say nothing",
            "displayValue": "1 link",
            "details": {"items": [{"text": "Start"}]},
        },
        "manual": {"score": None},
    }
    weighed = [{"id": name, "weight": 0 if name == "network-requests" else 1} for name in audits]
    categories: dict[str, Any] = {name: {"score": 1, "auditRefs": []} for name in CATEGORIES}
    categories["seo"] = {"score": 0.92, "auditRefs": weighed}
    return {"audits": audits, "categories": categories, "finalDisplayedUrl": "http://localhost/", **changes}


def test_what_is_read_of_a_report() -> None:
    found = runs.read(report())
    assert found.marks == {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 92}
    assert (found.bytes, found.script, found.requests) == (17_000, 5_000, 3)
    assert (found.paint, found.shift, found.blocking) == (1234.5, 0.02, 60)
    assert found.lost == {"link-text": "Links say nothing: 1 link: Start"}


def test_a_page_that_did_not_load_is_no_mark() -> None:
    broken = report(runtimeError={"message": "The page did not paint."})
    with pytest.raises(RuntimeError, match="http://localhost/: The page did not paint"):
        runs.read(broken)


def test_what_is_missing_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    said = runs.missing("/no/such/node")
    assert said.startswith("Lighthouse needs Node 22.19")
    monkeypatch.setattr(chromium, "program", lambda: None)
    assert runs.missing("node").startswith("Lighthouse needs Chromium")
    assert "\n" not in said + runs.missing("node")


def test_an_old_node_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "program", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(runs, "_version", lambda node: (22, 18))
    assert "Node" in runs.missing("node")
    monkeypatch.setattr(runs, "_version", lambda node: (24, 0))
    assert "Node" not in runs.missing("node")


def test_each_kind_of_public_page_is_judged() -> None:
    """Those that the browser tests open, but for a second page of a kind and the description of the API."""
    judged = {page.path.partition("?")[0] for page in pages.PUBLIC}
    opened = {path.partition("?")[0] for path in PUBLIC}
    others = {"/anatomy/core/", "/exercises/walking-lunge/", "/api/v1/docs", "/accounts/password/reset/"}
    assert opened - judged == others
    assert len({page.name for page in [*pages.PUBLIC, *pages.hers("/train/1/")]}) == len(pages.PUBLIC) + 3
