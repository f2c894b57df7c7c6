"""`python -m tests.drills.lifters N`: N lifters, printed as JSON of (account, session key)."""

import json
import os
import sys

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legday.settings")
    django.setup()
    from django.conf import settings
    from django.test import Client

    from workouts.accounts.models import User

    made = []
    for n in range(int(sys.argv[1])):
        user = User.objects.create_user(f"lifter-{n}@legday.example")
        client = Client()
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        made.append((str(user.uid), client.cookies[settings.SESSION_COOKIE_NAME].value))
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main()
