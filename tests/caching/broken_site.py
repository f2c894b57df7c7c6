"""Asks the site a few things: around an edit in another process, and before, while and after its database is out of
reach. Prints the answers as JSON.

A program of its own, because the database is really taken away: a folder lies in its place.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import django

PASSWORD = "slow-river-lamp-9"
EMAIL = "lifter@legday.example"


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "legday.settings"
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections
    from django.test import Client

    from tests import cast
    from workouts.accounts.models import User
    from workouts.shared.caching import edition

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.ALLOWED_HOSTS.append("testserver")
    call_command("prepare", stdout=sys.stderr)
    client = cast.signed_in(User.objects.create_user(EMAIL, PASSWORD))
    client.raise_request_exception = False
    found = {"edited": {"first": _told(Client().get, "/faq/")}}
    subprocess.run([sys.executable, "-m", "tests.caching.editing"], check=True)
    found["edited"]["next"] = _told(Client().get, "/faq/")
    tag = found["edited"]["next"]["headers"]["ETag"]
    found["before"] = _answers(client, tag)
    database = Path(settings.DATABASES["default"]["NAME"])
    aside = database.with_name("aside")
    connections.close_all()
    database.rename(aside)
    database.mkdir()
    found["broken"] = _answers(client, tag)
    connections.close_all()
    database.rmdir()
    aside.rename(database)
    time.sleep(edition.PAUSE)
    found["after"] = _answers(client, tag)
    json.dump(found, sys.stdout)


def _answers(client: Any, tag: str) -> dict[str, Any]:
    html = {"Accept": "text/html"}
    return {
        "kept": _told(client.get, "/faq/", headers=html),
        "kept, unchanged": _told(client.get, "/faq/", headers={**html, "If-None-Match": tag}),
        "kept, head": _told(client.head, "/faq/", headers=html),
        "new": _told(client.get, "/search/?q=squat", headers=html),
        "signed in": _told(client.get, "/settings/", headers=html),
        "form": _told(client.get, "/workouts/", headers=html),
        "sent": _told(client.post, "/accounts/login/", {"login": EMAIL, "password": "wrong"}, headers=html),
        "program": _told(client.get, "/settings/", headers={"Accept": "application/json"}),
    }


def _told(ask: Any, *words: Any, **more: Any) -> dict[str, Any]:
    began = time.monotonic()
    answer = ask(*words, **more)
    return {
        "status": answer.status_code,
        "seconds": time.monotonic() - began,
        "headers": dict(answer.headers),
        "body": answer.content.decode(),
    }


if __name__ == "__main__":
    main()
