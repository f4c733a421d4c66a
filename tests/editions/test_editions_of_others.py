"""Editions of other packages: the one that the documentation shows, and those that do not work."""

from __future__ import annotations

import json

import click
import pytest
from definitions import definition, guide, write
from packages import documented, package

import guidepub
from guidepub import Catalog
from guidepub.cli import group
from guidepub.cli.shared.options import EditionName
from guidepub.loading import json_schema
from guidepub.model.formats.release import ReleasedFile

BROKEN = """

def fail(web):
    raise ValueError("no")

def bare(web):
    return "text"

def odd(book, edition):
    return b""
"""
NAMES = {
    "txt": "house_editions:plain_text",
    "fail": "house_editions:fail",
    "bare": "house_editions:bare",
    "odd": "house_editions:odd",
    "gone": "house_editions:gone",
    "epub": "house_editions:fail",
    "../x": "house_editions:fail",
}
CATALOG = '[imprint]\nname = "Riverbend"\n[defaults]\neditions = ["txt"]\n'


@pytest.fixture(scope="module", autouse=True)
def site(tmp_path_factory):
    code = documented("library.md", "# house_editions.py") + BROKEN
    folder = tmp_path_factory.mktemp("site")
    files = {"house_editions.py": code}
    with package(folder, "house_editions", files, "guidepub.editions", NAMES):
        yield


def test_the_edition_of_the_documentation_is_built_and_kept(tmp_path):
    write(tmp_path, {"catalog.toml": CATALOG, "baker.md": definition("Bakers & bread.")})
    catalog = guidepub.load(tmp_path)
    assert catalog.findings == ()
    report = guidepub.build(catalog, tmp_path / "out")
    (made,) = report.results
    (file,) = made.files
    assert file.path.name == "baker.txt"
    text = file.path.read_text("utf-8")
    assert text.endswith("\n\nBakers & bread.\n")
    assert "Copyright © 2026" in text
    reported = json.loads((tmp_path / "out" / "build.json").read_text("utf-8"))
    assert [each["edition"] for each in reported["books"][0]["files"]] == ["txt"]
    assert not guidepub.build(catalog, tmp_path / "out").results[0].files[0].new


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("fail", "ValueError: no."),
        ("bare", "it returns “str” and no bytes."),
        ("odd", "must have one parameter, named after an edition: print,"),
        ("gone", "“house_editions:gone” cannot be loaded"),
    ],
)
def test_one_that_does_not_work_is_reported_with_its_book(name, reason):
    made = guide("Bread.")
    with pytest.raises(guidepub.RenderError) as refused:
        guidepub.render(guidepub.assemble(made, Catalog.of(made)), name)
    (finding,) = refused.value.findings
    assert finding.code == "R009"
    assert f"The edition “{name}” of a package cannot be made: " in finding.message
    assert reason in finding.message


def test_guidepub_s_own_come_first_and_no_name_leads_elsewhere():
    made = guide("Bread.")
    book = guidepub.assemble(made, Catalog.of(made))
    assert guidepub.render(book, "epub").startswith(b"PK")
    with pytest.raises(
        guidepub.UsageError, match=r"Choose from: .*web, bare, fail, gone, odd, txt"
    ):
        guidepub.render(book, "../x")


def test_a_record_outlives_the_package_that_added_an_edition():
    stated = {"edition": "mobi", "name": "a.mobi", "size": 1, "sha256": "0", "pages": None}
    assert ReleasedFile.model_validate(stated).edition == "mobi"
    with pytest.raises(guidepub.InputError):
        guide("Bread.", editions=["mobi"])


@pytest.mark.parametrize("kind", ["guide", "front-matter", "catalog"])
def test_schemas_know_it(kind):
    assert '"web", "bare", "fail", "gone", "odd", "txt"' in json.dumps(json_schema(kind))


def test_the_command_line_knows_it():
    command = group.get_command(click.Context(group), "build")
    (option,) = (each for each in command.params if each.name == "editions")
    offered = option.shell_complete(click.Context(command), "t")
    assert [item.value for item in offered] == ["txt"]
    assert EditionName().convert("txt", None, None) == "txt"
    with pytest.raises(Exception, match="'text' is not one of"):
        EditionName().convert("text", None, None)
