"""What is uploaded to do harm, through the page: a sentence or the value that the docs name, never a 5xx or a half."""

import gzip
import io
import tracemalloc
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.transfer.strong_files import DAY, B, data, line, sets
from workouts.accounts.models import User
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.transfer.formats.rows import MAX_BYTES
from workouts.transfer.models import ImportBatch

pytestmark = pytest.mark.django_db

Upload = Callable[..., HttpResponse]
Confirm = Callable[..., ImportBatch]

ODD = [
    "NaN", "sNaN", "Infinity", "-Infinity", "+Infinity", "1e400", "1e1000000", "-1", str(2**63), "9" * 5000, "1_000",
    "0x10", "١٢", "１２", "true", "[]", "{}", "--5", "5-", "½", "1,2,3", "1.2.3", "12\x0b3",
]  # fmt: skip
COLUMNS = {"weight": "Weight", "reps": "Reps", "seconds": "Seconds", "distance": "Distance"}


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:20]))
def test_t24_odd_numbers_are_named_with_their_line(as_owner: Client, upload: Upload, column: str, text: str) -> None:
    """Row T24: refused in words, the row beside it is kept."""
    upload(as_owner, data(line(), line(order=2, **{column: text, **({"reps": "0"} if column == "distance" else {})})))
    batch = ImportBatch.objects.get()
    if (column, text) == ("weight", "-1"):
        assert batch.counts["remarks"]["assisted"] == 1, "below 0 a weight is help from a machine"
        return
    ((number, problem),) = batch.counts["listed"]
    assert (batch.counts["sets"], number) == (1, 3)
    assert problem.startswith(COLUMNS[column])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("0", None), ("-0", None), ("-0.0", None), ("1,5", Decimal("1.5")), (" 12\n", Decimal(12)),
        ("1000", Decimal(1000)), ("0.001", Decimal("0.001")), ("٠", "no set"), ("1000.001", "no set"),
        ("2200.1", "no set"),
    ],
)  # fmt: skip
def test_t24_a_number_at_the_edge(
    as_owner: Client, upload: Upload, confirm: Confirm, text: str, kept: Decimal | str | None
) -> None:
    """Row T24: 0, the most, and one more."""
    upload(as_owner, data(line(), line(order=2, weight=text)))
    confirm(as_owner)
    found = list(LoggedSet.objects.order_by("position").values_list("weight", flat=True)[1:])
    assert found == ([] if kept == "no set" else [kept])


@pytest.mark.parametrize(("reps", "sets_kept"), [("999", 1), ("1000", 0), ("5.0", 1), ("5.5", 0), ("1e1", 0)])
def test_t24_reps_at_the_edge(as_owner: Client, upload: Upload, reps: str, sets_kept: int) -> None:
    upload(as_owner, data(line(), line(order=2, reps=reps)))
    assert ImportBatch.objects.get().counts["sets"] == 1 + sets_kept


TOO_MUCH: dict[str, tuple[Callable[[], bytes], int]] = {
    "10 MB": (lambda: B.encode() + b"\n" + b"x" * (2 * MAX_BYTES), 413),
    "100,001 rows": (lambda: b"\n".join([B.encode(), *[f"{DAY},L,,S,1,6,8,,,,,".encode()] * 100_001]), 413),
    "a row of 5 MB": (lambda: (B + "\n").encode() + b"," * (MAX_BYTES - 200), 422),
    "10,000 columns": (lambda: ",".join(f"c{n}" for n in range(10_000)).encode() + b"\n1,2,3\n", 422),
    "a field of 131,073 characters": (lambda: data(line(notes="x" * 131_073)), 422),
}


@pytest.mark.parametrize("case", TOO_MUCH)
def test_t25_files_over_the_limits_are_refused_in_little_memory(as_owner: Client, upload: Upload, case: str) -> None:
    """Row T25: the upload itself is in the test's own memory, so it is made before the counting begins."""
    make, status = TOO_MUCH[case]
    content = make()
    tracemalloc.start()
    try:
        response = upload(as_owner, content)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert response.status_code == status
    assert peak - len(content) < 64 * 1024 * 1024
    assert not ImportBatch.objects.exists()


def test_t25_the_limits_are_told_before_the_upload(as_owner: Client) -> None:
    assert "Up to 5 MB and 50,000 rows" in as_owner.get(reverse("transfer:imports")).content.decode()


