"""Word files: what Word prints is kept, what it does not print is left out and reported."""

from __future__ import annotations

import pytest
from words import codes, docx, paragraph, run, table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + "".join(
        f'<Relationship Id="{name}" Type="{R}/{name}" Target="{name}.xml"/>'
        for name in ("numbering", "styles", "comments", "header", "footnotes")
    )
    + "</Relationships>"
)
LEVEL = (
    '<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{style}</w:lvl>'
)
STYLE = '<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{more}</w:style>'


def numbering() -> str:
    """Return lists: 1 and 2 share a definition, 3 starts it at 7, 4 counts in letters, 5 has dots."""

    def level(depth=0, start=1, form="decimal", style=""):
        link = f'<w:pStyle w:val="{style}"/>' if style else ""
        return LEVEL.format(depth=depth, start=start, form=form, style=link)

    definitions = {
        0: level() + level(1),
        1: level(form="lowerLetter"),
        2: level(form="bullet"),
        3: level(start=5, style="Steps"),
    }
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        for number, levels in definitions.items()
    )
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    uses = {1: (0, ""), 2: (0, ""), 3: (0, over), 4: (1, ""), 5: (2, ""), 6: (3, "")}
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
        for number, (of, more) in uses.items()
    )
    return f'<w:numbering xmlns:w="{W}">{made}{used}</w:numbering>'


def styles(*more: str) -> str:
    """Return Word's headings, and other styles."""
    heading = STYLE.format(kind="paragraph", name="Heading1", more="").replace(
        'w:name w:val="Heading1"', 'w:name w:val="heading 1"'
    )
    return f'<w:styles xmlns:w="{W}">{heading}{"".join(more)}</w:styles>'


def item(words: str, number: int = 1, depth: int = 0) -> str:
    """Return a paragraph of a list."""
    where = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{where}</w:pPr>{run(words)}</w:p>"


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def file(*blocks: str, **extra: str) -> bytes:
    """Return a Word file with lists, styles and what `extra` holds beside its text."""
    parts = {"numbering": numbering(), "styles": styles()} | extra
    named = {f"word/{name}.xml": text for name, text in parts.items()}
    head = paragraph("Overview", style="Heading1")
    return docx(head, *blocks, extra={"word/_rels/document.xml.rels": LINKS, **named})


@pytest.fixture
def words(body):
    """Return a function that gives the text of a Word file's one section."""
    return lambda *blocks, **extra: body(file(*blocks, **extra), "a.docx").partition("\n\n")[2]


def test_a_list_goes_on_counting_after_other_paragraphs(words):
    got = words(item("a"), item("b"), paragraph("Between."), item("c"), item("d", 2))
    assert got == "1. a\n2. b\n\nBetween.\n\n3. c\n4. d"


def test_a_list_that_starts_anew_does(words):
    got = words(item("a"), paragraph("x"), item("b", 3), item("c", 3), paragraph("y"), item("d"))
    assert got == "1. a\n\nx\n\n7. b\n8. c\n\ny\n\n9. d"


def test_lists_within_lists_count_by_themselves(words):
    got = words(item("a"), item("n", 1, 1), item("o", 1, 1), item("b"), item("p", 1, 1))
    assert got == "1. a\n   1. n\n   2. o\n2. b\n   1. p"


def test_a_style_s_list_counts_too(words):
    steps = styles(STYLE.format(kind="paragraph", name="Steps", more=""))
    got = words(
        paragraph("a", style="Steps"), paragraph("x"), paragraph("b", style="Steps"), styles=steps
    )
    assert got == "5. a\n\nx\n\n6. b"


def test_dots_stay_dots_and_letters_are_reported(converted):
    got = converted(file(item("x", 5), item("y", 5), paragraph("z"), item("b", 4)), "a.docx")
    assert "- x\n- y\n\nz\n\n1. b" in got.text
    assert "I057" in codes(got)
    assert "I057" not in codes(converted(file(item("a")), "a.docx"))


