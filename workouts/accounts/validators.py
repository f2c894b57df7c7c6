"""What a password must be, on top of Django's own rules: not endless, and not this site's own words."""

import re

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# Words that anybody would try first on this site. Each may be a part of a password, none may be most of it.
CONTEXT = [
    "legday",
    "legs",
    "leg",
    "day",
    "squats",
    "squat",
    "deadlift",
    "lunges",
    "workout",
    "training",
    "gym",
    "password",
]
_LONGEST_FIRST = re.compile("|".join(sorted(CONTEXT, key=len, reverse=True)), re.IGNORECASE)


class MaximumLengthValidator:
    """Refuses what is longer than `max_length` characters: nobody types it, and hashing it costs."""

    def __init__(self, max_length: int = 128) -> None:
        self.max_length = max_length

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        if len(password) > self.max_length:
            raise ValidationError(self._words(), code="password_too_long")

    def get_help_text(self) -> str:
        return self._words()

    def _words(self) -> str:
        return ngettext(
            "A password has at most %(max)d character.", "A password has at most %(max)d characters.", self.max_length
        ) % {"max": self.max_length}


class ContextWordsValidator:
    """Refuses the site's own words with fewer than `own` characters besides: Legday2026, squats!! and LegDay1.

    "squat-river-lamp-9" has enough of its own.
    """

    def __init__(self, own: int = 5) -> None:
        self.own = own

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        if len(_LONGEST_FIRST.sub("", password)) < self.own and _LONGEST_FIRST.search(password):
            raise ValidationError(self.get_help_text(), code="password_of_the_site")

    def get_help_text(self) -> str:
        return _("A password cannot be made of this site's own words alone.")
