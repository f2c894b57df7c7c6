from django.urls import path

from workouts.sync import views

app_name = "sync"
urlpatterns = [path("settings/devices/", views.devices, name="devices")]
