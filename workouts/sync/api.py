"""Push, pull and who is signed in: /api/v1/sync and /api/v1/session."""

import re
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from ninja import Router
from ninja.params import functions
from pydantic import Field

from workouts.accounts.callers import guest, member
from workouts.accounts.deletion import was_deleted
from workouts.accounts.models import User
from workouts.log.actions.epoch import current_epoch
from workouts.log.actions.incoming import Answer, Push, Verdict, apply_push, bad_cursor
from workouts.shared.problems import Problem, Refusal
from workouts.shared.requests import MemberRequest
from workouts.sync import queries
from workouts.sync.queries import MOST, Page, State
from workouts.sync.schemas import EXAMPLES, MUTATIONS, Pulled, Pushed, PushIn, Session, Snapshot

router = Router(tags=["sync"])
# The version of the protocol.
SCHEMA = 1
PROBLEMS: dict[Any, Any] = dict.fromkeys((400, 401, 403, 409, 410, 413, 415, 422, 429, 503), Problem)
SESSION: dict[Any, Any] = {200: Session, 410: Problem, 422: Problem}
LIMIT: Any = functions.Query(MOST, ge=1, le=MOST, description="Changes or rows at a time.")
Whose = Annotated[UUID | None, Field(description="The id of the account whose log the device holds.")]
Cursor = Annotated[str | None, Field(description="The revision up to which you have read.")]
PageOf = Annotated[str | None, Field(description="The `page` of the snapshot's page before. Not with `cursor`.")]
First = Annotated[UUID | None, Field(description="The id of a workout to have whole with the snapshot's first page.")]
# Above any revision.
NO_CURSOR = 2**63
_CURSOR = re.compile(r"[0-9]{1,18}")


@router.get("/session", auth=guest, response=SESSION, by_alias=True, summary="Who is signed in")
def session(request: HttpRequest, account: Whose = None) -> JsonResponse:
    """Gives the CSRF token, and sets its cookie. With `account` a device says whose log it holds: the answer is 410,
    `account-gone`, if that account was deleted, whoever is signed in."""
    user = request.user
    _not_gone(request, account)
    here = queries.state(user) if isinstance(user, User) else State(current_epoch())
    signed_in = str(user.uid) if isinstance(user, User) else None
    head = {"account": signed_in, "csrf": get_token(request), "schema": SCHEMA}
    return _answer(head | {"epoch": here.epoch, "rev": here.rev, "floor": here.floor})


@router.post(
    "/sync",
    auth=member,
    response={200: Pushed, **PROBLEMS},
    summary="Push, and pull in the same round trip",
    openapi_extra={"requestBody": {"content": {"application/json": {"examples": EXAMPLES}}}},
)
def push(request: MemberRequest, body: PushIn) -> JsonResponse:
    """Applies up to 100 mutations, each once ever, and says what became of every one of them; one that is rejected
    does not stop the others. Then gives the changes after `cursor`, as a pull does. This is how workouts, sets and
    notes are written. You make the ids of rows and mutations yourself, so you can send a push again after any failure.
    `account` is your id, and `epoch` the one that `GET /session` gives: with another one nothing is applied, and the
    answer says so. With the cookie of a session the header `X-CSRFToken` is needed; a token only needs the right to
    write."""
    if body.account != request.user.uid:
        _not_gone(request, body.account)
        raise Refusal(
            "account-mismatch",
            status=409,
            title=_("Another account is signed in"),
            detail=_("These changes belong to another account: sign in to that one to send them."),
        )
    if len(body.mutations) > MUTATIONS:
        raise Refusal("too-many-mutations", status=413, title=_("Too many at once"), max=MUTATIONS)
    answer = apply_push(by=request.user, push=_push(body))
    head = {"epoch": answer.epoch, "rev": answer.rev, "results": [_result(each) for each in answer.verdicts]}
    if answer.epoch_changed:
        return _answer(
            head | {"changes": [], "cursor": None, "more": False, "epoch_changed": True, "floor": answer.floor}
        )
    return _answer(head | _changes(request.user, body.cursor, answer))


