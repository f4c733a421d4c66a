"""A leaf that is set alone looks as in the whole, and the whole is what a build writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import guidepub
from guidepub.model import Edition
from guidepub.pdf.layout import units
from guidepub.pdf.leaves.sequences import sequences
from guidepub.preview import typesetting
from guidepub.preview.readings import read
from guidepub.preview.views import Draft, EarlyPages, Layout, Sheets, View
from guidepub.themes import shipped_themes

TESTS = Path(__file__).parent.parent


def bakery(folder: Path, theme: str = "classic") -> Path:
    """Return the guide of the small catalogue in a copy of it that has a theme."""
    shutil.copytree(TESTS / "bakery", folder / "bakery")
    settings = folder / "bakery" / "catalog.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("[defaults]", f'[defaults]\ntheme = "{theme}"'), "utf-8")
    return folder / "bakery" / "baker.md"


def built(path: Path, edition: Edition) -> bytes:
    catalog = guidepub.load(path)
    (guide,) = catalog.values()
    return guidepub.render(guidepub.assemble(guide, catalog), edition)


@pytest.mark.parametrize("edition", ["screen", "print", "print-cover"])
def test_the_whole_is_what_a_build_writes(tmp_path, edition):
    path = bakery(tmp_path)
    made = typesetting.whole(View(path, edition))
    assert made.sheets.data == built(path, edition)
    assert len(made.sheets.ids) == len(made.sheets.pages) == made.layout.pages


@pytest.mark.parametrize(
    ("theme", "edition"),
    [("classic", "screen"), ("classic", "print"), ("school", "screen"), ("school-large", "print")],
)
def test_leaves_alone_and_pages_sent_early_look_as_in_the_whole(
    tmp_path, theme, edition, monkeypatch
):
    view = View(bakery(tmp_path, theme), edition)
    assert theme in shipped_themes()
    reported: list[EarlyPages] = []
    monkeypatch.setattr(typesetting, "_EARLY", 0)
    monkeypatch.setattr(typesetting, "send_early", reported.append)
    made = typesetting.whole(view, early=True)
    reading = read(view)
    # All but the contents and what refers to pages behind it, in order and without gaps.
    early = [
        page
        for part in reported
        for sheets in part.sheets
        for page in zip(sheets.ids, sheets.pages, strict=True)
    ]
    assert [sheets.first for part in reported for sheets in part.sheets][:2] == [
        0,
        len(reported[0].sheets[0].ids),
    ]
    same = set(made.sheets.ids).intersection(page for page, _ in early)
    assert len(same) > 0.6 * len(made.sheets.ids)
    assert [page for page in made.sheets.ids if page in same] == [
        page for page, _ in early if page in same
    ]
    known_pages = dict(zip(made.sheets.ids, made.sheets.pages, strict=True))
    for page, data in early:
        if page in same and data["label"]:
            assert data["label"] == known_pages[page]["label"]
            assert data["right"] == known_pages[page]["right"]
    assert len(made.layout.leaves) > 8
    known = {old.id: old for old in made.layout.leaves}
    for run in (run for run in sequences(reading.book) if run[0].id in known):
        old, last = known[run[0].id], known[run[-1].id]
        alone = typesetting._leaf_sheets(reading, view, run, old, made.layout.pages).sheets
        span = slice(old.begin, last.begin + last.pages)
        assert alone.ids == made.sheets.ids[span], old.id
        places = [page["blocks"] for page in made.sheets.pages[span]]
        assert [page["blocks"] for page in alone.pages] == places, old.id


def bakery_with(folder: Path, rules: str) -> View:
    """Return a view of the bakery in a theme that adds some rules for its pages."""
    path = bakery(folder, "ours")
    styles = path.parent / "themes" / "ours" / "styles"
    styles.mkdir(parents=True)
    (styles / "paged.css").write_text(rules)
    return View(path, "screen")


def test_a_leaf_alone_is_set_by_what_stands_around_it(tmp_path):
    view = bakery_with(tmp_path, ".leaf + .leaf.section h1 { color: #c00 }")
    layout = typesetting.whole(view).layout
    text = view.path.read_text("utf-8")
    view.path.write_text(text.replace("Half of all", "A half of all"), "utf-8")
    (sheets,) = typesetting.draft(view, layout, 1.0).sheets
    whole = typesetting.whole(view)
    assert sheets.ids == whole.sheets.ids[sheets.first : sheets.first + len(sheets.ids)]


def test_where_pages_print_how_many_there_are_no_leaf_is_set_alone(tmp_path):
    rules = ".page-a { page: text } @page text { @top-center { content: counter(pages) } }"
    view = bakery_with(tmp_path, rules)
    layout = typesetting.whole(view).layout
    text = view.path.read_text("utf-8")
    view.path.write_text(text.replace("Half of all", "A half of all"), "utf-8")
    assert typesetting.draft(view, layout, 1.0).sheets == ()


def test_a_draft_holds_the_pages_that_have_changed(tmp_path):
    path = bakery(tmp_path)
    view = View(path, "screen")
    paragraphs = "\n\n".join(f"Flour {number} is dear. " * 30 for number in range(40))

    def edited(old: str, new: str, layout: Layout) -> tuple[Draft, Sheets]:
        text = path.read_text("utf-8")
        path.write_text(text.replace(old, new, 1), "utf-8")
        made = typesetting.draft(view, layout, 1.0)
        (sheets,) = made.sheets
        assert made.layout is not None
        # What has been shown once is not made again.
        assert typesetting.draft(view, made.layout, 1.0).sheets == ()
        return made, sheets

    path.write_text(path.read_text("utf-8").replace("Half of", f"{paragraphs}\n\nHalf of"), "utf-8")
    first = typesetting.whole(view)
    (run,) = (leaf.standing for leaf in first.layout.leaves if leaf.id == "section-overview")
    assert run is not None
    assert len(run.turns) > 8
    made, word = edited("Flour 10 is dear", "Flour 10 is cheap", first.layout)
    assert len(word.ids) < 3
    # Other pages are on screen already.
    assert set(made.pictures) == set(word.ids) - set(first.sheets.ids)
    # Text that goes on to pages behind what is shown, and a word before that is known again.
    made, longer = edited("Flour 25 is", f"{'Much longer. ' * 45} Flour 25 is", made.layout)
    made, later = edited("Flour 36 is dear", "Flour 36 is cheap", made.layout)
    whole = typesetting.whole(view)
    for sheets in (word, longer, later):
        span = slice(sheets.first, sheets.first + len(sheets.ids))
        assert sheets.ids == whole.sheets.ids[span]
        assert [page["blocks"] for page in sheets.pages] == [
            page["blocks"] for page in whole.sheets.pages[span]
        ]
    assert len(longer.ids) < len(run.turns) - 4


def test_where_every_page_may_have_changed_no_leaf_is_set_alone(tmp_path):
    path = bakery(tmp_path)
    view = View(path, "screen")
    layout = typesetting.whole(view).layout
    text = path.read_text("utf-8")
    path.write_text(text.replace("title: Baker", "title: Master Baker"), "utf-8")
    assert typesetting.draft(view, layout, 1.0).layout is None


def test_an_edit_lays_out_what_it_changes_and_the_file_is_that_of_a_build(tmp_path, monkeypatch):
    path = bakery(tmp_path)
    view = View(path, "screen")
    typesetting.whole(view)
    asked: list[str] = []
    lay_out = units.lay_out_pages

    def noted(setting, layout, html, *given):
        asked.append(html)
        return lay_out(setting, layout, html, *given)

    monkeypatch.setattr(units, "lay_out_pages", noted)
    text = path.read_text("utf-8")
    # Two lines more in the definition, and no page.
    path.write_text(text.replace("Half of all", "Flour is dear.\n\nA half of all"), "utf-8")
    made = typesetting.whole(view)
    # With what stands on pages with it, and once more where it ends with a few lines on a page.
    assert asked
    assert all('id="section-salary"' in html and 'id="notices"' not in html for html in asked)
    asked.clear()
    catalog = guidepub.load(path)
    (slug,) = catalog
    assert guidepub.render(guidepub.assemble(catalog[slug], catalog), "screen") == made.sheets.data
