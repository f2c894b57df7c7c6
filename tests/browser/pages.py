"""Every page worth looking at, and a lifter with something on each: for the tests that walk over all of them."""

import datetime
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import BrowserContext

from tests import cast, factories
from workouts.accounts.actions import put_body_weight
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.ids import new_id
from workouts.log.models import Workout
from workouts.routines.actions import copy_routine
from workouts.routines.models import Routine
from workouts.science.units import Unit, parse_weight
from workouts.transfer.actions import receive
from workouts.transfer.models import ImportBatch

PUBLIC = [
    "/", "/anatomy/", "/anatomy/glutes/", "/anatomy/core/", "/exercises/", "/exercises/?q=squat",
    "/exercises/walking-lunge/", "/routines/", "/routines/leg-day/", "/routines/leg-day/print/", "/faq/", "/method/",
    "/privacy/",
    "/api/v1/docs", "/search/?q=squat", "/accounts/login/", "/accounts/signup/", "/accounts/password/reset/",
]  # fmt: skip
MEMBER = [
    "/today/", "/today/print/", "/train/new/", "/workouts/", "/workouts/calendar/", "/workouts/deleted/", "/progress/",
    "/progress/barbell-squat/?range=all", "/progress/walking-lunge/?range=all", "/progress/body-weight/", "/settings/",
    "/progress/weeks/", "/progress/balance/", "/progress/compare/",
    "/my/routines/", "/my/routines/my-leg-day/", "/my/routines/my-leg-day/print/",
    "/settings/equipment/", "/settings/equipment/plates/kg/", "/settings/equipment/exercises/",
    "/settings/equipment/bar/", "/settings/equipment/stack/", "/settings/equipment/dumbbells/",
    "/settings/preferences/", "/settings/body-weight/", "/settings/tokens/",
    "/settings/data/", "/settings/data/import/", "/workouts/print/", "/settings/devices/",
    "/accounts/email/", "/accounts/password/change/",
    "/accounts/logout/", "/settings/delete/", "/settings/calendar/",
]  # fmt: skip
# What has a state of its own while nothing is logged.
EMPTY = [
    "/today/", "/workouts/", "/workouts/calendar/", "/workouts/deleted/", "/progress/", "/progress/barbell-squat/",
    "/progress/weeks/", "/progress/balance/", "/progress/compare/", "/progress/body-weight/", "/my/routines/",
    "/settings/data/import/", "/workouts/print/",
]  # fmt: skip


def lifter() -> User:
    """Somebody with a history, a workout under way, and something on each page."""
    user = cast.owner()
    today = timezone.now().date()
    for slug, workouts in (("barbell-squat", 12), ("walking-lunge", 2)):
        exercise = Exercise.objects.get(slug=slug)
        factories.history(by=user, exercise=exercise, workouts=workouts, last=today - datetime.timedelta(days=2))
    furnish(user)
    begin(user)
    return user


def furnish(user: User) -> None:
    """What a history alone does not show: a deleted workout, a sticky note, weights in both units, a routine of her
    own, an import that waits for its columns and one that is not finished."""
    today = timezone.now().date()
    actions.delete_workout(by=user, workout=factories.workout(by=user, day=today))
    squat = Exercise.objects.get(slug="barbell-squat")
    actions.put_note(by=user, exercise=squat, text="Rack 7\nShoes on")
    for days, text, unit in [(20, "82,5", Unit.KG), (10, "181", Unit.LB), (0, "82", Unit.KG)]:
        day = today - datetime.timedelta(days=days)
        put_body_weight(by=user, day=day, weight=parse_weight(text, unit), note="before breakfast")
    copy_routine(by=user, routine=Routine.objects.get(slug="leg-day"))
    receive(by=user, data=b"when,lift,reps\n2024-03-05,Squat,5\n", name="own.csv", limited=False)
    ImportBatch.objects.create(
        owner=user, uid=new_id(), format="strong", file_name="long.csv", status="running", pieces=4, laid=1
    )


def begin(user: User) -> Workout:
    """A workout that is under way."""
    routine, now = Routine.objects.get(slug="leg-day"), timezone.now()
    return factories.workout(by=user, day=now.date(), routine=routine, started_at=now)


def of(user: User) -> list[str]:
    """The pages of her workouts: the one under way as a form, an earlier one to read and to edit; her imports."""
    open_one = Workout.objects.of(user).live().order_by("-day", "-pk")[0]
    return [f"/train/{open_one.uid}/form/", *earlier(user).values()]


def earlier(user: User) -> dict[str, str]:
    """What is behind her, by names that hold no id: a workout to read and to edit, an import that is not finished, one
    that waits for its columns."""
    past = Workout.objects.of(user).live().filter(day__lt=timezone.now().date())
    workout = past.order_by("-day", "-pk")[0]
    running = ImportBatch.objects.get(owner=user, status="running")
    waiting = ImportBatch.objects.get(owner=user, file_name="own.csv")
    return {
        "workout": f"/workouts/{workout.uid}/",
        "workout-form": f"/train/{workout.uid}/form/",
        "import-running": f"/settings/data/import/{running.uid}/",
        "import-columns": f"/settings/data/import/{waiting.uid}/columns/",
    }


def sign_in(context: BrowserContext, site: str, user: User) -> None:
    """Without the form: the session's cookie."""
    cookie = cast.signed_in(user).cookies["session"]
    context.add_cookies([{"name": "session", "value": cookie.value, "url": f"http://{urlsplit(site).netloc}"}])
