"""The project's addresses: accounts, admin, and the product. Pages have one in each language, what machines ask for
has one alone."""

from allauth.account.decorators import secure_admin_login
from allauth.account.views import logout
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from legday.errors import nowhere
from workouts.accounts.urls import under_accounts
from workouts.urls import machines, pages

# One way in: staff sign in where everybody does, under the same limits. Who is signed in but not staff gets a 403.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
# And one way out, which has the device forget what it holds.
admin.site.logout = logout  # type: ignore[method-assign]

urlpatterns = [
    path("", include(machines)),
    *i18n_patterns(
        path("", include(pages)),
        path("accounts/", include(under_accounts)),
        prefix_default_language=False,
    ),
    # Django's own detour to "view on site" asks no right on the row: it would tell any staff a lifter's ids.
    path("admin/r/<path:anything>", nowhere),
    path("admin/", admin.site.urls),
]

handler400 = "legday.errors.bad_request"
handler403 = "legday.errors.forbidden"
handler404 = "legday.errors.not_found"
handler500 = "legday.errors.server_error"
handler429 = "legday.errors.too_many"  # allauth looks for it here
