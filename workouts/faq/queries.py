"""Questions and answers as the pages read them."""

from django.db.models import Q, QuerySet

from workouts.faq.models import Question
from workouts.shared.language.translated import holds

# Its figure ("2-3") is shown on the home page as well.
HOW_OFTEN = "how-often"


def found_questions(terms: list[str]) -> QuerySet[Question]:
    """The questions in which each of the words stands, in the question or the answer; all of them without words."""
    query = Q()
    for term in terms:
        query &= holds(term, "question", "answer")
    return Question.objects.filter(query)


def how_often() -> Question | None:
    """The question whose figure says how often to train; None if an editor took it away."""
    return Question.objects.filter(slug=HOW_OFTEN).exclude(figure="").first()
