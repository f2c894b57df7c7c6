from django.urls import path

from workouts.progress import views

app_name = "progress"
urlpatterns = [
    path("progress/", views.overview, name="overview"),
    # Before the exercises: none of the site's may be called so, and a lifter's own begin with "my-".
    path("progress/body-weight/", views.body_weight, name="body_weight"),
    path("progress/weeks/", views.weeks, name="weeks"),
    path("progress/balance/", views.balance, name="balance"),
    path("progress/compare/", views.compare, name="compare"),
    path("progress/week.csv", views.sheet, {"name": "week"}, name="week_csv"),
    path("progress/weeks.csv", views.sheet, {"name": "weeks"}, name="weeks_csv"),
    path("progress/balance.csv", views.sheet, {"name": "balance"}, name="balance_csv"),
    path("progress/compare.csv", views.sheet, {"name": "compare"}, name="compare_csv"),
    path("progress/body-weight.csv", views.sheet, {"name": "body-weight"}, name="body_weight_csv"),
    path("progress/<slug:slug>/", views.exercise, name="exercise"),
    path("progress/<slug:slug>/export.csv", views.export, name="export"),
]