SIMPLE = '<w:fldSimple w:instr="{}">{}</w:fldSimple>'


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (SIMPLE.format(" REF table1 ", run("Table 1")), "See Table 1."),
        (SIMPLE.format(" PAGEREF x ", run("12", "b")), "See **12**."),
        (SIMPLE.format(" = SUM(ABOVE) ", run("1,250")), "See 1,250."),
        (SIMPLE.format("SEQ a", SIMPLE.format("SEQ b", run("4"))), "See 4."),
        (field("begin") + '<w:r><w:instrText> = 1 + 2 </w:instrText></w:r>' + field("separate")
         + run("3") + field("end"), "See 3."),
        (SIMPLE.format(' HYPERLINK &quot;https://a.example/b&quot; ', run("here")), "See [here](https://a.example/b)."),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
         '<w:listEntry w:val="no"/><w:listEntry w:val="yes"/></w:ddList></w:ffData></w:fldChar></w:r>'
         + field("end"), "See yes."),
        (f'<w:bdo w:val="ltr">{run("this")}</w:bdo>', "See this."),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "See a\\\nb."),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "See a b."),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "See a bc."),
        ('<w:r><w:sym w:font="Arial" w:char="00B0"/></w:r>', "See °."),
        (f'<w:ins w:id="1">{run("in")}</w:ins>', "See in."),
        ('<w:moveTo w:id="1">' + run("moved") + "</w:moveTo>", "See moved."),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>', "See seen."),
    ],
)  # fmt: skip
def test_what_word_prints_is_kept(converted, inner, text):
    imported = converted(file(paragraph("See ", inner, ".")), "a.docx")
    got = imported.text.partition("\n---\n")[2]
    if "https" in text:
        # A link becomes a citation of where it leads.
        assert "here" in got
        assert "https://a.example/b" in imported.text
    else:
        assert text in got
    assert "I053" not in codes(imported)
    # Its words stay, but count nothing any more.
    assert ("I056" in codes(imported)) is ("REF" in inner)


MATH = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{}</m:oMath>'
HALF = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>{}</m:t></m:r></m:den></m:f>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (HALF.format("2"), "Here: 1/2 of"),
        ("<m:r><m:t>3</m:t></m:r>" + HALF.format("2"), "Here: 3 1/2 of"),
        (HALF.format("a+b"), "Here: 1/(a+b) of"),
        ("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup>",
         "Here: 10\\^6 of"),
    ],
    ids=["half", "mixed", "grouped", "power"],
)  # fmt: skip
def test_the_numbers_of_an_equation_do_not_run_together(converted, inner, text):
    imported = converted(
        file(f"<w:p>{run('Here: ')}{MATH.format(inner)}{run(' of them')}</w:p>"), "a.docx"
    )
    assert text in imported.text


@pytest.mark.parametrize("sign", ["<w:noBreakHyphen/>", "<w:t>\u2010</w:t>", "<w:t>-</w:t>"])
def test_a_hyphen_of_any_kind_before_a_figure_is_a_minus(converted, sign):
    figure = f"{run('Projected job growth from 2024 to 2034: ')}<w:r>{sign}</w:r>{run('3 percent')}"
    imported = converted(file(paragraph("Welder", style="Title"), f"<w:p>{figure}</w:p>"), "a.docx")
    assert "projected_growth: {value: -3" in imported.text


HIDDEN = '<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve"> secret</w:t></w:r>'


