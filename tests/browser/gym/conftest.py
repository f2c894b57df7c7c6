"""The gym screen end to end: a real Chromium, the built front end, gunicorn on a file.

One server for all tests of this folder, and a lifter of her own for each, so that nothing has to be emptied.
`-m long` are those of `make test-long`; they print their figures.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect

from bench import site
from tests.browser.gym.figures import Figures
from tests.browser.gym.line import Line, line
from tests.browser.gym.people import Person
from tests.browser.gym.phones import LOOKS, Complaints, own_browser, sign_in
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served

PEOPLE = 80
# A machine that does other things as well is slow, and no failure.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)

Phone = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("gym")
    knobs = site.environment(folder, site.free_port())
    site.run(knobs, "manage.py", "prepare")
    site.run(knobs, "manage.py", "collectstatic", "--noinput", "-v0")
    people = json.loads(site.run(knobs, "-m", "tests.browser.gym.people", str(PEOPLE)))
    port = int(knobs["PORT"])
    with site.serving("legday.wsgi", knobs):
        yield Served(f"http://localhost:{port}", port, folder, iter([Person(**each) for each in people]))


@pytest.fixture(autouse=True)
def nobody_has_tried(served: Served) -> None:
    """The limits of sign-ins count by address, and all of these tests come from one."""
    served.change("DELETE FROM cache")


@pytest.fixture
def person(served: Served) -> Person:
    """A lifter whom no other test knows."""
    return next(served.people)


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """What any phone of the test complained of. None may remain; `line_is_cut` lets pass what is about the line."""
    found = Complaints()
    yield found
    assert found.said == []


@pytest.fixture
def phone(browser: Browser, served: Served, complaints: Complaints) -> Iterator[Phone]:
    """Makes phones: `phone(person)` is signed in, `phone()` is not; looks may be given."""
    made: list[BrowserContext] = []

    def new(person: Person | None = None, url: str = served.url, **looks: Any) -> BrowserContext:
        context = browser.new_context(**{**LOOKS, **looks})
        context.set_default_timeout(PATIENCE_MS)
        complaints.listen(context)
        made.append(context)
        if person:
            sign_in(context, url, person)
        return context

    yield new
    for context in made:
        context.close()


@pytest.fixture
def screen(phone: Phone, served: Served, person: Person) -> Screen:
    """A page of hers, about to start."""
    return Screen(phone(person).new_page(), served.url)


@pytest.fixture
def wire(served: Served) -> Iterator[Line]:
    """A line to the server that can go wrong; phones use its address in place of the server's."""
    with line(served.port) as made:
        yield made


@pytest.fixture
def own_program(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """How to start a browser of one's own: without the console of signals that would end the tests with it."""
    return {**browser_type_launch_args, "handle_sigint": False, "handle_sigterm": False, "handle_sighup": False}


OwnPhone = Callable[..., AbstractContextManager[BrowserContext]]


@pytest.fixture
def own_phone(playwright: Playwright, own_program: dict[str, Any], tmp_path: Path) -> OwnPhone:
    """A phone whose profile outlives it: `with own_phone("clone", offline=True) as context`. Under `tmp_path`."""

    def opened(name: str = "profile", more: dict[str, Any] | None = None, **looks: Any) -> AbstractContextManager[Any]:
        return own_browser(playwright, {**own_program, **(more or {})}, tmp_path / name, **looks)

    return opened


MEASURED = Figures()


@pytest.fixture
def figures() -> Figures:
    """Where a test says what it has measured."""
    return MEASURED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if MEASURED.lines:
        terminalreporter.section("measured on the gym screen")
        for line in MEASURED.lines:
            terminalreporter.write_line(line)
