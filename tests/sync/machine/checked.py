"""The invariants as Hypothesis asks for them: each after every step."""

from hypothesis.stateful import RuleBasedStateMachine, invariant

from tests.sync.machine import invariants
from tests.sync.machine.history import History


class Checked(RuleBasedStateMachine):
    """A machine whose `history` is looked at after every step. I4 and I14 are for when all have synced."""

    history: History

    @invariant()
    def i1(self) -> None:
        invariants.i1_nothing_saved_is_lost(self.history)

    @invariant()
    def i2(self) -> None:
        invariants.i2_ticks_do_not_lie(self.history)

    @invariant()
    def i3(self) -> None:
        invariants.i3_repeats_change_nothing(self.history)

    @invariant()
    def i5(self) -> None:
        invariants.i5_unsent_values_are_shown(self.history)

    @invariant()
    def i6(self) -> None:
        invariants.i6_no_cursor_misses_a_change(self.history)

    @invariant()
    def i7(self) -> None:
        invariants.i7_nobody_sees_or_writes_anothers_rows(self.history)

    @invariant()
    def i8(self) -> None:
        invariants.i8_deleted_rows_stay_deleted(self.history)

    @invariant()
    def i9(self) -> None:
        invariants.i9_a_live_set_has_a_live_workout(self.history)

    @invariant()
    def i10(self) -> None:
        invariants.i10_clocks_change_nothing(self.history)

    @invariant()
    def i11(self) -> None:
        invariants.i11_overwritten_values_are_in_the_log(self.history)

    @invariant()
    def i12(self) -> None:
        invariants.i12_one_bad_mutation_stops_nothing(self.history)

    @invariant()
    def i13(self) -> None:
        invariants.i13_rows_changes_and_verdicts_stand_together(self.history)

    @invariant()
    def i17(self) -> None:
        invariants.i17_old_schemas_apply(self.history)

    def check_all(self) -> None:
        """Once more, at the end."""
        for check in (self.i1, self.i2, self.i3, self.i5, self.i6, self.i7, self.i8, self.i9, self.i10, self.i11):
            check()
        self.i12()
        self.i13()
