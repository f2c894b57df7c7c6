"""T57: schemathesis tries every operation by its description, valid and invalid, as nobody and with a token.

No 5xx, nothing beside the description, nothing invalid accepted, no operation open that says it is closed.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis import Case

from tests import factories, profiles
from workouts.accounts import limits, tokens
from workouts.accounts.models import User
from workouts.api import api
from workouts.catalogue.models import Exercise

pytestmark = pytest.mark.django_db
EXAMPLES = 1000 if profiles.LONG else 50
# A cursor or an account that was never given out is a 400 or a 409, and no schema can say which those are; a flood of
# sound pushes is a 429.
FINE = ["2xx", "400", "401", "403", "404", "409", "429"]
CONFIG = schemathesis.Config.from_dict({"checks": {"positive_data_acceptance": {"expected-statuses": FINE}}})
SCHEMA = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema(), default=str)), config=CONFIG)
SCHEMA.app = get_wsgi_application()


@pytest.fixture
def no_limits(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """Those have tests of their own."""
    monkeypatch.setattr(limits, "CALLS_A_MINUTE", 10**9)
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "api_token": "1000000000/m/ip"}


@pytest.fixture
def one_connection() -> Iterator[None]:
    """The test's own, in whose transaction it is: as Django's client does it, no request closes it."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def lifter(owner: User, content: None, no_limits: None, one_connection: None) -> User:
    """With a log to find."""
    factories.history(by=owner, exercise=Exercise.objects.get(slug="barbell-squat"), workouts=5)
    return owner


@pytest.fixture
def token(lifter: User) -> str:
    return tokens.make(by=lifter, name="schemathesis", scope="write", days=None)[1]


# Its client unpacks nothing.
PLAIN = {"Accept-Encoding": "identity"}
QUIET = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@SCHEMA.parametrize()
@QUIET
def test_with_a_token(case: Case[Any], lifter: User, token: str) -> None:
    if isinstance(case.body, dict) and case.meta and case.meta.generation.mode.is_positive and "account" in case.body:
        # Else every sound push would be another account's.
        case.body["account"] = str(lifter.uid)
    # What it makes up for a session would be taken for the credentials that let it in.
    case.cookies.clear()
    case.call_and_validate(headers={"Authorization": f"Bearer {token}", **PLAIN})


@SCHEMA.parametrize()
@QUIET
def test_as_nobody(case: Case[Any], lifter: User) -> None:
    response = case.call_and_validate(headers=PLAIN)
    closed = {} not in case.operation.definition.raw.get("security", [])
    assert not (closed and response.status_code < 400), f"{case.operation.label} is open"
