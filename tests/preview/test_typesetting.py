"""A leaf that is set alone looks as in the whole, and the whole is what a build writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import guidepub
from guidepub.model import Edition
from guidepub.pdf import units
from guidepub.pdf.sequences import sequences
from guidepub.preview import typesetting
from guidepub.preview.readings import read
from guidepub.preview.views import View
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
def test_each_leaf_set_alone_looks_as_in_the_whole(tmp_path, theme, edition):
    view = View(bakery(tmp_path, theme), edition)
    assert theme in shipped_themes()
    made = typesetting.whole(view)
    reading = read(view)
    assert len(made.layout.leaves) > 8
    known = {old.id: old for old in made.layout.leaves}
    for run in (run for run in sequences(reading.book) if run[0].id in known):
        old, last = known[run[0].id], known[run[-1].id]
        alone = typesetting._leaf_sheets(reading, view, run, old, made.layout.pages)
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


def test_a_draft_holds_the_leaves_that_have_changed(tmp_path):
    path = bakery(tmp_path)
    view = View(path, "screen")
    text = path.read_text("utf-8")
    # Behind many words, which stay where they are.
    path.write_text(
        text.replace("Half of all", f"{'Flour is dear. ' * 300}\n\nHalf of all"), "utf-8"
    )
    first = typesetting.whole(view)
    layout = first.layout
    assert typesetting.draft(view, layout, 1.0).sheets == ()
    text = path.read_text("utf-8")
    path.write_text(text.replace("Half of all", "A half of all"), "utf-8")
    made = typesetting.draft(view, layout, 1.0)
    (sheets,) = made.sheets
    # With what stands on pages with it.
    run = {"section-overview", "section-salary", "section-education"}
    assert {page["leaf"] for page in sheets.pages} == run
    # Pages that have not changed are on screen already.
    assert set(made.pictures) == set(sheets.ids) - set(first.sheets.ids)
    assert 0 < len(made.pictures) < len(sheets.ids)
    whole = typesetting.whole(view)
    assert sheets.ids == whole.sheets.ids[sheets.first : sheets.first + len(sheets.ids)]
    # What has been shown once is not made again.
    assert typesetting.draft(view, made.layout, 1.0).sheets == ()


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
