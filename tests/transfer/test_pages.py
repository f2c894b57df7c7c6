"""The two pages: upload, dry run, answers, done, undone; limits; nobody else's."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.transfer.strong_files import SQUAT, TWIN, data, line, sets, twin
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import LoggedSet, Workout
from workouts.transfer.actions import receive
from workouts.transfer.models import ImportBatch, ImportedName

pytestmark = pytest.mark.django_db

Upload = Callable[..., HttpResponse]
Confirm = Callable[..., ImportBatch]
LIST = "/settings/data/import/"


def page(client: Client, batch: ImportBatch | None = None) -> str:
    address = (batch or ImportBatch.objects.latest("pk")).get_absolute_url()
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def live() -> int:
    count: int = LoggedSet.objects.live().count()
    return count


def test_the_dry_run_counts_and_writes_nothing(as_owner: Client, upload: Upload, content: None) -> None:
    response = upload(as_owner, data(*twin(workouts=3), line(reps="many")))
    batch = ImportBatch.objects.get()
    assert response.headers["Location"] == batch.get_absolute_url()
    shown = page(as_owner)
    assert f"3 workouts, {3 * TWIN['exercises']} exercises, {3 * TWIN['sets']} sets" in shown
    for words in ("3 rest timers", "3 rows with a distance alone", "3 rows with nothing in them", "Line 47"):
        assert words in shown
    assert "4 January 2021 – 5 March 2024" not in shown, "the row that cannot be read has no say"
    assert "4 January 2021 – 8 January 2021" in shown
    assert "6 sets have no weight and are kept as body weight." in shown
    assert (live(), Workout.objects.count(), batch.status) == (0, 0, "preview")


def test_the_unit_is_asked_and_never_assumed(as_owner: Client, upload: Upload) -> None:
    upload(as_owner, data(*sets(2, weight="135.0")))
    batch = ImportBatch.objects.get()
    assert '<input type="radio" name="unit" value="lb"' in page(as_owner)
    assert batch.counts["guess"] == "lb"
    response = as_owner.post(batch.get_absolute_url(), {})
    assert response.status_code == 422
    assert "Choose kilograms or pounds" in response.content.decode()
    assert as_owner.post(batch.get_absolute_url(), {"unit": "stone"}).status_code == 422
    assert live() == 0


@pytest.mark.parametrize(
    ("weights", "guess"),
    [(["60", "90", "135"] + ["70"] * 20, "kg"), (["225", "135", "185"], "lb"), (["100", "250"], "lb"), (["0"], "kg")],
)
def test_the_guess(as_owner: Client, upload: Upload, weights: list[str], guess: str) -> None:
    upload(as_owner, data(*[line(order=n, weight=weight) for n, weight in enumerate(weights, start=1)]))
    assert ImportBatch.objects.get().counts["guess"] == guess


def test_a_unit_in_the_header_is_not_asked(as_owner: Client, upload: Upload) -> None:
    upload(as_owner, data(line()).replace(b"Weight", b"lb"))
    assert 'name="unit"' not in page(as_owner)
    batch = ImportBatch.objects.get()
    assert as_owner.post(batch.get_absolute_url(), {}).status_code == 302
    assert LoggedSet.objects.get().unit == "lb"


def test_done_undone_and_done_again(as_owner: Client, upload: Upload, confirm: Confirm, content: None) -> None:
    file = data(*twin(workouts=3))
    upload(as_owner, file)
    first = confirm(as_owner)
    assert (live(), first.status, first.file) == (36, "done", None)
    assert first.counts["added"] == {"workouts": 3, "exercises": 15, "sets": 36}
    assert "Undo this import" in page(as_owner, first)

    upload(as_owner, file, name="renamed.csv")
    assert "Nothing new: all of this file is in your log already." in page(as_owner)
    second = confirm(as_owner)
    assert (live(), second.counts["added"]["sets"]) == (36, 0)
    assert "Nothing new" in page(as_owner, second)

    address = reverse("transfer:undo", args=[first.uid])
    for _twice in range(2):
        assert as_owner.post(address).headers["Location"] == first.get_absolute_url()
    first.refresh_from_db()
    assert (live(), Workout.objects.live().count(), first.status) == (0, 0, "undone")
    assert not Exercise.objects.exclude(owner=None).current().exists(), "the exercises it made are off the lists"

    upload(as_owner, file)
    assert confirm(as_owner).counts["added"]["sets"] == 36
    assert set(Exercise.objects.exclude(owner=None).current().values_list("name", flat=True)) == {"Crunch", "Swimming"}


def test_a_longer_file_adds_only_what_is_new(as_owner: Client, upload: Upload, confirm: Confirm) -> None:
    upload(as_owner, data(*twin(workouts=2)))
    confirm(as_owner)
    upload(as_owner, data(*twin(workouts=5)))
    assert "A part of this file is in your log already" in page(as_owner)
    preview = ImportBatch.objects.latest("pk").counts["new"]
    assert confirm(as_owner).counts["added"] == preview == {"workouts": 3, "exercises": 15, "sets": 36}
    assert live() == 60


def test_a_double_submit_adds_nothing(as_owner: Client, upload: Upload, confirm: Confirm) -> None:
    upload(as_owner, data(*sets(3)))
    batch = confirm(as_owner)
    assert as_owner.post(batch.get_absolute_url(), {"unit": "lb"}).status_code == 302
    assert live() == 3


def test_names_are_matched_asked_and_remembered(
    as_owner: Client, owner: User, upload: Upload, confirm: Confirm, content: None
) -> None:
    press = Exercise.objects.get(slug="leg-press")
    upload(as_owner, data(line(exercise="  squat (BARBELL) "), line(exercise="The big sled"), line(exercise="Odd one")))
    shown = page(as_owner)
    assert "1 name is known" in shown
    assert "2 names are new here." in shown
    batch = ImportBatch.objects.get()
    names = [name for name, _sets in batch.counts["names"]]
    confirm(as_owner, **{f"name-{names.index('The big sled')}": str(press.pk)})
    found = dict(LoggedSet.objects.values_list("performed__exercise__slug", "position"))
    assert set(found) == {"barbell-squat", "leg-press", "my-odd-one"}
    assert ImportedName.objects.get(name="The big sled").exercise == press
    upload(as_owner, data(line(exercise="The big sled", date="2025-01-01 10:00:00")))
    assert "1 name is known" in page(as_owner)


@pytest.mark.parametrize("answer", ["999999", "x", "-1", "1' OR 1=1"])
def test_an_answer_that_is_not_on_offer_is_refused(as_owner: Client, upload: Upload, answer: str) -> None:
    upload(as_owner, data(line()))
    batch = ImportBatch.objects.get()
    response = as_owner.post(batch.get_absolute_url(), {"unit": "kg", "name-0": answer})
    assert response.status_code == 422
    assert "choose again" in response.content.decode()


def test_another_s_exercise_is_not_on_offer(as_owner: Client, other: User, upload: Upload) -> None:
    theirs = factories.exercise(slug="my-secret", name=SQUAT, owner=other)
    upload(as_owner, data(line()))
    batch = ImportBatch.objects.get()
    assert "1 name is new here." in page(as_owner)
    response = as_owner.post(batch.get_absolute_url(), {"unit": "kg", "name-0": str(theirs.pk)})
    assert response.status_code == 422


def test_another_s_import_is_a_404(as_owner: Client, as_other: Client, upload: Upload, confirm: Confirm) -> None:
    upload(as_owner, data(line()))
    batch = ImportBatch.objects.get()
    addresses = [
        batch.get_absolute_url(),
        *(reverse(f"transfer:{name}", args=[batch.uid]) for name in ("undo", "drop")),
    ]
    assert as_other.get(addresses[0]).status_code == 404
    for address in addresses:
        assert as_other.post(address, {"unit": "kg"}).status_code == 404
    assert batch.file_name not in as_other.get(LIST).content.decode()
    assert (ImportBatch.objects.get().status, live()) == ("preview", 0)


def test_a_dropped_preview_is_gone_and_an_import_is_not_dropped(
    as_owner: Client, upload: Upload, confirm: Confirm
) -> None:
    upload(as_owner, data(line()))
    as_owner.post(reverse("transfer:drop", args=[ImportBatch.objects.get().uid]))
    assert not ImportBatch.objects.exists()
    upload(as_owner, data(line()))
    batch = confirm(as_owner)
    as_owner.post(reverse("transfer:drop", args=[batch.uid]))
    assert ImportBatch.objects.get().status == "done"


def test_undo_and_drop_are_no_links(as_owner: Client, upload: Upload) -> None:
    upload(as_owner, data(line()))
    uid = ImportBatch.objects.get().uid
    assert [as_owner.get(reverse(f"transfer:{name}", args=[uid])).status_code for name in ("undo", "drop")] == [
        405,
        405,
    ]


def test_the_oldest_previews_make_room(as_owner: Client, upload: Upload) -> None:
    for number in range(5):
        upload(as_owner, data(line()), name=f"{number}.csv")
    assert list(ImportBatch.objects.order_by("pk").values_list("file_name", flat=True)) == ["2.csv", "3.csv", "4.csv"]


def test_ten_files_an_hour(as_owner: Client, as_other: Client, upload: Upload) -> None:
    for _each in range(10):
        assert upload(as_owner, data(line())).status_code == 302
    refused = upload(as_owner, data(line()))
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "3600")
    assert "Ten files in an hour are the limit." in refused.content.decode()
    assert upload(as_other, data(line())).status_code == 302


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"", 422, "This file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00", 422, "This is not a text file"),
        (b"a,b\n1,2\n", 422, "It has: a, b."),
        (data(line())[:100], 422, "a header, and no sets"),
        (data(line(reps="x")), 422, "Line 2: Reps “x”: not a plain number."),
        (b"x" * (5 * 1024 * 1024 + 1), 413, "larger than 5 MB"),
    ],
    ids=["empty", "png", "header", "header alone", "no set", "large"],
)
def test_a_file_that_cannot_be_read_is_refused_at_the_field(
    as_owner: Client, upload: Upload, content: bytes, status: int, words: str
) -> None:
    response = upload(as_owner, content)
    shown = response.content.decode()
    assert response.status_code == status
    assert words in shown.replace("&quot;", '"').replace("&#x27;", "'")
    assert not ImportBatch.objects.exists()


def test_no_file_at_all(as_owner: Client) -> None:
    response = as_owner.post(LIST, {})
    assert response.status_code == 422
    assert "Choose the file that your app has exported." in response.content.decode()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\logs\\strong.csv", "strong.csv"),
        ("<b>x</b>.csv", "b>.csv"),
        ("n" * 250 + ".csv", "n" * 200),
        ("a\u202eb\x07.csv", "a b .csv"),
    ],
)
def test_the_file_s_name_is_harmless_text(as_owner: Client, name: str, shown: str) -> None:
    batch = receive(by=User.objects.get(email="owner@legday.example"), data=data(line()), name=name)
    assert batch.file_name == shown
    assert f"{shown.replace('>', '&gt;')}" in page(as_owner)


def test_too_many_names_are_refused(as_owner: Client, upload: Upload) -> None:
    response = upload(as_owner, data(*[line(exercise=f"Exercise {n}") for n in range(501)]))
    assert response.status_code == 422
    assert "more than 500 different exercises" in response.content.decode()


def test_many_names_stay_a_page_of_few_statements(
    as_owner: Client, upload: Upload, content: None, django_assert_max_num_queries: Callable[..., object]
) -> None:
    upload(as_owner, data(*[line(exercise=f"Exercise {n}") for n in range(200)]))
    batch = ImportBatch.objects.get()
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        response = as_owner.get(batch.get_absolute_url())
    assert response.content.count(b"<select") == 150 + response.content.count(b"data-theme-choice")
    assert "50 more names" in response.content.decode()
    assert len(response.content) < 500_000


def test_nobody_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(LIST).status_code == 302
    assert client.get(LIST).headers["Location"].startswith("/accounts/login/")
