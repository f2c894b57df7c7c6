"""Browser profiles to visit with: nobody's, which is empty, and a lifter's who was there before."""

import datetime
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import chromium
from tests.browser.gym.phones import settled


def of_lifter(folder: Path, url: str, session: str) -> Path:
    """The profile of somebody who is signed in and has seen today: the phone knows who she is."""
    next_week = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=7)).timestamp()
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=chromium.program(), args=chromium.arguments()
        )
        # With an end, else it would go with the browser.
        context.add_cookies([{"name": "session", "value": session, "url": url, "expires": next_week}])
        page = context.new_page()
        page.goto(f"{url}/today/")
        settled(page)
        context.close()
    return folder


def fresh(folder: Path, like: Path | None) -> Path:
    """A copy for one visit, which leaves the next one as it was; empty without a model."""
    shutil.rmtree(folder, ignore_errors=True)
    if like:
        shutil.copytree(like, folder, symlinks=True, ignore=shutil.ignore_patterns("Singleton*"))
    return folder
