"""Hub: every feature's routes of the API, under /api/v1/."""

from django.utils.translation import gettext_lazy as _

from workouts.shared.api import Api
from workouts.sync.api import router as sync
from workouts.training.api import router as training

api = Api(
    title="Legday",
    version="1",
    urls_namespace="api",
    description=_("Everything that a device needs to log without a signal."),
)
api.add_router("", sync)
api.add_router("/train", training)
