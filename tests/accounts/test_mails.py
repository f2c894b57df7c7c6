"""Every mail: in plain text and as a page, with the same words and the same links."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from allauth.core import context as allauth_context
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client, RequestFactory
from django.urls import reverse

from tests.sources import ROOT, files
from workouts.accounts.models import User

FOLDER = ROOT / "templates/account/email"
SUFFIX = "_message.txt"
MAILS = sorted(path.name.removesuffix(SUFFIX) for path in files(f"templates/account/email/*{SUFFIX}"))
ORIGIN = "http://localhost:8000"
CONTEXT = {"origin": ORIGIN, "code": "042137", "uid": "1", "key": "abc-def"}
VOID = {"meta", "br", "img", "link", "hr", "input"}


class Body(HTMLParser):
    """The words of what is shown, the addresses of links, and the names of all elements."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        self.open: list[str] = []
        self.feed(told)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "background"}]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "head" not in self.open:
            self.words.append(data)


def rendered(name: str) -> tuple[str, str, str]:
    """Subject, text and HTML of a mail."""
    request = RequestFactory().get("/")
    with allauth_context.request_context(request):
        made: Any = get_adapter(request).render_mail(f"account/email/{name}", "owner@legday.example", CONTEXT)
    assert isinstance(made, EmailMultiAlternatives)
    return str(made.subject), str(made.body), page_of(made)


def page_of(sent: EmailMultiAlternatives) -> str:
    """The one alternative to the plain text."""
    [(content, kind)] = sent.alternatives
    assert kind == "text/html"
    return str(content)


def test_there_are_mails() -> None:
    assert len(MAILS) == 10


@pytest.mark.parametrize("name", MAILS)
def test_text_and_page_say_the_same(name: str) -> None:
    subject, text, told = rendered(name)
    body = Body(told)
    assert 10 <= len(subject) <= 60
    assert body.open == []
    assert body.names.count("h1") == 1
    said, _, foot = text.partition("\n-- \n")
    assert foot.strip() == f"Legday\n{ORIGIN}/"
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    assert len(lines) >= 2
    for line in lines:
        if line.startswith(ORIGIN):
            assert body.links.count(line) == 1, line
        assert line in body.text


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_needs_nothing_from_anywhere_and_has_a_dark_side(name: str) -> None:
    _, _, told = rendered(name)
    body = Body(told)
    assert {"img", "script", "link", "form", "iframe"}.isdisjoint(body.names)
    assert all(link.startswith(f"{ORIGIN}/") for link in body.links)
    assert "url(" not in told
    assert "@media (prefers-color-scheme: dark)" in told
    assert '<meta name="color-scheme" content="light dark">' in told
    # Longer ones are cut by some programs.
    assert len(told.encode()) < 20_000


@pytest.mark.parametrize("name", MAILS)
def test_every_link_leads_somewhere(client: Client, db: None, name: str) -> None:
    for link in Body(rendered(name)[2]).links:
        assert client.get(link.removeprefix(ORIGIN)).status_code in {200, 302}, link


def test_the_colours_are_the_theme_s() -> None:
    theme = set(re.findall(r"#[0-9a-f]{6}", (ROOT / "frontend/styles/_themes.scss").read_text()))
    for path in FOLDER.glob("*.html"):
        assert set(re.findall(r"#[0-9a-f]{6}\b", path.read_text())) <= theme, path.name


def test_signing_up_sends_both(client: Client, db: None) -> None:
    answer = client.post(
        reverse("account_signup"), {"email": "new@legday.example", "password1": "two-plates-a-side", "zone": "UTC"}
    )
    assert answer.status_code == 302
    [sent] = mail.outbox
    assert isinstance(sent, EmailMultiAlternatives)
    code = re.findall(r"^ {4}(\d{6})$", str(sent.body), re.M)
    assert len(code) == 1
    assert code[0] in str(sent.subject)
    assert code[0] in Body(page_of(sent)).text


def test_a_reset_link_is_the_same_in_both(client: Client, owner: User) -> None:
    client.post(reverse("account_reset_password"), {"email": owner.email})
    [sent] = mail.outbox
    assert isinstance(sent, EmailMultiAlternatives)
    [link] = re.findall(r"http\S+/reset/key/\S+", str(sent.body))
    assert link in Body(page_of(sent)).links