NAMES = {
    "utf-8": "Kniebeuge “tief” – 深蹲", "utf-8-sig": "Übung – 深蹲", "utf-16": "Übung 深蹲", "utf-16-le": "Übung",
    "utf-16-be": "Übung", "cp1252": "Übung “tief” €", "latin-1": "Élévation", "shift_jis": "スクワットとランジ",
}  # fmt: skip


@pytest.mark.parametrize("encoding", NAMES)
def test_t26_encodings_are_stored_exactly(as_owner: Client, upload: Upload, confirm: Confirm, encoding: str) -> None:
    """Row T26, the encodings."""
    name = NAMES[encoding]
    upload(as_owner, data(line(exercise=name)).decode().encode(encoding))
    confirm(as_owner)
    assert PerformedExercise.objects.get().exercise.name == name


@pytest.mark.parametrize("delimiter", [b",", b";", b"\t"])
def test_t26_mixed_line_ends(as_owner: Client, upload: Upload, delimiter: bytes) -> None:
    """Row T26: CR, LF and CRLF in one file."""
    row = f"{DAY},Leg Day,,Squat,%d,60,8,,,,,".encode()
    rows = [B.encode(), *(row % n for n in range(1, 5))]
    ends = [b"\r\n", b"\n", b"\r", b"\r\n", b"\n"]
    content = b"".join(each + end for each, end in zip(rows, ends, strict=True)).replace(b",", delimiter)
    upload(as_owner, content)
    assert ImportBatch.objects.get().counts["sets"] == 4


def test_t26_what_is_no_text_is_refused_with_its_line(as_owner: Client, upload: Upload) -> None:
    """Row T26: nothing is stored with a replacement character in it."""
    response = upload(as_owner, data(line(), line(order=2, notes="@@")).replace(b"@@", b"\x81\x8d"))
    assert response.status_code == 422
    assert "Line 3 holds bytes that are no text" in response.content.decode()


def zipped(content: bytes, *, times: int = 1) -> bytes:
    for _layer in range(times):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("strong.csv", content)
        content = target.getvalue()
    return content


PACKED: dict[str, Callable[[], bytes]] = {
    "zip": lambda: zipped(b"0" * 20_000_000),
    "zip in a zip": lambda: zipped(b"0" * 20_000_000, times=3),
    "gzip": lambda: gzip.compress(b"0" * 20_000_000),
    "an empty zip": lambda: b"PK\x05\x06" + b"\0" * 18,
}


@pytest.mark.parametrize("case", PACKED)
@pytest.mark.parametrize("name", ["strong.csv", "strong.zip", "strong.csv.gz"])
def test_t28_packed_files_are_refused_and_never_unpacked(
    as_owner: Client, upload: Upload, case: str, name: str
) -> None:
    """Row T28: with a word on what to do."""
    content = PACKED[case]()
    tracemalloc.start()
    try:
        response = upload(as_owner, content, name=name)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert response.status_code == 422
    assert "Unpack it, and choose the CSV file that is in it." in response.content.decode()
    assert peak < 8 * 1024 * 1024, "20 MB were never there"


def test_t28_a_packed_body_is_no_form(as_owner: Client) -> None:
    """Row T28: nothing on the way unpacks a body by its header."""
    file = SimpleUploadedFile("s.csv", data(line()))
    response = as_owner.post(reverse("transfer:imports"), {"file": file}, headers={"Content-Encoding": "gzip"})
    assert response.status_code in {302, 400, 415}, "a body that is not packed may be read as it stands"
    response = as_owner.post(
        reverse("transfer:imports"),
        gzip.compress(b"0" * 5_000_000),
        content_type="multipart/form-data; boundary=x",
        headers={"Content-Encoding": "gzip"},
    )
    assert response.status_code in {400, 415, 422}


def test_t30_overlapping_files_add_each_set_once(as_owner: Client, upload: Upload, confirm: Confirm) -> None:
    """Row T30; the same file, renamed, twice and half way are in test_pages.py and test_stretches.py."""
    days = [f"2024-03-{day:02} 18:00:00" for day in range(1, 7)]
    rows = [row for day in days for row in sets(3, date=day)]
    for part in (rows[:12], rows[6:], rows):
        upload(as_owner, data(*part), name="../../x")
        batch = ImportBatch.objects.latest("pk")
        assert confirm(as_owner).counts["added"] == batch.counts["new"], "the preview is the result"
    assert (LoggedSet.objects.live().count(), Workout.objects.live().count()) == (18, 6)


