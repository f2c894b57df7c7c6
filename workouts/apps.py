"""The product as Django sees it: one app."""

from django.apps import AppConfig
from django.core import checks


class WorkoutsConfig(AppConfig):
    name = "workouts"
    verbose_name = "Legday"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from workouts.shared.audience import every_view_says_its_audience

        checks.register(every_view_says_its_audience, checks.Tags.urls)
