"""A reader who leaves before the end of a file."""

from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpResponseBase


def leave(response: HttpResponseBase) -> None:
    """Closes `response` as a server does when the line is cut. The connection of the test's transaction stays: Django's
    client keeps it too where it closes by itself, and a file is closed by it only when it was read to the end."""
    request_finished.disconnect(close_old_connections)
    try:
        response.close()
    finally:
        request_finished.connect(close_old_connections)
