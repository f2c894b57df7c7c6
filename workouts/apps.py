"""The product as Django sees it: one app."""

from django.apps import AppConfig
from django.core import checks

# Features whose rows are what public pages show; those that lifters own are left out row by row.
CONTENT = {"catalogue", "faq", "routines"}


class WorkoutsConfig(AppConfig):
    name = "workouts"
    verbose_name = "Legday"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from workouts.shared.audience import every_view_says_its_audience
        from workouts.shared.caching import follow

        every_model = self.get_models(include_auto_created=True)
        follow([model for model in every_model if model.__module__.split(".")[1] in CONTENT])
        checks.register(every_view_says_its_audience, checks.Tags.urls)
