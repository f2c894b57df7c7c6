"""Ids of rows and mutations that are made here, for doors without a device: forms and imports."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUIDv7: rows made one after the other lie side by side in an index. Opaque, and never a secret."""
    return uuid7()
