from django.urls import path

from workouts.training import views

app_name = "training"
urlpatterns = [
    path("today/", views.today, name="today"),
    path("train/new/", views.new, name="new"),
    path("train/<uuid:uid>/", views.train, name="train"),
    path("train/<uuid:uid>/form/", views.form, name="form"),
    path("workouts/", views.history, name="history"),
    path("workouts/calendar/", views.calendar, name="calendar"),
    path("workouts/<uuid:uid>/", views.workout, name="workout"),
    path("workouts/<uuid:uid>/delete/", views.delete, name="delete"),
    path("workouts/<uuid:uid>/restore/", views.restore, name="restore"),
]
