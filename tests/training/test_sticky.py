"""The sticky note at the exercise: shown every time, changed with the same Save, one lifter's own."""

import pytest
from django.test import Client

from tests import cast, factories
from tests.training.conftest import AT
from tests.training.helpers import opened, rows, ticked
from workouts.accounts.models import User
from workouts.log import actions
from workouts.log.models import LoggedSet, PerformedExercise, StickyNote

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(owner: User) -> PerformedExercise:
    workout = factories.workout(by=owner, started_at=AT)
    return actions.add_exercise(by=owner, workout=workout, exercise=factories.exercise())


@pytest.fixture
def form_url(row: PerformedExercise) -> str:
    return f"/train/{row.workout.uid}/form/"


@pytest.fixture
def name(row: PerformedExercise) -> str:
    return f"e{row.pk}-sticky-text"


def note() -> str | None:
    found = StickyNote.objects.live().first()
    return found.text if found else None


def test_it_is_saved_with_the_sets_and_shown_next_time(
    as_owner: Client, owner: User, row: PerformedExercise, form_url: str, name: str
) -> None:
    data = opened(as_owner, form_url)
    sent = ticked(data, rows(data)[0], weight="60", reps="8") | {name: "Seat 4\r\nfeet high"}
    assert as_owner.post(form_url, sent).status_code == 302
    assert note() == "Seat 4\nfeet high"
    assert LoggedSet.objects.count() == 1
    again = actions.add_exercise(by=owner, workout=factories.workout(by=owner), exercise=row.exercise)
    page = as_owner.get(f"/train/{again.workout.uid}/form/").content.decode()
    assert '<div class="note"><p>Seat 4<br>feet high</p></div>' in page
    assert "Change the sticky note" in page


def test_an_untouched_save_writes_nothing_of_it(as_owner: Client, form_url: str, name: str) -> None:
    as_owner.post(form_url, opened(as_owner, form_url) | {name: "seat 4\r\nfeet high"})
    before = StickyNote.objects.get().owner.ledger.rev
    as_owner.post(form_url, opened(as_owner, form_url))
    assert StickyNote.objects.get().owner.ledger.rev == before


def test_emptied_it_is_gone(as_owner: Client, form_url: str, name: str) -> None:
    as_owner.post(form_url, opened(as_owner, form_url) | {name: "seat 4"})
    as_owner.post(form_url, opened(as_owner, form_url) | {name: ""})
    assert note() is None
    assert "Add a sticky note" in as_owner.get(form_url).content.decode()


def test_an_older_window_does_not_put_an_old_note_back(as_owner: Client, form_url: str, name: str) -> None:
    as_owner.post(form_url, opened(as_owner, form_url) | {name: "seat 4"})
    one, two = opened(as_owner, form_url), opened(as_owner, form_url)
    as_owner.post(form_url, one | {name: "seat 5"})
    as_owner.post(form_url, two)
    assert note() == "seat 5"


@pytest.mark.parametrize("text", ["n" * 2001, "a\x00b"], ids=["long", "nul"])
def test_a_bad_one_is_refused_beside_its_field(as_owner: Client, form_url: str, name: str, text: str) -> None:
    data = opened(as_owner, form_url)
    answer = as_owner.post(form_url, ticked(data, rows(data)[0], weight="60", reps="8") | {name: text})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="id_{name}_error"' in page
    assert text.replace("\x00", "") in page.replace("\x00", "")
    assert not LoggedSet.objects.exists()


def test_another_lifter_neither_sees_nor_writes_it(
    as_owner: Client, other: User, row: PerformedExercise, form_url: str, name: str
) -> None:
    as_owner.post(form_url, opened(as_owner, form_url) | {name: "canary seat"})
    browser = cast.signed_in(other)
    mine = actions.add_exercise(by=other, workout=factories.workout(by=other), exercise=row.exercise)
    url = f"/train/{mine.workout.uid}/form/"
    assert "canary" not in browser.get(url).content.decode()
    browser.post(url, opened(browser, url) | {name: "stolen", f"initial-{name}": ""})
    assert note() == "canary seat"


def test_markup_in_it_is_text(as_owner: Client, form_url: str, name: str) -> None:
    as_owner.post(form_url, opened(as_owner, form_url) | {name: "<script>alert(1)</script>"})
    assert "<script>alert" not in as_owner.get(form_url).content.decode()
