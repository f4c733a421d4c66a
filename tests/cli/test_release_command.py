"""`guidepub release` and `guidepub changes`, as a publisher uses them from edition to edition."""

from __future__ import annotations

import json

import pytest
from definitions import definition, write
from lxml import etree

CATALOG = """\
[imprint]
id = "press"
name = "Press"
[defaults]
editions = ["web"]
[[notices]]
id = "limits"
version = 1
status = "approved"
approved = 2026-01-01
language = "en"
placement = "back"
title = "Limits"
text = "What this book says may be out of date."
"""
HEAD = """\
edition: 1
facts:
  wage: {value: 36000, unit: USD/year, as_of: 2024, source: s}
sources:
  s: {title: Wages of Bakers, publisher: Guild}
"""
BODY = "Half of all bakers earn more than {fact}`wage`.\n\nBread is sold by weight."


@pytest.fixture
def shelf(here):
    return write(here, {"catalog.toml": CATALOG, "baker.md": definition(BODY, HEAD)})


def edit(shelf, name, *changed):
    path = shelf / name
    text = path.read_text()
    for old, new in changed:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)


def test_an_edition_is_released_changed_and_released_again(run, shelf):
    ran = run("release", "baker")
    assert (ran.code, ran.err) == (0, "")
    record = json.loads((shelf / "releases" / "baker" / "edition-1.json").read_text())
    assert record["definition"] == (shelf / "baker.md").read_text()
    assert record["facts"]["wage"]["printed"] == "$36,000"
    assert next(leaf["page"] for leaf in record["leaves"]) == "ii"
    assert [file["name"] for file in record["files"]] == ["baker.html"]

    assert run("release", "baker").out == "The files are the same as when edition 1 was released.\n"
    assert run("release", "baker", "--verify").code == 0
    assert run("changes", "baker").out == "Nothing has changed since edition 1.\n"

    edit(shelf, "baker.md", ("36000", "38500"), ("by weight", "by the piece"))
    edit(shelf, "catalog.toml", ("version = 1", "version = 2"), ("may be", "may by now be"))
    ran = run("release", "baker")
    assert ran.code == 1
    assert (
        "baker.md D091 Edition 1 has changed since it was released: baker.html has different content; "
        in (ran.err)
    )
    assert "the definition has changed; the notice “limits” has changed, v1 to v2" in ran.err
    assert "Set edition: 2" in ran.err

    edit(shelf, "baker.md", ("edition: 1", "edition: 2"))
    assert run("changes", "baker").out.splitlines() == [
        "Figures",
        "  Wage",
        "  - $36,000 (2024, Wages of Bakers)",
        "  + $38,500 (2024, Wages of Bakers)",
        "Notices",
        "  Limits",
        "  - version 1",
        "  + version 2",
        "Text",
        "  Overview, page 1",
        "  - Bread is sold by weight.",
        "  + Bread is sold by the piece.",
        "  Limits, page 2",
        "  - What this book says may be out of date.",
        "  + What this book says may by now be out of date.",
    ]
    assert run("release", "baker").code == 0
    between = run("changes", "baker", "--since", "1", "--until", "2", "--json")
    assert [change["kind"] for change in json.loads(between.out)["changes"]] == [
        "fact", "notice", "text", "text",
    ]  # fmt: skip
    assert run("changes", "baker").out == "Nothing has changed since edition 2.\n"
    ran = run("release", "baker", "--verify", "--edition", "1")
    assert (ran.code, "The definition is now at edition 2." in ran.err) == (1, True)


def test_the_sheet_for_readers_is_markdown_of_the_same_words(run, shelf):
    run("release", "baker")
    edit(shelf, "baker.md", ("by weight", "by *weight* [or not]"), ("edition: 1", "edition: 2"))
    assert run("changes", "baker", "--errata", "out/errata.md").out == ""
    sheet = (shelf / "out" / "errata.md").read_text()
    assert sheet.startswith("# Baker: what has changed since edition 1\n")
    assert "Before:\n\n> Bread is sold by weight.\n\nNow:\n\n> Bread is sold by weight" in sheet


def test_what_cannot_be_released_or_compared_is_reported(run, shelf):
    assert run("changes", "baker").code == 2
    assert run("release", "baker", "--edition", "1").code == 2
    write(shelf, {"cook.md": definition(title="Cook")})
    assert "Name one of them" in run("release", ".").err
    edit(shelf, "baker.md", ("published: 2026-11-24\n", ""))
    ran = run("release", "baker")
    assert (ran.code, "baker.md D012 A released edition needs a date" in ran.err) == (
        1,
        True,
    )
    assert not (shelf / "releases").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"guide": "cook"}', "\x00", '{"edition": "one"}'])
