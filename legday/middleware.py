"""Response headers that no library of ours sets, and how much a request may carry."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from legday.errors import no_length, too_large

PERMISSIONS = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), "
    "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), interest-cohort=()"
)


HEADERS = {
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store, private",
    # Django sets these too, further in; what is refused before that (a foreign Host) has them from here.
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# On our own pages no string becomes markup or script but through the one policy of that name. Not in the admin: its
# jQuery cannot; nor under Vite's development server, whose client has no policy.
TRUSTED_TYPES = {"require-trusted-types-for": ["'script'"], "trusted-types": ["legday"]}


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Adds the headers above and trusted types.

    What says nothing of caching is not kept. A page that forgot to say would else be stored by a shared proxy:
    private is the default, public is said (`workouts.shared.audience.public`).
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not (settings.VITE_DEV or request.path_info.startswith("/admin/")):
            response._csp_update = TRUSTED_TYPES  # type: ignore[attr-defined]  # django-csp's way of adding to its policy
        return response

    return middleware


def body_limit(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuses a body of more than DATA_UPLOAD_MAX_MEMORY_SIZE bytes before a byte of it is read.

    Django's own bound leaves files out: it would spool one of any size to the disk. A body that comes in chunks has
    no length, and Django would take it for an empty one; so it is refused, and no form is saved that was not read.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or ""
        if length.isdecimal() and int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return too_large(request)
        if not length and "HTTP_TRANSFER_ENCODING" in request.META:
            return no_length(request)
        return get_response(request)

    return middleware
