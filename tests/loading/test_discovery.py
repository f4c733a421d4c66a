"""Which files are definitions: what looks like a guide, whole or broken, and what the catalogue says."""

from __future__ import annotations

import json
import os

import pytest
from definitions import definition, write

from guidepub.findings import InputError
from guidepub.findings.errors import UsageError
from guidepub.loading import definition_files, is_definition, load, select, survey

OTHERS = {
    "LICENSE.md": "# Licence\n\nText.\n",
    "CHANGELOG.md": "# Changes\n\n---\n\nFixed: a slip.\n\n## 1.0\n\ntitle of the release: none\n",
    "notes.md": "Ask Ann.\n\n```markdown\n---\ntitle: Welder\n---\n# Overview\n```\n",
    "rule.md": "---\n\nA rule, then text.\n",
    "bug.md": "---\nname: Bug report\nabout: Tell us what is wrong\nlabels: bug\n---\n# Bug\n",
    "meeting.md": "---\ntags: [meeting]\n---\nWe met.\n",
    "skill.md": "---\nname: x\ndescription: Says how.\n---\n# How\n",
    "latin.md": "# Über uns\n".encode("latin-1"),
    "package.json": '{"name": "books", "version": "1.0.0", "description": "Guides"}',
    "package-lock.json": '{"name": "books", "packages": {' + '"a": {"title": "x"}, ' * 40_000,
    "guide.schema.json": json.dumps(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Guide",
            "description": "One definition.",
            "type": "object",
            "properties": {"title": {}, "sections": {}},
            "required": ["title", "sections"],
        }
    ),
    "build.json": '{"schema": 2, "begun": "x", "books": [{"title": "T", "slug": "t"}]}',
    "list.json": '[{"title": "Baker", "sections": []}]',
    "chart.json": '{"title": "Pay", "mark": "bar", "data": {"values": [1]}, "encoding": {}}',
    "ci.yml": "name: CI\non: push\njobs:\n  build:\n    title: Build\n    steps: []\n",
    "mkdocs.yaml": "site_name: Guides\nnav:\n  - title: Home\n",
    "settings.yml": "title: Our site\ndescription: D.\nplugins: []\ntheme: x\nbaseurl: /\n",
    "empty.json": "{}",
    "docs/guide.md": "# A guide to our tools\n\nText.\n",
}
BROKEN = {
    "bare.md": "",
    "binary.md": b"\x00\xff\xfe",
    "zeroes.json": b"\0" * 100,
    "wide.md": definition().encode("utf-16"),
    "bytes.md": definition().replace("Bread", "Brot für alle").encode("latin-1"),
    "colon.md": "---\ntitle: Welder: the guide\n---\n# A\n\nB.\n",
    "tab.md": "---\ntitle: Welder\n\tauthors: [x]\n---\n# A\n\nB.\n",
    "quote.md": '---\ntitle: "Welder\n---\n# A\n\nB.\n',
    "untitled.md": "---\npublished: 2026-11-24\nlanguage: en\n---\n# A\n\nB.\n",
    "titel.md": "---\ntitel: Welder\n---\n# A\n\nB.\n",
    "open.md": "---\ntitle: Welder\n\n# A\n\nB.\n",
    "late.md": "\n<!-- Ours. -->\n\n---\ntitle: Welder\n---\n# A\n\nB.\n",
    "unopened.md": "title: Welder\nauthors: [{name: A}]\n---\n# A\n\nB.\n",
    "unfenced.md": "title: Welder\nlanguage: en\n\n# A\n\nB.\n",
    "flow.md": "---\n{title: Welder, tags: [a\n---\n# A\n\nB.\n",
    "nocolon.md": "---\ntitle Welder\n---\n# A\n\nB.\n",
    "unfilled.md": "---\n# title: Welder\n---\n# A\n\nB.\n",
    "torn.json": '{"title": "Welder", "sections": [{"title": "A", "body": "B',
    "untitled.json": '{"slug": "welder", "sections": [{"title": "A", "body": "B."}]}',
    "few.json": '{"title": "Welder"}',
    "section.yaml": "title: Welder\nsection:\n- title: A\n  body: B.\n",
    "extra.yaml": "title: Welder\nlayout: page\nx: 1\ny: 2\nsections: []\n",
    "marked.yaml": "%YAML 1.2\n---\ntitle: &t Welder\nsections: []\n",
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_of_another_kind_is_no_guide(tmp_path, name):
    write(tmp_path, {name: OTHERS[name], "baker.md": definition()})
    catalog = load(tmp_path)
    assert (list(catalog), catalog.findings) == (["baker"], ())
    assert select(tmp_path).definitions() == (tmp_path / "baker.md",)


@pytest.mark.parametrize("name", BROKEN)
def test_a_guide_that_is_broken_is_reported(tmp_path, name):
    write(tmp_path, {name: BROKEN[name], "baker.md": definition()})
    catalog = load(tmp_path)
    assert list(catalog) == ["baker"]
    (reported,) = catalog.by_file
    assert reported.file == tmp_path / name
    assert reported.findings == catalog.findings != ()


@pytest.mark.parametrize("name", ["LICENSE.md", "package.json", "ci.yml"])
def test_a_file_that_is_named_is_taken_for_a_guide(tmp_path, name):
    write(tmp_path, {name: OTHERS[name]})
    with pytest.raises(InputError, match="D0"):
        load(tmp_path / name)
    assert [each.file.name for each in survey(tmp_path / name).catalog.by_file] == [name]


def test_the_catalogue_can_say_what_is_left_out(tmp_path):
    head = '[definitions]\nexclude = ["draft-*", "old/*"]\n'
    names = ["a.md", "draft-b.md", "old/guide.md", "new/guide.md"]
    write(tmp_path, {"catalog.toml": head} | {name: definition() for name in names[:2]})
    write(tmp_path, {name: definition() for name in names[2:]})
    assert list(load(tmp_path)) == ["a", "new"]
    # What is named is made whatever the catalogue says.
    assert list(load(tmp_path / "draft-b.md")) == ["draft-b"]
    assert list(load(tmp_path / "old")) == []


def test_the_catalogue_can_say_what_is_a_guide_whatever_it_holds(tmp_path):
    head = '[definitions]\ninclude = ["*.md"]\nexclude = ["LICENSE.md"]\n'
    files = {"catalog.toml": head, "_a.md": definition(), "b.json": '{"title": "B"}'}
    write(tmp_path, files | {name: OTHERS[name] for name in ("LICENSE.md", "notes.md")})
    catalog = load(tmp_path)
    assert list(catalog) == ["a"]
    assert [each.file.name for each in catalog.by_file] == ["notes.md"]


def test_a_setting_that_cannot_be_is_reported(tmp_path):
    write(tmp_path, {"catalog.toml": '[definitions]\ninclude = "*.md"\n'})
    with pytest.raises(InputError, match="D011"):
        load(tmp_path)


def test_a_folder_without_guides_gives_none(tmp_path):
    write(tmp_path, {"package.json": OTHERS["package.json"]})
    assert list(load(tmp_path)) == []
    with pytest.raises(UsageError):
        load(tmp_path / "notes.txt")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '"\\' * 40_000),
        ("a.json", "{" * 70_000),
        ("a.json", '{"a": ' * 12_000),
        ("a.yaml", "a: b\n" * 20_000),
        ("a.yaml", "\n".join(f"key{n}: 1" for n in range(9_000))),
        ("a.md", "---\n" + "'" * 70_000),
        ("a.md", "---\n{" + "'" * 70_000),
        ("a.md", " " * 70_000),
        ("a.md", "---\n" + "a" * 70_000 + ":"),
    ],
)
def test_a_file_made_to_keep_the_program_busy_is_soon_judged(tmp_path, name, text):
    write(tmp_path, {name: text})
    begin = os.times().user
    is_definition(tmp_path / name)
    assert os.times().user - begin < 0.5


