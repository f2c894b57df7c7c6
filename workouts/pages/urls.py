from django.urls import path

from workouts.pages import views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("method/", views.method, name="method"),
    path("privacy/", views.privacy, name="privacy"),
    path("styleguide/", views.styleguide, name="styleguide"),
    path("search/", views.search, name="search"),
    path("offline/", views.offline, name="offline"),
    path("offline/today/", views.offline_today, name="offline_today"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]

# One address whatever the language.
asked_by_machines = [
    path("sw.js", views.worker, name="worker"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]
