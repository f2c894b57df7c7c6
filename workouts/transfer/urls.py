from django.urls import path

from workouts.transfer import views

app_name = "transfer"
urlpatterns = [
    path("settings/data/", views.data, name="data"),
    path("settings/data/export.csv", views.export_csv, name="export_csv"),
    path("settings/data/export.json", views.export_json, name="export_json"),
    path("workouts/print/", views.print_history, name="print"),
    path("workouts/<uuid:uid>/export.csv", views.workout_csv, name="workout_csv"),
    path("workouts/<uuid:uid>/export.json", views.workout_json, name="workout_json"),
    path("settings/delete/", views.delete_account, name="delete_account"),
    path("settings/data/import/", views.imports, name="imports"),
    path("settings/data/import/<uuid:uid>/", views.batch, name="batch"),
    path("settings/data/import/<uuid:uid>/columns/", views.columns, name="columns"),
    path("settings/data/import/<uuid:uid>/go-on/", views.go_on, name="go_on"),
    path("settings/data/import/<uuid:uid>/undo/", views.undo, name="undo"),
    path("settings/data/import/<uuid:uid>/drop/", views.drop, name="drop"),
]
