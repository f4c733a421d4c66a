"""What failed is named by its guide, wherever the fault is, and tried again when it is asked for."""

from __future__ import annotations

import json

import pytest
from definitions import definition, write

import guidepub
from guidepub.batch import build_all, forget_gone, html_page, open_catalog, to_retry
from guidepub.findings import InputError
from guidepub.loading import select

CHART = ":::{chart} Pay\n:table: euro\n:label: job\n:value: pay\n:unit: USD/year\n\n:::"
BAD_TABLE = "job;pay\nCook;31.200,50\n"
GOOD_TABLE = "job,pay\nCook,31200\nBaker,30000\n"


@pytest.fixture
def kitchen(shop):
    """Return the catalogue with three more guides, all on one faulty table."""
    shop.replace("catalog.toml", "[data]", '[data]\neuro = "data/euro.csv"')
    shop.write("data/euro.csv", BAD_TABLE)
    for name in ("chef", "cook", "waiter"):
        shop.write(f"{name}.md", definition(CHART, title=name.title(), head=f"slug: the-{name}"))
    return shop


def failed(report) -> dict[str, list[str]]:
    """Return the codes of what failed by slug."""
    return {result.slug: [f.code for f in result.findings] for result in report.failed}


def retried(shop) -> list[str]:
    """Try again what failed, as the command line does; return the slugs that were tried."""
    (selection,) = to_retry([select(shop.folder)], shop.output)
    survey = open_catalog(selection, shop.output)
    report, _ = build_all([survey], shop.output)
    forget_gone(shop.output)
    return [result.slug for result in report.results]


def test_a_fault_of_a_table_fails_the_guides_that_need_it_and_no_book_of_its_name(kitchen):
    events = []
    report = kitchen.build(on_event=events.append)
    assert failed(report) == {"the-chef": ["C001"], "the-cook": ["C001"], "the-waiter": ["C001"]}
    assert {f.place.path for f in report.findings} == {str(kitchen.folder / "data" / "euro.csv")}
    assert {f.place.line for f in report.findings} == {2}
    assert [result.title for result in report.failed] == ["Chef", "Cook", "Waiter"]
    assert [result.slug for result in report.built] == ["baker", "fisher", "sailor"]
    data = kitchen.report()
    assert data["failed"] == 3
    assert [book["slug"] for book in data["books"] if book["status"] == "failed"] == [
        "the-chef", "the-cook", "the-waiter"
    ]  # fmt: skip
    reported = [json.loads(event.as_json(kitchen.output)) for event in events if event.result]
    assert {one["book"]["slug"] for one in reported if one["book"]["status"] == "failed"} == set(
        failed(report)
    )
    assert html_page(report).count("euro.csv:2 C001") == 3


def test_what_failed_for_a_table_is_tried_again_and_made_once_it_is_mended(kitchen):
    kitchen.build()
    assert retried(kitchen) == ["the-chef", "the-cook", "the-waiter"]
    kitchen.write("data/euro.csv", GOOD_TABLE)
    assert retried(kitchen) == ["the-chef", "the-cook", "the-waiter"]
    assert retried(kitchen) == []


def test_a_book_whose_table_breaks_later_fails(kitchen):
    kitchen.write("data/euro.csv", GOOD_TABLE)
    assert failed(kitchen.build()) == {}
    kitchen.write("data/euro.csv", BAD_TABLE)
    assert set(failed(kitchen.build())) == {"the-chef", "the-cook", "the-waiter"}
    (kitchen.folder / "data" / "euro.csv").unlink()
    assert failed(kitchen.build()) == {
        "the-chef": ["D001"], "the-cook": ["D001"], "the-waiter": ["D001"]
    }  # fmt: skip


def test_a_guide_that_the_first_failure_stops_is_tried_again_too(kitchen):
    kitchen.build(fail_fast=True)
    assert retried(kitchen) == ["the-chef", "the-cook", "the-waiter"]


def test_a_build_that_is_stopped_at_once_reports_what_it_knows(kitchen):
    def interrupt(event):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kitchen.build(on_event=interrupt)
    states = {book["slug"]: book["status"] for book in kitchen.report()["books"]}
    assert states == dict.fromkeys(("the-chef", "the-cook", "the-waiter"), "failed") | (
        dict.fromkeys(("baker", "fisher", "sailor"), "stopped")
    )
    assert kitchen.report()["complete"] is False


