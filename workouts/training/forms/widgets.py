"""Inputs of the set rows, written without the template engine: a workout has three hundred of them, and Django runs
some sixteen templates for each small list of choices. The markup is what Django's own templates write."""

import html
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import get_language


class Once:
    """A lazily translated text, looked up once a language: the same few labels stand at every set."""

    __slots__ = ("text",)

    def __init__(self, text: Any) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Once) and other.text is self.text

    def __hash__(self) -> int:
        return id(self.text)

    def __str__(self) -> str:
        return _in(get_language(), self)


@lru_cache(maxsize=1024)
def _in(language: str | None, once: Once) -> str:
    return str(once.text)


def _escaped(value: Any) -> str:
    text = str(value)
    return text if isinstance(text, SafeString) else html.escape(text)


def _attributes(attrs: dict[str, Any]) -> str:
    """As Django's `flatatt`: True is the name alone, False and None are left out."""
    return "".join(
        f" {name}" if value is True else f' {name}="{_escaped(value)}"'
        for name, value in attrs.items()
        if value is not None and value is not False
    )


def _input(kind: str | None, name: str, value: Any, attrs: dict[str, Any]) -> SafeString:
    own = {"type": kind, "name": name, "value": None if value is None else str(value)}
    return SafeString(f"<input{_attributes(own | attrs)}>")


class QuickText(forms.TextInput):
    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        return _input(self.input_type, name, self.format_value(value), self.attrs | (attrs or {}))


class QuickHidden(forms.HiddenInput):
    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        return _input(self.input_type, name, self.format_value(value), self.attrs | (attrs or {}))


class QuickCheckbox(forms.CheckboxInput):
    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        checked = {"checked": True} if self.check_test(value) else {}
        return _input(self.input_type, name, self.format_value(value), self.attrs | (attrs or {}) | checked)


class QuickSelect(forms.Select):
    """A `<select>` of plain choices without groups."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        choices: Iterable[tuple[Any, Any]] = self.choices
        said = tuple((str(key), Once(words)) for key, words in choices)
        options = _options(get_language(), said, "".join(self.format_value(value)))
        all_attrs = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        return SafeString(f"<select{_attributes(all_attrs)}>{options}</select>")


@lru_cache(maxsize=256)
def _options(language: str | None, choices: tuple[tuple[str, Once], ...], chosen: str) -> str:
    """The same few lists again and again."""
    return "".join(
        f"<option{_attributes({'value': key, 'selected': key == chosen})}>{_escaped(words)}</option>"
        for key, words in choices
    )


class QuickTextarea(forms.Textarea):
    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        all_attrs = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        # A line end at the start is the browser's to swallow, as in Django's template.
        text = _escaped(self.format_value(value) or "")
        return SafeString(f"<textarea{_attributes(all_attrs)}>\n{text}</textarea>")
