"""What the pages read across features: every public address, and the numbers of the method page."""

from workouts.pages.queries.method import MethodNumbers, method_numbers
from workouts.pages.queries.paths import public_paths
from workouts.pages.queries.worker import worker_script

__all__ = ["MethodNumbers", "method_numbers", "public_paths", "worker_script"]