@pytest.mark.parametrize(
    "inner",
    [
        HIDDEN.format("<w:vanish/>"),
        HIDDEN.format('<w:vanish w:val="true"/>'),
        HIDDEN.format('<w:rStyle w:val="Gone"/>'),
        HIDDEN.format('<w:rStyle w:val="Heir"/>'),
        '<w:del w:id="1"><w:r><w:delText> secret</w:delText></w:r></w:del>',
    ],
)
def test_what_word_does_not_print_is_left_out_and_reported(converted, inner):
    gone = STYLE.format(kind="character", name="Gone", more="<w:rPr><w:vanish/></w:rPr>")
    heir = STYLE.format(kind="character", name="Heir", more='<w:basedOn w:val="Gone"/>')
    imported = converted(file(paragraph("Seen", inner), styles=styles(gone, heir)), "a.docx")
    assert imported.text.endswith("\n\nSeen\n")
    (expected,) = [finding for finding in imported.findings if finding.code == "I053"]
    assert "“secret”" in expected.message
    assert [p.fate for p in imported.passages if p.text == "secret"] == ["left out"]


def test_comments_and_margins_are_left_out_and_reported(converted):
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="0">{paragraph("Is this so?")}</w:comment></w:comments>'
    header = f'<w:hdr xmlns:w="{W}">{paragraph("Draft of May")}</w:hdr>'
    data = file(paragraph("Seen."), comments=comments, header=header)
    imported = converted(data, "a.docx")
    assert imported.text.endswith("\n\nSeen.\n")
    assert [f.message for f in imported.findings if f.code == "I053"] == [
        "A comment was left out: “Is this so?”."
    ]
    fates = {passage.text: passage.fate for passage in imported.passages}
    assert fates["Is this so?"] == "left out"
    assert fates["Draft of May"] == "furniture"


MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHAPE = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
    'main"><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></wp:inline></w:drawing>'
)
BOX = SHAPE.format(
    uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    inner=f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>",
)
OLD = (
    '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"{paragraph('In a box.')}</w:txbxContent></v:textbox></v:shape></w:pict>"
)


@pytest.mark.parametrize(
    "box",
    [
        BOX,
        OLD,
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{BOX}</mc:Choice></mc:AlternateContent>',
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{OLD}'
        "</mc:Fallback></mc:AlternateContent>",
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{BOX}</mc:Choice><mc:Fallback>'
        "<w:pict/></mc:Fallback></mc:AlternateContent>",
    ],
    ids=["new", "old", "choice", "both", "empty fallback"],
)
def test_text_in_boxes_is_kept_once(words, box):
    got = words(f"<w:p><w:r>{box}</w:r></w:p>", paragraph("After."))
    assert got == "In a box.\n\nAfter."


@pytest.mark.parametrize(
    ("inner", "described"),
    [
        ('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>'
         "a=b</m:t></m:r></m:oMath>", "an equation, of which only the plain characters were kept: a=b"),
        (f'<w:r>{SHAPE.format(uri="http://schemas.openxmlformats.org/drawingml/2006/chart", inner="")}</w:r>',
         "a chart"),
        (f'<w:r>{SHAPE.format(uri="http://schemas.openxmlformats.org/drawingml/2006/diagram", inner="")}</w:r>',
         "a diagram"),
        ("<w:r><w:object/></w:r>", "an embedded file"),
    ],
    ids=["equation", "chart", "diagram", "file"],
)  # fmt: skip
def test_what_cannot_be_taken_over_is_reported(converted, inner, described):
    imported = converted(file(f"<w:p>{run('Here: ')}{inner}</w:p>"), "a.docx")
    (expected,) = [finding for finding in imported.findings if finding.code == "I056"]
    assert expected.message == f"A part of the Word file was not imported as it is: {described}."
    assert ("a=b" in imported.text) == ("equation" in described)


def test_words_in_controls_and_smart_tags_are_kept(words):
    control = f"<w:sdt><w:sdtContent>{run('$48,100')}</w:sdtContent></w:sdt>"
    place = f'<w:smartTag w:uri="urn:a" w:element="place">{run("Ohio")}</w:smartTag>'
    block = f"<w:sdt><w:sdtContent>{paragraph('It rises.')}</w:sdtContent></w:sdt>"
    line = f"<w:p>{run('Pay in ')}{place}{run(' is ')}{control}{run('.')}</w:p>"
    assert words(line, block) == "Pay in Ohio is $48,100.\n\nIt rises."


