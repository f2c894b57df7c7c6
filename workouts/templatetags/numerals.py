"""How numerals are set."""

from django import template
from django.template.defaultfilters import stringfilter

register = template.Library()


@register.filter
@stringfilter
def en_dash(value: str) -> str:
    """A range with the dash that typography wants: what an editor types as "2-3" is shown as "2–3"."""
    return value.replace("-", "–")
