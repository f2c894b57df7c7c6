"""What every template may know of the site. Never the visitor: public pages are the same bytes for everybody."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, str]:
    """The origin for absolute links, and this page's canonical address (no query string)."""
    return {"origin": settings.ORIGIN, "canonical": f"{settings.ORIGIN}{request.path}"}
