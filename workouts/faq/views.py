"""Questions and answers, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from workouts.faq.models import Question
from workouts.shared.audience import public


@public
def faq(request: HttpRequest) -> HttpResponse:
    context = {
        "questions": Question.objects.all(),
        "section": "faq",
        "title": _("Questions about leg day"),
        "description": _(
            "How often to train legs, whether to train other muscles on the same day, how to know that your form is "
            "right, and how to begin."
        ),
    }
    return render(request, "faq/faq.html", context)
