"""The few words before a reason: what to do, at a glance."""

from django.utils.translation import gettext as _

from workouts.science.progression import Action, Advice


def of(advice: Advice) -> tuple[str, str]:
    """Headline and reason of an advice. The reason is the rule's own sentence, from the numbers it saw."""
    return _headline(advice), advice.reason


def first_time() -> tuple[str, str]:
    """Where even the lightest load is unknown: every machine has its own."""
    return (
        _("First time."),
        _("Nothing logged yet: choose a load so light that 3 or more reps are left at the end of each set."),
    )


def as_last_time() -> tuple[str, str]:
    return _("As last time."), _("What you did last time stands here: do as much, or a little more.")


def _headline(advice: Advice) -> str:
    if advice.reason_code == "rise_two_steps":
        return _("Two steps up.")
    return {
        Action.START: _("First time."),
        Action.UP: _("One step up."),
        Action.HOLD: _("Same weight."),
        Action.REPS: _("Reps before weight."),
        Action.ADDLOAD: _("Add weight."),
        Action.DOWN: _("One step down."),
        Action.RESET: _("Lighter, then rebuild."),
        Action.LAYOFF: _("Lighter after the break."),
        Action.RESTART: _("A new start."),
        Action.PLATEAU: _("Lighter, then rebuild."),
        Action.MAXED: _("Nothing heavier."),
        Action.PAIN: _("No target."),
    }[advice.action]