def test_a_picture_that_several_guides_lack_is_reported_with_each(shop):
    for name in ("one", "two"):
        shop.write(f"{name}.md", definition("![A gate.](gate.png)", title=name))
    report = shop.build()
    assert failed(report) == {"one": ["D040"], "two": ["D040"]}
    assert len(report.built) == 3


def test_a_guide_that_failed_and_is_gone_is_not_tried(kitchen):
    kitchen.build()
    (kitchen.folder / "cook.md").unlink()
    assert retried(kitchen) == ["the-chef", "the-waiter"]
    for name in ("chef", "waiter"):
        (kitchen.folder / f"{name}.md").unlink()
    assert retried(kitchen) == []


def test_a_guide_that_failed_is_tried_under_its_new_name(kitchen):
    kitchen.build()
    (kitchen.folder / "cook.md").rename(kitchen.folder / "pastry-cook.md")
    assert retried(kitchen) == ["the-chef", "the-cook", "the-waiter"]
    # It is known by its new name now.
    assert retried(kitchen) == ["the-chef", "the-cook", "the-waiter"]


def test_two_guides_of_one_slug_that_fail_are_distinguished(shop):
    for name in ("one", "two"):
        shop.write(f"{name}.md", definition("{fact}`x`", head="slug: both"))
    assert set(failed(shop.build())) == {"both (one.md)", "both (two.md)"}


def test_a_guide_of_a_slug_that_cannot_be_is_named_by_its_file(shop):
    shop.write("one.md", definition(head='slug: "No Slug!"'))
    assert failed(shop.build()) == {"one": ["D011"]}


def test_a_file_that_gave_a_book_is_reported_though_it_is_no_guide_any_more(built):
    built.write("baker.md", "")
    assert failed(built.build()) == {"baker": ["D003"]}
    built.write("baker.md", "Somebody's notes.\n")
    assert failed(built.build()) == {"baker": ["D004"]}


def test_other_files_of_the_folder_are_not_failed_guides(shop):
    write(shop.folder, {"package.json": '{"name": "x"}', "NOTES.md": "Notes.\n"})
    report = shop.build()
    assert [result.slug for result in report.results] == ["baker", "fisher", "sailor"]
    assert retried(shop) == []


def test_the_library_names_the_guides_too(kitchen):
    catalog = guidepub.load(kitchen.folder)
    assert [each.slug for each in catalog.by_file] == ["the-chef", "the-cook", "the-waiter"]
    assert [finding.code for finding in catalog.findings] == ["C001"]
    report = guidepub.build(catalog, kitchen.output)
    assert set(failed(report)) == {"the-chef", "the-cook", "the-waiter"}


def test_a_wording_that_cannot_be_read_stops_the_books_that_owe_it(shop):
    shop.replace("catalog.toml", 'text = "Ovens are hot."', 'file = "heat.txt"')
    survey = open_catalog(select(shop.folder, partly=True), shop.output)
    report, _ = build_all([survey], shop.output)
    assert failed(report) == {"baker": ["D001"]}
    assert report.failed[0].findings[0].place.path == str(shop.folder / "heat.txt")
    assert [result.slug for result in report.built] == ["fisher", "sailor"]
    assert report.notes == ()
    # The library does not open half a catalogue.
    with pytest.raises(InputError, match=r"heat\.txt D001"):
        guidepub.load(shop.folder)
    shop.write("heat.txt", "Ovens are hot.")
    assert retried(shop) == ["baker"]
    assert retried(shop) == []


def test_a_logo_that_is_not_there_stops_the_books_of_its_imprint(shop):
    shop.replace("catalog.toml", 'name = "School"', 'name = "School"\nlogo = "gone.svg"')
    shop.replace("sailor/guide.md", "title:", "imprint: school\ntitle:")
    survey = open_catalog(select(shop.folder, partly=True), shop.output)
    report, _ = build_all([survey], shop.output)
    assert failed(report) == {"sailor": ["D040"]}
    assert report.failed[0].findings[0].place.path == str(shop.folder / "catalog.toml")
    assert [result.slug for result in report.built] == ["baker", "fisher"]


def test_a_fault_of_the_catalogue_s_files_that_no_book_needs_is_reported_with_the_build(shop):
    shop.replace("catalog.toml", 'name = "School"', 'name = "School"\nlogo = "gone.svg"')
    survey = open_catalog(select(shop.folder, partly=True), shop.output)
    report, _ = build_all([survey], shop.output)
    assert (len(report.built), report.failed) == (3, ())
    assert [note.code for note in report.notes] == ["D040"]
    assert [each["code"] for each in shop.report()["findings"]] == ["D040"]
