from workouts.routines.forms.routine import RoutineForm

__all__ = ["RoutineForm"]
