"""EPUBs in readers that darken pages, each in its way: all words are seen, and nothing glares."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from definitions import write
from nights import NIGHTS, faint

import guidepub
from benchmarks.generating import catalog as generated_catalog
from benchmarks.generating import guide as generated_guide
from guidepub import Book
from guidepub.epub import write_epub
from guidepub.epub.night import KNOWN, chart_rules, following
from guidepub.themes import find_theme

pytestmark = pytest.mark.xdist_group("narrow")

THEMES = ("classic", "school")
# No good for words on white, and none for white words.
PALE = "#e9a23b"


def unpacked(book: Book, folder: Path) -> list[Path]:
    """Return the documents of a book's EPUB, unpacked."""
    with zipfile.ZipFile(io.BytesIO(write_epub(book, b""))) as archive:
        archive.extractall(folder)
    return sorted((folder / "EPUB").glob("*.xhtml"))


def sample(samples: guidepub.Catalog, theme: str) -> Book:
    """Return the sample with pictures, charts, boxes and tables in a theme and a pale colour."""
    defaults = samples.defaults.model_copy(update={"theme": theme})
    imprint = samples.imprint.model_copy(update={"colour": PALE})
    catalog = samples.model_copy(update={"defaults": defaults, "imprint": imprint})
    return guidepub.assemble(catalog["wind-turbine-technician"], catalog)


def generated(theme: str, folder: Path) -> Book:
    """Return a guide made by chance."""
    write(folder, {**generated_catalog(theme, "us-trade"), "made.md": generated_guide(7).text})
    loaded = guidepub.load(folder)
    return guidepub.assemble(loaded["made"], loaded)


@pytest.mark.parametrize("theme", THEMES)
def test_words_and_drawings_are_seen_by_night(browser, samples, tmp_path, theme):
    page = browser.new_page(viewport={"width": 412, "height": 915})
    documents = [
        *unpacked(sample(samples, theme), tmp_path / "sample"),
        *unpacked(generated(theme, tmp_path / "definitions"), tmp_path / "generated"),
    ]
    found = [each for document in documents for each in faint(page, document, NIGHTS)]
    # What bears notices has literal colours, which checks can work out, and a reader can dim.
    assert [each for each in found if not each.startswith("notices.xhtml, words: 3.73")] == []
    page.close()


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_drawn_in_ink_has_the_colour_of_words(theme):
    colours = find_theme(theme)
    rules = chart_rules(colours, PALE)
    always, _, known = rules.partition(KNOWN)
    assert f'[fill="{colours.chart_ink}"]' in always
    assert f'[fill="{colours.chart_ink}"]' not in known
    assert known.count("[fill=") >= 1


@pytest.mark.parametrize("theme", THEMES)
def test_readers_without_such_colours_show_words_by_night(browser, samples, tmp_path, theme):
    documents = unpacked(sample(samples, theme), tmp_path)
    for sheet in {document.parent / "book.css" for document in documents}:
        sheet.write_text(sheet.read_text("utf-8").replace("from currentColor", "nothing"), "utf-8")
    page = browser.new_page(viewport={"width": 412, "height": 915})
    nights = {name: NIGHTS[name] for name in ("preferred", "page", "inherited", "everything")}
    found = [each for document in documents for each in faint(page, document, nights)]
    # Grounds stay light there, with the dark words that are theirs.
    assert [each for each in found if "glaring" not in each] == []
    page.close()


def own(css: str) -> list[str]:
    """Return what follows a rule's own text: its declarations where colours can follow."""
    found = re.findall(r"@supports .* \{\n.* \{ (.*) \}\n\}", following(css))
    return [line for each in found for line in each.split("; ")]


def test_a_colour_of_words_alone_is_left_to_older_readers():
    assert following("p { color: #1d4e5f }").startswith("p { color: inherit}")
    assert following("p { color: #000; background: #eee }").startswith(
        "p { color: #000; background: #eee }"
    )


def test_what_is_important_stays_so():
    (colour, fill) = own("p { color: rgb(1, 2, 3) !important }")
    assert colour == "color: inherit !important"
    assert fill.startswith("-webkit-text-fill-color: oklch(from currentColor ")
    assert fill.endswith(" !important")


@pytest.mark.parametrize(
    "css",
    [
        "@media (prefers-color-scheme: dark) { p { color: #111 } }",
        "@supports (display: grid) { p { color: #111 } }",
        "p { color: currentColor; border: 0; margin: 0 auto }",
        ".picture img { background: #fff }",
        "p { background: linear-gradient(#000, #fff) }",
        "p { background: url(a.png) #fff }",
        ".band { background: #123456 }",
        "p { border-color: #fff }",
    ],
)
def test_what_a_theme_says_of_night_and_pictures_stays(css):
    assert following(css) == css


def test_rules_for_small_screens_follow_too():
    assert "from currentColor" in following("@media (max-width: 30em) { p { color: #111 } }")
