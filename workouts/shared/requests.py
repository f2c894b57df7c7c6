"""A request whose person is known: what `@member` and `@staff` views receive."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from workouts.accounts.models import User


class MemberRequest(HttpRequest):
    """A request of somebody signed in: `user` is never anonymous."""

    user: "User"
