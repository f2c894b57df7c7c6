"""An editor's save in a process of its own: `python -m tests.caching.editing`, on the database of the environment."""

import os
import sys

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "legday.settings"
    django.setup()
    from django.conf import settings
    from django.urls import reverse

    from tests import cast
    from workouts.faq.models import Question

    settings.ALLOWED_HOSTS.append("testserver")
    question = Question.objects.all()[0]
    change = reverse("admin:workouts_question_change", args=[question.pk])
    said = {"question": question.question, "answer": "Canary of the other process.", "position": question.position}
    answer = cast.signed_in(cast.superuser()).post(change, {**said, "figure": "", "figure_caption": ""})
    sys.exit(0 if answer.status_code == 302 else f"the admin answered {answer.status_code}")


if __name__ == "__main__":
    main()
