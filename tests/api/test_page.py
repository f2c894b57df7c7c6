"""The page of the API: how it spells the description, and that nothing in a description becomes markup."""

import re

import pytest
from django.test import Client
from ninja import NinjaAPI

from workouts.shared.api.described import Described
from workouts.shared.api.spelled import example, kind_of, prose


def test_backticks_are_code_and_nothing_else_is_markup() -> None:
    assert prose("The `next` of\n  the lifter's <b>page</b>.") == (
        "The <code>next</code> of the lifter’s &lt;b&gt;page&lt;/b&gt;."
    )
    assert prose("`<script>`") == "<code>&lt;script&gt;</code>"
    assert kind_of({"enum": ["<i>"]}) == "<code>&lt;i&gt;</code>"
    assert kind_of({"type": "<i>"}) == "&lt;i&gt;"


def test_a_kind_links_to_the_shapes_that_it_names() -> None:
    link = '<a href="#shape-SetOut">SetOut</a>'
    ref = {"$ref": "#/components/schemas/SetOut"}
    assert kind_of({"anyOf": [{"type": "array", "items": ref}, {"type": "null"}]}) == f"list of {link} or null"
    assert kind_of({"type": "object", "additionalProperties": ref}) == f"object of {link}"
    assert kind_of({"type": "integer", "minimum": 1, "maximum": 200}) == "integer, 1 to 200"


def test_an_example_cuts_ids_and_nothing_else() -> None:
    assert example({"id": "01981f2e-7a10-7c3d-9b4e-0000000000a0", "n": "62,5"}) == (
        '{\n  "id": "01981f2e…a0",\n  "n": "62,5"\n}'
    )


def test_two_shapes_of_one_name_are_refused() -> None:
    described = Described(NinjaAPI(urls_namespace="two-shapes"), "")
    described.add_schema_definitions({"Kind": {"enum": ["a"]}})
    described.add_schema_definitions({"Kind": {"enum": ["a"]}})
    with pytest.raises(ValueError, match="Two shapes are called Kind"):
        described.add_schema_definitions({"Kind": {"enum": ["b"]}})


@pytest.mark.django_db
def test_every_link_within_the_page_arrives(client: Client, content: None) -> None:
    page = client.get("/api/v1/docs").content.decode()
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert "`" not in page
