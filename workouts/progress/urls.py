from django.urls import path

from workouts.progress import views

app_name = "progress"
urlpatterns = [
    path("progress/", views.overview, name="overview"),
    path("progress/<slug:slug>/", views.exercise, name="exercise"),
]
