"""{% load accounts %}"""

from django import template

from workouts.accounts import queries
from workouts.accounts.models import User

register = template.Library()


@register.simple_tag
def unverified_email(user: User) -> str | None:
    """{% unverified_email user as address %}: the address that is still to be confirmed, or None. One statement."""
    return queries.unverified_email(user)
