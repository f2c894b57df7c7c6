"""What is kept is what the whole stack would send: bytes, headers, 304, HEAD, packed forms; to everybody alike."""

import gzip
from collections.abc import Callable
from typing import Any

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest
from django.test import Client

from tests.caching.helpers import a_page_of_each_view, every_public_page
from workouts.shared.caching.middleware import SHELF
from workouts.shared.caching.shelf import OFTEN

pytestmark = pytest.mark.django_db

FAQ = "/faq/"
# The one header of this beginning that is not about the body.
MORE = {"Content-Security-Policy"}


@pytest.fixture
def whole_stack(settings: Any, content: None) -> Callable[..., Any]:
    """Asks the stack without the layer that keeps pages."""
    kept = list(settings.MIDDLEWARE)
    bare = [name for name in kept if not name.startswith("workouts.shared.caching")]
    assert len(bare) == len(kept) - 1

    def ask(path: str, headers: dict[str, str] | None = None) -> Any:
        settings.MIDDLEWARE = bare
        try:
            return Client().get(path, headers=headers)
        finally:
            settings.MIDDLEWARE = kept

    return ask


def test_bytes_and_headers_are_those_of_the_whole_stack(client: Client, whole_stack: Callable[..., Any]) -> None:
    for path in every_public_page():
        without = whole_stack(path)
        for _ in ("first", "kept"):
            answer = client.get(path)
            assert answer.content == without.content, path
            assert dict(answer.headers) == dict(without.headers), path
    assert len(SHELF) == len(every_public_page())


def test_a_304_has_the_headers_of_the_whole_stack_s(client: Client, whole_stack: Callable[..., Any]) -> None:
    """And a few of the page's that Django leaves out, of which RFC 9110 wants Vary (15.4.5)."""
    for path in a_page_of_each_view():
        page = client.get(path)
        known = {"If-None-Match": page.headers["ETag"]}
        without, answer = whole_stack(path, known), client.get(path, headers=known)
        assert (answer.status_code, answer.content) == (without.status_code, without.content) == (304, b""), path
        assert without.headers.items() <= answer.headers.items() <= page.headers.items(), path
        assert not {name for name in answer.headers if name.startswith("Content-") and name not in MORE}, path


def test_signed_in_or_not_the_bytes_are_the_same(client: Client, as_owner: Client, content: None) -> None:
    """Both by the whole stack, for what is kept is what the first of them was sent."""
    for path in every_public_page():
        nobody = client.get(path)
        SHELF.clear()
        member = as_owner.get(path)
        SHELF.clear()
        assert nobody.content == member.content, path
        assert dict(nobody.headers) == dict(member.headers), path
        assert not member.cookies, path
        assert nobody.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding", path


@pytest.mark.parametrize("tag", ["{tag}", "W/{tag}", '"other", {tag}', '"other",W/{tag}', "*"])
def test_if_none_match(client: Client, content: None, tag: str) -> None:
    known = client.get(FAQ).headers["ETag"]
    for encoding in ("", "gzip", "br"):
        answer = client.get(FAQ, headers={"If-None-Match": tag.format(tag=known), "Accept-Encoding": encoding})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["ETag"].removeprefix("W/") == known


@pytest.mark.parametrize("headers", [{"If-None-Match": '"other"'}, {"If-Modified-Since": "x"}, {"Range": "bytes=0-1"}])
def test_the_whole_page_otherwise(client: Client, content: None, headers: dict[str, str]) -> None:
    page = client.get(FAQ)
    answer = client.get(FAQ, headers=headers)
    assert (answer.status_code, answer.content) == (200, page.content)


def test_a_condition_for_those_who_write_is_the_stack_s(client: Client, content: None) -> None:
    client.get(FAQ)
    assert client.get(FAQ, headers={"If-Match": '"other"'}).status_code == 412


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", ""), ("identity", ""), ("gzip", "gzip"), ("gzip, deflate, br, zstd", "br"), ("br;q=0, gzip", "gzip"),
        ("GZIP;Q=0.5", "gzip"), ("gzip;q=0", ""), ("gzip; q=0.0, br ; q=0", ""), ("deflate", ""), ("xgzip", ""),
    ],
)  # fmt: skip
def test_packed_as_the_browser_takes_it(client: Client, content: None, accepted: str, encoding: str) -> None:
    plain = client.get(FAQ)
    unpack = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}[encoding]
    for _ in ("first", "kept"):
        answer = client.get(FAQ, headers={"Accept-Encoding": accepted})
        assert answer.headers.get("Content-Encoding", "") == encoding
        assert unpack(answer.content) == plain.content
        assert answer.headers["Content-Length"] == str(len(answer.content))
        assert answer.headers["ETag"] == ("W/" if encoding else "") + plain.headers["ETag"]
        assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_page_that_is_asked_for_often_is_packed_better_once(client: Client, content: None) -> None:
    plain, sizes = client.get(FAQ), []
    for _ in range(OFTEN + 3):
        answer = client.get(FAQ, headers={"Accept-Encoding": "br"})
        assert brotli.decompress(answer.content) == plain.content
        assert answer.headers["ETag"] == f"W/{plain.headers['ETag']}"
        sizes.append(len(answer.content))
    assert sizes == [sizes[0]] * (OFTEN - 1) + [sizes[-1]] * 4
    assert sizes[-1] < 0.95 * sizes[0]


def test_head_is_the_page_without_its_body(client: Client, content: None) -> None:
    for path in (FAQ, "/robots.txt"):
        for accepted in ("", "gzip"):
            headers = {"Accept-Encoding": accepted}
            page = client.get(path, headers=headers)
            head = client.head(path, headers=headers)
            assert (head.status_code, head.content) == (200, b"")
            assert dict(head.headers) == dict(page.headers)


def test_a_head_that_comes_first_keeps_nothing(client: Client, content: None) -> None:
    assert client.head(FAQ).status_code == 200
    assert len(SHELF) == 0


def test_what_is_no_page_is_packed_too(client: Client, content: None) -> None:
    """A page that is not there, and one that says what was wrong: neither is kept."""
    for path, status in (("/exercises/no-such/", 404), ("/exercises/?muscle=elbow", 422)):
        answer = client.get(path, headers={"Accept-Encoding": "gzip"})
        assert (answer.status_code, answer.headers["Content-Encoding"]) == (status, "gzip")
        assert b"<html" in gzip.decompress(answer.content)
    assert len(SHELF) == 0


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_other_methods_are_answered_by_the_stack(client: Client, content: None, method: str) -> None:
    getattr(client, method)(FAQ)
    assert len(SHELF) == 0
