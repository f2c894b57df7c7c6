"""The invariants of the protocol, each by its number, on one history. They raise AssertionError and change nothing."""

from tests.sync.machine.device import Device
from tests.sync.machine.history import History
from tests.sync.machine.stores import Json, fields_of, live, told
from tests.sync.machine.truth import Stored


def clean(history: History, invariant: str) -> None:
    assert not history.wrong.get(invariant), history.wrong[invariant]


def i1_nothing_saved_is_lost(history: History) -> None:
    books = history.truth()
    for device in history.devices:
        stores, verdicts = device.stores, books[device.account].verdicts
        lost = (
            device.saved.keys()
            - stores.outbox.keys()
            - stores.archive.keys()
            - stores.attention.keys()
            - verdicts.keys()
        )
        assert not lost, f"{history.name_of(device)} lost {lost}"


def i2_ticks_do_not_lie(history: History) -> None:
    books = history.truth()
    for device in history.devices:
        verdicts = books[device.account].verdicts
        lies = [uid for uid in device.acknowledged if verdicts.get(uid) != "applied" and uid not in history.undone]
        assert not lies, f"{history.name_of(device)} says saved of {lies}"


def i3_repeats_change_nothing(history: History) -> None:
    clean(history, "I3")


def i4_all_show_the_same(history: History) -> None:
    """After everybody has synced."""
    books = history.truth()
    for device in history.devices:
        shown, true = live(device.view()), books[device.account].live()
        assert shown == true, f"{history.name_of(device)} shows {_differences(shown, true)}"


def i5_unsent_values_are_shown(history: History) -> None:
    for device in history.devices:
        view, last = device.view(), {}
        unsent = [each for each in device.stores.outbox.values() if each["id"] not in history.poisoned]
        for mutation in unsent:
            for name, value in fields_of(mutation).items():
                last[mutation["row"], name] = value
        for (row, name), value in last.items():
            if row in view:
                assert view[row].fields.get(name) == value, f"{history.name_of(device)} hides {row} {name}={value}"
        _new_sets_are_shown(history, device)


def _new_sets_are_shown(history: History, device: Device) -> None:
    """A set that was typed here and not sent is on the screen, whatever others did to its workout."""
    view, outbox = device.view(), list(device.stores.outbox.values())
    removed = {mutation["row"] for mutation in outbox if mutation["op"] == "delete"}
    for mutation in outbox:
        performed = fields_of(mutation).get("performed")
        # One that the server is known to have was sent, though its answer was lost: others may have deleted it.
        known = mutation["row"] in device.stores.rows or mutation["id"] in history.poisoned
        if mutation["kind"] != "set" or known or performed not in view:
            continue
        family = {mutation["row"], performed, view[performed].parent}
        if not family & removed:
            hidden = [row for row in family if row not in view or view[row].deleted]
            assert not hidden, f"{history.name_of(device)} hides the new set {mutation['row']}: {hidden}"


def i6_no_cursor_misses_a_change(history: History) -> None:
    """Who has read up to the account's revision has its live rows."""
    books, epoch = history.truth(), history.epoch()
    for device in history.devices:
        stores, true = device.stores, books[device.account]
        if stores.cursor == true.rev and stores.epoch == stores.rows_epoch == epoch:
            shown = live(stores.rows)
            assert shown == true.live(), f"{history.name_of(device)} has {_differences(shown, true.live())}"


def i7_nobody_sees_or_writes_anothers_rows(history: History) -> None:
    """Every row says whose it is."""
    books = history.truth()
    for account in history.cast.accounts:
        for uid, stored in books[account].rows.items():
            assert _is_of(account, stored.kind, stored.fields), f"{account} has {uid}: {stored}"
        for device in history.devices:
            if device.account == account:
                for uid, row in device.stores.rows.items():
                    assert row.deleted or _is_of(account, row.kind, told(row.fields)), f"{account} sees {uid}: {row}"


