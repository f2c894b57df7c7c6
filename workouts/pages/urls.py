from django.urls import path

from workouts.pages import views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("method/", views.method, name="method"),
    path("privacy/", views.privacy, name="privacy"),
    path("search/", views.search, name="search"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]
