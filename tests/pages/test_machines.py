"""Sitemap, robots and structured data."""

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests.pages.reading import Page
from workouts.catalogue.models import Exercise
from workouts.faq.models import Question
from workouts.shared.audience import every_route
from workouts.templatetags.structured import json_ld


def addresses(client: Client, **headers: str) -> list[str]:
    answer = client.get("/sitemap.xml", headers=headers)
    assert answer.headers["Content-Type"].startswith("application/xml")
    return re.findall(r"<loc>([^<]+)</loc>", answer.content.decode())


def test_every_address_of_the_sitemap_answers(client: Client, content: None) -> None:
    found = addresses(client)
    assert len(found) == len(set(found)) == 2 * (7 + 1 + 29 + 5)
    for address in found:
        assert address.startswith("http://localhost:8000/")
        assert client.get(urlsplit(address).path).status_code == 200, address


def test_the_sitemap_does_not_believe_the_host_header(client: Client, content: None) -> None:
    assert addresses(client, host="127.0.0.1") == addresses(client)


def test_a_retired_exercise_is_not_in_the_sitemap(client: Client, content: None) -> None:
    Exercise.objects.filter(slug="leg-press").update(retired=True)
    assert not any("leg-press" in address for address in addresses(client))


def test_robots_keep_to_the_public_pages(client: Client, db: None) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://localhost:8000/sitemap.xml" in text
    closed = re.findall(r"^Disallow: (.+)$", text, re.MULTILINE)
    private = [f"/{route.path}" for route in every_route() if route.audience in {"member", "staff"}]
    assert [path for path in private if not path.startswith(tuple(closed))] == []
    for name in ("pages:home", "catalogue:exercises", "faq:faq", "routines:routines"):
        assert reverse(name) not in closed


def test_no_text_breaks_out_of_structured_data() -> None:
    block = json_ld({"name": "</script><script>alert(1)</script><!-- & '\""})
    assert block.count("<") == 2
    assert block.startswith('<script type="application/ld+json">')


def test_an_editor_s_text_stays_text(client: Client, content: None) -> None:
    Question.objects.filter(slug="how-often").update(answer="</script><b>2</b> & more")
    page = Page(client.get("/faq/"))
    [first, *_] = page.of_type("FAQPage")["mainEntity"]
    assert first["acceptedAnswer"]["text"] == "</script><b>2</b> & more"
    assert page.all("b") == []


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("/", {"WebSite"}),
        ("/faq/", {"FAQPage"}),
        ("/routines/leg-day/", {"BreadcrumbList", "ExercisePlan"}),
        ("/exercises/barbell-squat/", {"BreadcrumbList", "HowTo"}),
        ("/anatomy/glutes/", {"BreadcrumbList"}),
    ],
)
def test_what_each_page_says_to_machines(client: Client, content: None, path: str, kinds: set[str]) -> None:
    page = Page(client.get(path))
    assert {data["@type"] for data in page.structured} == kinds
    assert all(data["@context"] == "https://schema.org" for data in page.structured)


def test_the_way_up_is_absolute(client: Client, content: None) -> None:
    way = Page(client.get("/exercises/leg-press/")).of_type("BreadcrumbList")["itemListElement"]
    assert [step["item"] for step in way] == [
        "http://localhost:8000/exercises/",
        "http://localhost:8000/exercises/leg-press/",
    ]


def test_who_asks_for_an_icon_unasked_gets_one(client: Client, db: None) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 301
    assert re.fullmatch(r"/static/icons/legday(\.\w+)?\.ico", answer.headers["Location"])
