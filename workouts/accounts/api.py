"""The account of the caller and her body weight, to read. Passwords, tokens and mail are for the pages alone."""

from typing import Any

from django.utils import timezone
from ninja import Query, Router

from workouts.accounts.callers import reader
from workouts.accounts.models import BodyWeight
from workouts.accounts.schemas import AccountOut, BodyWeightsAsked, BodyWeightsOut
from workouts.science.units import plain
from workouts.shared.api import page_of
from workouts.shared.requests import MemberRequest

router = Router(tags=["account"])


@router.get("/account", auth=reader, response=AccountOut, summary="The account")
def account(request: MemberRequest) -> dict[str, Any]:
    """Your address and preferences. Passwords, tokens and codes are never in it."""
    user, mine = request.user, request.user.preferences
    names = ("unit", "zone", "goal_low", "goal_high", "theme", "formula", "glutes_half")
    return {name: getattr(mine, name) for name in names} | {
        "id": user.uid,
        "email": user.email,
        "joined": user.date_joined,
        "day": mine.today(timezone.now()),
    }


@router.get("/body-weight", auth=reader, response=BodyWeightsOut, summary="Body weight, the newest day first")
def body_weights(request: MemberRequest, asked: Query[BodyWeightsAsked]) -> dict[str, Any]:
    """What you weighed, at most one entry a day."""
    rows = BodyWeight.objects.of(request.user).live()
    if asked.first is not None:
        rows = rows.filter(day__gte=asked.first)
    if asked.last is not None:
        rows = rows.filter(day__lte=asked.last)
    found, following = page_of(rows, order=("-day",), asked=asked, salt=f"body-weight.{request.user.uid}")
    names = ("day", "weight_text", "unit", "note")
    items = [
        {name: getattr(row, name) for name in names} | {"id": row.uid, "weight": plain(row.weight)} for row in found
    ]
    return {"items": items, "next": following}
