"""What a request asks of a public page: its path, and those of its query keys that the view reads."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import get_language

MOST_KEYS = 20
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The key of a page. Https counts, for some headers are sent with it alone; the Host does not: no page shows it.
    The language is in the path of each page, but not in those of the API."""

    secure: bool
    language: str | None
    path: str
    choices: Choices = ()

    @property
    def query(self) -> str:
        """The query string with nothing in it but what the view reads: nothing else can find its way onto a page."""
        return urlencode(self.choices)


def asked_by(request: HttpRequest) -> Asked | None:
    """The key of what is asked for; None where it must be answered anew. Whether it is a public page is not looked
    at if there is no query string."""
    if request.method not in {"GET", "HEAD"} or not _can_be_kept(request):
        return None
    query = request.META.get("QUERY_STRING")
    if not query:
        return Asked(request.is_secure(), get_language(), request.path)
    view = public_view(request)
    choices = _choices(query, view) if view else None
    return None if choices is None else Asked(request.is_secure(), get_language(), request.path, choices)


def _can_be_kept(request: HttpRequest) -> bool:
    if "HTTP_IF_MATCH" in request.META or "HTTP_IF_UNMODIFIED_SINCE" in request.META:
        return False  # for those who write; Django knows what to answer
    try:
        request.get_host()
    except DisallowedHost:
        return False
    return True


def public_view(request: HttpRequest) -> object | None:
    """The view of the path, where it is one for everybody.

    Slugs name content, and any other is a 404. Ids (the shell of the gym screen takes any) can be made up without
    end, and each would be a page: not these.
    """
    try:
        found = resolve(request.path_info)
    except Resolver404:
        return None
    if getattr(found.func, "audience", None) != "public" or not all(isinstance(v, str) for v in found.kwargs.values()):
        return None
    return found.func


def _choices(query: str, view: object) -> Choices | None:
    """The choices among the view's in a fixed order; None where there are free words, or one of them comes twice."""
    choices, words = getattr(view, "choices", ()), getattr(view, "words", ())
    try:
        pairs = parse_qsl(query, max_num_fields=MOST_KEYS)
    except ValueError:
        return None
    read = sorted((key, value) for key, value in pairs if key in choices or key in words)
    names = [key for key, _ in read]
    if len(set(names)) < len(names) or not set(names).isdisjoint(words):
        return None
    return tuple(read)
