"""What the API says when it says no: RFC 9457 problem details, never a page and never a redirect.

`type` is an address below /problems/, and `code` repeats its end for programs.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Schema

MEDIA_TYPE = "application/problem+json"

Body = dict[str, Any]


class Problem(Schema):
    """What went wrong, as in RFC 9457. A problem may have members of its own beside these."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: dict[str, list[str]] | None = None


def problem(code: str, *, status: int, title: str, detail: str = "", **more: Any) -> Body:
    """A problem as JSON has it. `more` are members of the problem's own, such as the fields that are wrong."""
    return {"type": f"/problems/{code}", "title": title, "status": status, "detail": detail, "code": code, **more}


class Refusal(Exception):
    """The request as a whole is refused: nothing of it was done. `wait` is Retry-After, in seconds."""

    def __init__(
        self, code: str, *, status: int, title: str, detail: str = "", wait: int | None = None, **more: Any
    ) -> None:
        super().__init__(code)
        self.body = problem(code, status=status, title=title, detail=detail, **more)
        self.wait = wait


def answer(body: Body, *, wait: int | None = None) -> JsonResponse:
    response = JsonResponse(body, status=body["status"], content_type=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    if response.status_code == 401:
        # RFC 9110 asks for it. No browser opens a window of its own for this scheme.
        response.headers["WWW-Authenticate"] = 'Bearer realm="Legday"'
    if wait is not None:
        response.headers["Retry-After"] = str(wait)
    return response


def refuse(request: HttpRequest, refusal: Any) -> HttpResponse:
    """The answer to a Refusal, as a handler of exceptions."""
    return answer(refusal.body, wait=refusal.wait)
