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


# A sum or a set is read in one glance: "90 kg × 10", "grade C". Between words the line may still break.
_INSIDE = re.compile(r"(?<=×) |(?<!,) (?=×)|(?<=\d) (?=(?:kg|lb)\b)| (?=[ABC]\b)")
# A line may end after a dash, but for a word joiner.
_RANGE = re.compile(r"(?<=\d–)(?=\d)")


@register.filter
@stringfilter
def unbroken(value: str) -> str:
    """A text in which no line breaks between a number and its unit or sign, within "10–20", or before a grade's
    letter. For pages alone: files and the API keep plain spaces."""
    return _RANGE.sub("\u2060", _INSIDE.sub("\u00a0", value))


@register.filter
@stringfilter
def half_or_whole(value: str) -> str:
    """The class of a numeral in a column of sets: beside halves, whole ones keep their room (_tables.scss)."""
    return "whole" if value.isdigit() else "half"


@register.filter
def whole_words(text: str) -> SafeString:
    """A heading whose short words with a hyphen, like "one-rep", stay in one line."""
    escaped = conditional_escape(text)
    return SafeString(re.sub(r"\b\w+(?:-\w+)+\b", _whole, escaped))


def _whole(word: re.Match[str]) -> str:
    return f'<span class="unbroken">{word[0]}</span>' if len(word[0]) <= UNBROKEN else word[0]
