"""The pictures of links. An address holds what is on its picture (`pictures.version`), so it is kept for a year."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from workouts.shared.audience import public
from workouts.sharing import pictures
from workouts.sharing.queries import card

A_YEAR = "public, max-age=31536000, immutable"


@public
def routine(request: HttpRequest, slug: str, version: str) -> HttpResponseBase:
    return _picture("routines", slug, version)


@public
def exercise(request: HttpRequest, slug: str, version: str) -> HttpResponseBase:
    return _picture("exercises", slug, version)


def _picture(kind: str, slug: str, version: str) -> HttpResponseBase:
    """An address from before an edit leads to the picture of today: chats keep what they once read."""
    found = card(kind, slug)
    if found is None:
        raise Http404
    if version != pictures.version(found):
        return redirect(pictures.address(found))
    headers = {
        "Cache-Control": A_YEAR,
        # Pages of others show it beside the link; there is nothing on it that is not public.
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return HttpResponse(pictures.picture(found), content_type="image/png", headers=headers)
