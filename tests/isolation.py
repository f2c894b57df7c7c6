"""The matrix of every route of the site and what belongs to somebody in it: data for test_isolation.py.

A row says how the route is reached with the owner's own ids. A new route without a row fails the build. Routes of
the admin need no row each: nobody but staff may see any of them, whatever the model.
"""

from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import factories
from workouts.accounts import tokens
from workouts.accounts.actions import put_body_weight
from workouts.accounts.models import ApiToken, BodyWeight, DeletedAccount, ExerciseGear, Gear, User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.models import Change, Ledger, LoggedSet, Mutation, PerformedExercise, Workout
from workouts.routines.models import Routine
from workouts.science.units import Unit, parse_weight
from workouts.training.models import CalendarFeed
from workouts.transfer.models import ColumnMapping, ImportBatch, ImportedName, ImportPiece

# In every text of the owner's; no page but hers may hold it.
CANARY = "canary-7f3a"


@dataclass
class World:
    """The owner's rows."""

    owner: User
    workout: Workout
    deleted: Workout
    performed: PerformedExercise
    logged: LoggedSet
    exercise: Exercise
    routine: Routine
    batch: ImportBatch
    gear: Gear
    choice: ExerciseGear
    body_weight: BodyWeight
    token: ApiToken


def world(owner: User, browser: Client) -> World:
    """One row of every kind, each with the canary in it; made through the product's doors where there is one."""
    own = factories.exercise(slug=f"my-{CANARY}", name=CANARY, owner=owner)
    routine = Routine.objects.create(slug=f"my-{CANARY}", name=CANARY, owner=owner)
    performed = factories.performed(by=owner, exercise=own, sets=[factories.draft(note=CANARY)])
    deleted = factories.workout(by=owner, title=CANARY)
    actions.delete_workout(by=owner, workout=deleted)
    gear = Gear.objects.create(owner=owner, kind="bar", name=CANARY, unit="kg", weight=20)
    return World(
        owner=owner,
        workout=performed.workout,
        deleted=deleted,
        performed=performed,
        logged=performed.logged_sets.get(),
        exercise=own,
        routine=routine,
        batch=_batch(owner, browser),
        gear=gear,
        choice=ExerciseGear.objects.create(owner=owner, exercise=own, gear=gear),
        body_weight=_body_weight(owner),
        token=tokens.make(by=owner, name=CANARY, scope="write", days=None)[0],
    )


def _body_weight(owner: User) -> BodyWeight:
    typed = parse_weight("82.5", Unit.KG)
    put_body_weight(by=owner, day=factories.TUESDAY, weight=typed, note=CANARY)
    return BodyWeight.objects.get(owner=owner)


