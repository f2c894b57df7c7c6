"""Text that a spreadsheet would run as a formula, made safe on the way out and itself again on the way in."""

import re

# Also in full width, which some spreadsheets take for the same.
_STARTS = "=+\\-@\t\r\n＝＋－＠"
_RISKY = re.compile(f"'*[{_STARTS}]")
_QUOTED = re.compile(f"'+[{_STARTS}]")


def safe(text: str) -> str:
    """An apostrophe before a text that begins like a formula, and one more before one that has apostrophes and then
    a formula, so that `exact` can tell the two apart. Numbers never come here: -5 stays a number."""
    return f"'{text}" if _RISKY.match(text) else text


def exact(text: str) -> str:
    """What `safe` was given."""
    return text[1:] if _QUOTED.match(text) else text
