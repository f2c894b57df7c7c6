"""Which pages are pictured, and by which names: those of the browser tests, so that a new page is pictured too."""

import re

from bench.screenshots.urls import BROKEN
from tests.browser.pages import MEMBER, PUBLIC, earlier
from workouts.accounts.models import User

# What the browser tests reach on another way, or have no look at.
PUBLIC_PAGES = [
    *PUBLIC,
    "/accounts/password/reset/done/", "/accounts/password/reset/key/done/", "/accounts/password/reset/key/1-nokey/",
    "/accounts/inactive/",
]  # fmt: skip
MEMBER_PAGES = [*MEMBER, "/settings/equipment/sled/", "/settings/equipment/plates/lb/"]


def name_of(path: str) -> str:
    """The name of a page's pictures: "/progress/barbell-squat/?range=all" is "progress-barbell-squat-range-all"."""
    return re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "home"


def public() -> dict[str, str]:
    """Name and path of what anybody sees, the error pages among them."""
    errors = {f"error-{error}": f"/broken/{error}/" for error in BROKEN}
    return {name_of(path): path for path in PUBLIC_PAGES} | errors


def member(user: User) -> dict[str, str]:
    """Name and path of what a lifter sees."""
    return {name_of(path): path for path in MEMBER_PAGES} | earlier(user)
