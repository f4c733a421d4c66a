"""Editions by their names: one or several, and a wrong one is told with those there are."""

from __future__ import annotations

import pytest

import guidepub
from guidepub import Defaults, Guide, InputError, Section, UsageError, When
from guidepub.model import EDITIONS, edition_named, editions_named

KNOWN = ", ".join(EDITIONS)


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_is_known_by_its_name(edition):
    assert edition_named(edition) == edition
    assert editions_named(edition) == (edition,)


def test_several_keep_their_order_and_stand_once():
    assert editions_named(iter(["epub", "screen", "epub"])) == ("epub", "screen")


@pytest.mark.parametrize("name", ["pdf", "", "EPUB", "e", 5, None])
def test_another_name_is_reported_with_those_there_are(name):
    with pytest.raises(UsageError, match=rf"no edition “{name}”\. Choose from: {KNOWN}\.$"):
        edition_named(name)


def test_names_with_commas_between_are_split():
    with pytest.raises(UsageError, match=r"no edition “print,screen”.* a name of its own"):
        editions_named("print,screen")


def test_no_name_at_all_is_refused():
    with pytest.raises(UsageError, match=f"No edition is named. Choose from: {KNOWN}"):
        editions_named([])


@pytest.mark.parametrize(
    "call",
    [
        lambda book, catalog, folder: guidepub.render(book, "pdf"),
        lambda book, catalog, folder: guidepub.render(book, "pdf", timeout=60),
        lambda book, catalog, folder: guidepub.build(catalog, folder, editions="pdf"),
        lambda book, catalog, folder: guidepub.build(catalog, folder, editions=["epub", "pdf"]),
        lambda book, catalog, folder: book.notices_in("pdf"),
    ],
)
def test_the_library_refuses_it_before_any_work(call, baker_book, bakery, tmp_path):
    with pytest.raises(UsageError, match="no edition “pdf”"):
        call(baker_book, bakery, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_a_build_takes_a_bare_name_as_one_edition(tmp_path):
    guide = Guide(title="Baker", sections=[Section(title="Overview", body="Bakers bake.")])
    report = guidepub.build(guidepub.Catalog.of(guide), tmp_path, editions="epub")
    assert [file.edition for result in report.built for file in result.files] == ["epub"]


@pytest.mark.parametrize(
    "make", [lambda: Defaults(editions="epub"), lambda: When(tags="health", editions="epub")]
)
def test_a_model_has_a_list_as_its_file_has(make):
    with pytest.raises(InputError, match="A list is expected here"):
        make()
