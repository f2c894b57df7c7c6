"""{% load transfer %}"""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def thousands(value: int) -> str:
    """{{ 1903|thousands }}: 1,903, as the language groups its digits."""
    return number_format(value, force_grouping=True)
