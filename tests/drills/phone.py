"""A phone that logs sets: it keeps each until the server has said what became of it, and repeats what it must."""

import json
import uuid
from dataclasses import dataclass, field

from tests.drills.line import Answer, Json, Line

SYNC, SESSION = "/api/v1/sync", "/api/v1/session"
EXERCISE = "barbell-squat"
AT_ONCE = 20


@dataclass
class Phone:
    """Of one account, on `lines` to one server or to several that share a database: where one does not answer, the
    next is asked. `told` are the sets that the server said it has, by id."""

    account: str
    lines: list[Line]
    client: str = field(default_factory=lambda: str(uuid.uuid4()))
    epoch: str = ""
    token: str = ""
    cursor: int = 0
    outbox: dict[str, Json] = field(default_factory=dict)
    told: dict[str, Json] = field(default_factory=dict)
    rejected: list[Json] = field(default_factory=list)
    performed: str = ""

    def begin(self) -> None:
        """A workout with one exercise, on the phone."""
        workout = self._put("workout", day="2026-11-23", zone="UTC")
        self.performed = self._put("exercise", workout=workout, exercise=EXERCISE, position=1)

    def tap(self, n: int) -> str:
        """A set is done; its id."""
        return self._put("set", performed=self.performed, position=n % 9999, weight="62,5", unit="kg", reps=1 + n % 30)

    def _put(self, kind: str, **fields: object) -> str:
        row = str(uuid.uuid4())
        mutation = {"id": str(uuid.uuid4()), "op": "put", "kind": kind, "row": row, "fields": fields}
        self.outbox[str(mutation["id"])] = mutation
        return row

    def push(self) -> Answer | None:
        """One push of what waits."""
        if not self.token and not self._greet():
            return None
        sent = list(self.outbox.values())[:AT_ONCE]
        body = {"account": self.account, "client": self.client, "epoch": self.epoch, "cursor": self.cursor}
        answer = self._ask("POST", SYNC, json.dumps(body | {"mutations": sent}).encode())
        if answer is None or answer.status != 200:
            return answer
        told = answer.json()
        assert {each["id"] for each in told["results"]} == {each["id"] for each in sent}, "an answer to something else"
        for each in told["results"]:
            self._verdict(each)
        self.cursor = told["cursor"]
        return answer

    def pull(self) -> Answer | None:
        return self._ask("GET", f"{SYNC}?cursor={self.cursor}")

    def _verdict(self, result: Json) -> None:
        mutation = self.outbox.pop(result["id"])
        if "rejected" in (result["status"], result.get("was")):
            self.rejected.append(result)
        elif mutation["kind"] == "set":
            self.told[mutation["row"]] = mutation["fields"]

    def _greet(self) -> bool:
        answer = self._ask("GET", SESSION)
        if answer is None or answer.status != 200:
            return False
        told = answer.json()
        self.token, self.epoch = told["csrf"], told["epoch"]
        return True

    def _ask(self, method: str, path: str, body: bytes | None = None) -> Answer | None:
        for line in list(self.lines):
            answer = line.ask(method, path, body, self.token)
            if answer is not None:
                return answer
            self.lines.append(self.lines.pop(0))
        return None

    def close(self) -> None:
        for line in self.lines:
            line.close()
