"""The preview's files over HTTP: the very bytes of a build, and none that a build would refuse."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from definitions import definition, write
from PIL import Image
from previews import serving

import guidepub
from guidepub.findings import Finding, Place, RenderError
from guidepub.preview import publications, typesetting
from guidepub.preview.views import View

pytestmark = pytest.mark.xdist_group("preview")

EDITIONS = ("screen", "print", "print-cover", "epub", "web")
CATALOG = """
[imprint]
name = "Press"
[defaults]
theme = "ours"
[[notices]]
id = "paper"
version = 1
language = "en"
title = "On paper"
text = "These words stand on paper alone."
when = {editions = ["print"]}
[[notices]]
id = "all"
version = 1
language = "en"
title = "On all"
text = "These words stand in all editions."
when = "always"
"""
PLAIN, HIDING = ":root { --band: #123456 }", ".wording { display: none }"


def catalog(folder, css):
    sheet = "themes/ours/styles/book.css"
    settings = {"themes/ours/styles/theme.toml": 'inherits = "classic"\n'}
    return write(
        folder,
        {"catalog.toml": CATALOG, "baker.md": definition("Bread. " * 20), sheet: css, **settings},
    )


def test_every_edition_is_the_file_that_a_build_makes(tmp_path):
    with serving(catalog(tmp_path, PLAIN)) as preview:
        got = {}
        for edition in EDITIONS:
            status, got[edition], _ = preview.ask(f"/download?guide=baker.md&edition={edition}")
            assert status == 200, got[edition]
    loaded = guidepub.load(tmp_path)
    book = guidepub.assemble(loaded["baker"], loaded)
    assert book.notices_in("print") != book.notices_in("screen")
    for edition in EDITIONS:
        assert got[edition] == guidepub.render(book, edition), edition


def test_another_picture_of_the_same_name_stands_on_the_cover(tmp_path):
    root = catalog(tmp_path, PLAIN)
    (root / "baker.md").write_text(definition("Bread.", "cover: art.png\n"), "utf-8")
    covers = set()
    for grey in (90, 190):
        Image.new("L", (30 + grey, 60), grey).save(root / "art.png")
        made = publications.draft_publication(View(root / "baker.md", "epub"))
        covers.add(made.parts["images/cover.jpg"])
    assert len(covers) == 2


def test_a_theme_that_hides_notices_stops_the_file(tmp_path):
    with serving(catalog(tmp_path, HIDING)) as preview:
        for edition in ("screen", "epub", "web"):
            query = urlencode({"guide": "baker.md", "edition": edition})
            assert preview.ask(f"/download?{query}")[0] == 409, edition
            reported = next(
                reported for reported in preview.events(query) if reported.get("broken")
            )
            assert "error" in {item["severity"] for item in reported["items"]}, edition


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_file_that_lacks_a_notice_is_none_of_the_preview_s(tmp_path, monkeypatch, edition):
    lack = Finding(Place("baker.md"), "N008", "The notice “all” is not in the book.")
    monkeypatch.setattr("guidepub.checks.proof.proof_findings", lambda *_: iter([lack]))
    view = View(catalog(tmp_path, PLAIN) / "baker.md", edition)
    make = publications.whole_publication if view.flows else typesetting.whole
    with pytest.raises(RenderError, match="N008"):
        make(view)


def test_a_draft_s_cover_shows_the_picture_that_is_there_now(tmp_path):
    head = 'cover: {image: art.png, alt: "A loaf."}\n'
    settings = {"catalog.toml": '[imprint]\nname = "Press"\n'}
    write(tmp_path, {**settings, "baker.md": definition("Bread.", head)})
    covers = []
    for colour in ("#203040", "#d0c0b0"):
        Image.new("RGB", (400, 300), colour).save(tmp_path / "art.png")
        drafted = publications.draft_publication(View(tmp_path / "baker.md", "epub"))
        (cover,) = (data for name, data in drafted.parts.items() if name.endswith("cover.jpg"))
        covers.append(cover)
    assert covers[0] != covers[1]
