"""What citations and lists of works print by a style."""

from __future__ import annotations

from small_styles import AUTHOR_DATE, NUMERIC

from guidepub.bibliography import StyleProcessor, plain_text, xhtml_of

WORKS = {
    "Jobs": {
        "type": "article-journal",
        "title": "Jobs & <Skills>",
        "author": [{"family": "Autor", "given": "David"}, {"family": "Dorn", "given": "D."}],
        "page": "1553-1597",
        "issued": {"date-parts": [[2013, 8]]},
    },
    "b1": {
        "type": "webpage",
        "title": "Wages",
        "author": [{"literal": "Bureau"}],
        "issued": {"date-parts": [[2024]]},
    },
    "b2": {
        "type": "webpage",
        "title": "Outlook",
        "author": [{"literal": "Bureau"}],
        "issued": {"date-parts": [[2024]]},
    },
}


def processor(style=AUTHOR_DATE, language="en-US"):
    numbers = {}
    return StyleProcessor(
        style, WORKS, language, lambda key: numbers.setdefault(key, len(numbers) + 1)
    )


def test_a_work_is_cited_with_a_place_and_without_its_author():
    made = processor()
    assert (made.prefix, made.delimiter, made.suffix) == ("(", "; ", ")")
    assert made.cited("Jobs", "page", "1559") == "Autor and Dorn 2013, p. 1559"
    assert made.cited("Jobs", "page", "1559", bare=True) == "2013, p. 1559"
    assert made.author("Jobs") == "Autor and Dorn"


def test_a_place_that_is_a_number_is_one_for_the_style():
    assert processor().cited("b1", "chapter", "3").endswith(", chap. 3")
    assert processor(language="de").cited("b1", "chapter", "3").endswith(", Kap. 3")


def test_a_list_has_the_pages_of_a_work_and_not_those_that_were_cited():
    made = processor()
    made.cited("Jobs", "page", "1559")
    assert plain_text(made.entry("Jobs")) == "Autor and Dorn. 2013. Jobs & <Skills>. 1553–1597."


def test_years_that_would_be_alike_have_letters_in_the_order_of_the_list():
    made = processor()
    assert made.in_order(["Jobs", "b1", "b2"]) == ("Jobs", "b2", "b1")
    assert [made.cited(key) for key in ("b2", "b1")] == ["Bureau 2024a", "Bureau 2024b"]
    assert made.entry("b1").startswith("Bureau. 2024b. ")


def test_nothing_of_a_work_is_markup():
    entry = xhtml_of(processor().entry("Jobs"))
    assert "<i>Jobs &amp; &lt;Skills&gt;</i>" in entry


def test_numbers_are_those_of_the_book_and_a_list_parts_them_from_their_words():
    made = processor(NUMERIC)
    assert made.is_raised
    assert [made.cited(key) for key in ("b2", "Jobs", "b2")] == ["1", "2", "1"]
    assert made.in_order(["b2", "Jobs", "b1"]) == ("b2", "Jobs", "b1")
    assert plain_text(made.entry("b2")) == "1. Outlook"


def test_what_a_style_cuts_off_is_well_formed_still():
    assert (
        xhtml_of("a\ue010b\ue012c\ue01f & \ue01f\ue01f\ue010d")
        == "a<i>b<b>c</b> &amp; </i><i>d</i>"
    )


def test_no_number_is_written_in_endless_letters():
    style = NUMERIC.replace('<text variable="title"/>', '<number variable="volume" form="roman"/>')
    works = {"a": {"type": "book", "title": "A", "volume": "9" * 15}}
    made = StyleProcessor(style, works, "en", lambda key: 1)
    assert plain_text(made.entry("a")) == "1. " + "9" * 15