DATES = {
    "0001-01-01 00:00:00": False, "1949-12-31 10:00:00": False, "1969-12-31 23:59:59": True,
    "1970-01-01 00:00:00": True, "2038-01-19 03:14:08": True, "2199-12-31 23:59:59": True,
    "9999-12-31T23:59:59-01:00": False, "2024-02-29 10:00:00": True, "2023-02-29 10:00:00": False,
    "2024-02-31 10:00:00": False, "2024-03-05 24:00:00": False, "2024-03-05 23:59:60": False,
    "2024-03-31 02:30:00": True, "2024-10-27 02:30:00": True, "2024-03-05T10:00:00+14:00": True,
    "2024-03-05T10:00:00-14:00": True, "2024-03-05T10:00:00+15:00": False, "2024-W10-2": False, "2024-065": False,
    "1709661010": False, "-2024-03-05": False, "0": False, "2024-3-5 1:02": True,
}  # fmt: skip


@pytest.mark.parametrize("date", DATES)
def test_t58_dates_are_a_day_or_a_sentence(
    as_owner: Client, owner: User, upload: Upload, confirm: Confirm, date: str
) -> None:
    """Row T58: and history, calendar and progress open with whatever is stored."""
    owner.preferences.zone = "Europe/Berlin"
    owner.preferences.save()
    response = upload(as_owner, data(line(date=date)))
    if not DATES[date]:
        assert response.status_code == 422
        assert "Date “" in response.content.decode()
        return
    confirm(as_owner)
    workout = Workout.objects.get()
    slug = PerformedExercise.objects.get().exercise.slug
    for path in ("/workouts/", f"/workouts/{workout.uid}/", "/workouts/calendar/", "/progress/", f"/progress/{slug}/"):
        assert as_owner.get(path).status_code == 200, path


TEXTS = {
    "the most": "n" * 2000, "emoji": "🏋🏽‍♀️" * 20, "right to left": "\u202eabc\u202c עברית",
    "zero width": "a\u200b\u200db",
    "combining": "e" + "\u0301" * 1000, "nfd": "U\u0308bung", "quotes": '"""', "lines": "a\r\nb\nc\u2028d",
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
def test_t59_texts_are_stored_exactly(as_owner: Client, upload: Upload, confirm: Confirm, case: str) -> None:
    """Row T59."""
    text = TEXTS[case]
    name = text[:80].strip()
    upload(as_owner, data(*sets(2, notes=text, workout=name, exercise=name)))
    batch = confirm(as_owner)
    performed = PerformedExercise.objects.get()
    assert (performed.note, performed.workout.title, performed.exercise.name) == (text, name, name)
    assert as_owner.get(batch.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(("note", "cut"), [("n" * 2001, True), ("n" * 131_000, True), ("n" * 2000, False)])
def test_t59_a_text_above_the_limit_is_cut_and_said(
    as_owner: Client, upload: Upload, confirm: Confirm, note: str, cut: bool
) -> None:
    upload(as_owner, data(line(notes=note)))
    assert confirm(as_owner).counts["remarks"].get("cut", 0) == int(cut)
    assert PerformedExercise.objects.get().note == note[:2000]


@pytest.mark.parametrize("text", ["a\x00b", "\udcff"], ids=["nul", "lone surrogate"])
def test_t59_what_is_no_text_is_refused(as_owner: Client, upload: Upload, text: str) -> None:
    content = data(line(notes="@@")).replace(b"@@", text.encode("utf-8", "surrogatepass"))
    response = upload(as_owner, content)
    if response.status_code == 302:
        # The bytes of a lone surrogate are no UTF-8: they are three letters of Windows-1252.
        assert ImportBatch.objects.get().counts["encoding"] == "Windows-1252"
    else:
        assert response.status_code == 422
        assert "line 2" in response.content.decode().lower()


def test_t59_names_are_the_same_in_either_normal_form(as_owner: Client, upload: Upload, confirm: Confirm) -> None:
    """Row T59: equality goes by NFC."""
    upload(as_owner, data(line(exercise="Übung"), line(exercise="U\u0308bung", order=2)))
    confirm(as_owner)
    assert PerformedExercise.objects.values("exercise").distinct().count() == 1
