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


@register.simple_tag
def stretch(first: datetime.date, last: datetime.date, today: datetime.date) -> str:
    """From one day to another: "16–22 Nov", "26 Oct – 1 Nov", with the year where it is not this one."""
    if (first.year, first.month) == (last.year, last.month):
        alone = _("j M").partition("M")[0].strip()  # the day as the language writes it: 16, in German 16.
        return f"{date_format(first, alone)}–\u2060{brief(last, today)}"
    return f"{brief(first, today)} – {brief(last, today)}"
