"""The pages of the documentation's site that are made of files, of the code and of schemas."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import guidepub
from guidepub.cli import group
from guidepub.loading import json_schema
from tools.site.links import OUTSIDE, page_of, relinked
from tools.site.pages import generated_pages
from tools.site.schemas import kind

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    return generated_pages()


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.stem)
def test_the_links_of_a_page_lead_to_files_that_are_there(path):
    relinked(path.read_text("utf-8"), path.relative_to(ROOT / "docs").as_posix())


@pytest.mark.parametrize(
    ("page", "text", "made"),
    [
        ("index.md", "[a](docs/lint/README.md#x)", "[a](lint/README.md#x)"),
        ("security.md", "[a](../SECURITY.md)", "[a](reporting.md)"),
        ("lint/README.md", "[a](../catalog.md#notices)", "[a](../catalog.md#notices)"),
        ("lint/M001.md", "[a](../../README.md)", "[a](../index.md)"),
        ("index.md", "[a](LICENSE) [b](#c) [d](https://e.example/f)", "a [b](#c) [d](https://e.example/f)"),
        ("index.md", "````md\n```\n[a](gone.md)\n````\n[b](LICENSE)", "````md\n```\n[a](gone.md)\n````\nb"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_page_that_shows_its_file(page, text, made):
    assert relinked(text, page) == made


def test_a_link_to_no_file_is_refused():
    with pytest.raises(ValueError, match=r"docs/guides\.md links to gone\.md"):
        relinked("[a](gone.md)", "guides.md")


def test_the_navigation_has_each_page_once_and_no_other(generated):
    shown = re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)
    docs = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    # Pages of codes are led to by their lists.
    codes = {page for page in docs if re.fullmatch(r"lint/[A-Z]\d{3}\.md", page)}
    assert sorted(shown) == sorted({*docs, *generated} - codes)
    assert {page_of(file) for file in OUTSIDE} <= {*shown}


def test_the_site_brings_its_fonts_and_is_strict():
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert settings["theme"]["font"] is False
    assert settings["strict"] is True


def test_the_reference_has_every_public_name_and_command(generated):
    named = re.findall(r"^::: guidepub\.\S+\.(\w+)$", generated["reference/python.md"], re.M)
    assert sorted(named) == sorted(set(guidepub.__all__) - {"__version__"})
    for command in group.list_commands(None):  # type: ignore[arg-type]
        assert f"## guidepub {command}\n" in generated["reference/commands.md"]


@pytest.mark.parametrize("name", ["guide", "catalog"])
def test_the_reference_has_every_key_of_a_format(generated, name):
    schema = json_schema(name)
    page = generated[f"reference/{name}.md"]
    for part in (schema, *schema["$defs"].values()):
        for key in part.get("properties", {}):
            assert f"| `{key}` |" in page, key


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "integer", "minimum": 1, "maximum": 9}, "whole number (1 to 9)"),
        ({"type": "number", "minimum": 1}, "number (at least 1)"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "text"),
        ({"type": "array", "items": {"$ref": "#/$defs/Fact"}}, "list of [Fact](#fact)"),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, "table of true or false by key"),
        ({"enum": ["a", "b"]}, "`a`, `b`"),
        ({"type": "string", "pattern": "a|b"}, r"text (`a\|b`)"),
        ({}, "any value"),
    ],
)  # fmt: skip
def test_a_kind_of_value_is_put_into_words(schema, words):
    assert kind(schema) == words
