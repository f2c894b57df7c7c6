"""What came in the post."""

import re

from django.core import mail


def newest_code() -> str:
    """The six digits of the newest mail."""
    found = re.search(r"^ {4}(\d{6})$", str(mail.outbox[-1].body), re.M)
    assert found, mail.outbox[-1].body
    return str(found[1])


def newest_link(part: str = "") -> str:
    """The first link of the newest mail that holds `part`."""
    links = re.findall(r"https?://\S+", str(mail.outbox[-1].body))
    return str(next(link for link in links if part in link))


def path_of(link: str) -> str:
    assert link.startswith("http://localhost:8000/"), link
    return link.removeprefix("http://localhost:8000")
