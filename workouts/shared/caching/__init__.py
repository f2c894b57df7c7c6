"""Public pages, kept ready by each worker until the content changes. Why and how: docs/decisions/0008."""

from workouts.shared.caching.edition import follow
from workouts.shared.caching.middleware import PublicPages, forget

__all__ = ["PublicPages", "follow", "forget"]
