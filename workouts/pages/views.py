"""Home, search, method, privacy, the style guide, and what machines ask for."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap as django_sitemap
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from legday.languages import codes, path_in
from workouts.catalogue.queries import found_exercises, leg_groups, words
from workouts.faq.queries import found_questions, how_often
from workouts.pages.forms import SearchForm
from workouts.pages.queries import method_numbers, worker_script
from workouts.pages.samples import samples
from workouts.pages.sitemaps import PublicPages
from workouts.routines.queries import GUIDE_ROUTINE, coverage, routine_page
from workouts.shared.audience import public, staff
from workouts.shared.requests import MemberRequest

# What is personal, of machines, or endless. Pages that are retired say noindex themselves.
PRIVATE_PATHS = (
    "/accounts/",
    "/admin/",
    "/api/",
    "/my/",
    "/progress/",
    "/search/",
    "/settings/",
    "/styleguide/",
    "/today/",
    "/train/",
    "/workouts/",
)
# Without another language.
ONE_ALONE = ("/admin/", "/api/")


@public
def home(request: HttpRequest) -> HttpResponse:
    page = routine_page(GUIDE_ROUTINE)
    context = {
        "page": page,
        "coverage": coverage(page.rows) if page else [],
        "how_often": how_often(),
        "groups": leg_groups(),
        "title": _("Leg day: know the leg, train it, keep the log"),
        "description": _(
            "The leg in one drawing, a routine of five exercises with every step, and a log that keeps each set. "
            "For leg days that train all of it."
        ),
    }
    return render(request, "pages/home.html", context)


@public(words=("q",))
def search(request: HttpRequest) -> HttpResponse:
    """Exercises and questions that hold every word. Without a word nothing is searched."""
    form = SearchForm(request.GET)
    terms = words(form.cleaned_data["q"]) if form.is_valid() else []
    context = {
        "form": form,
        "terms": terms,
        "exercises": list(found_exercises(text=" ".join(terms))) if terms else [],
        "questions": list(found_questions(terms)) if terms else [],
        "title": _("Search"),
        "description": _("Search leg exercises by any name they go by, and the questions people ask about leg day."),
        "noindex": True,
    }
    return render(request, "pages/search.html", context, status=422 if form.errors else 200)


@public
def method(request: HttpRequest) -> HttpResponse:
    context = {
        "numbers": method_numbers(routine_page(GUIDE_ROUTINE)),
        "title": _("Method and sources"),
        "description": _(
            "Every formula and rule behind the numbers, in plain words: estimated one-rep maximum, progression, "
            "weekly sets, rest days, warm-up, plates and units, each with its source."
        ),
    }
    return render(request, "pages/method.html", context)


@public
def privacy(request: HttpRequest) -> HttpResponse:
    context = {
        "contact": settings.CONTACT_EMAIL,
        "title": _("Privacy"),
        "description": _("What is stored and why, how to take it out or delete it, cookies, and a notice on health."),
    }
    return render(request, "pages/privacy.html", context)


@staff
def styleguide(request: MemberRequest) -> HttpResponse:
    """Every component in its states, and the design tokens. Its forms lead back here and change nothing."""
    return render(request, "pages/styleguide.html", samples())


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    return django_sitemap(request, sitemaps={"pages": PublicPages})


@public
def robots(request: HttpRequest) -> HttpResponse:
    others = [path_in(path, code) for code in codes()[1:] for path in PRIVATE_PATHS if path not in ONE_ALONE]
    private = [*PRIVATE_PATHS, *others]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in private)]
    lines += ["", f"Sitemap: {settings.ORIGIN}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@public
def favicon(request: HttpRequest) -> HttpResponse:
    """What browsers ask for unasked, where a page (the admin's) names no icon."""
    return HttpResponsePermanentRedirect(static("icons/legday.ico"))


@public
def offline(request: HttpRequest) -> HttpResponse:
    """What the service worker shows for a page that it does not keep."""
    return render(request, "pages/offline.html", {"title": _("No connection"), "noindex": True})


@public
def offline_today(request: HttpRequest) -> HttpResponse:
    """Stands in for /today/ without a network: no data of its own, the device's log fills it."""
    return render(request, "pages/offline_today.html", {"section": "today", "title": _("Today"), "noindex": True})


@public
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. Browsers ask for it anew at each visit, whatever they keep."""
    return HttpResponse(worker_script(), content_type="text/javascript; charset=utf-8")


@public
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put Legday on its home screen."""
    icons = [
        {"src": static("icons/legday-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": static("icons/legday-512.png"), "sizes": "512x512", "type": "image/png"},
        {
            "src": static("icons/legday-maskable-512.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
        {"src": static("icons/legday.svg"), "sizes": "any", "type": "image/svg+xml"},
    ]
    start = {"name": _("Start leg day"), "url": f"{reverse('training:new')}?routine={GUIDE_ROUTINE}"}
    told = {
        "id": "/",
        "name": "Legday",
        "short_name": "Legday",
        "description": _("Leg day: the routine, the gym screen that needs no signal, and your log."),
        "lang": get_language(),
        "start_url": reverse("training:today"),
        "scope": "/",
        "display": "standalone",
        "orientation": "any",
        "background_color": "#f2f0ea",
        "theme_color": "#f2f0ea",
        "categories": ["fitness", "health", "sports"],
        "icons": icons,
        "shortcuts": [start],
    }
    return JsonResponse(told, content_type="application/manifest+json")