@router.get("/sync", auth=member, response={200: Pulled | Snapshot, **PROBLEMS}, summary="Pull")
def pull(
    request: MemberRequest, cursor: Cursor = None, page: PageOf = None, first: First = None, limit: int = LIMIT
) -> JsonResponse:
    """With `cursor`, gives the changes after it, in order. Without one it gives a snapshot of all rows that are not
    deleted, by pages. Each page has the `rev` of the first: what changed meanwhile comes as changes after it. A workout
    asked for with `first` stands whole before the other rows of the first page, `whole` says so, and its rows come
    again in their turn."""
    here = queries.state(request.user)
    epoch, rev = here.epoch, here.rev
    if cursor is not None:
        if not _CURSOR.fullmatch(cursor) or int(cursor) > rev:
            raise bad_cursor(epoch)
        changes = queries.changes_after(request.user, int(cursor), rev, limit=limit)
        return _answer({"epoch": epoch, "rev": rev, "changes": changes, **_reached(changes, rev)})
    at = Page(str(epoch), rev) if page is None else Page.read(request.user, page)
    if at is None or at.epoch != str(epoch) or at.rev > rev:
        raise bad_cursor(epoch)
    wanted = queries.of_workout(request.user, first) if first and page is None else []
    rows, following = queries.snapshot(request.user, at, limit=limit)
    token = following.token(request.user) if following else None
    whole = {"whole": str(first)} if wanted else {}
    return _answer({"epoch": epoch, "rev": at.rev, "rows": wanted + rows, "page": token, **whole})


def _not_gone(request: HttpRequest, account: UUID | None) -> None:
    """One statement where a device holds another log than that of who is signed in; none where it is hers."""
    if account is None or account == getattr(request.user, "uid", None) or not was_deleted(account):
        return
    raise Refusal(
        "account-gone",
        status=410,
        title=_("The account is deleted"),
        detail=_("Its owner has deleted it. Clear what this device holds of it."),
    )


def _push(body: PushIn) -> Push:
    """A cursor that is no number is one that nobody was given; it is judged after the epoch."""
    mutations = [
        (each.id, {"op": each.op, "kind": each.kind, "row": each.row, "base": each.base, "fields": each.fields})
        for each in body.mutations
    ]
    cursor = body.cursor
    if cursor is not None and (type(cursor) is not int or cursor < 0):
        cursor = NO_CURSOR
    return Push(body.client, body.epoch, cursor, mutations, body.purpose)


def _result(verdict: Verdict) -> dict[str, Any]:
    result: dict[str, Any] = {"id": verdict.id, "status": verdict.status, "rev": verdict.rev}
    also = {
        "was": verdict.was, "problem": verdict.problem, "conflict": verdict.conflict, "revived": verdict.revived,
    }  # fmt: skip
    return result | {name: value for name, value in also.items() if value}


def _changes(user: User, cursor: int | None, answer: Answer) -> dict[str, Any]:
    """What the device does not have. If it was up to date that is what it has just written, which needs no reading."""
    if cursor is None:
        return {"changes": [], "cursor": None, "more": False}
    if cursor == answer.before:
        changes = queries.as_json(answer.changes[:MOST])
    else:
        changes = queries.changes_after(user, cursor, answer.rev)
    return {"changes": changes, **_reached(changes, answer.rev)}


def _reached(changes: list[dict[str, Any]], rev: int) -> dict[str, Any]:
    """Numbers have no gaps: only where nothing is left are there no changes."""
    cursor = changes[-1]["rev"] if changes else rev
    return {"cursor": cursor, "more": cursor < rev}


def _answer(body: dict[str, Any]) -> JsonResponse:
    response = JsonResponse(body)
    response.headers["Cache-Control"] = "no-store"
    return response
