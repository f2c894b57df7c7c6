"""Every public page, and a browser on another worker."""

from typing import Any

from django.test import Client
from django.urls import resolve

from workouts.pages.queries import public_paths
from workouts.shared.audience import every_route
from workouts.shared.caching import middleware
from workouts.shared.caching.edition import Sight
from workouts.shared.caching.shelf import Shelf

# Redirects to a static file.
NO_PAGE = {"/favicon.ico"}


def every_public_page() -> list[str]:
    """Every public address that answers 200: those of the sitemap, those without a parameter, and a filtered list."""
    routes = {f"/{route.path}" for route in every_route() if route.audience == "public" and "<" not in route.path}
    return sorted({*public_paths(), *routes, "/exercises/?muscle=soleus"} - NO_PAGE)


def a_page_of_each_view() -> list[str]:
    return sorted({resolve(path.partition("?")[0]).func: path for path in every_public_page()}.values())


class OtherWorker(Client):
    """A browser on another worker: it has pages of its own, and shares nothing but the database."""

    def __init__(self) -> None:
        super().__init__()
        self.own = Shelf(), Sight()

    def request(self, **request: Any) -> Any:
        before = middleware.SHELF, middleware.SIGHT
        middleware.SHELF, middleware.SIGHT = self.own
        try:
            return super().request(**request)
        finally:
            middleware.SHELF, middleware.SIGHT = before
