"""Hub: every feature's addresses. Pages have one in each language (legday/urls.py), what machines ask for one alone."""

from django.urls import include, path

from workouts.api import api
from workouts.pages.urls import asked_by_machines

FEATURES = ["pages", "catalogue", "routines", "faq", "accounts", "training", "progress", "transfer", "sync", "sharing"]

# The API goes first: a phone that logs sets asks for nothing else, and each pattern before it costs her a comparison.
machines = [path("api/v1/", api.urls), path("", include((asked_by_machines, "machines")))]
pages = [path("", include(f"workouts.{feature}.urls")) for feature in FEATURES]
