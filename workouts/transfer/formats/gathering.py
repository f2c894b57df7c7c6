"""Workouts of our own files put together by their ids, with what is wrong with single rows listed by line."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from workouts.transfer.formats import own as parts
from workouts.transfer.formats.cells import Bad
from workouts.transfer.formats.fields import Fields
from workouts.transfer.formats.rows import Block, Session
from workouts.transfer.formats.sessions import Sorting


@dataclass(slots=True)
class Gathering:
    """The sessions so far. A workout or an exercise that comes again (a row a set) is the one that was there; a row
    whose workout or exercise cannot be read is listed and left out."""

    sorting: Sorting = field(default_factory=Sorting)
    own: parts.Own = field(default_factory=parts.Own)
    _sessions: dict[str, Session] = field(default_factory=dict)
    _blocks: dict[str, tuple[str, Block]] = field(default_factory=dict)
    _keys: set[str] = field(default_factory=set)

    def workout(self, fields: Fields) -> Session:
        """Raises cells.Bad."""
        wanted = str(fields.values.get("id") or "")
        found = self._sessions.get(wanted)
        if found is None:
            found = parts.session(fields)
            self._once(fields, found.key)
            self._sessions[wanted] = found
            self.sorting.sessions.append(found)
        found.note = found.note or fields.text("note")
        return found

    def exercise(self, session: Session, fields: Fields) -> Block:
        """Raises cells.Bad."""
        wanted = str(fields.values.get("id") or "")
        where, found = self._blocks.get(wanted, (session.key, None))
        if where != session.key:
            raise fields.bad("id", _("stands in two workouts."))
        if found is None:
            found = parts.block(fields, self.own)
            self._once(fields, found.key)
            self._blocks[wanted] = session.key, found
            session.blocks.append(found)
        found.note = found.note or fields.text("note")
        return found

    def logged(self, session: Session, block: Block, fields: Fields, line: int) -> None:
        """Raises cells.Bad."""
        key, row = parts.logged(fields, block, session, line)
        self._once(fields, key)
        block.sets.append((key, row))

    def _once(self, fields: Fields, key: str) -> None:
        if key in self._keys:
            raise fields.bad("id", _("stands in the file twice."))
        self._keys.add(key)

    def wrong(self, line: int, problem: Bad | str) -> None:
        self.sorting.wrong(line, str(problem))

    def done(self) -> Sorting:
        self.sorting.own = self.own
        return self.sorting
