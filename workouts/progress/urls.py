from django.urls import path

from workouts.progress import views

app_name = "progress"
urlpatterns = [
    path("progress/", views.overview, name="overview"),
    # Before the exercises: none of the site's may be called so, and a lifter's own begin with "my-".
    path("progress/body-weight/", views.body_weight, name="body_weight"),
    path("progress/<slug:slug>/", views.exercise, name="exercise"),
]
