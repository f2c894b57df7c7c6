"""One export of an account at a time: each reads all of a history, and ten at once would keep everybody waiting."""

from collections.abc import Iterator

from django.core.cache import cache

from workouts.accounts.models import User

# Far longer than the largest file takes. A worker that dies in the middle gives the turn back by this.
AT_MOST = 60  # seconds


class Turn(Iterator[str]):
    """The pieces of a file while it is sent. Whoever sends it closes it, sent to the end or not, and the turn is over.

    A generator would not do: closed before its first piece, it never gets to its own `finally`.
    """

    def __init__(self, key: str, pieces: Iterator[str]) -> None:
        self._key = key
        self._pieces = pieces

    def __next__(self) -> str:
        return next(self._pieces)

    def close(self) -> None:
        cache.delete(self._key)


def turn(user: User, pieces: Iterator[str]) -> Turn | None:
    """`pieces`, to be sent and closed; None while another file of hers is under way."""
    key = f"export:{user.pk}"
    return Turn(key, pieces) if cache.add(key, True, AT_MOST) else None
