"""Sets of the log that the lifter wants as the file has them now."""

from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from uuid import UUID, uuid5

from django.db.models import Q

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.drafts import SetDraft, SetEntry, Sheet
from workouts.log.ids import own_key
from workouts.log.models import LoggedSet, Source, Workout
from workouts.transfer.formats.rows import Row


def correct(*, by: User, rows: dict[str, Row], draft: Callable[[Row, Exercise], SetDraft], request: UUID) -> int:
    """Writes the file's numbers over the log's for the live sets named by `rows`, a mutation a workout, and returns
    how many. Their place, note and RIR stay (unless the file rates them). Sent twice, it is applied once."""
    uids = [row.exact.uid for row in rows.values() if row.exact]
    found = LoggedSet.objects.of(by).live().filter(Q(origin_key__in=rows) | Q(uid__in=uids))
    entries: dict[int, list[SetEntry]] = defaultdict(list)
    for each in found.select_related("performed__exercise"):
        row = rows[each.origin_key] if each.origin_key in rows else rows[own_key(each.uid)]
        rated = _kept(draft(row, each.performed.exercise), each, exact=row.exact is not None)
        entries[each.performed.workout_id].append(SetEntry(uid=each.uid, performed=each.performed.uid, draft=rated))
    for workout in Workout.objects.of(by).filter(pk__in=entries):
        once = uuid5(request, str(workout.uid))
        with suppress(actions.Repeated):
            actions.save_sheet(
                by=by, workout=workout, sheet=Sheet(sets=entries[workout.pk]), request=once, source=Source.IMPORT
            )
    return sum(map(len, entries.values()))


def _kept(new: SetDraft, here: LoggedSet, *, exact: bool) -> SetDraft:
    placed = replace(new, position=here.position, note=here.note)
    if exact:
        return placed
    kept = replace(placed, rir=None if new.rpe else here.rir)
    return replace(kept, rpe=here.rpe) if new.rpe is None else kept
