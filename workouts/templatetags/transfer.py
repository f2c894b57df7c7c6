"""{% load transfer %}"""

from django import template

from workouts.shared.language.numbers import grouped

register = template.Library()


@register.filter
def thousands(value: int) -> str:
    """{{ 1903|thousands }}: 1,903, as the language groups its digits."""
    return grouped(value)
