"""What the database refuses in the log, whoever writes: ranges and pairs as named constraints."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from workouts.accounts.models import FIRST_DAY, LAST_DAY
from workouts.catalogue.models import LoadMode

MAX_KG, MAX_LB, MAX_REPS, MAX_SECONDS = 1000, 2200, 999, 86_400
RIR_STEPS = [Decimal(n) / 2 for n in range(21)]
RPE_STEPS = [Decimal(n) / 2 for n in range(2, 21)]


def workout_constraints() -> list[models.CheckConstraint]:
    return [
        models.CheckConstraint(
            condition=Q(day__gte=FIRST_DAY, day__lte=LAST_DAY),
            name="workout_day_range",
            violation_error_message=_("The day lies outside the years that are kept, 1950 to 2199."),
        ),
        models.CheckConstraint(
            condition=Q(utc_offset=None) | Q(utc_offset__gte=-16 * 60, utc_offset__lte=16 * 60),
            name="workout_offset_range",
        ),
        models.CheckConstraint(
            condition=Q(finished_at=None) | Q(started_at=None) | Q(finished_at__gte=models.F("started_at")),
            name="workout_ends_after_start",
            violation_error_message=_("A workout ends after it has begun."),
        ),
    ]


def _range(field: str, high: int) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{field: None}) | Q(**{f"{field}__gte": 0, f"{field}__lte": high}),
        name=f"set_{field}_range",
    )


def set_constraints() -> list[models.CheckConstraint]:
    return [
        models.CheckConstraint(condition=Q(kind__in=["warmup", "working", "drop", "failure"]), name="set_kind_known"),
        models.CheckConstraint(condition=Q(load_mode__in=LoadMode.values), name="set_load_mode_known"),
        models.CheckConstraint(
            condition=Q(weight=None)
            | Q(unit="kg", weight__gte=0, weight__lte=MAX_KG)
            | Q(unit="lb", weight__gte=0, weight__lte=MAX_LB),
            name="set_weight_range",
            violation_error_message=_("A weight runs from 0 to 1,000 kg or 2,200 lb."),
        ),
        models.CheckConstraint(
            condition=Q(load_mode="bodyweight", weight=None, weight_text="")
            | (~Q(load_mode="bodyweight") & Q(weight__isnull=False) & ~Q(weight_text="")),
            name="set_weight_with_mode",
            violation_error_message=_("Body weight alone has no weight; every other load has one."),
        ),
        models.CheckConstraint(condition=Q(unit__in=["kg", "lb"]), name="set_unit_known"),
        _range("reps", MAX_REPS),
        _range("left", MAX_REPS),
        _range("right", MAX_REPS),
        _range("seconds", MAX_SECONDS),
        models.CheckConstraint(
            condition=Q(left=None, right=None) | Q(left__isnull=False, right__isnull=False),
            name="set_sides_paired",
        ),
        models.CheckConstraint(
            condition=Q(reps__isnull=False) | Q(seconds__isnull=False) | Q(left__isnull=False),
            name="set_measured",
            violation_error_message=_("A set has reps or seconds."),
        ),
        models.CheckConstraint(condition=Q(rir=None) | Q(rir__in=RIR_STEPS), name="set_rir_steps"),
        models.CheckConstraint(condition=Q(rpe=None) | Q(rpe__in=RPE_STEPS), name="set_rpe_steps"),
        models.CheckConstraint(condition=Q(rir=None) | Q(rpe=None), name="set_one_effort_scale"),
    ]
