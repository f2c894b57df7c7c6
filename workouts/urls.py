"""Hub: every feature's addresses."""

from django.urls import include, path

FEATURES = ["pages", "catalogue", "routines", "faq", "accounts", "training", "progress", "transfer"]

urlpatterns = [path("", include(f"workouts.{feature}.urls")) for feature in FEATURES]
