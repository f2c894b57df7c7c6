"""The people of the tests: the owner, another lifter, nobody, staff."""

from django.contrib.auth.models import Group
from django.test import Client

from workouts.accounts.models import User

PASSWORD = "three-plates-a-side"


def owner() -> User:
    return User.objects.create_user("owner@legday.example", PASSWORD)


def other() -> User:
    return User.objects.create_user("other@legday.example", PASSWORD)


def editor() -> User:
    user = User.objects.create_user("editor@legday.example", PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def idle_staff() -> User:
    return User.objects.create_user("idle@legday.example", PASSWORD, is_staff=True)


def superuser() -> User:
    return User.objects.create_superuser("super@legday.example", PASSWORD)


def signed_in(user: User) -> Client:
    """A browser of `user`'s, signed in without the form."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
