"""`python -m tests.browser.gym.people 40`: fills the database of a served install with lifters who have four leg days
behind them, and prints for each what a test needs to be her: JSON, one list.
"""

import datetime
import json
import os
import sys
from dataclasses import asdict, dataclass

import django

WORKOUTS = 1


@dataclass
class Person:
    """`key` is her row, `uid` what the device knows her by, `session` the value of a cookie."""

    key: int
    uid: str
    email: str
    session: str


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legday.settings")
    django.setup()
    from django.contrib.auth.hashers import make_password

    from bench.lifters import history
    from tests.cast import PASSWORD, signed_in
    from workouts.accounts.models import User
    from workouts.log.actions import import_workouts
    from workouts.routines.models import Routine

    lines = list(Routine.objects.get(slug="leg-day").prescriptions.select_related("exercise"))
    yesterday = datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=1)
    # Made once: a good hash is slow on purpose.
    password = make_password(PASSWORD)
    people = []
    for number in range(int(sys.argv[1])):
        user = User.objects.create_user(f"lifter-{number}@legday.example")
        user.password = password
        user.save(update_fields=["password"])
        import_workouts(by=user, drafts=history(lines, WORKOUTS, yesterday))
        session = signed_in(user).cookies["session"].value
        people.append(Person(user.pk, str(user.uid), user.email, session))
    json.dump([asdict(person) for person in people], sys.stdout)


if __name__ == "__main__":
    main()
