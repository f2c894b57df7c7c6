from django.urls import path

from workouts.routines import views

app_name = "routines"
urlpatterns = [
    path("routines/", views.routines, name="routines"),
    path("routines/<slug:slug>/", views.routine, name="routine"),
    path("routines/<slug:slug>/print/", views.print_routine, name="print"),
    path("my/routines/", views.routines_of_mine, name="mine"),
    path("my/routines/<slug:slug>/", views.own, name="own"),
    path("my/routines/<slug:slug>/delete/", views.delete, name="delete"),
    path("my/routines/<slug:slug>/restore/", views.restore, name="restore"),
]
