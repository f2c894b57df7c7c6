"""Reading a page as a person or a machine would: its text, its elements, its structured data."""

import json
from html.parser import HTMLParser
from typing import Any, Protocol

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Answer(Protocol):
    """What the test client returns, as far as it is read here."""

    @property
    def content(self) -> bytes: ...


class Page(HTMLParser):
    """A parsed page: `text` in one line, `elements` as (tag, attributes), `structured` as parsed JSON-LD."""

    def __init__(self, response: Answer) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.structured: list[dict[str, Any]] = []
        self.headings: list[tuple[int, str]] = []
        self._words: list[str] = []
        self._open: list[str] = []
        self._data = ""
        self.feed(response.content.decode())
        self.text = " ".join(" ".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.elements.append((tag, values))
        self._data = values.get("type", "") if tag == "script" else ""
        if tag not in VOID:
            self._open.append(tag)
        if tag in {"h1", "h2", "h3"}:
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "script" in self._open:
            if self._data == "application/ld+json":
                self.structured.append(json.loads(data))
            return
        self._words.append(data)
        if self.headings and any(tag in {"h1", "h2", "h3"} for tag in self._open):
            level, words = self.headings[-1]
            self.headings[-1] = (level, f"{words} {data}".strip())

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """Attributes of every such element; `class_` stands for class, and an underscore for a hyphen."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            values
            for name, values in self.elements
            if name == tag and all(values.get(key) == value for key, value in wanted.items())
        ]

    def links(self) -> set[str]:
        return {values["href"] for values in self.all("a") if "href" in values}

    def of_type(self, kind: str) -> dict[str, Any]:
        """The one piece of structured data of this type."""
        [found] = [data for data in self.structured if data["@type"] == kind]
        return found
