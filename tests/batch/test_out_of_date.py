"""A book is made anew when something that it depends on has changed, and only then."""

from __future__ import annotations

import os
from functools import partial
from types import SimpleNamespace

import pytest
from definitions import definition

import guidepub
from guidepub.batch import open_catalog
from guidepub.batch.stale import keys
from guidepub.batch.stale.freshness import Inspector
from guidepub.loading import select


def all_for(*reasons: str) -> dict[str, tuple[str, ...]]:
    """Return the same reasons for all books."""
    return dict.fromkeys(("baker", "fisher", "sailor"), reasons)


CHANGES = {
    "a comma": [("fisher.md", "Schools", "Schools,"), {"fisher": ("the definition has changed",)}],
    "a word of the front matter": [
        ("baker.md", "[hot]", "[hot, early]"),
        {"baker": ("the definition has changed",)},
    ],
    "a notice that one book owes": [
        ("catalog.toml", "Ovens are hot.", "Ovens are very hot."),
        {"baker": ("the notice “heat” has changed",)},
    ],
    "its version": [
        ("catalog.toml", 'id = "heat"\nversion = 1', 'id = "heat"\nversion = 2'),
        {"baker": ("the notice “heat” has changed, v1 to v2",)},
    ],
    "to whom it applies": [
        ("catalog.toml", '{tags = ["hot"]}', '{directives = ["programs"]}'),
        {
            "baker": ("the notice “heat” is no longer owed",),
            "fisher": ("the notice “heat” is owed now",),
        },
    ],
    "a row that a book lists": [
        ("data/programs.csv", "Pond", "Lake"),
        {"fisher": ("the table programs.csv has changed",)},
    ],
    "a row that none lists": [("data/programs.csv", "Mill", "Mill House"), {}],
    "an image": [
        ("sailor/deck.svg", "red", "blue"),
        {"sailor": ("the image deck.svg has changed",)},
    ],
    "the theme": [
        ("themes/own/styles/book.css", "0", "1pt"),
        all_for("the theme has changed"),
    ],
    "the imprint": [
        ("catalog.toml", 'name = "Press"', 'name = "Presses"'),
        all_for("the imprint has changed", "the notice “copyright” has changed"),
    ],
    "an imprint that no book has": [("catalog.toml", 'name = "School"', 'name = "College"'), {}],
    "a comment in the catalogue": [("catalog.toml", "[imprint]", "# Ours.\n[imprint]"), {}],
    "a comment in a definition": [("baker.md", "title:", "# Ours.\ntitle:"), {}],
    "the trim size": [
        ("catalog.toml", "[defaults]", '[defaults]\ntrim = "a4"'),
        all_for("the trim size has changed"),
    ],
    "the catalogue's phrases": [
        ("phrases/en.toml", "Contents", "What Is in Here"),
        all_for("the catalogue’s own phrases have changed"),
    ],
    "its phrases in a language that no book has": [("phrases/es.toml", "Índice", "Sumario"), {}],
    "the bleed": [
        ("catalog.toml", "[data]", '[print]\nbleed = "5mm"\n[data]'),
        all_for("the press settings have changed"),
    ],
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_depends_on_a_change_is_made_and_nothing_else(built, words, name):
    change, expected = CHANGES[name]
    built.replace(*change)
    assert built.explained() == expected
    assert words == []
    assert built.made() == expected
    assert sorted(words) == [f"{slug} epub" for slug in sorted(expected)]
    assert built.made() == {}


def test_an_unchanged_book_is_not_touched_and_its_guide_not_even_read(built, words, monkeypatch):
    before = {path: path.stat().st_mtime_ns for path in built.output.rglob("*.epub")}

    def fail(path):
        raise AssertionError(f"{path} is read")

    monkeypatch.setattr("guidepub.loading.held.read_definition", fail)
    report = built.build()
    assert [result.slug for result in report.unchanged] == ["baker", "fisher", "sailor"]
    assert words == []
    assert {path: path.stat().st_mtime_ns for path in built.output.rglob("*.epub")} == before


def test_a_file_that_was_only_touched_is_compared_once(built, monkeypatch):
    for path in built.folder.rglob("*"):
        os.utime(path)
    for path in built.output.rglob("*.epub"):
        os.utime(path)
    assert built.made() == {}
    monkeypatch.setattr("guidepub.batch.stale.freshness.hash_file", lambda path: "another")
    assert built.made() == {}


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda path: path.unlink(), "its file is gone"),
        (lambda path: path.write_bytes(b"mine"), "its file was changed since"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), "its file was changed since"),
        (lambda path: (path.unlink(), path.mkdir()), None),
    ],
)
def test_an_output_that_does_not_stand_is_made_again(built, harm, reason):
    output = built.output / "baker" / "baker.epub"
    good = output.read_bytes()
    harm(output)
    if reason is None:
        # A folder in the file's place is left to whoever put it there.
        (result,) = built.build().failed
        assert [finding.code for finding in result.findings] == ["B001"]
        return
    assert built.explained() == {"baker": (reason,)}
    assert built.made() == {"baker": (reason,)}
    assert output.read_bytes() == good


