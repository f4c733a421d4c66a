"""References to other places of a guide, and the labels by which these are known."""

import pytest
from renderers import ENGLISH, named, xhtml

from guidepub.markdown import Text, parse, parse_sections, passages, places_of

LABELLED = """
(map)=
## Pay by State

:::{wages} What Bakers Earn
:name: strip
:::

:::{table} Tools
:name: tools

| A | B |
|---|---|
| 1 | 2 |
:::

:::{tip}
:name: warm
Keep warm.

### Pay by State
:::

:::{tip} Cold
Keep cold.
:::
"""


def places(text, **given):
    return places_of(["s"], parse_sections([(Text("Pay"), Text(text))], ENGLISH), **given)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("See {ref}`map`.", '<a href="s.xhtml#map" data-before=" on " data-after="">=map=</a>'),
        ("See [](#map).", '<a href="s.xhtml#map" data-before=" on " data-after="">=map=</a>'),
        ("See {numref}`map`.", '<a href="s.xhtml#map">=map=</a>'),
        ("See {numref}`no. %s <map>`.", '<a href="s.xhtml#map">no. %s</a>'),
        ('See {ref}`the "map" <map>`.', '<a href="#map">the “map”</a>'),
        ("See [the map](#map).", '<a href="#map">the map</a>'),
        ("[See {ref}`map`](https://a.example).", '<a href="https://a.example">See =map=</a>'),
    ],
)
def test_a_reference_is_a_link(written, printed):
    assert printed in xhtml(written)


def test_a_title_has_no_number_of_a_page():
    assert "data-before" not in xhtml("## See {ref}`map`\n\n:::{note} See {ref}`map`\nX.\n:::")
    assert "data-before" in xhtml("## See {ref}`map`\n\nSee {ref}`map`.")


def test_a_reference_begins_a_sentence_or_not():
    (token,) = parse("{ref}`a` and {ref}`b`. {ref}`c`", ENGLISH).tokens[1:2]
    asked = [each.meta["reference"] for each in token.children if each.type == "reference"]
    assert [each.begins for each in asked] == [True, False, True]


def test_references_have_their_places():
    text = "See {ref}`map`,\n{numref}`%s <strip>`\nand [](#tools)."
    assert named(text, "reference") == [("map", 1, 5), ("strip", 2, 1), ("tools", 3, 5)]


def test_a_passage_has_a_sign_for_what_is_not_written():
    (passage,) = passages(parse("See {ref}`map` and {ref}`the other <b>` here.", ENGLISH))
    assert passage.text == "See \N{OBJECT REPLACEMENT CHARACTER} and the other here."
    assert passage.place(passage.text.index("here")) == (1, 41)


def test_labels_and_the_words_of_headings_find_their_places():
    found = places(LABELLED)
    kinds = {name: found.find(name).kind for name in ("map", "strip", "tools", "warm", "s", "Pay")}
    assert list(kinds.values()) == ["heading", "figure", "table", "box", "section", "section"]
    assert found.find("map").name == "s_pay-by-state"
    assert found.find("s_pay-by-state-2").name == "s_pay-by-state-2"
    assert found.is_ambiguous("Pay by State")
    assert not found.misplaced


def test_headings_in_other_letters_are_found_by_their_own_words():
    titles = ["الأجر", "الأجر 2024", "أسئلة 2024"]
    parsed = parse_sections([(Text(title), Text("نص.")) for title in titles], ENGLISH)
    found = places_of(["a", "b", "c"], parsed)
    assert [found.find(title).section for title in titles] == [0, 1, 2]
    assert found.find("عمل") is found.find("2024") is found.find("?") is None


def test_what_has_a_label_is_numbered_and_all_that_is_asked_for():
    numbers = [(place.kind, place.number) for place in places(LABELLED).all if place.number]
    assert numbers == [("figure", 1), ("table", 1), ("box", 1)]
    numbers = [place.number for place in places(LABELLED, numbered=("box",)).all if place.number]
    assert numbers == [1, 1, 1, 2]


def test_drawings_together_bear_numbers_of_their_own():
    found = places(":::{figures}\n:name: career\n:::", drawn=lambda _: ["wages", "growth"])
    assert found.find("career").number == 0
    assert [found.find(f"career-{name}").number for name in ("wages", "growth")] == [1, 2]


def test_a_label_in_a_paragraph_ends_it():
    assert xhtml("Words.\n(map)=\n## Map") == '<p>Words.</p>\n<h2 id="s_map">Map</h2>'
