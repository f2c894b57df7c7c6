"""Parts that each worker renders once: by language and by what the tag names, and by nothing else."""

from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils import translation

from tests.pages.reading import Page
from workouts.templatetags import settled

SOURCE = "{% load settled %}{% settled section %}{{ section }} {{ drawn }}{% endsettled %}"


def rendered(template: Template, section: object, drawn: int) -> str:
    return template.render(Context({"section": section, "drawn": drawn}))


def test_it_is_rendered_once_for_each_value_and_language() -> None:
    template = Template(SOURCE)
    assert [rendered(template, name, drawn) for drawn, name in enumerate("aab")] == ["a 0", "a 0", "b 2"]
    with translation.override("de"):
        assert rendered(template, "a", 3) == "a 3"
    assert rendered(template, "a", 4) == "a 0"


def test_it_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled, "MOST", 2)
    template = Template(SOURCE)
    for number in range(5):
        rendered(template, number, number)
    assert [rendered(template, number, 9) for number in range(4)] == ["0 0", "1 1", "2 9", "3 9"]


def test_it_is_rendered_each_time_while_templates_are_edited(settings: Any) -> None:
    settings.DEBUG = True
    template = Template(SOURCE)
    assert [rendered(template, "a", drawn) for drawn in range(2)] == ["a 0", "a 1"]


@pytest.mark.django_db
def test_each_page_marks_its_own_place(client: Client, content: None) -> None:
    for _ in ("first", "again"):
        for path in ("/faq/", "/exercises/", "/routines/leg-day/", "/"):
            marked = {link["href"] for link in Page(client.get(path)).all("a", aria_current="page")}
            assert marked == ({path} - {"/"}), path
