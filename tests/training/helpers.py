"""What a browser would send: the form as the page shows it, with some fields changed."""

import re
from html import unescape
from typing import Any

from django.test import Client

_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_TAG = re.compile(r"<(input|textarea|select|option|/select)\b([^>]*)>([^<]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r'([a-z-]+)(?:="([^"]*)")?')


def fields(html: str) -> dict[str, str]:
    """The successful controls of the page's main form."""
    # A message before it may carry a small form of its own.
    form = max(_FORM.findall(html[html.index("<main") :]), key=len)
    found: dict[str, str] = {}
    select = ""
    for tag, rest, text in _TAG.findall(form):
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(rest)}
        name = attributes.get("name", "")
        if tag == "input" and (attributes.get("type") not in {"checkbox", "radio"} or "checked" in attributes):
            found[name] = attributes.get("value", "on" if attributes.get("type") == "checkbox" else "")
        elif tag == "textarea":
            found[name] = unescape(text.removeprefix("\n"))
        elif tag == "select":
            select = name
        elif tag == "option" and ("selected" in attributes or select not in found):
            found[select] = attributes.get("value", "")
    found.pop("", None)
    return found


def opened(client: Client, url: str) -> dict[str, str]:
    answer = client.get(url)
    assert answer.status_code == 200
    return fields(answer.content.decode())


def rows(data: dict[str, str]) -> list[str]:
    """The prefixes of the set rows, in the order of the page."""
    return [name.removesuffix("-uid") for name in data if name.endswith("-uid")]


def ticked(data: dict[str, str], *prefixes: str, **changes: Any) -> dict[str, str]:
    """The form with these rows ticked, each with `changes` made."""
    sent = dict(data)
    for prefix in prefixes:
        sent[f"{prefix}-done"] = "on"
        sent.update({f"{prefix}-{name}": value for name, value in changes.items()})
    return sent
