from django.urls import path

from workouts.transfer import views

app_name = "transfer"
urlpatterns = [
    path("settings/data/import/", views.imports, name="imports"),
    path("settings/data/import/<uuid:uid>/", views.batch, name="batch"),
    path("settings/data/import/<uuid:uid>/columns/", views.columns, name="columns"),
    path("settings/data/import/<uuid:uid>/go-on/", views.go_on, name="go_on"),
    path("settings/data/import/<uuid:uid>/undo/", views.undo, name="undo"),
    path("settings/data/import/<uuid:uid>/drop/", views.drop, name="drop"),
]
