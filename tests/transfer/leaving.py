"""A reader who leaves before the end of a file."""

from unittest.mock import patch

from django.db import connection
from django.http import HttpResponseBase


def leave(response: HttpResponseBase) -> None:
    """Closes `response` as a server does when the line is cut. The connection stays, for it holds the test's
    transaction; Django's client sees to that only for a file that was read to its end."""
    with patch.object(connection, "close"):
        response.close()
