"""The project's addresses: accounts, admin, and the product."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("workouts.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "legday.errors.bad_request"
handler403 = "legday.errors.forbidden"
handler404 = "legday.errors.not_found"
handler500 = "legday.errors.server_error"
