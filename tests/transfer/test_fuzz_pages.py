"""Row T27: damaged files of every app all the way through the pages, into the log and out of it again."""

import importlib
import random
import re
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.transfer.strong_files import data, twin
from workouts.log.models import LoggedSet
from workouts.transfer.models import ImportBatch

pytestmark = pytest.mark.django_db

SOUND = [data(*twin(workouts=2)), b"Stamp;Lift;Kilo;Times\n" + b"2024-03-05;Squat;62,5;8\n" * 4] + [
    path.read_bytes() for path in sorted((Path(__file__).parent / "samples").glob("*.?sv"))
]
JUNK = [
    b'"', b'""', b"\x00", b"\n", b"\r", b"\r\n", b",", b";", b"\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xa8",
    b"1e400", b"NaN", b"-", b"'", b"=1+1", b"\xf0\x9f\x8f\x8b", b"\xed\xa0\x80", b"\x82\xa0\x82\xa0", b"9" * 400,
    b"0001-01-01", b"9999-12-31T23:59:59-01:00", b"2024-02-31", b"Warmup", b"Rest Timer", b"x" * 3000, b"\xe2\x80\xae",
    b" ", b"lb", b"0",
]  # fmt: skip
STEPS = 40


def damaged(chance: random.Random) -> bytes:
    """A sound file with one to six wounds: cut, filled with junk, a line twice, a column of another name."""
    content = chance.choice(SOUND)
    for _wound in range(chance.choice([1, 1, 2, 3, 6])):
        kind, place = chance.randrange(8), chance.randrange(len(content) + 1)
        if kind <= 2:
            content = content[:place] + chance.choice(JUNK) + content[place + chance.choice([0, 1, 5, 60]) :]
        elif kind == 3:
            content = content[:place]
        elif kind == 4:
            lines = content.split(b"\n")
            at = chance.randrange(len(lines))
            content = b"\n".join([*lines[:at], *lines[at : at + 1] * chance.choice([0, 2]), *lines[at + 1 :]])
        elif kind == 5:
            head, _, rest = content.partition(b"\n")
            names = re.split(rb"([,;\t])", head)
            names[chance.randrange(len(names))] = chance.choice([b"", b"Weight", b"Date", b"reps", b"x"])
            content = b"".join(names) + b"\n" + rest
        elif kind == 6:
            content = content[:place] + chance.randbytes(chance.choice([1, 4, 40])) + content[place:]
        else:
            content = content.replace(chance.choice([b",", b"\n", b"0", b"-"]), chance.choice(JUNK[:12]), 3)
    return content


def through(client: Client, content: bytes) -> str:
    """Uploads, answers, imports and undoes; says how far it came. Nothing is ever seen of a file but all of it."""
    file = SimpleUploadedFile("f.csv", content)
    response: HttpResponse = client.post(reverse("transfer:imports"), {"file": file})  # type: ignore[assignment]
    if response.status_code != 302:
        assert response.status_code in {413, 422}
        assert not ImportBatch.objects.exists()
        return "refused"
    batch = ImportBatch.objects.get()
    if batch.status == "columns":
        told = client.get(f"{batch.get_absolute_url()}columns/").context["form"].initial
        response = client.post(f"{batch.get_absolute_url()}columns/", {"all": "kg", "reps": "3", **told})  # type: ignore[assignment]
        if response.status_code != 302:
            assert response.status_code == 422
            return "asked"
    assert client.get(batch.get_absolute_url()).status_code == 200
    assert not LoggedSet.objects.exists()
    client.post(batch.get_absolute_url(), {"unit": "kg", "dates": "day"})
    for _step in range(STEPS):
        batch.refresh_from_db()
        if batch.status != "running":
            break
        assert not LoggedSet.objects.live().exists()
        client.post(reverse("transfer:go_on", args=[batch.uid]))
    assert batch.status == "done", client.get(batch.get_absolute_url()).content.decode()[:3000]
    assert LoggedSet.objects.live().count() == batch.counts["added"]["sets"]
    if not batch.counts["day_open"]:
        assert batch.counts["added"]["sets"] == batch.counts["sets"] - batch.counts["left_out"], "as the dry run said"
    assert not LoggedSet.objects.filter(note__contains="\ufffd").exists()
    client.post(reverse("transfer:undo", args=[batch.uid]))
    assert not LoggedSet.objects.live().exists()
    return "done"


def fuzz(client: Client, files: int, seed: int) -> tuple[dict[str, int], float]:
    """How many files came how far, and the seconds that the slowest took."""
    came: dict[str, int] = {}
    slowest = 0.0
    for number in range(files):
        chance = random.Random(f"{seed}.{number}")
        content = damaged(chance)
        began = time.monotonic()
        try:
            with transaction.atomic():
                how_far = through(client, content)
                transaction.set_rollback(True)
        except Exception as problem:
            problem.add_note(f"file {number} of seed {seed}: {content!r}")
            raise
        came[how_far] = came.get(how_far, 0) + 1
        slowest = max(slowest, time.monotonic() - began)
    return came, slowest


@pytest.fixture(autouse=True)
def many_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.import_module("workouts.transfer.actions.receive"), "PER_HOUR", 10**9)


def test_a_few_hundred_damaged_files(as_owner: Client) -> None:
    came, _slowest = fuzz(as_owner, 200, seed=27)
    assert came.keys() == {"refused", "asked", "done"}, "the fuzzer reaches each of the ends"


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_twenty_thousand_damaged_files(as_owner: Client, seed: int) -> None:
    came, slowest = fuzz(as_owner, 2000, seed=seed)
    assert sum(came.values()) == 2000
    assert slowest < 5
