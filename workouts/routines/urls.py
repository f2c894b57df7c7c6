from django.urls import path

from workouts.routines import views

app_name = "routines"
urlpatterns = [
    path("routines/", views.routines, name="routines"),
    path("routines/<slug:slug>/", views.routine, name="routine"),
]
