"""`python -m bench.screenshots.server`: a throw-away install with the demonstration lifter, served at a moment that
stands still. Its environment says where (bench.site.environment); it prints one line of JSON when it answers.

One process with Django's own server: gunicorn's master and workers tell by the clock whether each other live.
"""

import datetime
import json
import logging
import os
from typing import Any

import django
import time_machine

# A Tuesday evening in her zone, Lisbon; the newest leg day of the demonstration is the day before or earlier.
MOMENT = datetime.datetime(2026, 11, 17, 18, 5, tzinfo=datetime.UTC)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legday.settings")
    with time_machine.travel(MOMENT, tick=False):
        _serve(_ready())


def _ready() -> dict[str, Any]:
    """The site with its lifter; its pages by name, and what the camera needs to be her."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ROOT_URLCONF = "bench.screenshots.urls"
    # As they lie there: collecting and compressing them is the longest part of a start.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    with open(os.devnull, "w") as nowhere:
        call_command("prepare", stdout=nowhere)
        call_command("demo", stdout=nowhere)

    from bench.screenshots import pages
    from tests.browser.pages import furnish
    from tests.cast import signed_in
    from workouts.accounts.models import User
    from workouts.management.commands.demo import EMAIL

    lifter = User.objects.get(email=EMAIL)
    furnish(lifter)
    session = signed_in(lifter).cookies["session"].value
    return {"public": pages.public(), "member": pages.member(lifter), "session": session}


def _serve(ready: dict[str, Any]) -> None:
    from django.conf import settings
    from django.core.servers.basehttp import ThreadedWSGIServer
    from django.test.testcases import QuietWSGIRequestHandler

    from legday.wsgi import application

    server = ThreadedWSGIServer(("127.0.0.1", settings.PORT), QuietWSGIRequestHandler)
    server.set_app(application)
    logging.disable()  # the error pages are meant
    print(json.dumps(ready), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
