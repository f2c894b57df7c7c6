"""How bodies are read: JSON in UTF-8, of a bounded size."""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.parser import Parser

from workouts.shared.problems import Refusal

MAX_BODY = 256 * 1024
# Longer whole numbers stay text: Python would take its time over 5,000 digits, and every field names its limit.
MAX_DIGITS = 18


class NumberText(str):
    """A JSON number that is not a short whole one, as it was written: 62.5, 1e400, NaN. No JSON string is one."""


class StrictParser(Parser):
    """JSON in UTF-8, of a bounded size, which is looked at before anything is parsed."""

    def parse_body(self, request: HttpRequest) -> Any:
        packed = request.headers.get("Content-Encoding", "identity").lower() != "identity"
        if request.content_type != "application/json" or packed:
            raise Refusal("not-json", status=415, title=_("Not JSON"), detail=_("Send application/json, not packed."))
        if len(request.body) > MAX_BODY:
            raise Refusal("too-large", status=413, title=_("Too large"), detail=_("Send less."), max_bytes=MAX_BODY)
        try:
            return json.loads(
                request.body.decode(), parse_int=_whole, parse_float=NumberText, parse_constant=NumberText
            )
        except (ValueError, RecursionError):
            raise Refusal("bad-json", status=400, title=_("Not JSON"), detail=_("The body cannot be read.")) from None


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= MAX_DIGITS else NumberText(text)
