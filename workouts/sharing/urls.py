from django.urls import path

from workouts.sharing import views

app_name = "sharing"
urlpatterns = [
    path("share/routines/<slug:slug>/<slug:version>.png", views.routine, name="routines"),
    path("share/exercises/<slug:slug>/<slug:version>.png", views.exercise, name="exercises"),
]
