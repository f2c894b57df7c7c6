"""Hub: every feature's admin registrations. Imports only."""

from workouts.accounts import admin as accounts
from workouts.catalogue import admin as catalogue
from workouts.faq import admin as faq
from workouts.log import admin as log
from workouts.routines import admin as routines
from workouts.transfer import admin as transfer

__all__ = ["accounts", "catalogue", "faq", "log", "routines", "transfer"]
