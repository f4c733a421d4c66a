"""The Python that the documentation shows runs as it is written, in a folder with a catalogue."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from definitions import definition, write

ROOT = Path(__file__).parent.parent
GUIDES = ("registered-nurse.md", "welder.md")
BLOCKS = {
    f"{name} {number}": text
    for name in ("README.md", "docs/library.md")
    for number, text in enumerate(
        re.findall(r"^```python\n(.*?)^```$", (ROOT / name).read_text("utf-8"), re.M | re.S), 1
    )
}


class Answer(SimpleNamespace):
    """What a view of Django answers with."""

    def __init__(self, content: Any, status: int = 200, **settings: Any) -> None:
        super().__init__(content=content, status=status, **settings)


def stand_in_for_django(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the three names of Django that the documentation uses be there without it."""
    http = ModuleType("django.http")
    vars(http).update(HttpRequest=SimpleNamespace, HttpResponse=Answer, JsonResponse=Answer)
    monkeypatch.setitem(sys.modules, "django", ModuleType("django"))
    monkeypatch.setitem(sys.modules, "django.http", http)


def test_all_blocks_are_found():
    assert len(BLOCKS) == sum(
        (ROOT / name).read_text("utf-8").count("```python")
        for name in ("README.md", "docs/library.md")
    )


@pytest.mark.parametrize("block", BLOCKS)
def test_it_runs_as_it_is_written(block, tmp_path, monkeypatch):
    # Guides of the samples' names, and of a page each.
    titles = ("Pay", "Education and Training", "Outlook")
    body = "Words." + "".join(f"\n\n# {title}\n\nWords." for title in titles)
    guides = {name: definition(body, title=name.removesuffix(".md")) for name in GUIDES}
    write(tmp_path / "guides", guides)
    shutil.copy(ROOT / "guides" / "catalog.toml", tmp_path / "guides")
    shutil.copytree(ROOT / "guides" / "data", tmp_path / "guides" / "data")
    monkeypatch.chdir(tmp_path)
    stand_in_for_django(monkeypatch)
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(BLOCKS[block], block, "exec"), names)
    if "report" in names:
        assert names["report"].failed == ()
        assert len(names["report"].built) == len(GUIDES)


async def asked(app: Callable[..., Any], body: bytes) -> tuple[int, bytes]:
    """Return the status and the body that an application of ASGI answers to a POST."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/book", "headers": [], "query_string": b""}
    await app(scope, receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent)


def test_the_server_of_the_documentation_answers_with_a_book_or_with_findings():
    (block,) = (text for text in BLOCKS.values() if "app = Starlette" in text)
    names: dict[str, Any] = {}
    exec(compile(block, "server", "exec"), names)
    good = b"---\ntitle: Welder\n---\n# Overview\n\nWelders join metal.\n"
    status, epub = asyncio.run(asked(names["app"], good))
    assert (status, epub[:2]) == (200, b"PK")
    status, reported = asyncio.run(asked(names["app"], good.replace(b"metal", b"{fact}`pay`")))
    assert status == 422
    assert [finding["code"] for finding in json.loads(reported)] == ["D030"]


def test_the_view_of_the_documentation_answers_with_a_book_or_with_findings(monkeypatch):
    (block,) = (text for text in BLOCKS.values() if "from django" in text)
    stand_in_for_django(monkeypatch)
    names: dict[str, Any] = {}
    exec(compile(block, "view", "exec"), names)
    good = b"---\ntitle: Welder\n---\n# Overview\n\nWelders join metal.\n"
    answer = names["book"](SimpleNamespace(body=good))
    assert (answer.status, answer.content[:2]) == (200, b"PK")
    answer = names["book"](SimpleNamespace(body=good.replace(b"metal", b"{fact}`pay`")))
    assert answer.status == 422
    assert [finding["code"] for finding in answer.content] == ["D030"]
