"""Browsers of those who open the admin, and the forms that its pages hold."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests import cast
from workouts.accounts.models import User

Form = dict[str, Any]


@pytest.fixture
def as_editor(editor: User) -> Client:
    return cast.signed_in(editor)


@pytest.fixture
def as_superuser(content: None) -> Client:
    return cast.signed_in(cast.superuser())


@pytest.fixture
def form_of() -> Callable[[Client, str], Form]:
    """The data that the form at a URL would send if nothing were changed: inlines and management forms too."""

    def read(client: Client, url: str) -> Form:
        context = client.get(url).context
        data: Form = {}
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        for formset in formsets:
            data |= _values(formset.management_form)
        for form in [context["adminform"].form, *(form for formset in formsets for form in formset)]:
            data |= _values(form)
        return data

    return read


def _values(form: Any) -> Form:
    found = {field.html_name: field.value() for field in form if not field.field.disabled}
    data = {name: "" if value is None else value for name, value in found.items() if value is not False}
    return {
        name: [str(getattr(v, "pk", v)) for v in value] if isinstance(value, list) else value
        for name, value in data.items()
    }
