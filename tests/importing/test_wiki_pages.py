"""Pages of MediaWiki: their markup is read and not printed."""

from __future__ import annotations

import sys

import pytest
from words import codes

from guidepub.findings import InputError
from guidepub.importing.originals.citations import Citations
from guidepub.importing.wiki.reader import is_wiki, read_wiki

OOH = "https://www.bls.gov/ooh/arts-and-design/floral-designers.htm"


def read(text):
    return read_wiki(text, "x.wiki", Citations(), "en")


def shown(text):
    return [b.markdown or b.text or f"image {b.target}" for b in read(text).blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("'''Florists''' cut ''fresh'' [[flower]]s\nand [[Tree|trees]].\n\nTwo.",
         ["**Florists** cut *fresh* flowers and trees.", "Two."]),
        ("== Pay ==\nLow.\n=== By state ===\nLower.", ["Pay", "Low.", "By state", "Lower."]),
        ("* a\n* b\n** c\n* d", ["- a\n- b\n  - c\n- d"]),
        ("# a\n# b\n#* c", ["1. a\n2. b\n   - c"]),
        ("; Shop : where flowers are sold", ["Shop\n: where flowers are sold"]),
        ("One.\n* a\nTwo.", ["One.", "- a", "Two."]),
        ("[https://e.example/x Shops] pay.", ["Shops [@e] pay."]),
        ("H<sub>2</sub>O &amp; <nowiki>''x''</nowiki> <!-- no --> __NOTOC__y",
         ["H₂O & ''x'' y"]),
        ("<pre>a\n ''b''</pre>", ["```\na\n ''b''\n```"]),
        ("a<br/>b\n\n----\nc", ["a\\\nb", "c"]),
        ("See {{nowrap|the shop}}.", ["See the shop."]),
        ("{{short description|Maker of fine bread}}They bake. {{cn|Most rise before dawn.}}", ["They bake. Most rise before dawn."]),
    ],
)  # fmt: skip
def test_marks_are_read(text, blocks):
    assert shown(text) == blocks


def test_headings_have_their_levels_and_blocks_their_lines():
    blocks = read("A\n\n== B ==\n{{Box\n|a=b\n}}\nC\n* d\n\n{|\n! e\n|-\n| f\n|}\ng").blocks
    assert [(b.kind, b.level, b.line) for b in blocks] == [
        ("paragraph", 0, 1), ("heading", 2, 3), ("script", 0, 4), ("paragraph", 0, 7),
        ("list", 0, 8), ("table", 0, 10), ("paragraph", 0, 15),
    ]  # fmt: skip


def test_tables_keep_heads_spans_and_caption():
    text = "{| class=\"x\"\n|+ Pay\n! State !! Wage\n|-\n| rowspan=2 | Ohio || $1\n|-\n| ''$2''\n|}"
    (block,) = read(text).blocks
    assert block.grid.words == (("State", "Wage"), ("Ohio", "$1"), ("", "$2"))
    assert (block.grid.caption, block.grid.heads, block.grid.cells[2][1]) == ("Pay", 1, "*$2*")


def test_references_are_footnotes_that_cite_and_one_can_be_called_twice():
    cite = f"{{{{cite web |url={OOH} |title=Floral Designers |publisher=BLS}}}}"
    original = read(f'A.<ref name="x">{cite}</ref> B.<ref>Own view.</ref> C.<ref name="x"/>\n\n'
                    "{{reflist}}\n<references/>")  # fmt: skip
    assert [b.markdown for b in original.blocks] == ["A.[^1] B.[^2] C.[^1]"]
    assert dict(original.notes) == {"1": "Floral Designers [@bls-ooh]. BLS", "2": "Own view."}


def test_templates_are_lifted_out_and_categories_are_tags():
    original = read("A {{Route map|3|km}} way.\n[[Category:Trades]] [[fr:Fleuriste]]")
    assert [residue.source for residue in original.residues] == ["{{Route map|3|km}}"]
    assert original.about == {"categories": ["Trades"]}
    assert [(a.text, a.fate) for a in original.asides] == [("fr:Fleuriste", "left out")]


def test_pictures_keep_their_names_and_captions():
    text = "[[File:Shop 1.jpg|thumb|200px|A ''small'' [[shop]]]]\nFlowers.\n<gallery>\nB.png|Two\n</gallery>"
    assert [(b.kind, b.target, b.text) for b in read(text).blocks if b.kind == "image"] == [
        ("image", "Shop 1.jpg", "A small shop"), ("image", "B.png", "Two"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("{{Infobox job\n| name = [[Florist]]\n}}\nA '''florist''' sells.", "Florist"),
        ("'''Florists''' sell.", "Florists"),
        ("[[File:a.jpg|thumb|A '''[[designer]]''' at work]]\nA '''florist''' sells.", "florist"),
        ("Flowers.", ""),
    ],
)
def test_the_title_is_what_the_page_calls_its_subject(text, title):
    assert read(text).title == title


