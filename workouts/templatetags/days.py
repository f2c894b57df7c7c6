"""Days in few words, for tables of many."""

import datetime

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def brief(day: datetime.date, today: datetime.date) -> str:
    """`day|brief:today`: "17 Nov", with the year where it is not this one."""
    return date_format(day, _("j M") if day.year == today.year else _("j M Y"))
