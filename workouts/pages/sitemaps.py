"""The sitemap: absolute addresses from ORIGIN, whatever the Host header says."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from legday.languages import codes, path_in
from workouts.pages.queries import public_paths


class PublicPages(Sitemap):  # type: ignore[type-arg]  # the class is generic in its stubs only
    def items(self) -> list[str]:
        """Each page in each language, in the order of the languages."""
        paths = public_paths()
        return [path_in(path, code) for code in codes() for path in paths]

    def location(self, item: str) -> str:
        return item

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.ORIGIN).scheme

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.ORIGIN).netloc
