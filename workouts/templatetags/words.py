"""The texts of a page's scripts in its language, and names within sentences: see frontend/shared/words.ts."""

import json
import re
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.template.defaultfilters import stringfilter
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from workouts.shared.language import numbers

register = template.Library()


@register.simple_tag
def script_words(*entries: str) -> SafeString:
    """The catalogue of the scripts that the page loads, by the names of Vite's entries. Nothing in English.

    A name that is no entry is an error where the catalogue is made; a text that is not translated is left out.
    """
    return _catalogue(get_language(), entries)


# Words of exercises' names that keep their capital. Twin of NAMES in frontend/shared/words.ts.
NAMES = re.compile(r"\b(bulgarian|nordic|romanian|smith)\b")


@register.filter
@stringfilter
def in_sentence(name: str) -> str:
    """A name as it stands within a sentence: English writes it small, another language as it is."""
    if get_language() != settings.LANGUAGE_CODE:
        return name
    return NAMES.sub(lambda found: found[0].capitalize(), name.lower())


@register.filter
def spoken(value: Decimal | str) -> str:
    """A number, typed or worked out, as the language writes it: 92.5, in German 92,5."""
    return numbers.spoken(value)


@lru_cache(maxsize=64)
def _catalogue(language: str | None, entries: tuple[str, ...]) -> SafeString:
    if language in {None, settings.LANGUAGE_CODE}:
        return SafeString("")
    path = Path(settings.LOCALE_PATHS[0]) / str(language) / "LC_MESSAGES" / "scripts.json"
    made: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    said: dict[str, Any] = {}
    for entry in entries:
        said |= made[entry]
    return json_script(said, "catalogue")
