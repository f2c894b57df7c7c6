"""What a device did not know of a row when it changed it: fields that another one has written since its `base`."""

from typing import Any
from uuid import UUID

from workouts.accounts.models import User
from workouts.log.actions.incoming.shapes import Asked
from workouts.log.models import Change, Op


class Unseen:
    """Each field's last change after the revision that the device had. Its own do not count: what it typed twice
    without a signal is no conflict."""

    def __init__(self, owner: User, client: UUID, rev: int) -> None:
        self.owner, self.client, self.rev = owner, client, rev
        # (row, field): the revision of its last change and the device that made it, None for a form.
        self._last: dict[tuple[UUID, str], tuple[int, UUID | None]] = {}

    def read(self, asked: list[Asked]) -> "Unseen":
        """One statement, and none where every device is up to date."""
        behind = [each for each in asked if each.op == Op.PUT and each.base is not None and each.base < self.rev]
        if behind:
            oldest = min(each.base or 0 for each in behind)
            changes = Change.objects.filter(
                owner=self.owner, row__in={each.row for each in behind}, rev__gt=oldest, rev__lte=self.rev, op=Op.PUT
            )
            for row, rev, client, fields in changes.order_by("rev").values_list("row", "rev", "client", "fields"):
                self._last.update({(row, name): (rev, client) for name in fields})
        return self

    def of(self, asked: Asked, names: Any) -> set[str]:
        """The fields among `names` that another device has changed since."""
        if asked.base is None:
            return set()
        found = ((name, self._last.get((asked.row, name))) for name in names)
        return {name for name, last in found if last and last[0] > asked.base and last[1] != self.client}

    def written(self, row: UUID, names: Any) -> None:
        """The pushing device has changed these fields."""
        self._last.update({(row, name): (self.rev, self.client) for name in names})
