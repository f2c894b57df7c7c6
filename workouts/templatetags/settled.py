"""Parts of a page that nothing decides but the language and what the tag names: each worker renders them once."""

from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

# A tag names constants of ours, such as the section. Should one ever be more than that, no more is kept.
MOST = 64


class SettledNode(template.Node):
    """What is between the tags, by the values of what the tag names."""

    def __init__(self, nodelist: NodeList, named: list[FilterExpression]) -> None:
        self.nodelist, self.named = nodelist, named
        self.kept: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        key = (get_language(), *(each.resolve(context) for each in self.named))
        found = self.kept.get(key)
        if found is None:
            found = self.nodelist.render(context)
            # Under `make dev` the parts are edited.
            if not settings.DEBUG and len(self.kept) < MOST:
                self.kept[key] = found
        return found


@register.tag
def settled(parser: Parser, token: Token) -> SettledNode:
    """{% settled section %} … {% endsettled %}: no other variable may stand between them, nor any block."""
    nodelist = parser.parse(["endsettled"])
    parser.delete_first_token()
    return SettledNode(nodelist, [parser.compile_filter(name) for name in token.split_contents()[1:]])
