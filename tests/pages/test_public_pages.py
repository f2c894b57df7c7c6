"""What holds for every public page: the same bytes for everybody, few statements, caches, head and landmarks."""

from itertools import pairwise

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.pages.reading import Page
from workouts.pages.queries import public_paths

MOST_STATEMENTS = 6
ASKED = [
    "/search/?q=squat",
    "/search/",
    "/exercises/?q=leg&muscle=hamstrings&equipment=barbell&pattern=hinge",
    "/exercises/?muscle=soleus",
    "/sitemap.xml",
    "/robots.txt",
]


@pytest.fixture
def paths(content: None) -> list[str]:
    return public_paths() + ASKED


@pytest.fixture
def pages(content: None) -> list[str]:
    return [*public_paths(), "/search/?q=squat"]


def test_every_public_page_answers_with_few_statements(client: Client, paths: list[str]) -> None:
    counts = {}
    for path in paths:
        with CaptureQueriesContext(connection) as statements:
            assert client.get(path).status_code == 200, path
        counts[path] = len(statements)
    assert {path: count for path, count in counts.items() if count > MOST_STATEMENTS} == {}


def test_statements_do_not_grow_with_the_catalogue(client: Client, content: None) -> None:
    with CaptureQueriesContext(connection) as few:
        client.get("/exercises/")
    for number in range(10):
        factories.exercise(slug=f"more-{number}", name=f"More {number}")
    with CaptureQueriesContext(connection) as many:
        client.get("/exercises/")
    assert len(many) == len(few)


def test_the_same_bytes_for_everybody(client: Client, as_owner: Client, paths: list[str]) -> None:
    for path in paths:
        nobody, member = client.get(path), as_owner.get(path)
        assert nobody.content == member.content, path
        for response in (nobody, member):
            assert "Cookie" not in response.headers.get("Vary", ""), path
            assert not response.cookies, path
            assert response.headers["Cache-Control"] == "public, no-cache", path


def test_an_unchanged_page_is_not_sent_again(client: Client, pages: list[str]) -> None:
    for path in pages:
        etag = client.get(path).headers["ETag"]
        again = client.get(path, headers={"if-none-match": etag})
        assert (again.status_code, again.content) == (304, b""), path


def test_the_head_of_every_page(client: Client, pages: list[str]) -> None:
    titles = {}
    for path in pages:
        page = Page(client.get(path))
        [description] = page.all("meta", name="description")
        assert 40 <= len(description["content"]) <= 320, path
        [image] = page.all("meta", property="og:image")
        assert image["content"].startswith(
            ("http://localhost:8000/static/images/legday-og", "http://localhost:8000/share/")
        ), path
        canonical = [link["href"] for link in page.all("link", rel="canonical")]
        plain = path.partition("?")[0]
        assert canonical == ([] if plain == "/search/" else [f"http://localhost:8000{plain}"])
        titles[path] = page.all("meta", property="og:title")[0]["content"]
    assert len(set(titles.values())) == len(titles)


def test_headings_and_landmarks(client: Client, pages: list[str]) -> None:
    for path in pages:
        page = Page(client.get(path))
        levels = [level for level, _ in page.headings]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path
        assert all(words for _, words in page.headings), path
        assert len(page.all("main")) == 1, path
        ids = [values["id"] for _, values in page.elements if "id" in values]
        assert len(ids) == len(set(ids)), f"{path}: {sorted(i for i in ids if ids.count(i) > 1)}"
        named = {values["aria-labelledby"] for _, values in page.elements if "aria-labelledby" in values}
        assert named <= set(ids), path
        assert all("alt" in image for image in page.all("img")), path


def test_links_of_public_pages_lead_somewhere(client: Client, pages: list[str]) -> None:
    targets: dict[str, set[str]] = {}
    for path in pages:
        for link in Page(client.get(path)).links():
            plain, _, fragment = link.partition("#")
            targets.setdefault(plain or path, set()).add(fragment)
    for target, fragments in targets.items():
        if target.startswith(("mailto:", "https://doi.org/10.", "https://pmc.ncbi.nlm.nih.gov/articles/PMC")):
            continue  # papers
        response = client.get(target)
        assert response.status_code in {200, 302}, target
        if response.status_code == 200:
            ids = {values["id"] for _, values in Page(response).elements if "id" in values}
            assert fragments - {""} <= ids, target


def test_no_exclamation_marks_in_what_people_read(client: Client, pages: list[str]) -> None:
    for path in pages:
        assert "!" not in Page(client.get(path)).text, path
