"""What gunicorn loads."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legday.settings")

application = get_wsgi_application()

# Every view and form is loaded now, and not by the first visitor. What is loaded stays: else the garbage collector
# would look at it all (some 400,000 objects) every few pages, and each of them would take milliseconds longer.
get_resolver().url_patterns  # noqa: B018  # a cached property
gc.collect()
gc.freeze()
