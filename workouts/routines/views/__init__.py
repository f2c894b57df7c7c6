from workouts.routines.views.own import delete, own, restore, routines_of_mine
from workouts.routines.views.site import print_routine, routine, routines

__all__ = ["delete", "own", "print_routine", "restore", "routine", "routines", "routines_of_mine"]
