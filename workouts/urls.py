"""Hub: every feature's addresses."""

from django.urls import include, path

from workouts.api import api

FEATURES = ["pages", "catalogue", "routines", "faq", "accounts", "training", "progress", "transfer", "sync", "sharing"]

# The API goes first: a phone that logs sets asks for nothing else, and each pattern before it costs her a comparison.
urlpatterns = [path("api/v1/", api.urls), *(path("", include(f"workouts.{feature}.urls")) for feature in FEATURES)]
