"""`python -m bench.lighthouse.lifter`: the demonstration lifter in a fresh install, with a workout under way; prints
her session's key and that workout's address, as JSON.
"""

import json
import os
import sys

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legday.settings")
    django.setup()
    from django.core.management import call_command

    with open(os.devnull, "w") as nowhere:
        call_command("demo", stdout=nowhere)

    from tests.browser.pages import begin
    from tests.cast import signed_in
    from workouts.accounts.models import User
    from workouts.management.commands.demo import EMAIL

    user = User.objects.get(email=EMAIL)
    workout = begin(user)
    told = {"session": signed_in(user).cookies["session"].value, "gym": f"/train/{workout.uid}/"}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
