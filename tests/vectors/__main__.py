"""Write the vectors: `python -m tests.vectors`."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legday.settings")
os.environ.setdefault("LOCAL", "1")
django.setup()

from tests.vectors import making  # noqa: E402  # models need the settings

for name in making.MAKERS:
    making.path(name).write_text(making.written(name))
