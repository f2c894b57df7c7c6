"""Asks the site a few things under production settings and prints the answers as JSON.

A program of its own, because settings are read once a process: `python -m tests.safety.production`, with the
environment of `.env.example` and a database of its own.
"""

import json
import os
import sys
from typing import Any

import django

PASSWORD = "slow-river-lamp-9"
EMAIL = "staff@legday.example"


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "legday.settings"
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ROOT_URLCONF = "tests.safety.urls"
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES["staticfiles"] = {"BACKEND": plain}  # without collecting
    settings.STATIC_ROOT.mkdir(parents=True)
    (settings.STATIC_ROOT / "sample.0123456789ab.css").write_text("p {}")
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    json.dump(_answers(), sys.stdout)


def _answers() -> dict[str, Any]:
    from django.test import Client

    from workouts.accounts.models import User

    User.objects.create_superuser(EMAIL, PASSWORD)
    http = Client(raise_request_exception=False)
    browser = Client(raise_request_exception=False, headers={"Host": "legday.example"})
    here: dict[str, Any] = {"secure": True}
    answers = {
        "http": http.get("/", headers={"Host": "legday.example"}),
        "host": http.get("/", secure=True, headers={"Host": "evil.example"}),
        "host by http": http.get("/", headers={"Host": "evil.example"}),
        "signin": browser.get("/accounts/login/", **here),
        "signed-in": browser.post("/accounts/login/", {"login": EMAIL, "password": PASSWORD}, **here),
        "settings": browser.get("/settings/", **here),
        "saved": browser.post("/settings/preferences/", SAVED, **here),
        "admin": browser.get("/admin/", **here),
        "missing": browser.get("/nothing/", **here),
        "broken": browser.get("/broken/", **here),
        "static": browser.get("/static/sample.0123456789ab.css", **here),
        "signed-out": browser.post("/accounts/logout/", **here),
    }
    return {name: _told(answer) for name, answer in answers.items()}


SAVED = {"formula": "epley", "unit": "kg", "goal_low": "2", "goal_high": "3", "zone": "device", "theme": "dark"}


def _told(answer: Any) -> dict[str, Any]:
    return {
        "status": answer.status_code,
        "headers": {name.lower(): value for name, value in answer.headers.items()},
        "cookies": [morsel.OutputString() for morsel in answer.cookies.values()],
        "path": answer.request["PATH_INFO"],
    }


if __name__ == "__main__":
    main()