def test_a_table_without_a_marked_head_is_a_table_still(converted):
    imported = converted(file(table(("Tool", "Use"), ("Torch", "Cutting"))), "a.docx")
    assert "| Tool | Use |\n| --- | --- |\n| Torch | Cutting |" in imported.text
    (expected,) = [finding for finding in imported.findings if finding.code == "I054"]
    assert "Tool | Use" in expected.message


def test_styles_in_a_circle_and_numbers_that_are_none_do_no_harm(words):
    circle = styles(
        STYLE.format(kind="paragraph", name="A", more='<w:basedOn w:val="B"/>'),
        STYLE.format(kind="paragraph", name="B", more='<w:basedOn w:val="A"/>'),
    )
    odd = numbering().replace('w:val="1"/><w:numFmt', 'w:val="x"/><w:numFmt')
    got = words(
        paragraph("a", style="A"), item("b", 99), item("c", 1, 77), styles=circle, numbering=odd
    )
    assert got == "a\n\nb\n\nc"


def test_a_row_that_word_hides_is_left_out_and_reported(converted):
    hidden = table(("secret", "row")).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>")
    rows = table(("Tool", "Use"), ("Torch", "Cutting")).replace("</w:tbl>", "")
    imported = converted(file(rows + hidden.removeprefix("<w:tbl>")), "a.docx")
    assert "secret" not in imported.text
    assert "| Torch | Cutting |" in imported.text
    assert [f.message for f in imported.findings if f.code == "I053"] == [
        "Hidden text was left out: “secret row”."
    ]


