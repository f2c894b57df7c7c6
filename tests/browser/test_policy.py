"""T45: every page, the admin's too, clicked through with the policy enforced: no violation, nothing in the console.

`complaints` (conftest.py) hears it all, and fails the test that it was heard in.
"""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from tests import cast
from tests.browser import pages

# Whatever unfolds, switches or answers without leaving the page.
TOUCH = """() => {
  for (const each of document.querySelectorAll("summary")) each.click();
  for (const each of document.querySelectorAll("button[type=button]")) each.click();
  for (const each of document.querySelectorAll("[data-chart]"))
    for (const key of ["ArrowLeft", "Home", "End"]) each.dispatchEvent(new KeyboardEvent("keydown", {key}));
  for (const theme of ["dark", "light", "system"])
    for (const each of document.querySelectorAll("[data-theme-choice]")) {
      each.value = theme;
      each.dispatchEvent(new Event("change", {bubbles: true}));
    }
}"""


def walk(page: Page, site: str, paths: list[str]) -> None:
    for path in paths:
        response = page.goto(f"{site}{path}")
        assert response is not None
        assert response.ok, f"{path}: {response.status}"
        page.evaluate(TOUCH)


def of_the_admin() -> Iterator[str]:
    """The list of every model and, where there are rows, one of them with its history and the question before
    deleting it; the form for a new one where there may be one."""
    yield from ("/admin/", "/admin/password_change/")
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        row = model._default_manager.order_by("pk").first()
        if row is not None:
            yield reverse(f"{name}_change", args=[row.pk])
            yield reverse(f"{name}_history", args=[row.pk])


def test_public_pages(page: Page, site: str) -> None:
    walk(page, site, pages.PUBLIC)


def test_member_pages(page: Page, context: BrowserContext, site: str) -> None:
    user = pages.lifter()
    pages.sign_in(context, site, user)
    walk(page, site, [*pages.MEMBER, *pages.of(user)])


def test_the_admin(page: Page, context: BrowserContext, site: str) -> None:
    pages.lifter()
    pages.sign_in(context, site, cast.superuser())
    walk(page, site, list(of_the_admin()))


BAD = {
    "a handler": "document.body.setAttribute('onclick', '1')",
    "an image from elsewhere": "new Image().src = 'https://evil.example/x'",
    "an inline style": "document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))",
}


@pytest.mark.parametrize("bad", BAD.values(), ids=list(BAD))
@pytest.mark.parametrize("path", ["/faq/", "/admin/login/"])
def test_a_violation_would_be_heard(page: Page, site: str, complaints: list[str], path: str, bad: str) -> None:
    """Else the walks above would prove nothing."""
    page.goto(f"{site}{path}")
    page.evaluate(f"() => {{ try {{ {bad} }} catch {{}} }}")
    page.wait_for_timeout(50)
    assert any("Content Security Policy" in said or "TrustedScript" in said for said in complaints), complaints
    complaints.clear()
