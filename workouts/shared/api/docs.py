"""The description as a page of our own: no script, nothing from another host, so the site's policy holds."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

Json = dict[str, Any]


class Page(DocsBase):
    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        # Through JSON, so that what is translated late is text by now.
        # The backticks are for those who read the description itself.
        text = json.dumps(api.get_openapi_schema(path_params=kwargs), default=str).replace("`", "")
        described = json.loads(text)
        context = {
            "api": described["info"],
            "sections": _sections(described),
            "shapes": _shapes(described["components"]["schemas"]),
            "schema_url": self.get_openapi_url(api, kwargs),
            "title": _("The API"),
            "description": _("Every operation of the API: what it takes, what it answers, and what it refuses."),
        }
        return render(request, "api/docs.html", context)


def _sections(described: Json) -> list[tuple[str, list[Json]]]:
    """Operations by tag, in the order of the description."""
    found: dict[str, list[Json]] = {}
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            tag = operation.get("tags", ["other"])[0]
            found.setdefault(tag, []).append(_operation(method.upper(), path, operation))
    return list(found.items())


def _operation(method: str, path: str, operation: Json) -> Json:
    parameters = [{**each, "type": kind_of(each["schema"])} for each in operation["parameters"]]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    statuses = operation["responses"].items()
    return {
        "id": operation["operationId"],
        "method": method,
        "path": path,
        "summary": operation["summary"],
        "description": operation.get("description", ""),
        "audience": _("For everybody.") if {} in operation["security"] else _("For who is signed in."),
        "parameters": parameters,
        "body": _named(body.get("schema")),
        "examples": [
            {"summary": each.get("summary", name), "text": json.dumps(each["value"], indent=2, ensure_ascii=False)}
            for name, each in body.get("examples", {}).items()
        ],
        "answer": _named(
            operation["responses"].get("200", {}).get("content", {}).get("application/json", {}).get("schema")
        ),
        "others": [(status, each["description"]) for status, each in statuses if status != "200"],
    }


def _named(schema: Json | None) -> list[str]:
    """The shapes that `schema` refers to: one, or one of several."""
    parts = (schema or {}).get("anyOf", [schema or {}])
    return [each["$ref"].rpartition("/")[2] for each in parts if "$ref" in each]


def _shapes(schemas: Json) -> list[Json]:
    return [
        {
            "name": name,
            "description": schema.get("description", ""),
            "fields": [
                {"name": field, "type": kind_of(shape), "description": shape.get("description", "")}
                for field, shape in schema.get("properties", {}).items()
            ],
        }
        for name, schema in sorted(schemas.items())
    ]


def kind_of(shape: Json) -> str:
    """A shape in a few words: "integer, 1 to 200", "list of SetOut or null"."""
    if "$ref" in shape:
        return str(shape["$ref"].rpartition("/")[2])
    if "anyOf" in shape:
        return _(" or ").join(kind_of(each) for each in shape["anyOf"])
    if "enum" in shape:
        return ", ".join(str(each) for each in shape["enum"])
    if "const" in shape:
        return str(shape["const"])
    kind = shape.get("type", _("anything"))
    if kind == "array":
        return _("list of %(items)s") % {"items": kind_of(shape.get("items", {}))}
    kind = _(" or ").join(kind) if isinstance(kind, list) else kind
    words = [shape.get("format") or kind]
    if "minimum" in shape and "maximum" in shape:
        words.append(_("%(low)s to %(high)s") % {"low": shape["minimum"], "high": shape["maximum"]})
    return ", ".join(words)
