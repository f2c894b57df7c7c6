"""No text reaches people without having gone through the catalogue."""

import ast
from pathlib import Path

import pytest

from tests import sources
from tests.sources import ROOT
from tests.words import unmarked

# Read by programs and operators, who read English.
NOT_PEOPLE = ("workouts/management/", "workouts/migrations/", "legday/settings.py", "legday/env.py")
# Written by frontend/drawing: the names of the muscles are Latin, and what is around them is in English.
DRAWN = {"legs.html"}
TEMPLATES = [path for path in sources.files("templates/**/*.html", "templates/*.html") if path.name not in DRAWN]
SCRIPTS = [path for path in sources.files("frontend/**/*.ts", "frontend/*.ts") if not path.name.endswith(".test.ts")]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_are_marked(path: Path) -> None:
    assert unmarked.template(path.read_text()) == []


def test_python_is_marked() -> None:
    found = {
        name: said
        for path, module in [*sources.python(under="workouts/"), *sources.python(under="legday/")]
        if not (name := str(path.relative_to(ROOT))).startswith(NOT_PEOPLE) and (said := [*unmarked.python(module)])
    }
    assert found == {}


def test_scripts_are_marked() -> None:
    found = {str(path.relative_to(ROOT)): said for path in SCRIPTS if (said := unmarked.script(path.read_text()))}
    assert found == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>Lift it</p>", ["Lift it"]),
        ('<img alt="A leg">', ["A leg"]),
        ('<a aria-label="Back" title="{% translate "Back" %}"></a>', ["Back"]),
        ('<input placeholder="Squat">', ["Squat"]),
        ('{% include "crumbs.html" with here="Preferences" %}', ["Preferences"]),
        ('{% include "crumbs.html" with here=_("Preferences") %}', []),
        ('<p>{{ day|date:"j F Y" }}</p>', ["j F Y"]),
        ('<p>{{ day|date:_("j F Y") }} {{ day|date:"D" }} {{ day|date:"Y-m-d" }}</p>', []),
        ("<p>{% blocktranslate %}Lift <b>it</b>{% endblocktranslate %} {{ x }} kg</p>{# Not shown #}", []),
    ],
)
def test_the_templates_test_bites(text: str, said: list[str]) -> None:
    assert unmarked.template(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('forms.CharField(label="Weight")', ["Weight"]),
        ('forms.CharField(label=_("Weight"))', []),
        ('models.CharField("weight", max_length=3)', ["weight"]),
        ('messages.success(request, f"Kept {n} sets")', ["Kept", "sets"]),
        ('raise ValidationError("Too heavy.")', ["Too heavy."]),
        ('form.add_error("day", "Not a day.")', ["Not a day."]),
        ('class Meta:\n    verbose_name = "set"', ["set"]),
        ('log.warning("x", "not shown")', []),
    ],
)
def test_the_python_test_bites(text: str, said: list[str]) -> None:
    assert [each.strip() for each in unmarked.python(ast.parse(text))] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("html`<p>Lift it</p>`", ["Lift it"]),
        ('html`<p>${gettext("Lift it")}</p>`', []),
        ('html`<ul>${rows.map((row) => html`<li aria-label="Row">${row}</li>`)}</ul>`', ["Row"]),
        ("html`<a href=${`/train/${id}/`}>Go on</a>`", ["Go on"]),
        ("const words = `Lift it`", []),
    ],
)
def test_the_scripts_test_bites(text: str, said: list[str]) -> None:
    assert unmarked.script(text) == said
