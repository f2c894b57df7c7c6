"""Ninja with our parser, our problems, our description of it, and an audience on every route."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation, PathView

from workouts.shared.api.bodies import StrictParser
from workouts.shared.api.described import Described
from workouts.shared.api.docs import Page
from workouts.shared.api.errors import handle, not_allowed
from workouts.shared.audience import public
from workouts.shared.problems import Refusal

# Whoever has it asks by its ETag whether it is still so; nobody between keeps it.
PRIVATE = "private, no-cache"


class Api(NinjaAPI):
    """The API as a whole; features bring the routes."""

    def __init__(self, **options: Any) -> None:
        super().__init__(parser=StrictParser(), docs=Page(), docs_url="/docs", docs_decorator=public, **options)
        handle(self)

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> OpenAPISchema:
        return Described(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Of the feature and the function: `log_workouts`."""
        feature = operation.view_func.__module__.split(".")[1]
        return f"{feature}_{operation.view_func.__name__}"

    def _get_urls(self) -> list[Any]:
        for router in self._get_bound_routers():
            for view in router.path_operations.values():
                view.get_view = _telling(view, view.get_view)  # type: ignore[method-assign]  # ninja has no hook for it
                for operation in view.operations:
                    operation._get_values = _strictly(operation)  # type: ignore[method-assign]  # nor for this
        patterns = super()._get_urls()
        # The root answers 404; ninja needs it to know its own address.
        root: Any = patterns[-1].callback
        root.audience = "guest"
        return patterns


def _telling(view: PathView, make: Callable[[], Any]) -> Callable[[], Any]:
    def get_view() -> Callable[..., HttpResponse]:
        inner = make()

        def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response: HttpResponse = inner(request, *args, **kwargs)
            if isinstance(response, HttpResponseNotAllowed):
                return not_allowed(request, response)
            if kept and response.status_code == 200:
                response.headers.setdefault("Cache-Control", PRIVATE)
                patch_vary_headers(response, ["Cookie", "Authorization"])
            response.headers.setdefault("Cache-Control", "no-store")
            return response

        told.csrf_exempt = True  # type: ignore[attr-defined]  # the caller's auth looks at the token
        told.audience = _audience(view)  # type: ignore[attr-defined]
        return told

    kept = any(is_kept(operation) for operation in view.operations)
    return get_view


def is_kept(operation: Operation) -> bool:
    """Whether the answer may be kept by its ETag: reading, as opposed to what devices and the log agree on."""
    return any(getattr(each, "kept", False) for each in operation.auth_callbacks)


def _audience(view: PathView) -> str | None:
    """The widest of the path's operations; None, which fails the check, if one of them says nothing."""
    said = {getattr(each, "audience", None) for operation in view.operations for each in operation.auth_callbacks}
    silent = any(not operation.auth_callbacks for operation in view.operations) or None in said
    return None if silent else "guest" if "guest" in said else "member"


def _strictly(operation: Operation) -> Callable[..., Any]:
    """What is asked for by a key that nobody reads, or twice, was meant otherwise: a filter with a slip of the pen
    would otherwise give everything."""
    known = {name for model in operation.models if _in_address(model) for name in _names(model)}
    inner = operation._get_values

    def get_values(request: HttpRequest, *args: Any) -> Any:
        wrong = {key: _("There is no such key here.") for key in request.GET if key not in known}
        wrong |= {key: _("Once is enough.") for key, found in request.GET.lists() if len(found) > 1}
        if wrong:
            errors = {key[:80]: [words] for key, words in list(wrong.items())[:20]}
            raise Refusal("bad-shape", status=422, title=_("Not of the right shape"), errors=errors)
        return inner(request, *args)

    return get_values if is_kept(operation) else inner


def _in_address(model: Any) -> bool:
    return bool(model.__ninja_param_source__ == "query")


def _names(model: Any) -> set[str]:
    flat = getattr(model, "__ninja_flatten_map__", None)
    return set(flat) if flat else {field.alias or name for name, field in model.model_fields.items()}
