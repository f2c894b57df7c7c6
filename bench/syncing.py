"""What a phone asks of the server: who is signed in, the kit, pulls, pushes; the same for the clock and the counter."""

import json
import uuid
from functools import partial
from typing import Any

from bench.browsing import Browser, Request

SYNC, SESSION_PATH, KIT_PATH = "/api/v1/sync", "/api/v1/session", "/api/v1/train/kit/mine?routine=leg-day"
SESSION, KIT, PULL = "who is signed in", "kit of the next workout", "pull with nothing new"
PUSH_ONE, PUSH_ALL = "one set pushed", "a workout of 17 sets pushed"
READS, PUSHES = (SESSION, KIT, PULL), (PUSH_ONE, PUSH_ALL)
SETS = {"barbell-squat": 4, "romanian-deadlift": 4, "leg-press": 3, "walking-lunge": 3, "calf-raise": 3}

Json = dict[str, Any]


class Phone:
    """Signed in as the browser is, and up to date before every push, as phones are."""

    def __init__(self, browser: Browser) -> None:
        self.browser, self.client = browser, str(uuid.uuid4())
        self.session: Json = json.loads(browser.open(SESSION_PATH))

    def pull(self) -> Request:
        return Request(f"{SYNC}?cursor={self._rev()}")

    def push(self, mutations: list[Json]) -> Request:
        head = {"account": self.session["account"], "client": self.client, "epoch": self.session["epoch"]}
        body = json.dumps({**head, "cursor": self._rev(), "mutations": mutations})
        return Request(SYNC, json=body, headers={"X-CSRFToken": self.session["csrf"]})

    def _rev(self) -> int:
        return int(json.loads(self.browser.open(SESSION_PATH))["rev"])


def sync(browser: Browser) -> None:
    browser.take(SESSION, partial(Request, SESSION_PATH))
    browser.take(KIT, partial(Request, KIT_PATH))
    phone = Phone(browser)
    browser.take(PULL, phone.pull)
    begun, performed = _begun(list(SETS)[:1])
    browser.tell(phone.push(begun))
    browser.take(PUSH_ONE, lambda: phone.push([_set(performed[0], 1)]), fresh=True)
    browser.take(PUSH_ALL, lambda: phone.push(_workout()), fresh=True)


def _put(kind: str, **fields: object) -> Json:
    return {"id": str(uuid.uuid4()), "op": "put", "kind": kind, "row": str(uuid.uuid4()), "fields": fields}


def _begun(slugs: list[str]) -> tuple[list[Json], list[str]]:
    """A workout with its exercises, and the ids of these."""
    workout = _put("workout", day="2026-11-23", zone="UTC", routine="leg-day")
    exercises = [_put("exercise", workout=workout["row"], exercise=s, position=n) for n, s in enumerate(slugs, start=1)]
    return [workout, *exercises], [str(each["row"]) for each in exercises]


def _set(performed: str, position: int) -> Json:
    return _put("set", performed=performed, position=position, weight="62,5", unit="kg", reps=8, rir=2)


def _workout() -> list[Json]:
    begun, performed = _begun(list(SETS))
    counts = zip(performed, SETS.values(), strict=True)
    return begun + [_set(one, n) for one, count in counts for n in range(1, count + 1)]
