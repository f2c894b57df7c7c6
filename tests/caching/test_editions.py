"""An editor's save shows at the next request, on every worker; what lifters write changes nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.management import call_command
from django.db import connection, models, transaction
from django.shortcuts import render
from django.test import Client
from django.urls import reverse

from tests import cast, factories, isolation
from tests.admin.conftest import Form
from tests.caching.helpers import OtherWorker, every_public_page
from workouts.accounts.models import User
from workouts.apps import CONTENT
from workouts.catalogue.models import Equipment, Exercise, Muscle, MuscleGroup
from workouts.faq.models import Question
from workouts.shared.admin import ContentAdmin
from workouts.shared.caching import edition
from workouts.shared.models import Edition

pytestmark = pytest.mark.django_db


def number() -> int | None:
    return edition.Sight().number()


def edited() -> list[type[models.Model]]:
    """Models whose pages in the admin are for editors."""
    return [model for model, page in admin.site._registry.items() if isinstance(page, ContentAdmin)]


def models_of_content() -> Iterator[Any]:
    """All that an editor's page writes: the models, what hangs on them, and links between two."""
    for model in edited():
        yield model
        yield from (inline.model for inline in admin.site._registry[model].inlines)
        yield from (field.remote_field.through for field in model._meta.many_to_many)


def test_content_is_what_editors_write() -> None:
    followed = {
        model
        for model in apps.get_app_config("workouts").get_models(include_auto_created=True)
        if model.__module__.split(".")[1] in CONTENT
    }
    assert followed == set(models_of_content())


@pytest.mark.parametrize("model", edited(), ids=lambda model: model.__name__)
def test_a_save_and_a_delete_in_the_admin_show_on_another_worker(
    editor: User, form_of: Any, model: type[models.Model]
) -> None:
    browser, elsewhere = cast.signed_in(editor), OtherWorker()
    row = model._default_manager.all()[0]
    name = next(field for field in ("name", "question") if hasattr(row, field))
    change = reverse(f"admin:workouts_{model._meta.model_name}_change", args=[row.pk])
    pages = [page for page in every_public_page() if getattr(row, name) in elsewhere.get(page).content.decode()]

    def shown() -> bool:
        """Whether the new name is on a page; and each page is what a worker would send that has kept none."""
        newest = OtherWorker()
        assert all(elsewhere.get(page).content == newest.get(page).content for page in pages)
        return any("Canary of the editor" in elsewhere.get(page).content.decode() for page in pages)

    form: Form = form_of(browser, change)
    answer = browser.post(change, {**form, name: "Canary of the editor"})
    assert answer.status_code == 302, answer.context["errors"]
    assert shown()
    browser.post(change.replace("/change/", "/delete/"), {"post": "yes"})
    assert shown() is model._default_manager.filter(pk=row.pk).exists(), "what others refer to is not deleted"


def test_an_action_on_a_list_shows_at_the_next_request(editor: User, client: Client) -> None:
    row = Question.objects.all()[0]
    assert row.question in client.get("/faq/").content.decode()
    chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    cast.signed_in(editor).post(reverse("admin:workouts_question_changelist"), chosen)
    assert row.question not in client.get("/faq/").content.decode()


ROWS = [model for model in models_of_content() if not model._meta.auto_created]


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_a_save_and_a_delete_of_each_row_are_an_edition(content: None, model: Any) -> None:
    row = model._base_manager.first()
    before = number()
    row.save()
    between = number()
    assert between != before
    if model not in {MuscleGroup, Muscle, Exercise}:  # others refer to these rows
        row.delete()
        assert number() not in {before, between}


def test_links_between_rows_are_an_edition(content: None) -> None:
    squat, rack = Exercise.objects.get(slug="barbell-squat"), Equipment.objects.get(slug="rack")
    for change in (squat.equipment.clear, lambda: squat.equipment.add(rack), lambda: rack.exercises.remove(squat)):
        before = number()
        change()
        assert number() != before


def test_a_load_that_writes_is_an_edition_and_one_that_does_not_is_none(content: None, client: Client) -> None:
    before = number()
    call_command("load_content", quiet=True)
    assert number() == before
    squat = Exercise.objects.get(slug="barbell-squat")
    squat.name = "Sled"
    squat.save()
    assert "Sled" in client.get("/exercises/").content.decode()
    call_command("load_content", quiet=True, reset=True)
    assert "Sled" not in client.get("/exercises/").content.decode()


def test_what_is_rolled_back_was_no_edition(content: None) -> None:
    before = number()
    with transaction.atomic():
        Question.objects.all()[0].save()
        assert number() != before
        transaction.set_rollback(True)
    assert number() == before


def test_no_number_comes_twice(content: None) -> None:
    """Not after a rollback or a backup that was put back either: it is drawn."""
    seen = set()
    for _ in range(20):
        Edition.objects.renew()
        seen.add(number())
    assert len(seen) == 20
    assert Edition.objects.count() == 1


def test_what_lifters_write_is_no_edition(owner: User, content: None) -> None:
    before = number()
    isolation.world(owner, cast.signed_in(owner))
    own = Exercise.objects.filter(owner=owner)[0]
    own.name = "Hers"
    own.save()
    own.equipment.set(Equipment.objects.all()[:2])
    factories.history(by=owner, exercise=own, workouts=3)
    assert number() == before


@pytest.mark.django_db(transaction=True)
def test_without_a_transaction_the_row_comes_first() -> None:
    """A page that is made between the two would else be kept without the row."""
    order: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE")):
            order.append(sql.split('"')[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        Question.objects.create(slug="canary", question="Q", answer="A")
        with transaction.atomic():
            Question.objects.create(slug="canary-2", question="Q", answer="A")
    assert order == ["workouts_question", "workouts_edition", "workouts_edition", "workouts_question"]


def test_a_save_while_a_page_is_made_does_not_keep_it(content: None, client: Client, monkeypatch: Any) -> None:
    question = Question.objects.all()[0]

    def slow(*args: Any) -> Any:
        made = render(*args)
        question.question = "Canary"
        question.save()
        return made

    monkeypatch.setattr("workouts.faq.views.render", slow)
    assert "Canary" not in client.get("/faq/").content.decode()
    monkeypatch.undo()
    assert "Canary" in client.get("/faq/").content.decode()
