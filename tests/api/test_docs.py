"""docs/api.md keeps its word: each curl in it is sent, and answered with the status that stands below it. And what the
description shows as examples works."""

import json
import re
import shlex
from string import Template

import pytest
from django.test import Client

from tests import factories
from tests.sources import ROOT
from workouts.accounts import tokens
from workouts.accounts.models import User
from workouts.api import api
from workouts.catalogue.models import Exercise

pytestmark = pytest.mark.django_db
GUIDE = (ROOT / "docs/api.md").read_text()
BLOCKS = re.findall(r"```sh\n(.*?)```", GUIDE, re.S)
# (command, status)
EXAMPLES = [pair for block in BLOCKS for pair in re.findall(r"(curl .*?)\n# (\d{3})", block, re.S)]


def send(command: str) -> int:
    """What curl would send."""
    words = iter(shlex.split(command)[1:])
    headers, path, data = {}, "", None
    for word in words:
        if word == "-H":
            name, _colon, value = next(words).partition(": ")
            headers[name] = value
        elif word == "--data":
            data = next(words)
        else:
            path = word
    if data is None:
        return Client().get(path, headers=headers).status_code
    kind = headers.pop("Content-Type")
    answer = Client().post(path, data, content_type=kind, headers=headers)
    assert {each["status"] for each in answer.json()["results"]} == {"applied"}, answer.json()
    return answer.status_code


def test_every_command_of_the_guide_does_what_it_says(owner: User, content: None) -> None:
    factories.history(by=owner, exercise=Exercise.objects.get(slug="barbell-squat"), workouts=5)
    token = tokens.make(by=owner, name="guide", scope="write", days=30)[1]
    tag = Client().get("/api/v1/account", headers={"Authorization": f"Bearer {token}"}).headers["ETag"]
    epoch = Client().get("/api/v1/session").json()["epoch"]
    knobs = {"EPOCH": epoch, "SITE": "", "TOKEN": token, "ACCOUNT": str(owner.uid), "ETAG": tag.replace('"', '\\"')}
    assert len(EXAMPLES) == len(re.findall(r"^curl ", GUIDE, re.M)) >= 9
    for command, status in EXAMPLES:
        assert send(Template(command).substitute(knobs)) == int(status), command


def test_the_guide_names_every_address() -> None:
    listed = set(re.findall(r"`([a-z-]+(?:/\{[a-z]+\}(?:/[a-z]+)?)?)`", GUIDE[GUIDE.index("| Address |") :]))
    read = {
        path.removeprefix("/api/v1/").replace("{uid}", "{id}")
        for path, methods in api.get_openapi_schema()["paths"].items()
        if "304" in methods.get("get", {}).get("responses", {})
    }
    assert read <= listed


def test_the_examples_of_the_description_work(owner: User, content: None) -> None:
    described = json.loads(json.dumps(api.get_openapi_schema(), default=str))
    body = described["paths"]["/api/v1/sync"]["post"]["requestBody"]["content"]["application/json"]
    token = tokens.make(by=owner, name="x", scope="write", days=None)[1]
    for n, example in enumerate(body["examples"].values()):
        # Each stands by itself, so all number their mutations from the same id.
        epoch = Client().get("/api/v1/session").json()["epoch"]
        mine = {"account": str(owner.uid), "epoch": epoch}
        text = json.dumps(example["value"] | mine).replace("0000000000d", f"000000000{n}d")
        answer = Client().post(
            "/api/v1/sync", text, content_type="application/json", headers={"Authorization": f"Bearer {token}"}
        )
        assert [each["status"] for each in answer.json()["results"]] == ["applied"] * len(
            example["value"]["mutations"]
        ), answer.json()


def test_every_operation_is_described() -> None:
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, operation in methods.items():
            assert all(operation.get(each) for each in ("summary", "description")), f"{method} {path}"
            assert {"400", "401", "429", "503"} <= set(operation["responses"]), f"{method} {path}"
            for parameter in operation["parameters"]:
                assert parameter["in"] == "path" or parameter.get("description"), f"{method} {path} {parameter['name']}"


def test_the_page_of_the_description_needs_nothing_from_elsewhere(client: Client, content: None) -> None:
    answer = client.get("/api/v1/docs")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "public" in answer.headers["Cache-Control"]
    assert re.findall(r'(?:src|href)="(?:https?:)?//(?!localhost)[^"]+', page) == []
    for path in api.get_openapi_schema()["paths"]:
        assert path in page
    assert "62,5" in page