def test_an_edit_that_keeps_size_and_time_is_seen_too(built):
    output = built.output / "baker" / "baker.epub"
    status = output.stat()
    output.write_bytes(output.read_bytes().replace(b"Bread", b"Beard"))
    os.utime(output, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert output.stat().st_size == status.st_size
    assert built.made() == {"baker": ("its file was changed since",)}


def test_all_is_made_when_that_is_asked_for(built):
    reason = ("it was asked for by --force",)
    assert built.made(force=True) == all_for(*reason)
    assert built.made() == {}


def test_editions_are_known_apart(built, words):
    reports = [built.build(["screen"]), built.build(["epub", "screen"])]
    assert [len(report.built) for report in reports] == [3, 0]
    assert sorted(words) == ["baker screen", "fisher screen", "sailor screen"]
    (built.output / "baker" / "baker-screen.pdf").unlink()
    (result,) = built.build(["screen", "epub"]).built
    assert [(file.edition, file.new) for file in result.files] == [
        ("screen", True),
        ("epub", False),
    ]


def test_an_imprint_for_all_books_makes_them_anew(built):
    catalog = guidepub.load(built.folder)
    school = guidepub.build(catalog, built.output, imprint="school")
    assert len(school.built) == 3
    assert "the imprint has changed" in school.built[0].reasons
    assert guidepub.build(catalog, built.output, imprint="school").built == ()
    assert len(built.build().built) == 3


def test_other_versions_of_what_makes_books_make_them_anew(built, monkeypatch):
    newer = dict(keys.versions()) | {"weasyprint": "71.0"}
    monkeypatch.setattr("guidepub.batch.stale.keys.versions", lambda: newer)
    monkeypatch.setattr("guidepub.batch.stale.freshness.versions", lambda: newer)
    reason = ("other versions are in use: weasyprint 71.0",)
    assert built.made() == all_for(*reason)


def test_a_book_that_shows_the_day_is_made_anew_on_another(shop, words, on_a_day):
    shop.replace("baker.md", "published: 2026-11-24\n", "")
    on_a_day(20_000)
    assert len(shop.made()) == 3
    assert shop.made() == {}
    on_a_day(20_001)
    assert shop.made() == {"baker": ("the date is 2024-10-05, not 2024-10-04",)}


def test_a_day_that_the_catalogue_names_is_a_reason_to_look(built, on_a_day, monkeypatch):
    built.replace("catalog.toml", 'title = "Heat"', 'title = "Heat"\nretired = 2030-01-01')
    on_a_day(20_000)
    built.build()
    contexts = []
    for day in (20_000, 20_001, 21_915):
        on_a_day(day)
        catalog = guidepub.loading.read_catalog(built.folder)
        contexts.append(Inspector(catalog, built.output).context)
    assert contexts[0] == contexts[1] != contexts[2]


def test_a_guide_made_in_python_is_known_too(tmp_path, words):
    from definitions import guide

    catalog = guidepub.Catalog.of(guide("Bread."), guide("Fish.", slug="fisher"))
    assert len(guidepub.build(catalog, tmp_path, ["epub"]).built) == 2
    assert len(guidepub.build(catalog, tmp_path, ["epub"]).unchanged) == 2
    changed = guidepub.Catalog.of(guide("Breads."), guide("Fish.", slug="fisher"))
    report = guidepub.build(changed, tmp_path, ["epub"])
    assert [result.slug for result in report.built] == ["baker"]
    # A guide that differs from its file is not taken for it.
    assert len(guidepub.build(changed, tmp_path, ["epub"]).unchanged) == 2


def test_another_slug_is_another_book(built):
    built.replace("baker.md", "title:", "slug: bread\ntitle:")
    assert built.made() == {"bread": ("it was not made here before",)}
    assert built.made() == {}
    built.replace("baker.md", "slug: bread\n", "")
    assert set(built.made()) == {"baker"}


def test_two_guides_of_one_slug_are_reported_though_one_had_not_to_be_read(built):
    built.write("zed.md", definition(title="Zed", head="slug: baker"))
    report = built.build()
    assert [finding.code for result in report.failed for finding in result.findings] == ["D050"]
    assert [result.slug for result in report.unchanged] == ["baker", "fisher", "sailor"]


def test_an_isbn_of_a_guide_that_had_not_to_be_read_is_reported(built):
    isbn = "isbn: {print: 978-0-306-40615-7}"
    built.write("ann.md", definition(title="Ann", head=isbn))
    built.build()
    built.write("zed.md", definition(title="Zed", head="isbn: {epub: 0306406152}"))
    report = built.build()
    assert [finding.code for result in report.failed for finding in result.findings] == ["D051"]
    assert "ann" in [result.slug for result in report.unchanged]


def test_a_fault_that_is_taken_back_makes_nothing_anew(built):
    good = (built.folder / "baker.md").read_text("utf-8")
    built.replace("baker.md", "Bread.", "{fact}`nothing`")
    assert [result.slug for result in built.build().failed] == ["baker"]
    built.write("baker.md", good)
    assert built.made() == {}


def test_a_catalogue_that_has_moved_makes_nothing_anew(built, tmp_path):
    moved = built.folder.rename(tmp_path / "elsewhere")
    again = type(built)(moved, built.output)
    assert again.made() == {}


def test_a_change_while_books_are_made_is_seen_the_next_time(shop, monkeypatch, words):
    def file(book, edition):
        if book.slug == "baker":
            shop.replace("baker.md", "Bread.", "Breads.")
        if book.slug == "sailor":
            shop.replace("sailor/deck.svg", "red", "blue")
        return book.slug.encode()

    with monkeypatch.context() as patch:
        patch.setattr(
            "guidepub.editions.Production",
            lambda book: SimpleNamespace(begin=lambda edition: None, file=partial(file, book)),
        )
        shop.build()
    assert set(shop.made()) == {"baker", "sailor"}


def test_a_guide_is_made_in_the_editions_that_it_states_and_need_not_be_read_again(built, words):
    built.replace("baker.md", "title: Baker\n", "title: Baker\neditions: [web, screen]\n")
    assert set(built.made()) == {"baker"}
    assert words == ["baker web", "baker screen"]
    assert not open_catalog(select(built.folder), built.output).catalog.guides
    words.clear()
    # Who asks for an edition gets it, whatever the guide states.
    built.build(["epub"])
    assert words == ["baker epub"]
    built.write("catalog.toml", (built.folder / "catalog.toml").read_text("utf-8").replace(
        'editions = ["epub"]', 'editions = ["epub", "web"]'))  # fmt: skip
    words.clear()
    built.build()
    assert sorted(words) == ["fisher web", "sailor web"]


def test_a_theme_and_a_trim_of_its_own_make_a_guide_anew(built):
    built.replace("baker.md", "title: Baker\n", "title: Baker\ntheme: school\ntrim: a4\n")
    assert built.explained() == {
        "baker": (
            "the definition has changed",
            "the theme has changed",
            "the trim size has changed",
        )
    }
    assert set(built.made()) == {"baker"}
    assert built.made() == {}
