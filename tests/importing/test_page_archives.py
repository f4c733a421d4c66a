"""Zips of pages, as Google Docs and Notion export them."""

from __future__ import annotations

import io
import zipfile

import pytest

from guidepub.importing import import_all
from guidepub.importing.originals.citations import Citations
from guidepub.importing.pages.google_docs import as_page_of_google_docs
from guidepub.importing.pages.reader import read_html

FLORIST = "# Florist\n\n## Overview\n\nFlorists arrange flowers.\n"


def archive(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return buffer.getvalue()


@pytest.fixture
def made(tmp_path):
    """Return a function that imports an archive."""

    def call(data):
        (tmp_path / "export.zip").write_bytes(data)
        return import_all(tmp_path / "export.zip", tmp_path / "out")

    return call


def test_each_page_is_a_guide_and_other_files_are_none(made, tmp_path):
    results = made(
        archive({
            "Jobs/Florist 0f3c.md": FLORIST, "Baker.html": "<h1>Baker</h1><p>Bakers bake.</p>",
            "Jobs/shop.png": "x", "__MACOSX/._Baker.html": "x", "Baker_files/ad.html": "<p>Ad</p>",
            "../outside.txt": "Chef\n\nOverview\n\nChefs cook.",
        })
    )  # fmt: skip
    assert [(r.report["part"], r.target.name) for r in results] == [
        ("../outside.txt", "chef.md"), ("Baker.html", "baker.md"),
        ("Jobs/Florist 0f3c.md", "florist.md"),
    ]  # fmt: skip
    assert sorted(p.name for p in tmp_path.iterdir()) == ["export.zip", "out"]


def test_an_archive_of_archives_stands_for_these(made):
    (result,) = made(archive({"Part-1.zip": archive({"Florist.md": FLORIST})}))
    assert result.report["part"] == "Part-1.zip/Florist.md"
    assert "Florists arrange flowers." in result.text


def test_a_page_with_faults_costs_itself_and_is_reported_with_its_place(made):
    results = made(archive({"a.html": "<p> </p>", "b.md": FLORIST}))
    assert [r.state for r in results] == ["failed", "new"]
    assert results[0].findings[0].place.path.endswith("export.zip/a.html")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x", "I004"),
        (archive({"a.png": "x"}), "I002"),
        (archive({"a.txt": "a" * 3_000_000}), "I003"),
        (archive({f"{n}.png": "" for n in range(5001)}), "I003"),
    ],
    # An archive has the time of day in it, which differs between the processes of a run.
    ids=["no archive", "no text", "a huge text", "many files"],
)
def test_what_holds_no_pages_is_refused(made, data, code):
    (result,) = made(data)
    assert [finding.code for finding in result.findings] == [code]


GOOGLE = """<html><head><style>@import url('https://themes.googleusercontent.com/fonts/css?kit=x');
.c1{font-weight:700}.c2{font-style:italic}.c3{font-weight:400}</style></head>
<body class="doc-content"><p class="c4 title"><span>Florist</span></p><h1><span>Overview</span></h1>
<p class="c3"><span class="c1">Florists</span><span class="c3"> cut </span><span class="c2">fresh</span>
<span><a href="https://www.google.com/url?q=https://e.example/x&amp;sa=D">flowers</a></span>.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Trade press.</span></p></div></body></html>"""


def test_what_google_docs_says_by_classes_is_read():
    original = read_html(as_page_of_google_docs(GOOGLE), "x.html", Citations())
    assert original.title == "Florist"
    assert [b.markdown for b in original.blocks] == [
        "Florist", "Overview", "**Florists** cut *fresh* flowers [@e].[^1]",
    ]  # fmt: skip
    assert dict(original.notes) == {"1": "Trade press."}


def test_other_pages_stay_as_they_are():
    page = '<p class="title">Florist</p>'
    assert as_page_of_google_docs(page) is page


def test_properties_of_a_page_of_notion_are_front_matter(converted):
    text = "# Welder\n\nCreated: April 3, 2024\nTags: metal, trades\nAuthor: Dana Ruiz\n\n## Pay\n\nThe median wage was $51,000.\n"
    imported = converted(text, "welder.md")
    assert imported.guide.tags == ("metal", "trades")
    assert "Created" not in imported.text
    assert [fact.line for fact in imported.facts] == [9]
    assert any("created" in finding.message for finding in imported.findings)
