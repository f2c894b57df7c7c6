"""The description of the API (OpenAPI 3.1): ninja's, with who may call, and every problem an operation may answer."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from workouts.shared.problems import MEDIA_TYPE, Problem

Json = dict[str, Any]
WAIT = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer", "minimum": 0}}}
TAG = {"ETag": {"description": "For `If-None-Match`.", "schema": {"type": "string"}}}
SCHEMES: Json = {
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": settings.SESSION_COOKIE_NAME,
        "description": "Signed in on the site. What changes something needs `X-CSRFToken` too: see `GET /session`.",
    },
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token of your own, made in Settings: `Authorization: Bearer legday_...`",
    },
}
# Why an operation may refuse, whatever its feature says.
REASONS = {
    400: "The cursor was not given out, or the body is not JSON.",
    401: "Not signed in, or the token is wrong, revoked or past its day.",
    403: "The token may only read, or the CSRF token is stale.",
    404: "Not there, or not yours.",
    409: "The changes belong to another account.",
    410: "The account was deleted.",
    413: "More than is taken at once.",
    415: "The body is not `application/json`.",
    422: "Not of the right shape; `errors` says where.",
    429: "Too many requests: try again after `Retry-After` seconds.",
    503: "The data cannot be reached now: try again after `Retry-After` seconds.",
}


class Described(OpenAPISchema):
    """Ninja's description, finished."""

    def operation_details(self, operation: Operation) -> Json:
        details: Json = super().operation_details(operation)
        audience = {getattr(each, "audience", None) for each in operation.auth_callbacks}
        details["security"] = [{"session": []}, {"token": []}, *([{}] if "guest" in audience else [])]
        found = details["responses"]
        for status in _problems(operation, details, guest="guest" in audience):
            found.setdefault(status, {})
        for status in found:
            if status >= HTTPStatus.BAD_REQUEST:
                found[status] = self._problem(status)
        if any(getattr(each, "kept", False) for each in operation.auth_callbacks):
            found[200]["headers"] = TAG
            found[304] = {"description": "Nothing has changed since the `ETag` that you sent as `If-None-Match`."}
        details["responses"] = {str(status): found[status] for status in sorted(found)}
        return details

    def add_schema_definitions(self, definitions: Json) -> None:
        """Of two shapes with one name the last would stand for both, wherever either is meant."""
        for name, shape in definitions.items():
            if self.schemas.get(name, shape) != shape:
                raise ValueError(f"Two shapes are called {name}.")
        super().add_schema_definitions(definitions)

    def _problem(self, status: int) -> Json:
        model: Any = Problem  # ninja asks for a class of its own, and takes any
        schema = self._create_schema_from_model(model, mode="serialization")[0]
        self.add_schema_definitions({"Problem": schema})
        problem: Json = {
            "description": REASONS.get(status, HTTPStatus(status).phrase),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        return problem | ({"headers": WAIT} if status in {429, 503} else {})

    def _extract_parameters(self, model: Any) -> list[Json]:
        """An address has no null: a key that may be left out is one that is not required."""
        found: list[Json] = super()._extract_parameters(model)
        for parameter in found:
            shape = parameter["schema"]
            while len(rest := [each for each in shape.get("anyOf", []) if each.get("type") != "null"]) == 1:
                del shape["anyOf"]
                shape.update(rest[0])
            if "description" in shape:
                parameter["description"] = shape["description"]
            if shape.get("default", ...) is None:
                del shape["default"]
            if parameter["in"] == "path":
                parameter["required"] = True
        return found

    def get_components(self) -> Json:
        return {**super().get_components(), "securitySchemes": SCHEMES}


def _problems(operation: Operation, details: Json, *, guest: bool) -> set[int]:
    """What any operation of this kind may answer with; a wrong token is refused to guests too."""
    found = {400, 401, 429, 503}
    if any(parameter["in"] == "path" for parameter in details["parameters"]):
        found.add(404)
    if any(parameter["in"] == "query" for parameter in details["parameters"]) or not guest:
        found.add(422)
    return found | {422} if _is_kept(operation) else found


def _is_kept(operation: Operation) -> bool:
    return any(getattr(each, "kept", False) for each in operation.auth_callbacks)
