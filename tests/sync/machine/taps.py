"""What lifters do on a device: each tap is one mutation, made from what that device shows."""

import datetime
import uuid
from typing import Any

from tests.sync.machine.device import Device
from tests.sync.machine.history import History
from tests.sync.machine.stores import Json, Row, live

# What no server may take, by name: (kind, fields) with the row's parent and the tag filled in.
POISONS: dict[str, Json] = {
    "reps of five thousand": {"reps": 5000},
    "weight that is none": {"weight": "heavy"},
    "weight that is a list": {"weight": [60]},
    "unknown field": {"colour": "red"},
    "no reps": {"reps": None},
    "both effort scales": {"rir": "2.0", "rpe": "8.0"},
    "note with a NUL": {"note": "a\x00b"},
    "unknown parent": {},
    "unknown exercise": {},
    "part of an unknown row": {},
    "other parent": {},
    "unknown op": {},
    "fields that are a list": {},
}


class Taps:
    """Writes on devices of one history, and notes what was written."""

    def __init__(self, history: History) -> None:
        self.history = history

    def write(self, device: Device, op: str, kind: str, row: str, fields: Json | None = None, **odd: Any) -> str:
        uid = device.write(op, kind, row, fields, **odd)
        self.history.made[uid] = device.saved[uid]
        return uid

    def shown(self, device: Device, kind: str, *, deleted: bool = False) -> list[tuple[str, Row]]:
        view = device.view().items()
        return [(uid, row) for uid, row in view if row.kind == kind and row.deleted == deleted]

    def one(self, device: Device, kind: str, n: int, *, deleted: bool = False) -> tuple[str, Row] | None:
        rows = self.shown(device, kind, deleted=deleted)
        return rows[n % len(rows)] if rows else None

    def new_id(self, device: Device) -> str:
        return self.history.mint(self.history.name_of(device))

    def tag(self, device: Device) -> str:
        return f"{device.account} {self.history.minted}"

    # --- what was done -----------------------------------------------------------------------------------------

    def workout(self, device: Device, n: int, *, uid: str = "") -> str:
        clock = datetime.datetime.fromtimestamp(self.history.clocks[self.history.name_of(device)] / 1000, datetime.UTC)
        row = uid or self.new_id(device)
        fields = {"day": clock.date().isoformat(), "zone": "Europe/Berlin", "title": self.tag(device)}
        if n % 2:
            fields["started_at"] = clock.replace(microsecond=0).isoformat()
        self.write(device, "put", "workout", row, fields)
        return row

    def exercise(self, device: Device, n: int) -> str:
        found = self.one(device, "workout", n)
        workout = found[0] if found else self.workout(device, n)
        slugs, row = self.history.cast.exercises, self.new_id(device)
        fields = {"workout": workout, "exercise": slugs[n % len(slugs)], "position": n % 5, "note": self.tag(device)}
        self.write(device, "put", "exercise", row, fields)
        return row

    def log_set(self, device: Device, n: int, *, weight: str, reps: int, old: bool = False) -> str:
        found = self.one(device, "exercise", n)
        performed, row = found[0] if found else self.exercise(device, n), self.new_id(device)
        fields: Json = {"performed": performed, "weight": weight, "unit": "kg", "reps": reps, "note": self.tag(device)}
        if n % 3 == 0:
            fields["rir"] = n % 4
        odd: Json = {"base": None, "at": "2026-01-01T10:00:00Z", "seq": n} if old else {}
        mutation = self.write(device, "put", "set", row, fields, **odd)
        if old:
            self.history.old.add(mutation)
        return row

    def edit(self, device: Device, n: int, *, weight: str, reps: int) -> bool:
        kind = ("set", "set", "exercise", "workout")[n % 4]
        found = self.one(device, kind, n)
        if found is None:
            self.log_set(device, n, weight=weight, reps=reps)
            return False
        changes: dict[str, list[Json]] = {
            "set": [{"weight": weight}, {"reps": reps}, {"weight": weight, "unit": "lb"}, {"rpe": 8.5, "rir": None}],
            "exercise": [{"pain": bool(reps % 2)}, {"note": self.tag(device)}, {"superset": reps % 3 or None}],
            "workout": [{"note": f"felt {reps}"}, {"title": self.tag(device)}, {"day": f"2026-11-{reps:02}"}],
        }
        fields = changes[kind][reps % len(changes[kind])]
        self.write(device, "put", kind, found[0], fields)
        return True

    def both_show(self, one: Device, other: Device) -> list[str]:
        """Sets that are on the screens of both."""
        return sorted(live(one.view()).keys() & {uid for uid, _row in self.shown(other, "set")})

    def edit_both(self, one: Device, other: Device, n: int, reps: int, more: int) -> bool:
        shared = self.both_show(one, other)
        if not shared:
            return False
        row = shared[n % len(shared)]
        self.write(one, "put", "set", row, {"reps": reps})
        self.write(other, "put", "set", row, {"reps": more})
        return True

    def delete(self, device: Device, kind: str, n: int) -> bool:
        found = self.one(device, kind, n)
        if found is None:
            self.log_set(device, n, weight="60", reps=8)
            return False
        self.write(device, "delete", kind, found[0])
        return True

    def restore(self, device: Device, n: int) -> bool:
        kinds = ("workout", "exercise", "set")
        if not any(self.shown(device, kind, deleted=True) for kind in kinds):
            self.delete(device, kinds[n % 3], n)
        found = [each for kind in kinds if (each := self.one(device, kind, n, deleted=True))]
        if not found:
            return False
        uid, row = found[n % len(found)]
        self.write(device, "restore", row.kind, uid)
        return True

    def note(self, device: Device, n: int) -> None:
        slug = self.history.cast.exercises[n % len(self.history.cast.exercises)]
        known = [uid for uid, row in self.shown(device, "note") if row.fields.get("exercise") == slug]
        if known:
            self.write(device, "put", "note", known[0], {"text": "" if n % 5 == 0 else self.tag(device)})
        else:
            self.write(device, "put", "note", self.new_id(device), {"exercise": slug, "text": self.tag(device)})

    def same_id(self, one: Device, other: Device, n: int) -> bool:
        found = self.one(one, "workout", n)
        if found is None or found[0] in other.view():
            return False
        self.workout(other, n, uid=found[0])
        return True

    # --- what must be refused ----------------------------------------------------------------------------------

    def poison(self, device: Device, which: str, n: int) -> None:
        found = self.one(device, "exercise", n)
        performed = found[0] if found else self.exercise(device, n)
        kind, row, odd = "set", self.new_id(device), {}
        fields: Any = {"performed": performed, "weight": "60", "unit": "kg", "reps": 8, "note": self.tag(device)}
        fields |= POISONS[which]
        if which == "unknown parent":
            fields["performed"] = str(uuid.UUID(int=n))
        elif which == "unknown exercise":
            workout = self.one(device, "workout", n)
            kind, fields = "exercise", {"workout": workout[0] if workout else row, "exercise": "no-such-exercise"}
        elif which == "part of an unknown row":
            fields = {"reps": 9}
        elif which == "other parent":
            row, fields = performed, {"workout": str(uuid.UUID(int=n)), "pain": True}
            kind = "exercise"
        elif which == "unknown op":
            odd = {"op": "explode"}
        elif which == "fields that are a list":
            fields = [fields]
        poison = self.write(device, "put", kind, row, fields)
        if odd:
            device.stores.outbox[poison] |= odd
        self.history.poisoned.add(poison)
        self.history.unborn.add(row)

    def attend(self, device: Device, n: int, *, mend: bool) -> bool:
        """The lifter drops what was refused, or says it right."""
        refused = sorted(device.stores.attention)
        if not refused:
            return False
        uid = refused[n % len(refused)]
        mutation = device.stores.attention[uid][0]
        device.drop(uid)
        performed = self.one(device, "exercise", n)
        if mend and mutation["kind"] == "set" and performed:
            fields = {"performed": performed[0], "weight": "60", "unit": "kg", "reps": 8, "note": self.tag(device)}
            self.write(device, "put", "set", self.new_id(device), fields)
        return True
