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
    """Somebody with a history, a workout under way, a deleted one, a sticky note and weights in both units."""
    user = cast.owner()
    today = timezone.now().date()
    squat, lunge = (Exercise.objects.get(slug=slug) for slug in ("barbell-squat", "walking-lunge"))
    factories.history(by=user, exercise=squat, workouts=12, last=today - datetime.timedelta(days=2))
    factories.history(by=user, exercise=lunge, workouts=2, last=today - datetime.timedelta(days=2))
    actions.delete_workout(by=user, workout=factories.workout(by=user, day=today))
    actions.put_note(by=user, exercise=squat, text="Rack 7\nShoes on")
    for days, text, unit in [(20, "82,5", Unit.KG), (10, "181", Unit.LB), (0, "82", Unit.KG)]:
        day = today - datetime.timedelta(days=days)
        put_body_weight(by=user, day=day, weight=parse_weight(text, unit), note="before breakfast")
    routine = Routine.objects.get(slug="leg-day")
    factories.workout(by=user, day=today, routine=routine, started_at=timezone.now())
    copy_routine(by=user, routine=routine)
    receive(by=user, data=b"when,lift,reps\n2024-03-05,Squat,5\n", name="own.csv", limited=False)
    ImportBatch.objects.create(
        owner=user, uid=new_id(), format="strong", file_name="long.csv", status="running", pieces=4, laid=1
    )
    return user


def of(user: User) -> list[str]:
    """The pages of her workouts: the one under way as a form, an earlier one to read and to edit. And of her imports:
    one that is not finished, one that waits for its columns."""
    rows = Workout.objects.of(user).live().order_by("-day", "-pk")
    open_one, earlier = rows[0], rows[1]
    imports = [f"/settings/data/import/{batch.uid}/" for batch in ImportBatch.objects.filter(owner=user)]
    imports[-1] += "columns/"
    return [f"/train/{open_one.uid}/form/", f"/workouts/{earlier.uid}/", f"/train/{earlier.uid}/form/", *imports]


def sign_in(context: BrowserContext, site: str, user: User) -> None:
    """Without the form: the session's cookie."""
    cookie = cast.signed_in(user).cookies["session"]
    context.add_cookies([{"name": "session", "value": cookie.value, "url": f"http://{urlsplit(site).netloc}"}])
