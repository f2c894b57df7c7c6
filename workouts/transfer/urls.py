from django.urls import path

from workouts.transfer import views

app_name = "transfer"
urlpatterns = [
    path("settings/data/import/", views.imports, name="imports"),
    path("settings/data/import/<uuid:uid>/", views.batch, name="batch"),
]
