"""What the tests of leaving run inside an install: people with canaries in all they have, and one who deletes hers."""

from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings

from tests import cast
from tests.cast import PASSWORD
from tests.transfer import canaries
from workouts.accounts.models import User

# Neither collected static files nor an address of its own are what this is about.
PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
as_tests = override_settings(STORAGES={**settings.STORAGES, "staticfiles": PLAIN}, ALLOWED_HOSTS=["testserver"])


@as_tests
def settle(*, workouts: int) -> None:
    """An install with two lifters, whose rows lie among each other."""
    call_command("createcachetable")
    one, two = cast.owner(), cast.other()
    canaries.plant(one, _signed_in(one))
    canaries.crowd(one, two, workouts=workouts)
    Client().post("/accounts/login/", {"login": one.email, "password": "wrong"})
    # An address that she had before: it was overwritten, and is nobody's either.
    User.objects.filter(pk=one.pk).update(email="canary-7f3a@legday.example")
    User.objects.filter(pk=one.pk).update(email=one.email)


@as_tests
def go() -> None:
    one = User.objects.get(email="owner@legday.example")
    _signed_in(one)  # another phone
    done = _signed_in(one).post("/settings/delete/", {"sure": "on", "password": PASSWORD})
    assert done.status_code == 200, done.content


def _signed_in(user: User) -> Client:
    browser = Client()
    done = browser.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert done.status_code == 302, done.content
    return browser
