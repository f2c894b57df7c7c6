"""Exercises and muscles, for everybody; a lifter's own exercises for her."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router

from workouts.accounts.callers import user_of, visitor
from workouts.catalogue.queries import exercise_whole, exercises_seen, groups_with_muscles
from workouts.catalogue.schemas import (
    ExerciseOut,
    ExercisesAsked,
    ExercisesOut,
    ExerciseWhole,
    GroupsOut,
)
from workouts.shared.api import page_of

router = Router(tags=["catalogue"])


@router.get("/exercises", auth=visitor, response=ExercisesOut, summary="Exercises")
def exercises(request: HttpRequest, asked: Query[ExercisesAsked]) -> dict[str, Any]:
    """The site's exercises, without those that are retired, and your own if you are signed in. A filter that nothing
    fits gives an empty list."""
    user = user_of(request)
    rows = exercises_seen(
        user, muscle=asked.group or "", equipment=asked.equipment or "", pattern=asked.pattern or "", own=asked.own
    )
    salt = f"exercises.{user.uid if user else ''}"
    found, following = page_of(rows, order=("position", "name", "pk"), asked=asked, salt=salt)
    return {"items": [ExerciseOut.fields_of(row) for row in found], "next": following}


@router.get("/exercises/{slug:slug}", auth=visitor, response=ExerciseWhole, summary="One exercise")
def exercise(request: HttpRequest, slug: str) -> dict[str, Any]:
    """With its muscles, steps, cues, mistakes, and what to do instead. Retired exercises are found too."""
    row = exercise_whole(user_of(request), slug)
    if row is None:
        raise Http404
    return ExerciseOut.fields_of(row) | {
        "also_works": row.also_works,
        "note": row.note,
        "muscles": [{"muscle": each.muscle.slug, "role": each.role} for each in row.roles.all()],
        "instructions": [{"kind": each.kind, "text": each.text} for each in row.instructions.all()],
        "substitutions": [
            {
                "reason": each.reason,
                "text": each.text,
                "why": each.why,
                "substitute": each.substitute.slug if each.substitute and each.substitute.owner_id is None else None,
            }
            for each in row.substitutions.all()
        ],
    }


@router.get("/muscle-groups", auth=visitor, response=GroupsOut, summary="Muscle groups and their muscles")
def muscle_groups(request: HttpRequest) -> dict[str, Any]:
    """All of them, in the order of the anatomy page."""
    return {"items": [_group(group) for group in groups_with_muscles()]}


def _group(group: Any) -> dict[str, Any]:
    names = ("slug", "name", "kind", "place", "actions", "summary")
    muscles = ("slug", "name", "lay_name", "place", "actions", "deep")
    return {name: getattr(group, name) for name in names} | {
        "muscles": [{name: getattr(each, name) for name in muscles} for each in group.muscles.all()]
    }
