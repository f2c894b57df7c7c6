"""Every public page at the smallest width and on a desk, in both themes: nothing sideways, nothing refused."""

import pytest
from playwright.sync_api import Page

PAGES = [
    "/", "/anatomy/", "/anatomy/glutes/", "/exercises/", "/exercises/walking-lunge/", "/routines/",
    "/routines/leg-day/", "/faq/", "/method/", "/privacy/", "/search/?q=squat", "/accounts/login/", "/accounts/signup/",
    "/accounts/password/reset/",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways(page: Page, site: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of playwright's literals
    for path in PAGES:
        response = page.goto(f"{site}{path}")
        assert response is not None
        assert response.ok, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} at {width}"
        assert page.locator("h1").count() == 1, path
