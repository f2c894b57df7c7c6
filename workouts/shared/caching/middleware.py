"""The outermost middleware: answers public pages that are ready without the rest of the stack."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.http import parse_etags

from workouts.shared.caching.asked import Asked, asked_by, public_view
from workouts.shared.caching.edition import Sight
from workouts.shared.caching.shelf import Form, Page, Shelf

SHELF, SIGHT = Shelf(), Sight()
# Would make something else of a page than the page.
OF_THE_BROWSER = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


def forget() -> None:
    """Lets go of every page of this process. For tests; the product renews the edition."""
    SHELF.clear()
    SIGHT.__init__()  # type: ignore[misc]  # as new


class PublicPages:
    """Keeps what `@public` views answer, with all headers that the stack gave it, until the edition is another.

    While the database does not answer, what was kept is sent whatever its edition.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.DEBUG:
            raise MiddlewareNotUsed  # templates change under the hands of whoever works on them
        self.get_response = get_response
        self.packing = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = asked_by(request)
        page = SHELF.get(asked) if asked else None
        if asked is None or (page is None and not public_view(request)):
            return self.get_response(request)
        edition = SIGHT.number()
        if page is not None and edition in {page.edition, None}:
            return answer(request, page)
        if edition is None or request.method == "HEAD":
            return self.get_response(request)
        return self._anew(request, asked, edition)

    def _anew(self, request: HttpRequest, asked: Asked, edition: int) -> HttpResponseBase:
        """The page by the whole stack. The edition was read before it: if an editor saves meanwhile, what is kept
        here counts as older than it may be, and is asked for no more."""
        with _in_plain(request, asked.query):
            response = self.get_response(request)
        if not can_be_kept(response):
            return self.packing.process_response(request, response)
        page = Page.of(response, edition)
        SHELF.put(asked, page)
        return answer(request, page)


@contextmanager
def _in_plain(request: HttpRequest, query: str) -> Iterator[None]:
    """The request as one for the whole page, neither packed nor conditional."""
    before = {name: request.META[name] for name in (*OF_THE_BROWSER, "QUERY_STRING") if name in request.META}
    for name in OF_THE_BROWSER:
        request.META.pop(name, None)
    request.META["QUERY_STRING"] = query
    try:
        yield
    finally:
        # The environment is the server's too: its log reads it.
        request.META.update(before)


def can_be_kept(response: HttpResponse) -> bool:
    """Whether it is a whole page that says itself that it is for everybody."""
    headers = response.headers
    said = headers.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "ETag" in headers
        and "Content-Encoding" not in headers
        and "public" in said
        and "no-store" not in said
        and headers.get("Vary", "Accept-Encoding").lower() == "accept-encoding"
    )


def answer(request: HttpRequest, page: Page) -> HttpResponse:
    """The page as this browser takes it, or a 304 if that is what it has."""
    form = page.as_asked(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    known = request.META.get("HTTP_IF_NONE_MATCH")
    if known and _has(known, form):
        response = HttpResponse(status=304, headers=dict([("ETag", form.etag), *page.shared]))
        del response.headers["Content-Type"]
        return response
    return HttpResponse(b"" if request.method == "HEAD" else form.body, headers=dict(form.headers))


def _has(known: str, form: Form) -> bool:
    """If-None-Match against the tag, by weak comparison (RFC 9110, 13.1.2)."""
    tags = [tag.removeprefix("W/") for tag in parse_etags(known)]
    return form.etag.removeprefix("W/") in tags or tags == ["*"]
