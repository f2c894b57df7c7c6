"""What a template cannot ask a mapping for: the value at a key that is itself a variable."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(values: Mapping[Any, Any], key: Any) -> Any:
    """`uids|at:workout`: the value, or None."""
    return values.get(key)
