"""How much a request may carry (T25, T28): refused by its length, before a byte of the body is read."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from legday.middleware import body_limit
from tests.safety.test_headers import holds

LIMIT = 6 * 1024 * 1024
FORMS = ["/accounts/login/", "/settings/data/import/", "/nothing/", "/", "/admin/login/"]


class Untouched(io.BytesIO):
    """A body that fails the test if anybody reads it."""

    def read(self, *_: Any) -> bytes:
        raise AssertionError("the body was read")

    readline = readlines = read  # type: ignore[assignment]  # none of them may be called


def announce(path: str, length: str, **more: Any) -> Any:
    """A request that says it carries `length` bytes."""
    extra = {"CONTENT_LENGTH": length, "wsgi.input": Untouched(), **more}
    return Client(raise_request_exception=True).generic(
        "POST", path, b"", content_type="multipart/form-data; boundary=x", **extra
    )


@pytest.mark.parametrize("length", [str(LIMIT + 1), str(10**9), "9" * 40])
@pytest.mark.parametrize("path", FORMS)
def test_too_much_is_refused_unread(path: str, length: str) -> None:
    """No `db` fixture: a statement would fail as well."""
    answer = announce(path, length)
    assert answer.status_code == 413
    assert "At most 5 MB" in answer.content.decode()
    holds(answer, path)


@pytest.mark.parametrize("path", FORMS)
def test_a_body_without_a_length_is_refused_unread(path: str) -> None:
    answer = announce(path, "", HTTP_TRANSFER_ENCODING="chunked")
    assert answer.status_code == 411
    holds(answer, path)


@pytest.mark.parametrize("length", ["0", "", str(LIMIT), "-1", "x", "１２"])
def test_the_rest_passes(length: str) -> None:
    request = RequestFactory().post("/", **{"CONTENT_LENGTH": length})  # type: ignore[arg-type]  # of the environment
    assert body_limit(lambda _request: "passed")(request) == "passed"  # type: ignore[arg-type, comparison-overlap, return-value]


@pytest.mark.django_db
def test_a_file_of_the_size_that_imports_take_arrives(as_owner: Client) -> None:
    file = SimpleUploadedFile("strong.csv", b"x" * (5 * 1024 * 1024 + 1))
    answer = as_owner.post("/settings/data/import/", {"file": file})
    assert "At most 5 MB" not in answer.content.decode(), "judged by the form, not refused at the door"


@pytest.mark.django_db
def test_a_larger_one_does_not(as_owner: Client) -> None:
    answer = as_owner.post("/settings/data/import/", {"file": SimpleUploadedFile("strong.csv", b"x" * LIMIT)})
    assert answer.status_code == 413
    assert "At most 5 MB" in answer.content.decode()
