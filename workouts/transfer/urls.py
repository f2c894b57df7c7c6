from django.urls import path

from workouts.transfer import views

app_name = "transfer"
urlpatterns = [
    path("settings/delete/", views.delete_account, name="delete_account"),
    path("settings/data/import/", views.imports, name="imports"),
    path("settings/data/import/<uuid:uid>/", views.batch, name="batch"),
    path("settings/data/import/<uuid:uid>/undo/", views.undo, name="undo"),
    path("settings/data/import/<uuid:uid>/drop/", views.drop, name="drop"),
]
