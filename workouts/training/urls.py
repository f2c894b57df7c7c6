from django.urls import path

from workouts.training import views

app_name = "training"
urlpatterns = [
    path("today/", views.today, name="today"),
    path("today/deload/", views.deload, name="deload"),
    path("today/deload/later/", views.deload_later, name="deload_later"),
    path("today/print/", views.print_today, name="print_today"),
    path("my/routines/<slug:slug>/print/", views.print_own, name="print_own"),
    path("api/v1/train/kit", views.kit, name="kit"),
    path("offline/train/", views.shell, name="shell"),
    path("train/new/", views.new, name="new"),
    path("train/<uuid:uid>/", views.train, name="train"),
    path("train/<uuid:uid>/form/", views.form, name="form"),
    path("train/<uuid:uid>/reopen/", views.reopen, name="reopen"),
    path("train/<uuid:uid>/add/", views.add, name="add"),
    path("train/<uuid:uid>/<uuid:performed>/remove/", views.remove, name="remove"),
    path("train/<uuid:uid>/<uuid:performed>/up/", views.up, name="up"),
    path("train/<uuid:uid>/<uuid:performed>/down/", views.down, name="down"),
    path("calendar/<str:secret>.ics", views.feed, name="feed"),
    path("settings/calendar/", views.calendar_feed, name="calendar_feed"),
    path("settings/calendar/renew/", views.renew_feed, name="renew_feed"),
    path("settings/calendar/off/", views.drop_feed, name="drop_feed"),
    path("workouts/", views.history, name="history"),
    path("workouts/calendar/", views.calendar, name="calendar"),
    path("workouts/deleted/", views.deleted, name="deleted"),
    path("workouts/<uuid:uid>/", views.workout, name="workout"),
    path("workouts/<uuid:uid>/delete/", views.delete, name="delete"),
    path("workouts/<uuid:uid>/restore/", views.restore, name="restore"),
]