def _batch(owner: User, browser: Client) -> ImportBatch:
    header = (
        b"Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    )
    line = f'2026-11-03 18:00:00,"{CANARY}",45m,"{CANARY}",1,60,8,0,0,,,\n'.encode()
    browser.post("/settings/data/import/", {"file": SimpleUploadedFile(f"{CANARY}.csv", header + line)})
    return ImportBatch.objects.get(owner=owner)


# Routes that name no row: path -> itself. The same for everybody, or for whoever is signed in.
PLAIN = {
    "", "offline/", "offline/today/", "offline/train/", "manifest.webmanifest", "sw.js",
    "method/", "privacy/", "search/", "styleguide/", "robots.txt", "favicon.ico", "sitemap.xml", "anatomy/",
    "exercises/", "routines/", "faq/",
    "settings/equipment/", "settings/equipment/plates/kg/", "settings/equipment/plates/lb/",
    "settings/equipment/exercises/", "settings/equipment/bar/", "settings/equipment/sled/",
    "settings/equipment/stack/", "settings/equipment/dumbbells/", "today/deload/", "today/deload/later/",
    "settings/", "settings/preferences/", "settings/body-weight/",
    "settings/email/code/", "settings/email/code/send/", "settings/data/import/", "settings/devices/",
    "settings/data/", "settings/data/export.csv", "settings/data/export.json", "workouts/print/",
    "my/routines/", "today/", "today/print/", "train/new/", "workouts/", "workouts/calendar/", "workouts/deleted/",
    "progress/",
    "progress/body-weight/", "progress/weeks/", "progress/balance/", "progress/compare/",
    "progress/week.csv", "progress/weeks.csv", "progress/balance.csv", "progress/compare.csv",
    "progress/body-weight.csv",
    "settings/delete/", "settings/calendar/", "settings/calendar/renew/", "settings/calendar/off/",
    "accounts/arrived/",
    "accounts/login/", "accounts/logout/", "accounts/inactive/", "accounts/signup/", "accounts/reauthenticate/",
    "accounts/email/", "accounts/password/change/", "accounts/password/set/",
    "accounts/password/reset/", "accounts/password/reset/key/done/",
    "accounts/password/reset/done/",
    "settings/tokens/",
    "api/v1/", "api/v1/openapi.json", "api/v1/docs", "api/v1/session", "api/v1/sync", "api/v1/train/kit",
    "api/v1/train/kit/mine", "api/v1/exercises", "api/v1/muscle-groups", "api/v1/routines", "api/v1/workouts",
    "api/v1/sets", "api/v1/notes", "api/v1/progress", "api/v1/account", "api/v1/body-weight", "api/v1/next-session",
    "api/v1/readiness",
}  # fmt: skip

# Routes that name content of the site, which everybody may see.
SHARED = {
    # By its secret alone, whoever asks: tests/training/test_feed.py.
    "calendar/<str:secret>.ics": "calendar/made-up.ics",
    "anatomy/<slug:slug>/": "anatomy/glutes/",
    "exercises/<slug:slug>/": "exercises/barbell-squat/",
    "routines/<slug:slug>/": "routines/leg-day/",
    "routines/<slug:slug>/print/": "routines/leg-day/print/",
    "share/routines/<slug:slug>/<slug:version>.png": "share/routines/leg-day/before.png",
    "share/exercises/<slug:slug>/<slug:version>.png": "share/exercises/barbell-squat/before.png",
    "api/v1/exercises/<slug:slug>": "api/v1/exercises/barbell-squat",
    "api/v1/routines/<slug:slug>": "api/v1/routines/leg-day",
    "api/v1/train/routines/<slug:slug>/swap": "api/v1/train/routines/leg-day/swap",
    r"accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "accounts/password/reset/key/1-nokey/",
}


def owned(the: World) -> dict[str, str]:
    """Routes that name one of the owner's rows: 404 for everybody else who is signed in."""
    workout, deleted, batch, performed = the.workout.uid, the.deleted.uid, the.batch.uid, the.performed.uid
    rows = {
        "workouts/<uuid:uid>/restore/": f"workouts/{deleted}/restore/",
        "progress/<slug:slug>/": f"progress/{the.exercise.slug}/",
        "progress/<slug:slug>/export.csv": f"progress/{the.exercise.slug}/export.csv",
    }
    rows |= {
        "my/routines/<slug:slug>/": f"my/routines/{the.routine.slug}/",
        "my/routines/<slug:slug>/print/": f"my/routines/{the.routine.slug}/print/",
        "my/routines/<slug:slug>/delete/": f"my/routines/{the.routine.slug}/delete/",
        "my/routines/<slug:slug>/restore/": f"my/routines/{the.routine.slug}/restore/",
        "api/v1/workouts/<uuidstr:uid>": f"api/v1/workouts/{workout}",
        "api/v1/workouts/<uuidstr:uid>/records": f"api/v1/workouts/{workout}/records",
        "api/v1/progress/<slug:slug>": f"api/v1/progress/{the.exercise.slug}",
        "api/v1/progress/<slug:slug>/records": f"api/v1/progress/{the.exercise.slug}/records",
        "settings/tokens/<uuid:uid>/revoke/": f"settings/tokens/{the.token.uid}/revoke/",
        "api/v1/train/workouts/<uuidstr:uid>/kit": f"api/v1/train/workouts/{workout}/kit",
        "settings/equipment/<uuid:uid>/": f"settings/equipment/{the.gear.uid}/",
        "settings/equipment/<uuid:uid>/delete/": f"settings/equipment/{the.gear.uid}/delete/",
        "settings/equipment/<uuid:uid>/restore/": f"settings/equipment/{the.gear.uid}/restore/",
        "settings/equipment/exercises/<uuid:uid>/drop/": f"settings/equipment/exercises/{the.choice.uid}/drop/",
        "settings/equipment/exercises/<uuid:uid>/restore/": f"settings/equipment/exercises/{the.choice.uid}/restore/",
    }
    for action in ("form", "reopen", "add"):
        rows[f"train/<uuid:uid>/{action}/"] = f"train/{workout}/{action}/"
    for action in ("remove", "up", "down"):
        rows[f"train/<uuid:uid>/<uuid:performed>/{action}/"] = f"train/{workout}/{performed}/{action}/"
    for action in ("", "delete/", "export.csv", "export.json"):
        rows[f"workouts/<uuid:uid>/{action}"] = f"workouts/{workout}/{action}"
    for action in ("", "delete/", "restore/"):
        rows[f"settings/body-weight/<uuid:uid>/{action}"] = f"settings/body-weight/{the.body_weight.uid}/{action}"
    for action in ("", "columns/", "go-on/", "undo/", "drop/"):
        rows[f"settings/data/import/<uuid:uid>/{action}"] = f"settings/data/import/{batch}/{action}"
    return rows


# The shell of the gym screen opens for any well-formed id, and holds no data.
SHELLS = {"train/<uuid:uid>/"}


def also_by_slug(the: World) -> list[str]:
    """Public addresses tried with the owner's private slugs: they do not exist, for anybody else."""
    pages = [f"exercises/{the.exercise.slug}/", f"routines/{the.routine.slug}/"]
    pages += [f"routines/{the.routine.slug}/print/", f"share/routines/{the.routine.slug}/before.png"]
    pages.append(f"share/exercises/{the.exercise.slug}/before.png")
    return [*pages, f"api/v1/exercises/{the.exercise.slug}", f"api/v1/routines/{the.routine.slug}"]


def fingerprint() -> dict[str, Any]:
    """All rows of lifters' data, to see that nothing changed."""
    models: list[Any] = [
        Workout, PerformedExercise, LoggedSet, Mutation, Change, Ledger, ImportBatch, ImportedName, Exercise, Routine,
        Gear, ExerciseGear, ColumnMapping, ImportPiece,
        BodyWeight, ApiToken, CalendarFeed, DeletedAccount,
    ]  # fmt: skip
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}