def test_a_plain_text_with_a_wiki_s_marks_is_one(body):
    assert is_wiki("== Overview ==\n'''Florists''' sell.")
    assert not is_wiki("Overview\n\nWe sell [[things]] for 5 == five dollars.")
    assert body("== Overview ==\n\n'''Florists''' sell.", "florist.txt") == (
        "# Overview and Job Duties\n\n**Florists** sell."
    )


def test_templates_in_notes_and_cells_are_marked(body):
    text = "== Overview ==\nA.<ref>B {{c|d}}.</ref>\n\n{|\n! e !! f\n|-\n| g {{h|i}} || j\n|}"
    got = body(text, "florist.wiki")
    assert "[^1]: B <!-- guidepub: unsettled {{c|d}} -->." in got
    assert "<!-- guidepub: unsettled {{h|i}} -->\n\n| e | f |\n| --- | --- |\n| g | j |" in got


@pytest.mark.parametrize("text", ["{{" * 3000, "[[" * 3000, "'''''a" * 2000, "*" * 3000, "{|\n|" * 500, "<ref>" * 500])  # fmt: skip
def test_marks_without_an_end_cost_no_words(text):
    assert "Florists sell." in shown(f"Florists sell.\n\n{text}\n\n== Pay ==\nLow.")


def test_a_missing_library_is_reported(monkeypatch):
    monkeypatch.setitem(sys.modules, "mwparserfromhell", None)
    with pytest.raises(InputError) as error:
        read("A")
    assert codes(error.value) == ["I005"]
    assert "guidepub[import]" in error.value.findings[0].remedy


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{formatnum:1200}}", "1200"),
        ("{{plural:2|un año|dos años}}", "dos años"),
        ("{{convert|20|to|30|ft|m}}", "20 to 30 ft"),
        ("{{unité|12|mètres}}", "12 mètres"),
        ("{{nb|25 kg}}", "25 kg"),
        ("{{val|12|u=hours}}", "12 hours"),
        ("{{date|3|mai|2021}}", "3 mai 2021"),
        ("{{s-|XIX|e}}", "XIXe siècle"),
        ("{{USD|120}}", "$120"),
        ("{{1er}}", "1er"),
    ],
)
def test_small_templates_show_what_they_are_given(template, words):
    original = read(f"Here {template} stands.")
    assert [block.text for block in original.blocks] == [f"Here {words} stands."]
    assert not original.residues


def test_a_term_and_its_meaning_need_no_space_between_them():
    text = ";Tack:a short weld\n;Hours: from 8:30 on\n;Web:http://a.example"
    (block,) = read(text).blocks
    assert block.markdown.startswith("Tack\n: a short weld\n\nHours\n: from 8:30 on\n\nWeb\n: ")


def test_notes_are_kept_wherever_a_wiki_writes_them():
    text = (
        'They bake.<ref name="a" /> Some rest{{efn|On Sundays.}} or sleep.<ref group="n" name="b"/>'
        " Few do.{{sfn|Hill|2019|p=4}}\n\n{{reflist|refs=\n"
        '<ref name="a">Survey of bakers.</ref>}}\n'
        '<references group="n"><ref name="b">In Lent.</ref></references>\n'
    )
    made = read(text)
    bodies = [block.markdown for block in made.blocks]
    assert bodies == ["They bake.[^1] Some rest[^2] or sleep.[^3] Few do.[^4]"]
    assert [*made.notes.values()] == [
        "Survey of bakers.",
        "On Sundays.",
        "In Lent.",
        "Hill 2019, p. 4",
    ]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("{{Quote|Bread first.|Old saying}}", "> Bread first.\n>\n> — Old saying"),
        ("{{Zitat|Erst das Brot.|Autor=Ein Bäcker|Quelle=''Der Ofen''}}",
         "> Erst das Brot.\n>\n> — Ein Bäcker, *Der Ofen*"),
        ("{{As of|2023|5}}, few bake. Most stopped {{as of|2021|lc=y}}.",
         "As of May 2023, few bake. Most stopped as of 2021."),
        ("They rise at {{circa|2}} o’clock.", "They rise at c. 2 o’clock."),
    ],
)  # fmt: skip
def test_templates_show_what_a_reader_of_the_wiki_sees(text, block):
    assert shown(text) == [block]


def test_code_in_a_table_is_reported_and_no_sign_of_import_is_seen(converted):
    text = (
        "'''Bakers''' earn [[dough]].\n\n== Pay ==\n{|\n|+ Pay {{odd|2}}\n! State !! Wage\n|-\n"
        "| Ohio || {{odd|1}} $29,000\n|}"
    )
    made = converted(text, "baker.wiki")
    assert ":::{table} Pay\n" in made.text
    assert "I058" not in codes(made)
    assert codes(made).count("I020") == 2


def test_headings_that_only_repeat_the_one_above_them_are_no_text(body):
    text = "'''Potters''' throw [[clay]].\n\n== Notes and references ==\n=== Notes ===\n=== References ===\n"
    assert body(text, "potter.wiki").endswith("throw clay.")
