"""Which stylesheets WeasyPrint is given, and how often it parses them."""

from __future__ import annotations

from typing import Any

import pytest

from guidepub.pdf.layout import styles
from guidepub.pdf.layout.styles import book_styles, load_theme
from guidepub.pdf.press.colouring import colouring
from guidepub.themes import find_theme
from guidepub.themes.covers.clusters import cluster_of, shipped_clusters, with_own_tools
from guidepub.themes.stylesheets.layouts import PagedLayout


@pytest.fixture
def given(monkeypatch) -> list[str]:
    """The stylesheets that were parsed, of a process that has parsed none before."""
    found: list[str] = []

    class Recorded(styles.CSS):
        def __init__(self, string: str, **options: Any) -> None:
            found.append(string)
            super().__init__(string=string, **options)

    styles._styles.cache_clear()
    styles._parsed.cache_clear()
    monkeypatch.setattr(styles, "CSS", Recorded)
    yield found
    styles._styles.cache_clear()
    styles._parsed.cache_clear()


def with_theme(book, name):
    return book.model_copy(update={"theme": find_theme(name)})


def with_another_occupation(book):
    cluster = cluster_of("29-1141", shipped_clusters().values())
    return book.model_copy(update={"cluster": cluster})


@pytest.mark.parametrize("layout", ["shared", "screen", "print"])
@pytest.mark.parametrize("name", ["classic", "school", "school-large"])
def test_the_shipped_themes_leave_no_property_to_be_looked_up(
    baker_book, given, name, layout: PagedLayout
):
    book_styles(with_theme(baker_book, name), layout)
    assert len(given) > 3
    assert [css for css in given if "var(" in css] == []


def test_rules_are_parsed_again_only_for_another_value_that_they_use(baker_book, given):
    imprint = baker_book.imprint.model_copy(update={"colour": None})
    book = with_theme(baker_book.model_copy(update={"imprint": imprint}), "school")
    first = book_styles(book, "shared").sheets
    assert book_styles(book, "shared").sheets is first
    first_given = given.copy()
    del given[:]
    other = book_styles(with_another_occupation(book), "shared").sheets
    assert len(given) == sum(a is not b for a, b in zip(first, other, strict=True))
    # What uses a colour of the book's field is a small part.
    assert 0 < sum(map(_length, given)) < 6_000 < sum(map(_length, first_given)) / 4
    del given[:]
    # Its tools differ from one occupation to the next, its colours do not.
    own = book.model_copy(update={"cluster": with_own_tools(book.cluster, "29-1021")})
    assert book_styles(own, "shared").sheets is first
    assert given == []


def test_what_is_kept_is_bounded(baker_book, given):
    for number in range(100):
        book_styles(baker_book, "shared", f"p {{ margin: {number}pt }}")
    assert styles._styles.cache_info().currsize < 100


def test_a_theme_is_loaded_before_there_is_a_book(baker_book, given):
    load_theme(baker_book.theme)
    before = sum(map(_length, given))
    del given[:]
    book_styles(baker_book, "shared", colouring(baker_book).css)
    # Its own rules are among them.
    assert sum(map(_length, given)) < before / 4


def _length(css: str) -> int:
    """Return how many characters of CSS are no white space."""
    return len("".join(css.split()))
