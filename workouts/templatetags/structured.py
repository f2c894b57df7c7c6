"""Structured data (schema.org) as JSON-LD. A data block: no script runs, so the security policy allows it."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from workouts.catalogue.queries import ExercisePage
from workouts.faq.models import Question
from workouts.routines.queries import RoutinePage

register = template.Library()


def json_ld(data: dict[str, Any]) -> SafeString:
    """`data` as a JSON-LD element, with the context of schema.org.

    Django's json_script does the escaping, so that no text can close the element; only its type is another one.
    """
    block = json_script({"@context": "https://schema.org", **data})
    return SafeString(block.replace("application/json", "application/ld+json", 1))


def absolute(path: str) -> str:
    return f"{settings.ORIGIN}{path}"


@register.simple_tag
def site_ld() -> SafeString:
    """The site, with its search."""
    target = absolute(reverse("pages:search")) + "?q={search_term_string}"
    return json_ld(
        {
            "@type": "WebSite",
            "name": "Legday",
            "url": absolute("/"),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": target},
                "query-input": "required name=search_term_string",
            },
        }
    )


@register.simple_tag
def breadcrumbs_ld(*pairs: str) -> SafeString:
    """The way up, as name and path by turns: {% breadcrumbs_ld "Exercises" "/exercises/" exercise.name "/..." %}."""
    steps = zip(pairs[::2], pairs[1::2], strict=True)
    return json_ld(
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": str(name), "item": absolute(path)}
                for place, (name, path) in enumerate(steps, 1)
            ],
        }
    )


@register.simple_tag
def faq_ld(questions: Iterable[Question]) -> SafeString:
    return json_ld(
        {
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": entry.question,
                    "url": absolute(entry.get_absolute_url()),
                    "acceptedAnswer": {"@type": "Answer", "text": entry.answer},
                }
                for entry in questions
            ],
        }
    )


@register.simple_tag
def exercise_ld(page: ExercisePage) -> SafeString:
    """How the exercise is done, step by step."""
    url = absolute(page.exercise.get_absolute_url())
    return json_ld(
        {
            "@type": "HowTo",
            "name": page.exercise.name,
            "description": page.exercise.summary,
            "url": url,
            "tool": [{"@type": "HowToTool", "name": name} for name in page.equipment],
            "step": [
                {"@type": "HowToStep", "position": number, "text": text, "url": f"{url}#step-{number}"}
                for number, text in enumerate(page.steps, 1)
            ],
        }
    )


@register.simple_tag
def routine_ld(page: RoutinePage) -> SafeString:
    """The routine as a plan: schema.org's ExercisePlan, one ExerciseAction an exercise."""
    return json_ld(
        {
            "@type": "ExercisePlan",
            "name": page.routine.name,
            "description": page.routine.summary,
            "url": absolute(page.routine.get_absolute_url()),
            "category": _("Strength training"),
            "workload": _("%(sets)d working sets") % {"sets": page.total_sets},
            "hasPart": [
                {
                    "@type": "CreativeWork",
                    "position": row.number,
                    "name": row.exercise.name,
                    "url": absolute(row.exercise.get_absolute_url()),
                    "description": _("%(sets)d sets of %(range)s %(unit)s")
                    % {"sets": row.prescription.sets, "range": row.range, "unit": row.unit or _("reps")},
                }
                for row in page.rows
            ],
        }
    )
