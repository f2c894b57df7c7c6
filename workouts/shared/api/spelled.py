"""How the page of the description spells what stands in the description: prose with its code, types with links to their
shapes, and examples. What comes out is HTML, and safe."""

import json
import re
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

Json = dict[str, Any]
_REF = "#/components/schemas/"
_UUID = re.compile(r"\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{10}([0-9a-f]{2})\b")


def prose(text: str) -> SafeString:
    """`text` of a docstring as prose: what stands in backticks is code, and lines end where the page has them end."""
    parts = enumerate(" ".join(text.split()).split("`"))
    return format_html_join("", "{}", ((code(part) if n % 2 else part.replace("'", "’"),) for n, part in parts))


def code(text: object) -> SafeString:
    return format_html("<code>{}</code>", text)


def kind_of(shape: Json) -> SafeString:
    """A shape in a few words: "integer, 1 to 200", "list of SetOut or null", with links to the shapes that it names."""
    if "$ref" in shape:
        name = shape["$ref"].removeprefix(_REF)
        return format_html('<a href="#shape-{}">{}</a>', name, name)
    if several := shape.get("anyOf") or shape.get("allOf"):
        return format_html_join(_(" or "), "{}", ((kind_of(each),) for each in several))
    if values := values_of(shape):
        return format_html_join(", ", "{}", ((code(each),) for each in values))
    kind = shape.get("type", _("anything"))
    if kind == "array":
        return format_html(_("list of {items}"), items=kind_of(shape.get("items", {})))
    if kind == "object" and isinstance(shape.get("additionalProperties"), dict):
        return format_html(_("object of {items}"), items=kind_of(shape["additionalProperties"]))
    kind = _(" or ").join(kind) if isinstance(kind, list) else kind
    words = [shape.get("format") or kind]
    if "minimum" in shape and "maximum" in shape:
        words.append(_("%(low)s to %(high)s") % {"low": shape["minimum"], "high": shape["maximum"]})
    return format_html("{}", ", ".join(words))


def values_of(shape: Json) -> list[Any]:
    """All that may stand there, where they are few."""
    return [shape["const"]] if "const" in shape else shape.get("enum", [])


def example(value: Any) -> str:
    """As JSON, with ids cut short: whole, each would be as long as a phone is wide."""
    return _UUID.sub(r"\1…\2", json.dumps(value, indent=2, ensure_ascii=False))


def named_in(shape: Any) -> list[str]:
    """The shapes that `shape` refers to anywhere, in order."""
    if isinstance(shape, list):
        return [name for each in shape for name in named_in(each)]
    if not isinstance(shape, dict):
        return []
    own = [shape["$ref"].removeprefix(_REF)] if "$ref" in shape else []
    return own + [name for each in shape.values() for name in named_in(each)]
