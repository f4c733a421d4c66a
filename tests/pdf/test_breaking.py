import pytest
from definitions import guide
from finished import Pdf
from lxml import etree

import guidepub
from guidepub import Catalog
from guidepub.pdf.leaves.breaking import loosen_long_words

COMPOUND = "Donaudampfschifffahrtsgesellschaft"


def loosened(xhtml: str) -> str:
    element = etree.fromstring(xhtml)
    before = "".join(element.itertext())
    loosen_long_words(element)
    assert "".join(element.itertext()) == before
    return etree.tostring(element, encoding="unicode")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (COMPOUND, "long-word"),
        (f"“{COMPOUND},”", "long-word"),
        ("https://www.example.org/a", "address"),
        ("www.bls.gov/ooh/healthcare", "address"),
        ("first.last@an.example.org", "address"),
        ("some_very_long_name_of_a_field", "address"),
        ("31-2011.00-31-2012.00-31-2013.00", "address"),
    ],
)
def test_a_long_word_is_marked_by_its_kind(word, kind):
    assert loosened(f"<p>See {word} there.</p>") == (
        f'<p>See <span class="{kind}">{word}</span> there.</p>'
    )


def test_words_behind_elements_are_marked_in_their_order():
    assert loosened(f"<p><em>A</em> {COMPOUND} <b>or</b> {COMPOUND} {COMPOUND}</p>") == (
        f'<p><em>A</em> <span class="long-word">{COMPOUND}</span> <b>or</b> '
        f'<span class="long-word">{COMPOUND}</span> <span class="long-word">{COMPOUND}</span></p>'
    )


def test_code_is_never_hyphenated():
    assert 'class="address"' in loosened(f"<p><code>{COMPOUND}</code></p>")


def test_short_words_and_drawings_stay_as_they_are():
    drawing = (
        '<p>Words of up to seven\N{NO-BREAK SPACE}letters<svg xmlns="http://www.w3.org/2000/svg">'
        f"<text>{COMPOUND}</text></svg></p>"
    )
    assert "span" not in loosened(drawing)


def test_marks_inside_of_marks_break_no_word():
    # At some of so many places each word stands at a line's end.
    marks = [f"*{'an ' * (n % 20)}**k{n:02}q** `c{n:02}q` z{n:02}q*" for n in range(60)]
    notes = [f"[^{n}]: {'an ' * (n % 20)}**n{n:02}q** and `m{n:02}q`." for n in range(20)]
    calls = " ".join(f"Word[^{n}]." for n in range(20))
    made = guide("\n\n".join([*marks, calls, *notes]))
    pdf = Pdf(guidepub.render(guidepub.assemble(made, Catalog.of(made)), "screen"))
    text = "".join(pdf.text(page) for page in range(len(pdf)))
    words = [f"{c}{n:02}q" for n in range(60) for c in "kcz"]
    words += [f"{c}{n:02}q" for n in range(20) for c in "nm"]
    assert [word for word in words if word not in text] == []


def test_a_number_keeps_together_whichever_space_parts_its_thousands():
    spaces = "\u00a0\u202f\u2007"
    sums = [f"48{space}1{n:02}{space}\u20ac" for n in range(40) for space in spaces]
    # At some of so many places each sum stands at a line's end.
    made = guide("\n\n".join(f"{'an ' * (24 + n % 24)}{each} or" for n, each in enumerate(sums)))
    pdf = Pdf(guidepub.render(guidepub.assemble(made, Catalog.of(made)), "screen"))
    lines = " \n".join(pdf.text(page) for page in range(len(pdf))).splitlines()
    assert [line for line in lines if line.split()[-1:] == ["48"]] == []
