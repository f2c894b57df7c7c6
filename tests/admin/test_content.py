"""What editors do: each page saves, lists ask the same number of statements whatever their length."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin.test_rights import CONTENT, url
from tests.test_conventions import INLINE
from workouts.accounts.models import User
from workouts.catalogue.models import Equipment, Exercise, ExerciseGroup, Muscle, MuscleGroup
from workouts.faq.models import Question
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db
FormOf = Callable[[Client, str], dict[str, Any]]


@pytest.mark.parametrize("model", CONTENT)
def test_a_save_without_a_change_succeeds(as_editor: Client, form_of: FormOf, model: type[models.Model]) -> None:
    page = url(model, "change", model._default_manager.all()[0].pk)
    answer = as_editor.post(page, form_of(as_editor, page))
    assert answer.status_code == 302, answer.context["errors"]
    assert answer["Location"] == url(model, "changelist")


def test_a_save_without_a_change_is_no_edit_to_the_loader(as_editor: Client, form_of: FormOf) -> None:
    for model in CONTENT:
        for row in model._default_manager.all()[:2]:
            page = url(model, "change", row.pk)
            form = form_of(as_editor, page)
            sent = {key: v.replace("\n", "\r\n") if isinstance(v, str) else v for key, v in form.items()}
            assert as_editor.post(page, sent).status_code == 302
    out = StringIO()
    call_command("load_content", stdout=out)
    assert out.getvalue() == "Content: 0 created, 0 updated, 148 unchanged, 0 left alone.\n"


def test_an_edit_is_on_the_public_page_at_the_next_request(as_editor: Client, client: Client, form_of: FormOf) -> None:
    question = Question.objects.get(slug="how-often")
    assert "Twice, says the editor." not in client.get(reverse("faq:faq")).content.decode()
    page = url(Question, "change", question.pk)
    as_editor.post(page, {**form_of(as_editor, page), "answer": "Twice, says the editor."})
    assert "Twice, says the editor." in client.get(reverse("faq:faq")).content.decode()


def test_an_edited_exercise_is_on_its_page_at_the_next_request(
    as_editor: Client, client: Client, form_of: FormOf
) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    client.get(squat.get_absolute_url())
    page = url(Exercise, "change", squat.pk)
    form = form_of(as_editor, page)
    first = next(key for key, value in form.items() if key.endswith("-text") and value)
    as_editor.post(page, {**form, first: "Chalk your hands, says the editor."})
    assert "Chalk your hands, says the editor." in client.get(squat.get_absolute_url()).content.decode()


def test_every_kind_of_content_can_be_added_and_deleted(as_editor: Client) -> None:
    group = MuscleGroup.objects.all()[0]
    place = {"place": "There", "actions": "Moves", "position": 50}
    added: list[tuple[type[models.Model], dict[str, Any]]] = [
        (MuscleGroup, {"name": "Neck", "slug": "neck", "kind": "supporting", "summary": "Holds the head.", **place}),
        (Muscle, {"name": "Toe", "slug": "toe", "group": group.pk, "lay_name": "toe", **place}),
        (Equipment, {"name": "Rope", "slug": "rope", "position": 50}),
        (Question, {"question": "Why?", "slug": "why", "answer": "Because.", "position": 50}),
        (Routine, {"name": "Two", "slug": "two", "position": 50, **_empty("prescriptions")}),
    ]
    for model, data in added:
        answer = as_editor.post(url(model, "add"), data)
        assert answer.status_code == 302, (model, answer.context and answer.context["errors"])
        row = model._default_manager.get(slug=data["slug"])
        assert as_editor.post(url(model, "delete", row.pk), {"post": "yes"}).status_code == 302
        assert not model._default_manager.filter(pk=row.pk).exists()


def _empty(*prefixes: str) -> dict[str, Any]:
    return {f"{p}-{part}": 0 for p in prefixes for part in ("TOTAL_FORMS", "INITIAL_FORMS")}


def test_lines_without_a_position_go_to_the_end(as_editor: Client, form_of: FormOf) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    page = url(Exercise, "change", squat.pk)
    form = form_of(as_editor, page)
    cues = squat.instructions.filter(kind="cue").count()
    prefix = "instructions-2"
    assert form[f"{prefix}-TOTAL_FORMS"] == cues
    form |= {f"{prefix}-TOTAL_FORMS": cues + 2}
    form |= {f"{prefix}-{cues}-text": "First new cue.", f"{prefix}-{cues}-position": ""}
    form |= {f"{prefix}-{cues + 1}-text": "Second new cue."}
    assert as_editor.post(page, form).status_code == 302
    texts = list(squat.instructions.filter(kind="cue").values_list("text", flat=True))
    assert texts[-2:] == ["First new cue.", "Second new cue."]


def test_places_among_the_targets_can_be_swapped(as_editor: Client, form_of: FormOf) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    page = url(Exercise, "change", squat.pk)
    form = form_of(as_editor, page)
    assert (form["groups-0-target_position"], form["groups-1-target_position"]) == (1, 2)
    form |= {"groups-0-target_position": 2, "groups-1-target_position": 1}
    assert as_editor.post(page, form).status_code == 302
    ordered = ExerciseGroup.objects.filter(exercise=squat).order_by("target_position")
    assert [row.group.slug for row in ordered] == ["hamstrings", "quadriceps", "glutes", "core"]


@pytest.mark.parametrize("model", CONTENT)
def test_a_list_asks_the_same_whatever_its_length(as_editor: Client, model: type[models.Model]) -> None:
    page = url(model, "changelist")
    as_editor.get(page)
    with CaptureQueriesContext(connection) as long:
        assert as_editor.get(page).status_code == 200
    few = as_editor.get(page).context["cl"].result_list[0]
    with CaptureQueriesContext(connection) as short:
        assert as_editor.get(f"{page}?id={few.pk}").status_code == 200
    assert len(long) <= len(short) <= 14


def test_an_exercise_s_page_asks_the_same_whatever_hangs_on_it(as_editor: Client) -> None:
    counts = []
    for slug in ("barbell-squat", "hip-adduction"):
        page = url(Exercise, "change", Exercise.objects.get(slug=slug).pk)
        as_editor.get(page)
        with CaptureQueriesContext(connection) as queries:
            as_editor.get(page)
        counts.append(len(queries))
    assert counts[0] <= counts[1] + 2


@pytest.mark.parametrize("model", CONTENT)
def test_lists_can_be_searched_and_reordered(as_editor: Client, model: type[models.Model]) -> None:
    page = url(model, "changelist")
    row = model._default_manager.all()[0]
    assert row in as_editor.get(page, {"q": str(row)}).context["cl"].result_list
    context = as_editor.get(page).context["cl"]
    data = {f"form-{n}-id": each.pk for n, each in enumerate(context.result_list)}
    data |= {f"form-{n}-position": n + 7 for n in range(len(context.result_list))}
    total = len(context.result_list)
    data |= {"form-TOTAL_FORMS": total, "form-INITIAL_FORMS": total, "_save": "Save"}
    assert as_editor.post(page, data).status_code == 302
    row.refresh_from_db()
    assert row.position == 7  # type: ignore[attr-defined]  # every kind of content has one


@pytest.mark.parametrize("model", CONTENT)
def test_view_on_site_leads_to_the_public_page(as_editor: Client, client: Client, model: type[models.Model]) -> None:
    row = model._default_manager.all()[0]
    context = as_editor.get(url(model, "change", row.pk)).context
    if model is Equipment:
        assert context["absolute_url"] is None
    else:
        assert context["absolute_url"] == row.get_absolute_url()  # type: ignore[attr-defined]
        assert client.get(context["absolute_url"].split("#")[0]).status_code == 200


@pytest.mark.parametrize("model", CONTENT)
def test_pages_keep_to_the_security_policy(as_editor: Client, model: type[models.Model]) -> None:
    row = model._default_manager.all()[0]
    for page in (url(model, "changelist"), url(model, "add"), url(model, "change", row.pk)):
        answer = as_editor.get(page)
        assert INLINE.search(answer.content.decode()) is None
        assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_the_slug_is_chosen_once(as_editor: Client, form_of: FormOf) -> None:
    group = MuscleGroup.objects.get(slug="calves")
    page = url(MuscleGroup, "change", group.pk)
    as_editor.post(page, {**form_of(as_editor, page), "slug": "lower-legs", "name": "Lower legs"})
    group.refresh_from_db()
    assert (group.slug, group.name) == ("calves", "Lower legs")


def test_a_new_row_is_offered_the_place_at_the_end(as_editor: Client) -> None:
    form = as_editor.get(url(Exercise, "add")).context["adminform"].form
    assert form.initial["position"] == 30


def test_lifters_own_exercises_and_routines_are_neither_listed_nor_offered(as_editor: Client, owner: User) -> None:
    mine = Exercise.objects.create(owner=owner, slug="my-secret", name="Secret squat")
    routine = Routine.objects.create(owner=owner, slug="my-plan", name="Secret plan")
    found = as_editor.get(url(Exercise, "changelist"), {"q": "Secret"})
    assert found.context["cl"].result_count == 0
    assert as_editor.get(url(Exercise, "change", mine.pk)).status_code == 302
    assert as_editor.get(url(Routine, "change", routine.pk)).status_code == 302
    for page in (url(Routine, "add"), url(Exercise, "add")):
        assert "Secret" not in as_editor.get(page).content.decode()
