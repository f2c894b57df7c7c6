"""The code that proves an e-mail address: mailed to it, typed in by the same browser.

It waits in the session, so a code asked for here is worth nothing anywhere else, and an address that somebody
merely wants never stands in a table where it could keep its owner from signing up. What is stored is an HMAC:
six digits behind a plain hash could be tried through in a second by whoever reads the sessions.
"""

import enum
import re
import secrets
import time

from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import constant_time_compare, salted_hmac

LIFE = 24 * 3600  # seconds
TRIES = 5
_KEY = "email_code"
_SALT = "workouts.accounts.verification"


class Verdict(enum.Enum):
    """What became of a code that was typed in."""

    RIGHT = "right"
    WRONG = "wrong"
    SPENT = "spent"  # too old, tried too often, or none was sent to this browser


def issue(session: SessionBase, email: str) -> str:
    """A new code for `email`, six digits; whatever code was waiting before is void."""
    code = f"{secrets.randbelow(10**6):06d}"
    session[_KEY] = {"email": email, "digest": _digest(email, code), "sent": int(time.time()), "tries": 0}
    return code


def waiting_for(session: SessionBase) -> str | None:
    """The address whose code this browser may still type in."""
    state = session.get(_KEY)
    if not state or state["tries"] >= TRIES or time.time() - state["sent"] > LIFE:
        return None
    return str(state["email"])


def check(session: SessionBase, code: str) -> Verdict:
    """Judge what was typed (spaces and dashes do not count). A right code is used up, a wrong one is counted."""
    email = waiting_for(session)
    if email is None:
        return Verdict.SPENT
    state = session[_KEY]
    if constant_time_compare(state["digest"], _digest(email, re.sub(r"[\s-]", "", code))):
        forget(session)
        return Verdict.RIGHT
    state["tries"] += 1
    session.modified = True
    return Verdict.WRONG if state["tries"] < TRIES else Verdict.SPENT


def forget(session: SessionBase) -> None:
    """No code is waiting any more."""
    session.pop(_KEY, None)


def _digest(email: str, code: str) -> str:
    return salted_hmac(_SALT, f"{email}\n{code}", algorithm="sha256").hexdigest()
