"""The catalogue of a language as people edit it (locale/<code>/LC_MESSAGES/django.po), and the two files that are made
of it: django.mo, which Django reads, and scripts.json, of which pages bring their scripts' part."""

import json
import os
from collections import defaultdict
from pathlib import Path

import polib
from django.conf import settings

from legday.words.extract import Message, all_messages, entries

PLURALS = {"de": "nplurals=2; plural=(n != 1);"}


def folder(code: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / code / "LC_MESSAGES"


def read(code: str) -> polib.POFile:
    """The catalogue; an empty one where there is none."""
    path = folder(code) / "django.po"
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def renewed(code: str) -> polib.POFile:
    """The catalogue with exactly the messages of the sources, in their order; texts that are there stay."""
    before = {Message(entry.msgid, entry.msgid_plural): entry for entry in read(code)}
    places: dict[Message, list[str]] = defaultdict(list)
    for message, place in all_messages():
        places[message].append(place)
    # A text that also stands alone has one entry with a plural: a catalogue has each msgid once.
    plural = {message.one for message in places if message.many}
    after = polib.POFile(wrapwidth=120)
    after.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": code,
        "Plural-Forms": PLURALS[code],
    }
    for message, found in places.items():
        if message.many or message.one not in plural:
            after.append(_entry(message, found, before.get(message)))
    return after


def _entry(message: Message, places: list[str], before: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.one, occurrences=[(place, "") for place in places])
    if "%(" in message.one:
        entry.flags = ["python-format"]
    if message.many:
        entry.msgid_plural = message.many
        entry.msgstr_plural = before.msgstr_plural if before else {0: "", 1: ""}
    elif before:
        entry.msgstr = before.msgstr
    return entry


def write(code: str) -> polib.POFile:
    """Brings the catalogue of a language in step with the sources."""
    folder(code).mkdir(parents=True, exist_ok=True)
    catalogue = renewed(code)
    catalogue.save(str(folder(code) / "django.po"))
    return catalogue


def compile_(code: str) -> None:
    """Makes both files that the site reads, each at once: a server that starts meanwhile finds the old or the new."""
    catalogue = read(code)
    made = folder(code) / f"django.mo.{os.getpid()}"
    catalogue.save_as_mofile(str(made))
    made.replace(folder(code) / "django.mo")
    said = {entry.msgid: _texts(entry) for entry in catalogue if entry.translated()}
    scripts = {
        name: {"": code, **{message.one: said[message.one] for message in sorted(messages) if message.one in said}}
        for name, messages in entries().items()
    }
    made = folder(code) / f"scripts.json.{os.getpid()}"
    made.write_text(json.dumps(scripts, ensure_ascii=False, indent=0, sort_keys=True), encoding="utf-8")
    made.replace(folder(code) / "scripts.json")


def _texts(entry: polib.POEntry) -> str | list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else entry.msgstr


def is_stale(code: str) -> bool:
    """Whether what the site reads is older than what people edit, or not there."""
    made = [folder(code) / name for name in ("django.mo", "scripts.json")]
    if not all(path.exists() for path in made):
        return True
    source = (folder(code) / "django.po").stat().st_mtime
    return any(path.stat().st_mtime < source for path in made)
