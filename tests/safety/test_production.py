"""Under the documented production settings: `check --deploy`, headers, and every cookie (T46, T47, T52)."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.safety import policy
from tests.sources import ROOT

KNOBS = {"ORIGIN": "https://legday.example", "EMAIL_URL": "memory:", "PROXY_COUNT": "1", "DB_POOL": "0"}


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Production, as `.env.example` has it; nothing of this process's own settings."""
    base = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    own = {"VAR_DIR": str(folder), "STATIC_ROOT": str(folder / "static"), "LOCAL": "0", "DEBUG": "0"}
    return {**base, **own, "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}", **KNOBS, **more}


def run(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(folder, **more),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    told = run(tmp_path_factory.mktemp("production"), "-m", "tests.safety.production")
    assert told.returncode == 0, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def test_check_deploy_finds_nothing(tmp_path: Path) -> None:
    told = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert told.returncode == 0, told.stderr
    assert "no issues" in told.stdout


@pytest.mark.parametrize("origin", ["", "http://legday.example"])
def test_it_does_not_start_without_a_safe_origin(tmp_path: Path, origin: str) -> None:
    told = run(tmp_path, "manage.py", "check", ORIGIN=origin)
    assert told.returncode != 0
    assert "ORIGIN" in told.stderr


def test_the_statuses(answers: dict[str, Any]) -> None:
    assert {name: told["status"] for name, told in answers.items()} == {
        "http": 301, "host": 400, "host by http": 400, "signin": 200,
        "signed-in": 302, "settings": 200, "saved": 302, "admin": 200,
        "missing": 404, "broken": 500, "static": 200, "signed-out": 302,
    }  # fmt: skip
    assert answers["http"]["headers"]["location"] == "https://legday.example/"


def test_every_answer_has_every_header(answers: dict[str, Any]) -> None:
    for name, told in answers.items():
        headers = told["headers"]
        assert policy.directives(headers["content-security-policy"]) == policy.of(told["path"]), name
        assert headers["x-frame-options"] == "DENY", name
        assert headers["x-content-type-options"] == "nosniff", name
        assert headers["referrer-policy"] == "same-origin", name
        assert headers["cross-origin-opener-policy"] == "same-origin", name
        assert headers["cross-origin-resource-policy"] == "same-origin", name
        assert "permissions-policy" in headers, name
        if name not in {
            "http",
            "host",
            "host by http",
        }:  # over http a browser ignores it; a foreign host is not ours to speak for
            assert headers["strict-transport-security"] == "max-age=63072000; includeSubDomains; preload", name


def test_every_cookie_is_bound_to_the_host(answers: dict[str, Any]) -> None:
    cookies = [cookie for told in answers.values() for cookie in told["cookies"]]
    assert {cookie.partition("=")[0] for cookie in cookies} == {"__Host-session", "__Host-csrf"}
    for cookie in cookies:
        flags = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"secure", "path=/", "samesite=lax"} <= flags, cookie
        assert not any(flag.startswith("domain") for flag in flags), cookie
        assert "httponly" in flags or cookie.startswith("__Host-csrf"), cookie


def test_static_files_are_kept_and_pages_are_not(answers: dict[str, Any]) -> None:
    assert "immutable" in answers["static"]["headers"]["cache-control"]
    for name in ("settings", "admin", "signed-in", "broken"):
        assert "no-store" in answers[name]["headers"]["cache-control"], name
