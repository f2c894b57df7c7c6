"""Every page under /accounts/ and /settings/ is ours, for guests and members."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as conf
from django.template.response import TemplateResponse
from django.test import Client
from django.test.signals import template_rendered
from django.urls import reverse

from workouts.shared.audience import every_route

pytestmark = pytest.mark.django_db
ROUTES = [
    route.path
    for route in every_route()
    if route.path.startswith(("accounts/", "settings/")) and not re.search(r"[<(]|data/", route.path)
]
TEMPLATES = str(Path(conf.TEMPLATES[0]["DIRS"][0]))


@pytest.mark.parametrize("who", ["client", "as_owner"])
@pytest.mark.parametrize("path", ROUTES)
def test_no_page_is_the_library_s(request: pytest.FixtureRequest, who: str, path: str) -> None:
    used: list[Any] = []

    def note(template: Any, **_: Any) -> None:
        used.append(template)

    template_rendered.connect(note)
    try:
        answer = request.getfixturevalue(who).get(f"/{path}")
    finally:
        template_rendered.disconnect(note)
    assert answer.status_code in {200, 302, 405}
    # Single widgets are Django's own; what has no name is crispy's glue.
    named = [t for t in used if t.name and not t.name.startswith("django/forms/widgets/")]
    assert [t.name for t in named if not str(t.origin).startswith(TEMPLATES)] == []
    assert named or answer.status_code != 200


@pytest.mark.parametrize(
    "name", ["account_confirm_email", "account_confirm_login_code", "account_email_verification_sent"]
)
def test_what_is_not_offered_has_no_address(name: str) -> None:
    assert name not in {route.pattern.name for route in every_route()}


def test_fields_are_named_and_autocompleted(client: Client) -> None:
    page = client.get(reverse("account_signup")).content.decode()
    assert 'autocomplete="email"' in page
    assert 'autocomplete="new-password"' in page
    assert "placeholder" not in page
    labels = set(re.findall(r'<label for="(\w+)"', page))
    assert {"id_email", "id_password1"} <= labels


def test_pages_are_not_kept_by_caches(client: Client, as_owner: Client) -> None:
    for browser, name in [
        (client, "account_login"),
        (client, "account_reset_password"),
        (as_owner, "accounts:settings"),
    ]:
        assert "no-store" in browser.get(reverse(name)).headers["Cache-Control"]


def test_the_number_of_statements_is_small(as_owner: Client, django_assert_max_num_queries: Any) -> None:
    for name in ("accounts:settings", "accounts:preferences", "accounts:verify", "account_email"):
        with django_assert_max_num_queries(6):
            answer = as_owner.get(reverse(name))
        assert answer.status_code == 200
        assert not isinstance(answer, TemplateResponse) or answer.is_rendered
