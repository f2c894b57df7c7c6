"""What is judged: each kind of page once. Pages of one template stand for each other: one exercise for all."""

from dataclasses import dataclass

# Whether search engines are let in: a mark that pages for one person, or for nobody to find, lose on purpose.
OPEN_TO_SEARCH = "is-crawlable"
# Whatever happens to lie half under the tab bar would be called too small. tests/browser/test_axe.py holds the whole
# page against this rule, unrolled, in its stead.
TARGETS = "target-size"


@dataclass(frozen=True, slots=True)
class Page:
    """`kind` is `public`, `gym` or `progress`; only public pages are seen by nobody in particular. `indexed`: search
    engines may find it."""

    name: str
    path: str
    kind: str = "public"
    indexed: bool = True

    @property
    def skip(self) -> tuple[str, ...]:
        return (TARGETS,) if self.indexed else (TARGETS, OPEN_TO_SEARCH)


PUBLIC = [
    Page("home", "/"),
    Page("home in German", "/de/"),
    Page("anatomy", "/anatomy/"),
    Page("group", "/anatomy/glutes/"),
    Page("exercises", "/exercises/"),
    Page("exercise", "/exercises/barbell-squat/"),
    Page("routines", "/routines/"),
    Page("routine", "/routines/leg-day/"),
    Page("sheet to print", "/routines/leg-day/print/", indexed=False),
    Page("questions", "/faq/"),
    Page("method", "/method/"),
    Page("your data", "/privacy/"),
    Page("search", "/search/?q=squat", indexed=False),
    Page("sign in", "/accounts/login/", indexed=False),
    Page("sign up", "/accounts/signup/", indexed=False),
]


def hers(gym: str) -> list[Page]:
    """The pages of a lifter whose open workout is at `gym`."""
    return [
        Page("gym screen", gym, "gym", indexed=False),
        Page("progress", "/progress/", "progress", indexed=False),
        Page("progress of an exercise", "/progress/barbell-squat/?range=all", "progress", indexed=False),
    ]