def _is_of(account: str, kind: str, fields: dict[str, object]) -> bool:
    name = {"workout": "title", "note": "text"}.get(kind, "note")
    return str(fields.get(name, "")).startswith(account)


def i8_deleted_rows_stay_deleted(history: History) -> None:
    """Whatever came back was meant to. (That rows and log agree is for I13.)"""
    books = history.truth()
    for account in history.cast.accounts:
        for change in books[account].changes:
            if change["op"] == "restore":
                meant = history.made[change["mutation"]]
                assert _may_revive(meant), f"{change['row']} came back by {meant}"


def _may_revive(mutation: Json) -> bool:
    """A restore, or a new set: one that says where it was done. An edit never does."""
    return mutation["op"] == "restore" or (mutation["kind"] == "set" and "performed" in fields_of(mutation))


def i9_a_live_set_has_a_live_workout(history: History) -> None:
    books = history.truth()
    for account in history.cast.accounts:
        rows = books[account].rows
        for uid, row in rows.items():
            name = {"set": "performed", "exercise": "workout"}.get(row.kind)
            if name and not row.deleted:
                assert not rows[row.fields[name]].deleted, f"{uid} lives without its {name}"


def i10_clocks_change_nothing(history: History) -> None:
    """The field holds what arrived last, whatever any clock said."""
    books = history.truth()
    for (account, uid, name), value in history.typed.items():
        row = books[account].rows.get(uid, Stored("", {}, deleted=False))
        assert row.fields.get(name) == told({name: value}).get(name), (
            f"{uid} {name}: {value} arrived last, not {row.fields}"
        )


def i11_overwritten_values_are_in_the_log(history: History) -> None:
    books = history.truth()
    for account in history.cast.accounts:
        assert not books[account].forgotten, books[account].forgotten


def i12_one_bad_mutation_stops_nothing(history: History) -> None:
    clean(history, "I12")


def i13_rows_changes_and_verdicts_stand_together(history: History) -> None:
    """The log, played from its beginning, gives the rows; its numbers have no gap; its mutations were applied."""
    clean(history, "I13")
    books = history.truth()
    for account in history.cast.accounts:
        book = books[account]
        assert book.played == book.rows, _differences(book.played, book.rows)
        assert [change["rev"] for change in book.changes] == list(range(1, book.rev + 1))
        for change in book.changes:
            assert book.verdicts.get(change["mutation"]) == "applied"


def i14_what_devices_hold_comes_back(history: History) -> None:
    """After a restore of the server, and after everybody has synced."""
    books = history.truth()
    told_of: dict[tuple[str, str], list[dict[str, object]]] = {}
    for account in history.cast.accounts:
        for change in books[account].changes:
            told_of.setdefault((account, change["row"]), []).append(change)
    for (account, uid), (fields, _holders) in history.held.items():
        row, changes = books[account].rows.get(uid), told_of.get((account, uid), [])
        if row is None:
            # A note that another one stood in for waits in attention.
            assert _waits(history, account, uid), f"{uid} did not come back: {fields}"
            continue
        for name, value in fields.items():
            values = [each[part].get(name) for each in changes for part in ("fields", "replaced")]  # type: ignore[attr-defined]
            assert value in values or _waits(history, account, uid), f"{uid} {name}={value} did not come back"
        assert not row.deleted or any(each["op"] == "delete" for each in changes), f"{uid} is deleted"


def _waits(history: History, account: str, uid: str) -> bool:
    return any(
        mutation["row"] == uid
        for device in history.devices
        if device.account == account
        for mutation, _problem in device.stores.attention.values()
    )


def i17_old_schemas_apply(history: History) -> None:
    clean(history, "I17")


def _differences(one: object, other: object) -> str:
    assert isinstance(one, dict)
    assert isinstance(other, dict)
    return str(
        {key: (one.get(key), other.get(key)) for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
    )
