"""`guidepub preview` before it serves anything: what it asks for, and what it warns of."""

from __future__ import annotations

import importlib.util
import socket

import pytest
from definitions import definition, write

from guidepub.cli import preview
from guidepub.errors import UsageError


def test_without_its_packages_it_says_how_to_install_them(run, monkeypatch):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "uvicorn" else found(name)
    )
    ran = run("preview")
    assert ran.code == 2
    assert "pip install 'guidepub[preview]'" in ran.err


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
