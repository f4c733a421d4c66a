"""OpenDocument texts and rich text, as word processors other than Word save them."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest
from words import codes

from guidepub.findings import InputError
from guidepub.importing import import_all
from guidepub.importing.odt.reader import read_odt
from guidepub.importing.originals.citations import Citations
from guidepub.importing.rtf.reader import read_rtf

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"),
        ("table", "table"), ("draw", "drawing"), ("svg", "svg-compatible"), ("meta", "meta"),
    )
)  # fmt: skip
_SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="U"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="D" style:parent-style-name="H"/>'
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1"/></text:list-style>'
)


def odt(inner, meta="", parts=None):
    """Return an OpenDocument text of what its body holds."""
    texts = {
        "content.xml": f"<office:document-content {_SPACES}><office:automatic-styles>{STYLES}"
                       f"</office:automatic-styles><office:body><office:text>{inner}"
                       "</office:text></office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {_SPACES}><office:meta>{meta}</office:meta>"
                    "</office:document-meta>",
        **(parts or {}),
    }  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def p(text, style=""):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def read(inner, **options):
    return read_odt(odt(inner, **options), "x.odt", Citations())


def shown(original):
    return [block.markdown or block.text for block in original.blocks]


NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Trade press.</text:p></text:note-body></text:note>"
)
LINK = '<text:a xlink:href="https://e.example/x">Shops</text:a>'


@pytest.mark.parametrize(
    ("inner", "blocks"),
    [
        ('<text:h text:outline-level="2">Pay</text:h>' + p("Low."), ["Pay", "Low."]),
        (p('<text:span text:style-name="B">Florists</text:span> cut<text:s text:c="3"/>flowers.'),
         ["**Florists** cut flowers."]),
        (p(f"One.{NOTE} {LINK}."), ["One.[^1] Shops [@e]."]),
        (p('9<text:span text:style-name="U">2</text:span> m<text:line-break/>b'), ["9² m\\\nb"]),
        ('<text:list text:style-name="N"><text:list-item><text:p>a</text:p><text:list>'
         "<text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>"
         "</text:list>", ["1. a\n   1. b"]),
        ("<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>", ["- a"]),
        (p("a", "Quotations"), ["> a"]),
    ],
)  # fmt: skip
def test_what_a_text_holds_becomes_markdown(inner, blocks):
    assert shown(read(inner)) == blocks


def test_notes_title_and_tables():
    rows = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell>"
        f"{p('State')}</table:table-cell><table:table-cell>{p('Jobs')}</table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row><table:table-cell>"
        f"{p('Ohio')}</table:table-cell><table:table-cell>{p('12')}</table:table-cell>"
        "</table:table-row></table:table>"
    )
    original = read(p("Florist", "P1") + p(f"One.{NOTE}") + rows)
    assert original.title == "Florist"
    assert dict(original.notes) == {"1": "Trade press."}
    assert original.blocks[-1].grid.words == (("State", "Jobs"), ("Ohio", "12"))


def test_comments_and_deleted_words_are_reported_and_contents_reported():
    inner = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:p>Pay 3</text:p></text:table-of-content>"
        + p("A<office:annotation><text:p>why?</text:p></office:annotation> b.")
    )
    original = read(inner)
    assert shown(original) == ["A b."]
    assert [(a.text, a.fate) for a in original.asides] == [
        ("old", "left out"), ("Pay 3", "furniture"), ("why?", "left out"),
    ]  # fmt: skip
    assert codes(original) == ["I053", "I053"]


@pytest.mark.parametrize(
    ("inner", "hidden"),
    [
        (p("Pay is <text:span text:style-name='H'>$1 </text:span>low."), ["$1"]),
        (p("Pay is <text:span text:style-name='D'>$1 </text:span>low."), ["$1"]),
        (p("Pay is low.") + p("Draft", "H"), ["Draft"]),
        (
            f"<text:section text:display='none'>{p('Draft')}</text:section>{p('Pay is low.')}",
            ["Draft"],
        ),
        (
            f"<text:section text:display='condition' text:is-hidden='true'>{p('Draft')}"
            f"</text:section>{p('Pay is low.')}",
            ["Draft"],
        ),
        (
            f"<text:section text:display='condition'>{p('Pay is low.')}</text:section>",
            [],
        ),
        (p("Draft<text:hidden-paragraph text:is-hidden='true'/>") + p("Pay is low."), ["Draft"]),
        (p("Pay is low.<text:hidden-paragraph text:is-hidden='false'/>"), []),
        (p("Pay is <text:hidden-text text:is-hidden='false'>low.</text:hidden-text>"), []),
    ],
)
def test_hidden_words_of_an_open_document_are_left_out_and_told(inner, hidden):
    original = read(inner)
    assert shown(original) == ["Pay is low."]
    assert [aside.text for aside in original.asides if aside.reason == "hidden"] == hidden


def test_a_text_says_its_author_year_and_language(tmp_path):
    meta = (
        "<dc:title>Florist</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator>"
        "<meta:creation-date>2011-04-05T10:00:00</meta:creation-date><dc:language>es-ES</dc:language>"
    )
    (tmp_path / "old.odt").write_bytes(odt(p("A."), meta))
    (result,) = import_all(tmp_path / "old.odt", tmp_path / "out")
    for line in ("title: Florist", "language: es-ES", 'authors: [{name: "Ann Lee"}]',
                 "first_published: 2011"):  # fmt: skip
        assert line in result.text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x", "I004"),
        (odt("", parts={"content.xml": "<a/>"}), "I001"),
        (odt("", parts={"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "I001"),
        (odt("", parts={"content.xml": "<a>" * 400}), "I003"),
        (odt("", parts={"content.xml": "<a"}), "I004"),
        (odt("  "), "I002"),
    ],
)
def test_what_is_no_text_is_refused(data, code):
    with pytest.raises(InputError) as error:
        read_odt(data, "x.odt", Citations())
    assert codes(error.value) == [code]


RICH = (
    rb"{\rtf1\ansi{\info{\title Florist}{\author Ann Lee}{\creatim\yr2011\mo4}}"
    rb"{\b Job Outlook}\par Few \u8220?new\u8221? shops caf\'e9.\par"
    rb"\bullet  cut\par\bullet  sell\par Good.\par}"
)


def test_rich_text_is_read_by_its_words():
    original = read_rtf(RICH, "x.rtf", Citations(), "en")
    assert [(b.kind, b.text) for b in original.blocks] == [
        ("heading", "Job Outlook"), ("paragraph", "Few “new” shops café."),
        ("list", "cut sell"), ("paragraph", "Good."),
    ]  # fmt: skip
    assert original.title == "Florist"
    assert original.about == {"author": "Ann Lee", "date": "2011"}


NOTED = (
    rb"{\rtf1\ansi {\b Florist}\par They cut \{stems\}"
    rb"{\rtlch\super \chftn {\footnote \pard\plain {\super\chftn } Stems are *cut* at an {\i angle}.}} daily.\par"
    rb" Half earn more than $36,000{\super 2}{\*\footnote\ftnalt\pard {\super 2} Bureau, \'85 2024.}, and m{\super 2}.\par"
    rb"{\b Training}{\footnote A note {\b of a heading}\par }\par A year.\par}"
)


def test_rich_text_keeps_its_notes(converted):
    original = read_rtf(NOTED, "x.rtf", Citations(), "en")
    assert [block.text for block in original.blocks] == [
        "Florist", "They cut {stems} daily.", "Half earn more than $36,000, and m².",
        "Training", "A year.",
    ]  # fmt: skip
    assert [block.markdown for block in original.blocks][1] == r"They cut \{stems}[^n1] daily."
    assert dict(original.notes) == {
        "n1": r"Stems are \*cut\* at an angle.",
        "n2": "Bureau, … 2024.",
        "n3": "A note of a heading",
    }
    imported = converted(NOTED, "x.rtf")
    assert "I019" not in codes(imported)
    assert "[^n2]: Bureau, … 2024." in imported.text
    assert "A note of a heading" in imported.text


def test_rich_text_with_many_hidden_parts_shows_none_of_them():
    hidden = "".join(rf"{{\v secret {n}}}" for n in range(600))
    original = read_rtf(
        rf"{{\rtf1 Florists{hidden} cut stems.\par}}".encode(), "x.rtf", Citations(), "en"
    )
    assert "secret" not in " ".join(block.text for block in original.blocks)
    assert len(original.asides) == 600


@pytest.mark.parametrize(
    ("source", "shown", "hidden"),
    [
        (r"They roof \v gone\v0 well.", "They roof well.", ["gone"]),
        (r"They roof {\b\v gone {\i too}} well.", "They roof well.", ["gone too"]),
        (r"They {\v a\plain roof} well.", "They roof well.", ["a"]),
        (
            r"They {\v " + "gone " * 9000 + "}roof well.",
            "They roof well.",
            ["gone " * 8999 + "gone"],
        ),
        (r"{\stylesheet{\s1\v Quiet;}}They roof well.", "They roof well.", []),
        (
            r"They roof \{well\}. " + r"{\v a " * 20_000,
            "They roof {well}. " + "a " * 19_999 + "a",
            [],
        ),
    ],
)
def test_hidden_text_ends_where_rich_text_says(source, shown, hidden):
    original = read_rtf(rf"{{\rtf1 {source}\par}}".encode(), "x.rtf", Citations(), "en")
    assert " ".join(block.text for block in original.blocks) == shown
    assert [aside.text for aside in original.asides] == hidden


@pytest.mark.parametrize(
    "header",
    [rb"\ansi\ansicpg1251", rb"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset204 Times;}}\f0 "],
    ids=["code page", "table of fonts"],
)
def test_notes_of_rich_text_are_written_as_its_text_is(header):
    # “Bread” and “Note” in Russian, in the bytes of Windows-1251.
    note = rb"\f0 \'cd\'ee\'f2\'e0"
    text = rb"\'d5\'eb\'e5\'e1{\footnote " + note + rb"}{\v " + note + rb"}.\par"
    source = rb"{\rtf1" + header + rb"\f0 " + text + rb"}"
    original = read_rtf(source, "x.rtf", Citations(), "ru")
    assert original.blocks[0].text == "Хлеб."
    assert dict(original.notes) == {"n1": "Нота"}
    assert [aside.text for aside in original.asides] == ["Нота"]


@pytest.mark.parametrize(
    "source",
    [rb"{\rtf1 A{\footnote B", rb"{\rtf1 A{\footnote{{{ B}", rb"{\rtf1 A\u57360?7\u57361? B}"],
)
def test_rich_text_with_odd_notes_loses_nothing(source):
    original = read_rtf(source, "x.rtf", Citations(), "en")
    assert original.blocks[0].text.startswith("A")
    assert "B" in original.shown


@pytest.mark.parametrize(
    ("data", "code"), [(b"Florist", "I001"), (b"{\\rtf1 }", "I002"), (b"{\\rtf1", "I002")]
)
def test_what_is_no_rich_text_is_refused(data, code):
    with pytest.raises(InputError) as error:
        read_rtf(data, "x.rtf", Citations(), "en")
    assert codes(error.value) == [code]


def test_rich_text_needs_striprtf(monkeypatch):
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(InputError) as error:
        read_rtf(RICH, "x.rtf", Citations(), "en")
    assert codes(error.value) == ["I005"]


def test_tables_of_rich_text_are_tables(converted):
    rows = ((r"Percentile", "Annual wage"), ("10%", "$38,130"), ("Median", "$51,000"))
    cells = "".join(rf"\trowd\cellx3000\cellx6000 {a}\cell {b}\cell\row " for a, b in rows)
    text = rf"{{\rtf1\ansi Welder\par Salary\par {cells}\pard\par They weld all day.\par}}"
    facts = {fact.key: fact.value for fact in converted(text, "welder.rtf").facts}
    assert facts == {"wage_p10": 38130, "median_wage": 51000}


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"They wear {\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt Mind \{heat\}.\par}}"
         r"{\shprslt{\*\do{\dptxbxtext Mind heat.\par}}}}helmets.\par Always.",
         ["They wear helmets.", "Mind {heat}.", "Always."]),
        (r"They wear {\*\do{\dptxbx{\dptxbxtext Mind heat.\par}}}helmets.",
         ["They wear helmets.", "Mind heat."]),
        (r"{\shp{\shptxt One.\par}}{\shp{\shptxt Two.\par}}They weld.\par Always.",
         ["They weld.", "One.", "Two.", "Always."]),
        (r"{\header{\shp{\shptxt Draft\par}}\par}They weld.\par Always.",
         ["They weld.", "Always."]),
        (r"They {\object\objemb{\*\objdata 0102}{\result weld {\b well}}} daily.",
         ["They weld well daily."]),
        (r"By {\upr{Jo?e}{\*\ud{Jo\u382 ?e}}} there.", ["By Jože there."]),
        (r"A sign \\shp is plain.\par", [r"A sign \shp is plain."]),
        (r"{\shp{\shptxt " * 9 + "Deep." + "}}" * 9 + r"They weld.", ["They weld."]),
        (r"{\shp{\shptxt " * 20_000, []),
    ],
    ids=["box", "old box", "two boxes", "header", "object", "Unicode", "sign", "deep", "hostile"],
)  # fmt: skip
def test_rich_text_keeps_the_words_that_drawings_show(source, shown):
    original = read_rtf(rf"{{\rtf1 Welder\par {source}\par}}".encode(), "x.rtf", Citations(), "en")
    assert [block.text for block in original.blocks if block.text != "Welder"] == shown


def test_a_box_of_rich_text_parts_no_row_of_a_table():
    cells = r"\trowd\cellx1\cellx2\pard\intbl Port{\shp{\shptxt Mind heat.}}\par Ship\cell Pilots\cell\row"
    original = read_rtf(rf"{{\rtf1 {cells}\pard Then.\par}}".encode(), "x.rtf", Citations(), "en")
    words = " ".join(block.text for block in original.blocks)
    assert words.index("Pilots") < words.index("Mind heat.") < words.index("Then.")


@pytest.mark.parametrize(
    ("source", "kind", "message"),
    [
        (r"{\deleted\revauthdel1 gone \par}", "deleted", "marked as deleted"),
        (r"\deleted gone \deleted0 ", "deleted", "marked as deleted"),
        (r"{\*\atnid AB}\chatn{\*\annotation{\*\atndate 1}\pard\plain {\chatn}gone \par}",
         "comment", "A comment was left out"),
        (r"{\shp{\*\shpinst{\shptxt {\v gone}}}}", "hidden", "Hidden text was left out"),
    ],
)  # fmt: skip
def test_what_rich_text_does_not_print_is_left_out_and_reported(source, kind, message):
    text = rf"{{\rtf1\ansi They {source}weld.\par}}"
    original = read_rtf(text.encode(), "x.rtf", Citations(), "en")
    assert [block.text for block in original.blocks] == ["They weld."]
    assert [(aside.reason, aside.text) for aside in original.asides] == [(kind, "gone")]
    (finding,) = original.findings
    assert message in finding.message


@pytest.mark.parametrize(
    "header",
    [r"\mac", r"\mac\ansicpg10000{\fonttbl{\f0\fnil\fcharset256 Times;}}\f0", r"\mac\deff0",
     r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset77 Geneva;}}\f0"],
)  # fmt: skip
def test_letters_of_rich_text_from_a_macintosh_are_read(header):
    source = rf"{{\rtf1{header} Caf\'8e, \'d2cr\'8fme\'d3, \'a55.\par}}"
    original = read_rtf(source.encode(), "x.rtf", Citations(), "fr")
    assert original.blocks[0].text == "Café, “crème”, •5."


@pytest.mark.parametrize(("sign", "byte"), [("pc", "82"), ("pca", "82"), ("ansi", "e9")])
def test_letters_of_rich_text_are_those_of_its_first_words(sign, byte):
    source = rf"{{\rtf1\{sign} Caf\'{byte}.\par}}"
    original = read_rtf(source.encode(), "x.rtf", Citations(), "fr")
    assert original.blocks[0].text == "Café."


def test_rich_text_whose_lines_somebody_has_ended_has_whole_paragraphs_and_words():
    lines = [
        "Encuadernador", "", "Funciones", "",
        "El encuadernador cose los pliegos. Primero estu-", "dia la pieza, quita el hilo vie-",
        "jo y encola el lo-", "mo con cola reversible.", "", "Estudios", "",
        "El módulo teórico-", "práctico dura dos años.",
    ]  # fmt: skip
    body = "\\par\n".join("".join(c if c < "\x80" else f"\\u{ord(c)}?" for c in x) for x in lines)
    read = read_rtf(
        b"{\\rtf1\\ansi " + body.encode("ascii") + b"\\par}", "x.rtf", Citations(), "en"
    )
    assert read.title == "Encuadernador"
    assert [block.text for block in read.blocks if block.kind == "paragraph"] == [
        "El encuadernador cose los pliegos. Primero estudia la pieza, quita el hilo viejo y encola "
        "el lomo con cola reversible.",
        "El módulo teórico-práctico dura dos años.",
    ]
