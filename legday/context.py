"""What every template may know of the site. Never the visitor: public pages are the same bytes for everybody."""

from django.conf import settings
from django.http import HttpRequest

from legday.languages import alternates


def site(request: HttpRequest) -> dict[str, object]:
    """The origin for absolute links, this page's canonical address (no query string), and its `alternates`: itself in
    each language, as `legday.languages.Alternate`."""
    return {
        "origin": settings.ORIGIN,
        "canonical": f"{settings.ORIGIN}{request.path}",
        "alternates": alternates(request.path),
    }
