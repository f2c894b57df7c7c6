"""What the pages of imports and exports show, and what an account holds."""

from workouts.transfer.queries.changed import differing, kept_sets
from workouts.transfer.queries.glimpse import Glimpse, glimpse
from workouts.transfer.queries.holdings import Holding, holdings, is_last_superuser
from workouts.transfer.queries.names import Choices, choices, left_out, remembered
from workouts.transfer.queries.paper import paper
from workouts.transfer.queries.report import report
from workouts.transfer.queries.since import Since, since
from workouts.transfer.queries.summary import new_rows, summary
from workouts.transfer.queries.words import counted_others, counted_remarks, counted_skips, reason, remarks_by_code

__all__ = [
    "Choices",
    "Glimpse",
    "Holding",
    "Since",
    "choices",
    "counted_others",
    "counted_remarks",
    "counted_skips",
    "differing",
    "glimpse",
    "holdings",
    "is_last_superuser",
    "kept_sets",
    "left_out",
    "new_rows",
    "paper",
    "reason",
    "remarks_by_code",
    "remembered",
    "report",
    "since",
    "summary",
]
