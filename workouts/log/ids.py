"""Ids of rows and mutations that are made here, for doors without a device: forms and imports."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUIDv7: rows made one after the other lie side by side in an index. Opaque, and never a secret."""
    return uuid7()


# An id of ours as the identity of a row in a file (`SyncedRow.origin_key`, at most 40 characters).
OWN = "legday:"


def own_key(uid: UUID) -> str:
    """The identity of a row whose file is an export of ours: its id."""
    return OWN + uid.hex


def lasting_id(uid: UUID, origin_key: str) -> UUID:
    """The id that exports show: the row's own, or the one it had where it was exported from. A row that was undone
    and brought in again has another id here, and is still the same one."""
    return UUID(origin_key.removeprefix(OWN)) if origin_key.startswith(OWN) else uid
