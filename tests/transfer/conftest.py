"""An upload as a browser sends it."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from workouts.transfer.models import ImportBatch

Upload = Callable[..., HttpResponse]


@pytest.fixture
def upload() -> Upload:
    def send(client: Client, content: bytes, name: str = "strong.csv") -> HttpResponse:
        file = SimpleUploadedFile("x.csv", content, "text/csv")
        file.name = name
        response: HttpResponse = client.post(reverse("transfer:imports"), {"file": file})  # type: ignore[assignment]
        return response

    return send


@pytest.fixture
def confirm() -> Callable[..., ImportBatch]:
    """Answers the newest preview: kilograms, and all that the page proposes."""

    def send(client: Client, **answers: str) -> ImportBatch:
        batch = ImportBatch.objects.filter(status="preview").latest("pk")
        response = client.post(batch.get_absolute_url(), {"unit": "kg", **answers})
        assert response.status_code == 302, response.content.decode()[:500]
        batch.refresh_from_db()
        return batch

    return send
