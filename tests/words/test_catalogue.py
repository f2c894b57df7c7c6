"""The German catalogue: in step with the sources, and nothing in it that breaks a page."""

import re

import polib
import pytest

from legday.languages import codes
from legday.words import catalogue
from legday.words.extract import Message, all_messages, entries, python, script, template

PLACEHOLDER = re.compile(r"%\((\w+)\)(\w)|%([sd])(?![a-z])|(\{\w*\})|%%")


def placeholders(text: str) -> set[str]:
    return {match[0] for match in PLACEHOLDER.finditer(text)}


def problems(entry: polib.POEntry) -> list[str]:
    """What is wrong with a text that is translated."""
    told = [entry.msgstr] if not entry.msgid_plural else list(entry.msgstr_plural.values())
    if entry.msgid_plural and (len(told) != 2 or not all(told)):
        return [f"{entry.msgid}: a form of the plural is missing"]
    known = placeholders(entry.msgid) | placeholders(entry.msgid_plural)
    wanted = placeholders(entry.msgid_plural or entry.msgid)
    found = []
    # The singular may say "one" in words; what stands for many says the number.
    if not all(placeholders(text) <= known for text in told) or not wanted <= placeholders(told[-1]):
        found.append(f"{entry.msgid}: placeholders differ")
    # Tags too: a text of ours may hold <br>, and one that is not closed would swallow the page.
    tags = re.compile(r"</?\w+")
    if sorted(tags.findall(entry.msgid_plural or entry.msgid)) != sorted(tags.findall(told[-1])):
        found.append(f"{entry.msgid}: markup differs")
    return found


@pytest.mark.parametrize("code", codes()[1:])
def test_the_catalogue_has_what_the_sources_say(code: str) -> None:
    """`make messages` brings it back in step."""
    kept = {Message(entry.msgid, entry.msgid_plural) for entry in catalogue.read(code)}
    said = {Message(entry.msgid, entry.msgid_plural) for entry in catalogue.renewed(code)}
    assert kept == said


@pytest.mark.parametrize("code", codes()[1:])
def test_nothing_is_missing(code: str) -> None:
    assert [entry.msgid for entry in catalogue.read(code).untranslated_entries()] == []


@pytest.mark.parametrize("code", codes()[1:])
def test_placeholders_plurals_and_markup_agree(code: str) -> None:
    found = [problem for entry in catalogue.read(code) if entry.translated() for problem in problems(entry)]
    assert found == []


@pytest.mark.parametrize(
    ("one", "said"),
    [
        ("%(n)s sets", "%(n) Sätze"),
        ("%(n)s sets", "Sätze"),
        ("%(n)s sets", "%(m)s von %(n)s Sätzen"),
        ("Know<br>it", "Kenn es"),
    ],
)
def test_the_test_above_bites(one: str, said: str) -> None:
    assert problems(polib.POEntry(msgid=one, msgstr=said)) != []


def test_a_plural_needs_both_forms() -> None:
    told = {0: "%(n)s Satz", 1: ""}
    assert problems(polib.POEntry(msgid="%(n)s set", msgid_plural="%(n)s sets", msgstr_plural=told)) != []


def test_a_text_is_found_in_each_kind_of_source() -> None:
    lazily = "from django.utils.translation import gettext_lazy as _l, ngettext\n_l('A' 'B')\nngettext('1', '2', n)"
    assert list(python(lazily)) == [Message("AB"), Message("1", "2")]
    assert list(template('{% load i18n %}{% translate "100 %" %}')) == [Message("100 %%")]
    counted = "{% blocktranslate count n=n %}{{ n }} set{% plural %}{{ n }} sets{% endblocktranslate %}"
    assert list(template(counted)) == [Message("%(n)s set", "%(n)s sets")]
    assert list(script('gettext("A"); ngettext("a", "b", n)')) == [Message("A"), Message("a", "b")]


def test_scripts_name_their_texts_in_full() -> None:
    """A text that is put together at run time is in no catalogue."""
    for found in all_messages():
        if found.place.endswith(".ts"):
            assert "${" not in found.message.one, found


def test_each_entry_knows_what_its_modules_say() -> None:
    said = entries()
    assert Message("Reps") in said["frontend/training/gym/main.ts"]
    assert said["frontend/progress/chart.ts"] == set()
