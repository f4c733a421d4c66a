"""The index and the glossary of a book, as its leaves have them."""

from __future__ import annotations

from typing import Any

import pytest
from definitions import guide, leaf
from lxml import etree

import guidepub
from guidepub.model import Book, Catalog


def book(*bodies: str, glossary: Any = None, **fields: Any) -> Book:
    catalog = Catalog.of(guide(*bodies, **fields), glossary=glossary or {})
    return guidepub.assemble(catalog["baker"], catalog)


def kinds(made: Book) -> list[str]:
    return [each.id for each in made.leaves]


def lines(made: Book) -> list[str]:
    """Return the lines of a book's index, white space folded."""
    tree = etree.fromstring(
        f"<b xmlns:epub='http://www.idpf.org/2007/ops'>{leaf(made, 'index')}</b>"
    )
    found = tree.iterfind(".//div[@class='index-line']")
    return [" ".join("".join(map(str, line.itertext())).split()) for line in found]


def test_a_guide_without_marks_has_neither_leaf():
    plain = kinds(book("Bread.", glossary={"en": {"proof": "A rise."}}))
    assert not {"index", "glossary"} & set(plain)


def test_the_leaves_stand_behind_the_text_in_the_contents():
    made = book("{index}`Bread` and {term}`proof`.", glossary={"en": {"proof": "A rise."}})
    assert kinds(made)[-3:] == ["section-part-1", "glossary", "index"]
    assert leaf(made, "contents").count("<li>") == 3


def test_entries_have_places_entries_below_them_and_others_to_go_to():
    made = book(
        "{index}`Dough <dough>`, {index}`sour <dough; sour>` {index}`see: leaven; dough`",
        "{index}`start: dough`A. {index}`bread` {index}`seealso: dough; bread`\n\n"
        "B{index}`end: dough`. {index}`seealso: dough; oven` {index}`oven`",
    )
    assert lines(made) == [
        "bread, 1",
        "dough, 1, 2",
        "sour, 1",
        "see also bread; oven",
        "leaven, see dough",
        "oven, 1",
    ]
    text = leaf(made, "index")
    assert 'href="section-part-1.xhtml#part-1_index_1" title="Part 1">1</a>' in text
    assert 'data-until="section-part-2.xhtml#part-2_index_5" title="Part 2">2</a>' in text
    assert '<em class="see">see</em> <a href="#index-2">dough</a>' in text


def test_entries_are_set_as_prose_is_and_may_bear_emphasis():
    made = book('{index}`single: *Baker\'s Guide*; "the"` A.')
    assert lines(made) == ["Baker’s Guide", "“the”, 1"]
    assert "<em>Baker’s Guide</em>" in leaf(made, "index")


@pytest.mark.parametrize(
    ("language", "ordered", "see"),
    [
        ("es", ["nuez", "ñame", "obrador"], "véase"),
        ("de", ["Ofen", "Öl", "Zopf"], "siehe"),
        ("fr", ["cote", "côté", "œuf", "oie"], "voir"),
        ("pl", ["lata", "łata", "mak"], "zob."),
    ],
)
def test_entries_stand_in_the_order_of_the_guides_language(language, ordered, see):
    marks = " ".join(f"{{index}}`{word}`" for word in reversed(ordered))
    made = book(f"{marks} {{index}}`see: zzz; {ordered[0]}`", language=language)
    assert lines(made) == [*(f"{word}, 1" for word in ordered), f"zzz, {see} {ordered[0]}"]


def test_letters_stand_above_the_entries_of_a_long_index():
    made = book(" ".join(f"{{index}}`{letter}{n}`" for letter in "abc" for n in range(10)))
    assert [part for part in ("A", "B", "C") if f"<h2>{part}</h2>" in leaf(made, "index")] == [
        *"ABC"
    ]
    assert "<h2>" not in leaf(book("{index}`a`"), "index")


def test_a_mark_in_a_title_stands_there_alone():
    made = book("A.", sections=[{"title": "{index}`Pay`", "body": "A."}])
    assert leaf(made, "section-pay").count("index-mark") == 1
    assert "index-mark" not in leaf(made, "contents")
    assert lines(made) == ["Pay, 1"]


def test_only_terms_that_are_used_are_explained_in_order():
    glossary = {
        "en": {"proof": "A *rise*.", "oven": "See [it](https://oven.example).", "zest": "-"}
    }
    made = book("A {term}`proof`.", "An {term}`Ovens <oven>`, {term}`proof`.", glossary=glossary)
    text = leaf(made, "glossary")
    assert text.index("oven</dfn>") < text.index("proof</dfn>")
    assert "zest" not in text
    assert "A <em>rise</em>." in text
    assert '<a href="https://oven.example">it</a>' in text
    assert 'href="glossary.xhtml#term-proof">proof</a>' in leaf(made, "section-part-1")
    assert "term-proof" not in leaf(made, "section-part-2")


def test_a_guides_own_terms_go_before_those_of_its_language():
    glossary = {"en": {"proof": "Of all."}, "en-GB": {"oven": "Here."}, "es": {"proof": "No."}}
    made = book(
        "A {term}`proof` in an {term}`oven`.",
        language="en-GB",
        glossary=glossary,
    )
    assert "Of all." in leaf(made, "glossary")
    assert "Here." in leaf(made, "glossary")
    own = guide("A {term}`Proof`.", glossary={"proof": "Of mine."})
    catalog = Catalog.of(own, glossary=glossary)
    assert "Of mine." in leaf(guidepub.assemble(catalog["baker"], catalog), "glossary")


def test_terms_whose_names_would_be_one_have_their_own():
    made = book(
        "{term}`C` {term}`C++` {term}`ß` {term}`§`",
        glossary={"en": {"C": "1.", "C++": "2.", "ß": "3.", "§": "4."}},
    )
    text = leaf(made, "glossary")
    names = [part.partition('"')[0] for part in text.split('<dt id="')[1:]]
    assert len(set(names)) == 4
    for name in names:
        assert f"#{name}" in leaf(made, "section-part-1")


def test_a_term_that_nobody_explains_stops_the_book():
    with pytest.raises(guidepub.InputError, match="D046"):
        book("A {term}`proof`.", glossary={"es": {"proof": "No."}})
