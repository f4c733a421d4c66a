"""What prose prints, written from its tokens."""

from __future__ import annotations

from renderers import ENGLISH

from guidepub.markdown import manuscript_of, parse
from guidepub.words.manuscript import BlockText, Link, Passage


class PlainTextRenderer:
    """Answers with what it was asked."""

    def fact(self, key):
        return f"={key}="

    def fact_source(self, key):
        return "bls" if key.startswith("cited") else None

    def citation(self, citation):
        return f"[{','.join(citation.keys)}]"

    def source_name(self, key):
        return f"={key}="

    def link(self, target):
        return target

    def block(self, directive):
        return BlockText("Label", (Passage("cell", "in"),), (Passage("caption", "after"),))


def part(text, line=1):
    return manuscript_of(parse(text, ENGLISH, line), PlainTextRenderer(), "s")


def kinds_and_texts(text):
    return [(passage.kind, passage.text) for passage in part(text).passages]


def test_marks_are_left_out_and_words_stay():
    text = 'A *b* **c** `d  e` \\* &amp; [f](https://g.example "h") ~~i~~ "j" -- k'
    assert kinds_and_texts(text) == [("paragraph", "A b c d  e * & f i “j” –\N{NO-BREAK SPACE}k")]


def test_facts_are_printed_and_cited_once_a_block():
    text = "{fact}`cited_a` and {fact}`cited_b`, {fact}`plain`[@x]"
    assert kinds_and_texts(text) == [("paragraph", "=cited_a=[bls] and =cited_b=, =plain=[x]")]
    assert kinds_and_texts("{fact}`cited_a` [@bls]") == [("paragraph", "=cited_a=[bls]")]


def test_a_mark_waits_until_its_link_has_ended():
    assert kinds_and_texts("[a {fact}`cited` b](#c) d") == [("paragraph", "a =cited= b[bls] d")]


def test_blocks_say_what_they_are():
    text = "## H\n\n> q\n\n- i\n\nt\n: d\n\n```\nc\n```\n"
    kinds = [("heading", "H"), ("quotation", "q"), ("item", "i"), ("term", "t")]
    assert kinds_and_texts(text) == [*kinds, ("definition", "d"), ("code", "c\n")]


def test_items_bear_their_numbers_from_the_list_s_start():
    numbers = [p.number for p in part("3. a\n\n   b\n4. - c\n   - d\n5. e\n\n9) f").passages]
    assert numbers == ["3", "", "4", "", "5", "9"]


def test_an_item_without_words_keeps_its_number_to_itself():
    assert [(p.number, p.text) for p in part("1. a\n2.\n3. c").passages] == [("1", "a"), ("3", "c")]


def test_cells_of_a_row_share_it_and_facts_in_them_are_not_cited():
    passages = part("| A | B |\n|---|---|\n| {fact}`cited` | 2 |\n").passages
    assert [(p.kind, p.text, p.row) for p in passages] == [
        ("head", "A", 1),
        ("head", "B", 1),
        ("cell", "=cited=", 2),
        ("cell", "2", 2),
    ]


def test_notes_stand_apart_with_their_numbers_and_lines():
    found = part("a[^x] b[^y]\n\n[^y]: Second.\n[^x]: First.\n\n    - item\n", line=10)
    assert [p.text for p in found.passages] == ["a1 b2"]
    assert [(n.number, [p.text for p in n.passages], n.line) for n in found.notes] == [
        ("1", ["First.", "item"], 13),
        ("2", ["Second."], 12),
    ]


def test_calls_side_by_side_are_parted():
    (passage,) = part("a[^x][^y] b[^x]\n\n[^x]: X.\n\n[^y]: Y.\n").passages
    assert passage.text == "a1,2 b1"


def test_a_directive_stands_around_its_body():
    text = ":::{table} A *title*\n:note: A {fact}`cited`.\n\n| B |\n|---|\n:::\n"
    assert kinds_and_texts(text) == [
        ("label", "Label"),
        ("caption", "A title"),
        ("cell", "in"),
        ("head", "B"),
        ("caption", "A =cited=[bls]."),
        ("caption", "after"),
    ]


def test_pictures_and_links_are_noted():
    found = part("![a {fact}`f` [@x] b](c.png) [d](https://e.example) [g](#h)")
    assert [p.text for p in found.alternatives] == ["a =f=  b"]
    assert found.links == (Link("https://e.example", 1), Link("#h", 1))
