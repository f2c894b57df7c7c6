"""Texts of content that have a column for each language: `name` is English, `name_de` the German one beside it.

`row.name` reads in the language that is active, and falls back to English where the other column is empty. Rows are
written in English alone: the loader and the admin are in no other language.
"""

import unicodedata
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.db.models.query_utils import DeferredAttribute
from django.utils.functional import lazy
from django.utils.translation import get_language

M = TypeVar("M", bound=type[models.Model])

# The registry: what is translated of which model.
TRANSLATED: dict[type[models.Model], tuple[str, ...]] = {}
NAMES = dict(settings.LANGUAGES)
OTHERS = [code for code in NAMES if code != settings.LANGUAGE_CODE]


class InLanguage(DeferredAttribute):
    """Reads the column of the active language, the English one where that is empty or was not fetched."""

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        if instance is not None:
            code = get_language()
            if code != settings.LANGUAGE_CODE:
                said = instance.__dict__.get(f"{self.field.attname}_{code}")
                if said:
                    return said
        return super().__get__(instance, cls)

    def __set__(self, instance: models.Model, value: object) -> None:
        instance.__dict__[self.field.attname] = value


def _titled(title: object, code: str) -> str:
    return f"{title} ({NAMES[code]})"


def translated(*names: str) -> Callable[[M], M]:
    """Class decorator: gives each of the model's text fields `names` a column for every other language."""

    def decorate(model: M) -> M:
        for name in names:
            field: Any = model._meta.get_field(name)
            for code in OTHERS:
                twin = field.clone()
                twin.verbose_name = lazy(_titled, str)(field.verbose_name, code)
                twin.blank, twin.default = True, ""
                model.add_to_class(f"{name}_{code}", twin)
            # What is saved and what a form shows is the column itself, whatever language is active.
            field.pre_save = field.value_from_object = _column(name)
            setattr(model, name, InLanguage(field))
        TRANSLATED[model] = names
        return model

    return decorate


def _column(name: str) -> Callable[..., Any]:
    def read(instance: models.Model, *_: object, **__: object) -> Any:
        return instance.__dict__[name] if name in instance.__dict__ else getattr(instance, name)

    return read


def twins(*names: str) -> list[str]:
    """Each name followed by its columns in the other languages: the order of the admin's forms."""
    return [column for name in names for column in (name, *(f"{name}_{code}" for code in OTHERS))]


def said(name: str) -> Any:
    """The column `name` (a path of Django's, such as exercise__name) in the active language, for `values_list`."""
    code = get_language()
    if code not in OTHERS:
        return F(name)
    return Coalesce(NullIf(F(f"{name}_{code}"), Value("")), F(name))


def in_every_language(row: models.Model, name: str) -> list[str]:
    """What the row's columns of `name` say, English first; empty ones are left out."""
    return [text for column in twins(name) if (text := row.__dict__.get(column))]


def alphabetical(text: str) -> tuple[str, str]:
    """A key to sort names by, as people look them up: without case, Ä beside A (DIN 5007) and É beside E.

    Databases differ on both, and know the English column only.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)), text


def holds(term: str, *names: str) -> Q:
    """That one of the columns `names` holds the term, in English or in the active language: people know both."""
    code = get_language()
    columns = [*names, *(f"{name}_{code}" for name in names if code in OTHERS)]
    query = Q()
    for column in columns:
        query |= Q(**{f"{column}__icontains": term})
    return query