def test_a_record_that_is_none_is_reported_with_its_path(run, shelf, text):
    write(shelf, {"releases/baker/edition-1.json": text})
    ran = run("changes", "baker")
    assert ran.code == 1
    assert ran.err.startswith("releases/baker/edition-1.json D0")


def test_a_record_of_another_edition_is_refused(run, shelf):
    run("release", "baker")
    first = shelf / "releases" / "baker" / "edition-1.json"
    first.rename(first.with_name("edition-7.json"))
    ran = run("changes", "baker")
    assert (ran.code, "D090 This is not the record" in ran.err) == (1, True)
    assert "Released: 7." in run("changes", "baker", "--since", "1").err


def test_the_book_lists_what_has_changed(run, shelf):
    run("release", "baker")
    edit(
        shelf, "baker.md",
        ("edition: 1", "edition: 2\nchanges_since: 1"), ("36000", "38500"), ("by weight", "by piece"),
    )  # fmt: skip
    edit(shelf, "catalog.toml", ("version = 1", "version = 2"))
    write(shelf, {"baker.md": (shelf / "baker.md").read_text() + "\n# Tools\n\nAn oven.\n"})
    assert run("build", "baker", "-e", "web").code == 0
    page = etree.HTML((shelf / "dist" / "baker" / "baker.html").read_bytes())
    (leaf,) = page.xpath("//section[contains(@class, 'changes')]")
    assert [" ".join("".join(each.itertext()).split()) for each in leaf.iter("h1", "h2", "li")] == [
        "Changes Since Edition 1",
        "Figures",
        "Wage: $38,500 (2024); before, $36,000 (2024)",
        "Notices",
        "Limits: version 2; before, version 1",
        "Text",
        "Revised: Overview",
        "New: Tools",
    ]
    # The page of changes is no change itself.
    assert run("release", "baker").code == 0
    assert run("changes", "baker").out == "Nothing has changed since edition 2.\n"


def test_a_record_that_changes_makes_the_book_anew(run, shelf):
    run("release", "baker")
    edit(shelf, "baker.md", ("edition: 1", "edition: 2\nchanges_since: 1"), ("36000", "38500"))
    assert run("build").code == 0
    assert run("build", "--explain").out.count("up to date") == 1
    edit(shelf, "releases/baker/edition-1.json", ("$36,000", "$35,000"))
    assert run("build").code == 0
    assert "before, $35,000" in (shelf / "dist" / "baker" / "baker.html").read_text()


def test_an_edition_that_was_never_released_is_reported_at_its_line(run, shelf):
    edit(shelf, "baker.md", ("edition: 1", "edition: 2\nchanges_since: 1"))
    ran = run("build")
    assert ran.code == 1
    assert "baker.md:5:16 D090 Edition 1 has not been released." in ran.err + ran.out


def test_each_product_of_a_guide_is_in_the_record(run, shelf):
    products = '[[products]]\nname = "page"\nedition = "web"\n[[products]]\nname = "large"\nedition = "web"\n'
    write(shelf, {"catalog.toml": CATALOG + products})
    assert run("release", "baker").code == 0
    record = json.loads((shelf / "releases" / "baker" / "edition-1.json").read_text())
    assert [(each["product"], each["name"]) for each in record["files"]] == [
        ("page", "baker-page.html"), ("large", "baker-large.html"),
    ]  # fmt: skip
    write(shelf, {"catalog.toml": CATALOG + products.replace("large", "small")})
    ran = run("release", "baker", "--verify")
    assert (ran.code, "baker-large.html is no longer built" in ran.err) == (1, True)
    edit(shelf, "baker.md", ("edition: 1", "edition: 2\nproducts: []"))
    ran = run("release", "baker")
    assert (ran.code, "is not sold as any of the catalogue’s products" in ran.err) == (2, True)


@pytest.mark.parametrize("link", ["releases", "releases/baker"])
def test_no_record_is_read_or_written_outside_the_catalogue(run, shelf, tmp_path_factory, link):
    outside = tmp_path_factory.mktemp("outside")
    (shelf / link).parent.mkdir(exist_ok=True)
    (shelf / link).symlink_to(outside)
    ran = run("release", "baker")
    assert (ran.code, "D041 The record of the release is outside" in ran.err) == (1, True)
    assert list(outside.rglob("*")) == []
    below = outside / "baker" if link == "releases" else outside
    write(below, {"edition-1.json": "{}"})
    ran = run("changes", "baker")
    assert (ran.code, "D041 The record of the release is outside" in ran.err) == (1, True)
