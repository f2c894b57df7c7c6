"""Texts that nobody marked for translation, as they stand in templates, Python and TypeScript: data for the test."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser

# Names and signs that are the same in every language.
SAME = {
    "Legday", "kg", "lb", "RIR", "e1RM", "CSV", "JSON", "iCalendar", "Strong", "Hevy", "API", "OpenAPI", "URL", "GET",
    "x", "Authorization: Bearer", "curl", "min", "s", "/api/v1/", "MB",
}  # fmt: skip
SAID = {"alt", "title", "aria-label", "placeholder", "aria-description"}
_BLOCK = re.compile(r"\{%\s*(blocktranslate|comment|verbatim)\b.*?\{%\s*end\1\s*%\}", re.S)
# Attributes of the page itself, without a tag around them.
_ATTRIBUTES = re.compile(r"\{%\s*block (?:html_attrs|body_class|kind)\s*%\}.*?\{%\s*endblock\s*%\}(?=\n|\s*>|\")", re.S)
_NOTE = re.compile(r"\{#.*?#\}")
_TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.S)
# A word given to another template, or to a tag, that is no name of ours: it begins like a sentence.
_GIVEN = re.compile(r"\{%\s*(?:include|with)\b[^%]*?\s(?:text|label|title|here|caption)=\"([A-Z][^\"]*)\"")
# A day with its month: each language has its own order and dots.
_DATE = re.compile(r"""date:["']([^"']*(?:j[^"']*[FM]|[FM][^"']*j)[^"']*)["']""")
_WORD = re.compile(r"[A-Za-zÀ-ž]{2,}")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipped += tag in {"script", "style", "code", "pre"}
        self.found += [value for name, value in attrs if name in SAID and value and _is_words(value)]

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in {"script", "style", "code", "pre"} and self.skipped > 0

    def handle_data(self, data: str) -> None:
        if not self.skipped and _is_words(data):
            self.found.append(" ".join(data.split()))


def _is_words(text: str) -> bool:
    return bool(_WORD.search(text)) and " ".join(text.split()).strip(" .,:;·–()|") not in SAME


def _in_markup(text: str) -> list[str]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.found


def template(text: str) -> list[str]:
    """Text nodes, spoken attributes and orders of a date outside the tags of translation."""
    given = [said for said in _GIVEN.findall(text) if _is_words(said)]
    return (
        given + _DATE.findall(text) + _in_markup(_TAG.sub("", _ATTRIBUTES.sub("", _NOTE.sub("", _BLOCK.sub("", text)))))
    )


# Of these calls the first arguments (or the one named) are shown to people.
_SHOWN = {"ValidationError": 0, "add_error": 1, "success": 1, "error": 1, "warning": 1, "info": 1, "Submit": 1}
_NAMED = {
    "label",
    "help_text",
    "verbose_name",
    "verbose_name_plural",
    "empty_label",
    "violation_error_message",
    "legend",
}
_FIELD = re.compile(r"^(Char|Text|Boolean|Date|DateTime|Email|Slug|Decimal|UUID|PositiveSmallInteger)Field$")


def python(module: ast.Module) -> Iterator[str]:
    """Literals where a text for people belongs: labels, messages, errors, names of fields and models."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = 0 if _FIELD.match(name) else _SHOWN.get(name)
            receiver = getattr(getattr(node.func, "value", None), "id", "")
            if name in {"success", "error", "warning", "info"} and receiver != "messages":
                place = None
            shown = [node.args[place]] if place is not None and len(node.args) > place else []
            shown += [keyword.value for keyword in node.keywords if keyword.arg in _NAMED]
            yield from _literals(shown)
        elif isinstance(node, ast.Assign) and any(getattr(target, "id", "") in _NAMED for target in node.targets):
            yield from _literals([node.value])


def _literals(shown: list[ast.expr]) -> Iterator[str]:
    for each in shown:
        parts = each.values if isinstance(each, ast.JoinedStr) else [each]
        yield from (str(p.value) for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)
                    and _is_words(p.value))  # fmt: skip


def script(text: str) -> list[str]:
    """Text nodes and spoken attributes of Lit's templates, those within others included."""
    return [said for markup in _markup(text) for said in _in_markup(markup)]


def _markup(text: str) -> Iterator[str]:
    """What stands in html`...` itself; what stands in ${...} is looked at in its turn."""
    for begin in re.finditer(r"\bhtml`", text):
        parts, depth, at = [], 0, begin.end()
        while at < len(text):
            if depth == 0 and text[at] == "`":
                break
            if text.startswith("${", at):
                depth, at = depth + 1, at + 2
                continue
            if depth and text[at] == "`":
                at = _after(text, at + 1)
                continue
            depth += (text[at] == "{") - (text[at] == "}") if depth else 0
            if not depth and text[at] != "}":
                parts.append(text[at])
            at += 1
        yield re.sub(r"=(?=[\s>])", '=""', "".join(parts))


def _after(text: str, at: int) -> int:
    """Where the template literal ends that begins before `at`."""
    depth = 0
    while at < len(text) and (depth or text[at] != "`"):
        if text.startswith("${", at):
            depth, at = depth + 1, at + 1
        elif depth and text[at] == "`":
            at = _after(text, at + 1) - 1
        elif depth and text[at] == "}":
            depth -= 1
        at += 1
    return at + 1
