"""Inputs of the set rows, written without the template engine: a workout has three hundred of them, and Django runs
some sixteen templates for each small list of choices. The markup is what Django's own templates write."""

from functools import lru_cache
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def _input(kind: str | None, name: str, value: Any, attrs: dict[str, Any]) -> SafeString:
    own = {"type": kind, "name": name}
    if value is not None:
        own["value"] = str(value)
    return format_html("<input{}>", flatatt(own | attrs))


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
        said = tuple((str(key), str(words)) for key, words in self.choices)
        options = _options(said, "".join(self.format_value(value)))
        all_attrs = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        return format_html("<select{}>{}</select>", flatatt(all_attrs), options)


@lru_cache(maxsize=256)
def _options(choices: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    """The same few lists again and again; the words are in the key, so a language has its own."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((key, flatatt({"selected": key == chosen}), words) for key, words in choices),
    )


class QuickTextarea(forms.Textarea):
    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        all_attrs = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        # A line end at the start is the browser's to swallow, as in Django's template.
        return format_html("<textarea{}>\n{}</textarea>", flatatt(all_attrs), self.format_value(value) or "")
