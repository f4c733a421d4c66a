"""`guidepub preview` before it serves anything: what it asks for, and what it warns of."""

from __future__ import annotations

import re
import socket
import tomllib
from pathlib import Path

import pytest
from definitions import definition, write

from guidepub.cli.making import preview
from guidepub.findings.errors import UsageError

ROOT = Path(__file__).parents[2]


def test_its_packages_come_with_guidepub_itself():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.match(r"[\w-]+", each)[0] for each in project["dependencies"]}
    locked = (ROOT / ".ci" / "requirements.txt").read_text("utf-8")
    for name in ("starlette", "uvicorn", "watchfiles"):
        assert name in names
        assert f"\n{name}==" in locked


def test_a_port_that_is_taken_is_wrong_usage(run, tmp_path):
    write(tmp_path, {"baker.md": definition()})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("preview", tmp_path, "--no-open", "--port", port)
    assert ran.code == 2
    assert f"127.0.0.1:{port} cannot be used" in ran.err


def test_a_path_that_is_not_there_is_wrong_usage(run):
    assert run("preview", "nothing", "--no-open").code == 2


def test_what_is_opened_and_what_is_served(tmp_path):
    write(
        tmp_path,
        {
            "books/catalog.toml": '[imprint]\nname = "Press"\n',
            "books/baker.md": definition(),
            "alone/cook.md": definition(),
        },
    )
    books, alone = tmp_path / "books", tmp_path / "alone"
    assert preview._opened(str(books)) == (books, books, "")
    assert preview._opened(str(books / "catalog.toml")) == (books, books, "")
    assert preview._opened(str(books / "baker.md")) == (books, books, "baker.md")
    # Outside a catalogue a file's neighbours are none of the preview's.
    assert preview._opened(str(alone / "cook.md")) == (alone, alone / "cook.md", "cook.md")


def test_an_address_that_is_not_this_machine_cannot_be_listened_on():
    with pytest.raises(UsageError, match="cannot be used"):
        preview._listening("192.0.2.1", 0)
