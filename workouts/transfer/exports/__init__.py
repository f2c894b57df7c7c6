"""Writers of our own two formats, piece by piece: a CSV with a row a set, and a JSON with everything of an account.

What they hold is told by docs/exports.md; formats/legday_csv.py and legday_json.py read it back.
"""

from workouts.transfer.exports.document import VERSION, json_of
from workouts.transfer.exports.history import years_of
from workouts.transfer.exports.sheet import csv_of
from workouts.transfer.exports.turns import turn

__all__ = ["VERSION", "csv_of", "json_of", "turn", "years_of"]
