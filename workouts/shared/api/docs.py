"""The description as a page of our own: no script, nothing from another host, so the site's policy holds."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

from workouts.shared.api.spelled import example, kind_of, named_in, prose, values_of

Json = dict[str, Any]


class Page(DocsBase):
    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        # Through JSON, so that what is translated late is text by now.
        described = json.loads(json.dumps(api.get_openapi_schema(path_params=kwargs), default=str))
        context = {
            "lead": prose(described["info"]["description"]),
            "sections": _sections(described),
            "shapes": _shapes(described),
            "schema_url": self.get_openapi_url(api, kwargs),
            "title": _("The API"),
            "description": _("Every operation of the API: what it takes, what it answers, and what it refuses."),
        }
        return render(request, "api/docs.html", context)


def _sections(described: Json) -> list[Json]:
    """Operations by tag, in the order of the description, and for whom all those of a tag are; an operation that is for
    others says so itself."""
    found: dict[str, list[Json]] = {}
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            tag = operation.get("tags", ["other"])[0]
            found.setdefault(tag, []).append(_operation(method.upper(), path, operation))
    return [_section(tag, operations) for tag, operations in found.items()]


def _section(tag: str, operations: list[Json]) -> Json:
    open_to_all = all(each["open"] for each in operations)
    for each in operations:
        each["audience"] = "" if each["open"] == open_to_all else _audience(each["open"])
    return {"tag": tag, "audience": _audience(open_to_all), "operations": operations}


def _audience(open_to_all: bool) -> str:
    return _("For everybody.") if open_to_all else _("For whoever is signed in.")


def _operation(method: str, path: str, operation: Json) -> Json:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    answer = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
    statuses = operation["responses"].items()
    return {
        "id": operation["operationId"],
        "method": method,
        "path": path,
        "summary": operation["summary"],
        "description": prose(operation.get("description", "")),
        "open": {} in operation["security"],
        "parameters": [
            _field(each["name"], each["schema"], each.get("description", ""), required=each["required"])
            for each in operation["parameters"]
        ],
        "body": kind_of(body["schema"]) if body else "",
        "examples": [
            {"summary": each.get("summary", name), "text": example(each["value"])}
            for name, each in body.get("examples", {}).items()
        ],
        "answer": kind_of(answer.get("schema", {})),
        "others": [(status, prose(each["description"])) for status, each in statuses if status != "200"],
    }


def _shapes(described: Json) -> list[Json]:
    """Those that operations take or answer with, and those that stand in them, by name. What only gathers the keys of
    an address is none of them: each key stands with its operation."""
    schemas = described["components"]["schemas"]
    used: set[str] = set()
    ahead = named_in(described["paths"])
    while ahead:
        name = ahead.pop()
        if name not in used:
            used.add(name)
            ahead += named_in(schemas[name])
    return [_shape(name, schemas[name]) for name in sorted(used)]


def _shape(name: str, schema: Json) -> Json:
    return {
        "name": name,
        "description": prose(schema.get("description", "")),
        "values": kind_of(schema) if values_of(schema) else "",
        "fields": [
            _field(field, shape, shape.get("description", "")) for field, shape in schema.get("properties", {}).items()
        ],
    }


def _field(name: str, shape: Json, description: str, *, required: bool = False) -> dict[str, str | bool | SafeString]:
    return {"name": name, "kind": kind_of(shape), "required": required, "description": prose(description)}
