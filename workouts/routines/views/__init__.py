from workouts.routines.views.own import delete, own, restore, routines_of_mine
from workouts.routines.views.site import routine, routines

__all__ = ["delete", "own", "restore", "routine", "routines", "routines_of_mine"]
