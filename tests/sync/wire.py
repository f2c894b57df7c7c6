"""A device as the server sees it: JSON over HTTP, and nothing that the product's own code does for it."""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from tests import cast
from workouts.accounts.models import User

Json = dict[str, Any]
SYNC = "/api/v1/sync"
DAY = "2026-11-23"
# Of a row on the device; a set has a field called kind.
KIND, DELETED = "of kind", "is deleted"


def new_id() -> str:
    return str(uuid4())


def put(kind: str, row: str | None = None, *, base: int | None = None, **fields: Any) -> Json:
    """A mutation that puts `fields` on a row, a new one if none is named."""
    mutation = {"id": new_id(), "op": "put", "kind": kind, "row": row or new_id(), "fields": fields}
    return mutation if base is None else mutation | {"base": base}


def op(name: str, kind: str, row: str) -> Json:
    return {"id": new_id(), "op": name, "kind": kind, "row": row}


def workout(**fields: Any) -> Json:
    return put("workout", **{"day": DAY, "zone": "Europe/Lisbon", **fields})


def exercise(of: Json, slug: str = "barbell-squat", **fields: Any) -> Json:
    return put("exercise", workout=of["row"], **{"exercise": slug, "position": 1, **fields})


def one_set(of: Json, **fields: Any) -> Json:
    return put("set", performed=of["row"], **{"weight": "62,5", "unit": "kg", "reps": 8, "position": 1, **fields})


def begun(sets: int = 0) -> list[Json]:
    """A workout with one exercise, and sets."""
    first = workout()
    second = exercise(first)
    return [first, second, *(one_set(second, position=n + 1) for n in range(sets))]


@dataclass
class Device:
    """One browser of `user`'s. `rows` is what it has of the server, by applying what it was sent."""

    user: User
    client: str = field(default_factory=new_id)
    cursor: int | None = 0
    rows: dict[str, Json] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.browser: Client = cast.signed_in(self.user)
        self.epoch: str = self.browser.get("/api/v1/session").json()["epoch"]

    def body(self, mutations: list[Json], **more: Any) -> Json:
        head = {"account": str(self.user.uid), "client": self.client, "epoch": self.epoch, "cursor": self.cursor}
        return {**head, "mutations": mutations, **more}

    def send(self, mutations: list[Json], **more: Any) -> HttpResponse:
        """One push. What the answer brings is not taken in."""
        return self.post(self.body(mutations, **more))

    def post(self, body: Any) -> HttpResponse:
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        return self.browser.post(SYNC, text, content_type="application/json")  # type: ignore[return-value]  # a response

    def push(self, mutations: list[Json], **more: Any) -> Json:
        """One push that succeeds; what it brings is taken in."""
        response = self.send(mutations, **more)
        assert response.status_code == 200, response.content
        answer: Json = json.loads(response.content)
        self.take(answer)
        return answer

    def statuses(self, mutations: list[Json], **more: Any) -> list[str]:
        return [each["status"] for each in self.push(mutations, **more)["results"]]

    def pull(self, limit: int = 500) -> None:
        """Everything that is new."""
        more = True
        while more:
            response = self.browser.get(SYNC, {"cursor": self.cursor or 0, "limit": limit})
            assert response.status_code == 200, response.content
            answer = response.json()
            self.take(answer)
            more = answer["more"]

    def snapshot(self, limit: int = 500) -> None:
        """Everything anew, by pages, and then what changed meanwhile."""
        self.rows, page, first = {}, "", True
        while page or first:
            query = {"limit": limit} | ({"page": page} if page else {})
            answer = self.browser.get(SYNC, query).json()
            for row in answer["rows"]:
                self.rows[row["row"]] = {KIND: row["kind"], DELETED: False, **row["fields"]}
            page, first = answer["page"], False
            self.cursor = answer["rev"]
        self.pull()

    def live(self, kind: str) -> dict[str, Json]:
        """The live rows of a kind, without what is empty."""
        rows = {uid: row for uid, row in self.rows.items() if row[KIND] == kind and not row[DELETED]}
        return {
            uid: {name: value for name, value in row.items() if value not in (None, "", False) and name != KIND}
            for uid, row in rows.items()
        }

    def take(self, answer: Json) -> None:
        for change in answer["changes"]:
            row = self.rows.get(change["row"])
            if row is None and not len(change["fields"]) > 1:
                continue
            row = self.rows.setdefault(change["row"], {KIND: change["kind"], DELETED: False})
            row.update(change["fields"])
            if change["op"] != "put":
                row[DELETED] = change["op"] == "delete"
        if answer["cursor"] is not None:
            self.cursor = answer["cursor"]