def indented(skipped, *cells, widths=(), wrapped=False):
    """Return a table of three columns whose last row begins behind some of them."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    last = table(cells).removeprefix("<w:tbl><w:tr>").removesuffix("</w:tr></w:tbl>")
    if wrapped:
        last = f"<w:sdt><w:sdtContent>{last}</w:sdtContent></w:sdt>"
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{skipped}"/></w:trPr>{last}</w:tr></w:tbl>'
    rows = table(("State", "Median", "Mean"), ("Ohio", "$41,000", "$42,000"))
    return rows.replace("<w:tbl>", f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>").replace("</w:tbl>", row)


@pytest.mark.parametrize(
    ("block", "row"),
    [
        (indented(1, "$43,000", "$44,000"), "|  | $43,000 | $44,000 |"),
        (indented(1, "$43,000", "$44,000", wrapped=True), "|  | $43,000 | $44,000 |"),
        (indented(2, "$44,000", widths=(2000, 2000, 2000)), "|  |  | $44,000 |"),
        (indented(0, "Iowa", "$43,000", "$44,000"), "| Iowa | $43,000 | $44,000 |"),
        (indented("x", "Iowa", "$43,000", "$44,000"), "| Iowa | $43,000 | $44,000 |"),
    ],
    ids=["one", "in-a-control", "two", "none", "no-number"],
)
def test_a_row_that_begins_behind_the_first_column_keeps_its_figures_below_their_heads(
    converted, block, row
):
    assert row in converted(file(block), "a.docx").text


def test_no_column_is_made_of_an_edge_that_was_dragged_out_of_line(converted):
    # The rows of which others begin 2 mm to the right have a first cell over two columns.
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    rows = indented(1, "Iowa", "$43,000", "$44,000", widths=(113, 2000, 2000, 2000))
    for cell in ("State", "Ohio"):
        rows = rows.replace(f"<w:tc>{paragraph(cell)}", wide + paragraph(cell))
    text = converted(file(rows), "a.docx").text
    lines = [
        [cell for cell in line.strip("|").split("|") if cell.strip()]
        for line in text.splitlines()
        if "$4" in line and line.startswith("|")
    ]
    assert lines == [[" Ohio ", " $41,000 ", " $42,000 "], [" Iowa ", " $43,000 ", " $44,000 "]]
    by_state = [
        line.split("|").index(" $41,000 ") for line in text.splitlines() if "| Ohio" in line
    ]
    assert by_state == [
        line.split("|").index(" $43,000 ") for line in text.splitlines() if "| Iowa" in line
    ]


def test_more_columns_than_word_has_are_not_skipped(converted):
    imported = converted(file(indented(9_999_999, "$43,000")), "a.docx")
    assert len(imported.text) < 20_000
    (too_wide,) = [finding for finding in imported.findings if finding.code == "I052"]
    assert "too wide" in too_wide.message
    assert any("$43,000" in placed.text for placed in imported.passages)


def test_a_table_of_contents_is_left_to_the_book(converted):
    names = ("toc 1", "TOC Heading")
    more = [
        STYLE.format(kind="paragraph", name=f"T{n}", more="").replace(
            f'w:name w:val="T{n}"', f'w:name w:val="{name}"'
        )
        for n, name in enumerate(names)
    ]
    lines = [paragraph("Contents", style="T1"), paragraph(field("begin"), "Pay 12", style="T0")]
    data = file(*lines, paragraph(field("end"), "Seen."), styles=styles(*more))
    imported = converted(data, "a.docx")
    assert imported.text.endswith("\n\nSeen.\n")
    fates = {passage.text: passage.note for passage in imported.passages}
    assert fates["Pay 12"] == fates["Contents"] == "the table of contents"


def entry(instruction: str) -> str:
    """Return a field of the index, its words in two runs as Word parts them."""
    runs = "".join(
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:instrText xml:space='preserve'>{part}</w:instrText></w:r>"
        for part in (instruction[:6], instruction[6:])
    )
    return f"{field('begin')}{runs}{field('end')}"


@pytest.mark.parametrize(
    ("instruction", "mark"),
    [
        (' XE "ovens" ', "single: ovens"),
        (' XE "ovens:gas:old" \\b ', "single: ovens; gas, old"),
        (" XE “`ovens`; *hot*” ", "single: ovens hot"),
        (' XE "stoves" \\t "See ovens" ', "see: stoves; ovens"),
        (' XE "heat" \\t "See also ovens" ', "seealso: heat; ovens"),
    ],
)
def test_entries_of_the_index_become_marks(converted, instruction, mark):
    first = paragraph("Heat", entry(' XE "heat" '), " and ovens", entry(' XE "ovens" '), ".")
    imported = converted(file(first, paragraph("Words", entry(instruction), " here.")), "a.docx")
    assert imported.text.endswith(
        "Heat{index}`single: heat` and ovens{index}`single: ovens`.\n\n"
        f"Words{{index}}`{mark}` here.\n"
    )
    assert "I056" not in codes(imported)


def test_entries_that_no_index_can_have_are_reported_and_the_old_index_is_left_out(converted):
    old = STYLE.format(kind="paragraph", name="I1", more="").replace(
        'w:name w:val="I1"', 'w:name w:val="index 1"'
    )
    blocks = (
        paragraph("Pay", entry(' XE "pay" '), style="Heading1"),
        paragraph("Seen", entry(' XE "stoves" \\t "See ovens" '), "."),
        paragraph(entry(' XE "nothing" ')),
        paragraph("pay, 12", style="I1"),
    )
    imported = converted(file(*blocks, styles=styles(old)), "a.docx")
    assert "{index}" not in imported.text
    assert "pay, 12" not in imported.text
    expected = [f.message.rpartition(": ")[2] for f in imported.findings if f.code == "I056"]
    assert expected == ["pay.", "stoves.", "nothing."]


def refer(instruction: str, words: str) -> str:
    """Return a field with what it printed last."""
    asked = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{field('begin')}{asked}{field('separate')}{run(words)}{field('end')}"


def test_references_to_nothing_become_words_and_are_reported_once(converted):
    text = paragraph("See ", refer("REF x", "Figure 2"), " on page ", refer("PAGEREF x", "7"), ".")
    imported = converted(file(text, text), "a.docx")
    assert "See Figure 2 on page 7." in imported.text
    (expected,) = [f.message for f in imported.findings if f.code == "I056"]
    assert expected == "References became plain words, without numbers: “Figure 2”, “7”."


CAPTION = (
    '<w:p><w:bookmarkStart w:id="1" w:name="_Ref1"/>'
    f"{run('Tabelle ')}{refer('SEQ Tabelle', '1')}{run(': Tools')}</w:p>"
)


@pytest.mark.parametrize(
    ("reference", "ours"),
    [
        (refer("REF _Ref1 \\h", "Tabelle 1"), "{numref}`tabelle-1`"),
        (refer("REF _Ref1", "1"), "{numref}`{number} <tabelle-1>`"),
        (run("page ") + refer("PAGEREF _Ref1", "9"), "{pageref}`tabelle-1`"),
        (refer("REF _Ref2", "Wages"), "{ref}`Salary`"),
        (refer("REF _Ref2 \\r", "2.1"), "2.1"),
        (refer("NOTEREF _Ref1", "4"), "4"),
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_captions_and_references_become_those_of_a_guide(converted, reference, ours, is_above):
    tools = table(("Tool", "Use"), ("Torch", "Cutting"))
    blocks = (CAPTION, tools) if is_above else (tools, CAPTION)
    wages = paragraph('<w:bookmarkStart w:id="2" w:name="_Ref2"/>', "Wages", style="Heading1")
    data = file(paragraph("See ", reference, "."), *blocks, wages, paragraph("Much."))
    imported = converted(data, "a.docx")
    assert f"See {ours}.\n" in imported.text
    assert ":::{table} Tools\n:name: tabelle-1\n\n| Tool | Use |" in imported.text
    assert imported.guide is not None


def test_a_picture_without_words_is_reported(converted):
    drawing = SHAPE.format(
        uri="http://schemas.openxmlformats.org/drawingml/2006/picture",
        inner='<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:blipFill><a:blip xmlns:r="{R}" r:embed="p"/></pic:blipFill></pic:pic>',
    )
    picture = f'<Relationship Id="p" Type="{R}/image" Target="media/image1.png"/></Relationships>'
    data = docx(
        paragraph("Overview", style="Heading1"),
        f"<w:p><w:r>{drawing}</w:r></w:p>",
        paragraph("Seen."),
        extra={
            "word/_rels/document.xml.rels": LINKS.replace("</Relationships>", picture),
            "word/media/image1.png": "-",
        },
    )
    imported = converted(data, "a.docx")
    assert [f.message for f in imported.findings if f.code == "I050"] == [
        "An image was not imported: “picture-1.png”."
    ]


@pytest.mark.parametrize(
    ("text", "expected"), [("%1.", False), ("(%1)", False), ("Step %1:", True), ("%1.%2", True)]
)
def test_what_a_list_prints_around_its_numbers_is_reported(converted, text, expected):
    lists = numbering().replace("</w:lvl>", f'<w:lvlText w:val="{text}"/></w:lvl>')
    imported = converted(file(item("a"), numbering=lists), "a.docx")
    messages = [f.message for f in imported.findings if f.code == "I056"]
    assert [text in message for message in messages] == [True] * expected


@pytest.mark.parametrize(
    "name", ["guidepub-place-label-7", "guidepub-index-7", "guidepub-number-7-1"]
)
def test_bookmarks_that_are_named_as_our_own_are_none_of_them(converted, name):
    mark = f'<w:bookmarkStart w:id="9" w:name="{name}"/>'
    imported = converted(file(paragraph(mark, "Bakers bake bread by night.")), "a.docx")
    assert "Bakers bake bread by night." in imported.text
