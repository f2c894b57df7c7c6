"""The house stays as docs/decisions and CONTRIBUTING describe it: names, sizes, hubs."""

import ast
from pathlib import Path

import pytest

from tests import sources
from tests.sources import FEATURES, ROOT

NAMES = {
    "__init__.py", "models.py", "actions.py", "queries.py", "access.py", "forms.py", "schemas.py", "views.py", "api.py",
    "urls.py", "admin.py",
}  # fmt: skip
# What a feature needs beyond the usual files, each with its reason.
MORE = {
    "accounts": {
        "adapter.py", "callers.py", "context.py", "deletion.py", "limits.py", "mail.py", "tokens.py", "verification.py",
        "validators.py", "zones.py",
    },
    "catalogue": {"content.py"},
    "faq": {"content.py"},
    "routines": {"content.py"},
    "log": {"drafts.py", "figures.py", "ids.py", "rules.py"},
    "training": {"context.py"},
    "pages": {"samples.py", "sitemaps.py"},
    "sharing": {"pictures.py"},
}  # fmt: skip


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_uses_the_usual_file_names(feature: str) -> None:
    found = {path.name for path in sources.files(f"workouts/{feature}/*.py")}
    allowed = NAMES | MORE.get(feature, set())
    folders = {f"{path.parent.name}.py" for path in sources.files(f"workouts/{feature}/*/*.py")}
    assert found <= allowed, f"unusual names in {feature}: {sorted(found - allowed)}"
    more = {"formats.py", "exports.py"}
    assert folders <= allowed | more, f"unusual folders in {feature}: {sorted(folders - allowed)}"


@pytest.mark.parametrize("feature", [*FEATURES, "science", "shared"])
def test_a_feature_says_in_one_sentence_what_it_holds(feature: str) -> None:
    module = ast.parse((ROOT / "workouts" / feature / "__init__.py").read_text())
    assert ast.get_docstring(module)


def test_shared_stays_small() -> None:
    found = sources.files("workouts/shared/*.py")
    assert len([path for path in found if path.name != "__init__.py"]) < 7


def test_every_feature_s_models_are_in_the_hub() -> None:
    hub = (ROOT / "workouts/models.py").read_text()
    for feature in [*FEATURES, "shared"]:
        folder = ROOT / "workouts" / feature
        if (folder / "models.py").exists() or (folder / "models").is_dir():
            assert f"from workouts.{feature}.models import" in hub, feature


@pytest.mark.parametrize("hub", ["models.py", "admin.py"])
def test_hubs_only_import(hub: str) -> None:
    module = ast.parse((ROOT / "workouts" / hub).read_text())
    for node in module.body:
        assert isinstance(node, ast.Import | ast.ImportFrom | ast.Assign | ast.Expr), ast.dump(node)[:80]


def _too_long(patterns: list[str], most: int, *, but: tuple[str, ...] = ()) -> list[str]:
    found: list[Path] = [path for path in sources.files(*patterns) if not str(path.relative_to(ROOT)).startswith(but)]
    return [f"{path.relative_to(ROOT)}: {count}" for path in found if (count := sources.lines(path)) > most]


def test_sources_are_short() -> None:
    generated = ("tests/", "workouts/migrations/")
    assert _too_long(["*.py", "*.ts", "*.scss"], 300, but=generated) == []


def test_templates_are_short() -> None:
    drawn = ("templates/components/legs", "content/")
    assert _too_long(["*.html"], 200, but=drawn) == []


def test_tests_are_short() -> None:
    assert _too_long(["tests/*.py", "tests/*/*.py"], 400) == []


def test_functions_are_short() -> None:
    long = []
    for path, module in sources.python():
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > 50:
                    long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {length}")
    assert long == []
