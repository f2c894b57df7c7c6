"""Devices of the owner and of another lifter."""

import pytest

from tests.sync.wire import Device
from workouts.accounts.models import User


@pytest.fixture
def phone(owner: User, content: None) -> Device:
    return Device(owner)


@pytest.fixture
def tablet(owner: User, content: None) -> Device:
    """Another device of the same lifter."""
    return Device(owner)


@pytest.fixture
def stranger(other: User, content: None) -> Device:
    return Device(other)
