"""How numerals and headings are set."""

import re

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

register = template.Library()

UNBROKEN = 12  # letters: longer words may need the break on a phone


@register.filter
@stringfilter
def en_dash(value: str) -> str:
    """A range with the dash that typography wants: what an editor types as "2-3" is shown as "2–3"."""
    return value.replace("-", "–")


@register.filter
@stringfilter
def half_or_whole(value: str) -> str:
    """The class of a numeral in a column of sets: beside halves, whole ones keep their room (_tables.scss)."""
    return "whole" if value.isdigit() else "half"


@register.filter
def unbroken(text: str) -> SafeString:
    """A heading whose short words with a hyphen, like "one-rep", stay in one line."""
    escaped = conditional_escape(text)
    return SafeString(re.sub(r"\b\w+(?:-\w+)+\b", _unbroken, escaped))


def _unbroken(word: re.Match[str]) -> str:
    return f'<span class="unbroken">{word[0]}</span>' if len(word[0]) <= UNBROKEN else word[0]
