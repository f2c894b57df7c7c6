"""Hub: every feature's addresses."""

from django.urls import include, path

from workouts.api import api

FEATURES = ["pages", "catalogue", "routines", "faq", "accounts", "training", "progress", "transfer", "sync"]

urlpatterns = [path("", include(f"workouts.{feature}.urls")) for feature in FEATURES]
urlpatterns += [path("api/v1/", api.urls)]
