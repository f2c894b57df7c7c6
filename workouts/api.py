"""Hub: every feature's routes of the API, under /api/v1/."""

from django.utils.translation import gettext_lazy as _

from workouts.accounts.api import router as account
from workouts.catalogue.api import router as catalogue
from workouts.coach.api import router as coach
from workouts.log.api import router as log
from workouts.progress.api import router as progress
from workouts.routines.api import router as routines
from workouts.shared.api import Api
from workouts.sync.api import router as sync
from workouts.training.api import router as training

api = Api(
    title="Legday",
    version="1",
    urls_namespace="api",
    description=_(
        "Everything the site knows about leg day, and everything you have logged, as JSON. Your log is written with "
        "`POST /sync`, the way your phone does it; one more call swaps an exercise in your routine."
    ),
)
for each in (catalogue, routines, log, progress, coach, account, sync):
    api.add_router("", each)
api.add_router("/train", training)
