from django.urls import path

from workouts.catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("anatomy/", views.anatomy, name="anatomy"),
    path("anatomy/<slug:slug>/", views.group, name="group"),
    path("exercises/", views.exercises, name="exercises"),
    path("exercises/<slug:slug>/", views.exercise, name="exercise"),
]
