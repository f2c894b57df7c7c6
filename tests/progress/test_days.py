"""Days in few words."""

import datetime

import pytest
from django.utils.translation import override

from workouts.templatetags.days import stretch

TODAY = datetime.date(2026, 11, 17)


@pytest.mark.parametrize(
    ("first", "last", "english", "german"),
    [
        ("2026-11-16", "2026-11-22", "16–22 Nov", "16.–22. Nov"),
        ("2026-10-26", "2026-11-01", "26 Oct – 1 Nov", "26. Okt – 1. Nov"),
        ("2025-12-29", "2026-01-04", "29 Dec 2025 – 4 Jan", "29. Dez 2025 – 4. Jan"),
        ("2025-11-17", "2025-11-23", "17–23 Nov 2025", "17.–23. Nov 2025"),
    ],
)
def test_a_stretch_of_days_says_each_thing_once(first: str, last: str, english: str, german: str) -> None:
    start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    for language, text in (("en", english), ("de", german)):
        with override(language):
            assert stretch(start, end, TODAY).replace("\u2060", "") == text
