"""Response headers that no library of ours sets."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PERMISSIONS = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), "
    "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), interest-cohort=()"
)


# On our own pages no string becomes markup or script but through the one policy of that name. Not in the admin: its
# jQuery cannot.
TRUSTED_TYPES = {"require-trusted-types-for": ["'script'"], "trusted-types": ["legday"]}


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Adds Permissions-Policy, Cross-Origin-Resource-Policy and trusted types.

    What says nothing of caching is not kept. A page that forgot to say would else be stored by a shared proxy:
    private is the default, public is said (`workouts.shared.audience.public`).
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store, private")
        if not request.path_info.startswith("/admin/"):
            response._csp_update = TRUSTED_TYPES  # type: ignore[attr-defined]  # django-csp's way of adding to its policy
        return response

    return middleware
