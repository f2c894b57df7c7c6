"""The API as every feature's routes see it: how requests are read, that every error is a problem, how it is described.

An operation says its audience by its `auth`, one of those in `accounts.callers`. Nothing redirects.
"""

from workouts.shared.api.paging import Asked, page_of
from workouts.shared.api.routes import Api
from workouts.shared.api.shapes import Day, Moment, Slug

__all__ = ["Api", "Asked", "Day", "Moment", "Slug", "page_of"]
