"""The questions people ask."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workouts.shared.language.translated import translated


@translated("question", "answer", "figure_caption")
class Question(models.Model):
    """A question and its answer; paragraphs are separated by an empty line. `figure` is a numeral shown large."""

    slug = models.SlugField(_("slug"), unique=True, help_text=_("Deep links use it: /faq/#slug."))
    question = models.CharField(_("question"), max_length=200)
    answer = models.TextField(_("answer"), max_length=4000)
    figure = models.CharField(_("figure"), max_length=12, blank=True)
    figure_caption = models.CharField(_("caption of the figure"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        return f"{reverse('faq:faq')}#{self.slug}"
