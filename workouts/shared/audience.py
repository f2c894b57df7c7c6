"""Who may see a view. Every view says it with one of these decorators; `manage.py check` fails for one that does not.

public: the same bytes for everybody, so it is kept (`shared.caching`): nothing may decide them but the content, the
        path and the query keys that the decorator names; not the clock, the Host, `request.user` or the session.
guest:  for people who are not signed in, or anybody, with a session (forms).
member: signed in, else the sign-in page, which leads back here.
staff:  signed in, with the right to the admin; a 404 for anybody else.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec, overload

from django.contrib.auth.views import redirect_to_login
from django.core.checks import CheckMessage, Error
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import activate, get_language

from legday.languages import path_in
from workouts.shared.requests import MemberRequest

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
MemberView = Callable[Concatenate[MemberRequest, P], HttpResponseBase]

# Views of libraries, by the package they live in. What each lets in is tested by the isolation matrix.
OF_LIBRARIES = {"allauth": "guest", "django.contrib.sitemaps": "public"}
# Whole branches of the tree: the admin hangs generic redirects among its own views.
OF_BRANCHES = {"admin": "staff"}

PRIVATE = "no-store, private"
REVALIDATE = "public, no-cache"


def _mark(view: Callable[..., Any], audience: str) -> None:
    view.audience = audience  # type: ignore[attr-defined]  # read by the check and by the isolation test


def _open(view: View[P], audience: str, caching: str) -> View[P]:
    @wraps(view)
    def wrapper(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", caching)
        return response

    _mark(wrapper, audience)
    return wrapper


@overload
def public(view: View[P]) -> View[P]: ...
@overload
def public(*, choices: tuple[str, ...] = (), words: tuple[str, ...] = ()) -> Callable[[View[P]], View[P]]: ...
def public(view: Any = None, *, choices: tuple[str, ...] = (), words: tuple[str, ...] = ()) -> Any:
    """Anybody; the answer may be kept by anybody's cache, and is asked after by its ETag.

    `choices` are the query keys that the view reads with a bounded number of values (any other value is no 200):
    each combination is a page that is kept. With `words`, keys of free text, it is made anew each time. The view
    sees no other keys.
    """

    def decorate(view: View[P]) -> View[P]:
        wrapper = _open(view, "public", REVALIDATE)
        wrapper.choices, wrapper.words = choices, words  # type: ignore[attr-defined]  # read by `shared.caching`
        return wrapper

    return decorate if view is None else decorate(view)


def guest(view: View[P]) -> View[P]:
    """Anybody, with a session: the answer is for this visitor alone."""
    return _open(view, "guest", PRIVATE)


def member(view: MemberView[P]) -> View[P]:
    """Signed in; else off to the sign-in page and back."""

    @wraps(view)
    def wrapper(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        response = in_her_language(request) or view(request, *args, **kwargs)  # type: ignore[arg-type]  # signed in: the line above saw to it
        response.headers.setdefault("Cache-Control", PRIVATE)
        return response

    _mark(wrapper, "member")
    return wrapper


def in_her_language(request: HttpRequest) -> HttpResponseBase | None:
    """Where she chose a language and the address is in another: the way to the same page in hers; None where there is
    nothing to do. A form that was sent is answered in her language where it came in."""
    chosen = request.user.preferences.language  # type: ignore[union-attr]  # a member
    if not chosen or chosen == get_language():
        return None
    if request.method in {"GET", "HEAD"}:
        return redirect(path_in(request.get_full_path(), chosen))
    activate(chosen)  # until the middleware that chose the address's language takes it back
    return None


def staff(view: MemberView[P]) -> View[P]:
    """Staff; for others the page does not exist."""

    @wraps(view)
    def wrapper(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not (request.user.is_authenticated and request.user.is_staff):
            raise Http404
        response = view(request, *args, **kwargs)  # type: ignore[arg-type]  # signed in: the line above saw to it
        response.headers.setdefault("Cache-Control", PRIVATE)
        return response

    _mark(wrapper, "staff")
    return wrapper


def audience_of(view: Callable[..., Any]) -> str | None:
    """What the view says, or what its library is known for; None if nobody said."""
    said = getattr(view, "audience", None)
    if said is not None:
        return str(said)
    module = getattr(getattr(view, "view_class", view), "__module__", "") or ""
    return next((who for package, who in OF_LIBRARIES.items() if module.startswith(package)), None)


class Route(NamedTuple):
    """A route of the site: its path with converters, its pattern, and who may see it (None: nobody said)."""

    path: str
    pattern: URLPattern
    audience: str | None


def every_route(resolver: URLResolver | None = None, prefix: str = "", branch: str | None = None) -> Iterator[Route]:
    """Every route of the site, library routes included."""
    for entry in (resolver or get_resolver()).url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from every_route(entry, path, branch or OF_BRANCHES.get(str(entry.app_name)))
        else:
            yield Route(path, entry, branch or audience_of(entry.callback))


def every_view_says_its_audience(**_: object) -> list[CheckMessage]:
    """System check `legday.E001`: a route whose view has no audience."""
    return [
        Error(
            f"The view of /{route.path} does not say its audience.",
            hint="Add @public, @guest, @member or @staff.",
            id="legday.E001",
        )
        for route in every_route()
        if route.audience is None
    ]


__all__ = ["audience_of", "every_route", "every_view_says_its_audience", "guest", "member", "public", "staff"]
