"""Admin pages of the questions."""

from django.contrib import admin

from workouts.faq.models import Question
from workouts.shared.admin import ContentAdmin
from workouts.shared.language.translated import twins


@admin.register(Question)
class QuestionAdmin(ContentAdmin):
    fields = [*twins("question"), "slug", *twins("answer"), "figure", *twins("figure_caption"), "position"]
    prepopulated_fields = {"slug": ["question"]}
    list_display = ["question", "figure", "position"]
    list_editable = ["position"]
    search_fields = ["question", "answer"]
