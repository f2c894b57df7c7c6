"""Which language an address is in: English has none of its own, each other one a prefix such as /de/.

The address alone decides (never Accept-Language or a cookie): so each is one page, which caches may keep. For what
machines ask of the API see `of_request`.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

API = "/api/"


class Alternate(NamedTuple):
    """A page in one language: the language's code and own name, and the path."""

    code: str
    name: str
    path: str


def codes() -> list[str]:
    """Every language of the site, English first."""
    return [code for code, _name in settings.LANGUAGES]


def language_of(path: str) -> str:
    """The language of a path (without a query)."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in codes() and first != settings.LANGUAGE_CODE else str(settings.LANGUAGE_CODE)


def path_in(path: str, code: str) -> str:
    """The address of the same page in another language; a query string stays."""
    before = language_of(path.partition("?")[0])
    bare = path if before == settings.LANGUAGE_CODE else path.removeprefix(f"/{before}")
    # One slash: two would begin the address of another host.
    bare = "/" + bare.lstrip("/")
    return bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"


def alternates(path: str) -> list[Alternate]:
    """The same page in each language, English first."""
    return [Alternate(code, str(name), path_in(path, code)) for code, name in settings.LANGUAGES]


def of_request(request: HttpRequest) -> str:
    """The language of an answer.

    The API has one address for all languages, and answers in English, unless Accept-Language names one language of
    the site and nothing else, as our own scripts do. A browser's list of several is not asked for by anybody.
    """
    if request.path_info.startswith(API):
        asked = request.META.get("HTTP_ACCEPT_LANGUAGE", "").strip().lower()
        return asked if asked in codes() else str(settings.LANGUAGE_CODE)
    return language_of(request.path_info)


def by_address(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, the outermost: the request's language for all below, and for nobody after it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        code = of_request(request)
        request.LANGUAGE_CODE = code  # as Django's own middleware names it
        with translation.override(code):
            return get_response(request)

    return middleware