def test_a_folder_that_a_link_leads_out_to_is_not_listed(tmp_path, monkeypatch):
    write(tmp_path, {"outside/baker/guide.md": definition(), "in/cook.md": definition()})
    (tmp_path / "in" / "linked").symlink_to(tmp_path / "outside")
    (tmp_path / "in" / "baker").symlink_to(tmp_path / "outside" / "baker")
    listed = []
    scan = os.scandir

    def watched(folder):
        listed.append(os.path.realpath(folder))
        return scan(folder)

    monkeypatch.setattr(os, "scandir", watched)
    catalog = load(tmp_path / "in")
    assert set(catalog) == {"cook"}
    assert [(f.code, f.place.path) for f in catalog.findings] == [
        ("D041", str(tmp_path / "in" / "baker" / "guide.md"))
    ]
    assert [folder for folder in listed if "outside" in folder] == []


def test_a_link_that_leads_out_is_left_unread_whatever_its_name(tmp_path):
    write(tmp_path, {"in/a.md": definition(), "outside.md": definition()})
    os.symlink(b"../outside.md", os.fsencode(tmp_path / "in") + b"/b\xe9.md")
    found = definition_files(tmp_path / "in")
    assert [file.name for file in found.files] == ["a.md"]
    assert [finding.code for finding in found.findings] == ["D041"]
