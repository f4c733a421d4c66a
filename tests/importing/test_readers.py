"""How pages, plain texts, Markdown and Word files are read."""

from __future__ import annotations

import pytest
from words import codes, docx, paragraph, plumber, table

from guidepub.findings import InputError


def page(inner: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{inner}</body></html>"


PROSE = (
    "<p>" + "Welders join parts of metal with heat, and check each seam for flaws. " * 3 + "</p>"
)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a <b>b</b> <i>c </i>d</p>", "a **b** *c* d"),
        ("<p>a<br>b</p>", "a\\\nb"),
        ("<p>a<br><br>b</p>", "a\n\nb"),
        ("<p>x <code>y_z</code></p>", "x `y_z`"),
        ("<p>H<sub>2</sub>O &lt;b&gt; *</p>", "H₂O \\<b> \\*"),
        ("a<div>b</div>c", "a\n\nb\n\nc"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<ol><li>a<li>b<ul><li>c</ul></ol>", "1. a\n2. b\n   - c"),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<p>a</p><script>x</script><style>y</style><p>b</p>", "a\n\nb"),
        ("<a href='https://e.example/x'><h3>T</h3><p>b</p></a><p>c</p>", "## T\n\nb\n\nc"),
        ("<p>He said <q>so</q> and <s>not</s></p>", "He said “so” and ~~not~~"),
        ("<p>a*<b>b</b>*</p>", "a\\***b**\\*"),
    ],
)  # fmt: skip
def test_html_becomes_markdown(body, html, markdown):
    got = body(page(f"<h2>Overview</h2>{html}{PROSE}"))
    assert got.partition("\n\n")[2].rpartition("\n\nWelders join")[0].strip() == markdown


def test_a_table_keeps_its_heads_spans_and_marks(body):
    rows = (
        "<tr><th rowspan=2>State<th colspan=2>Pay<tr><th>2023<th>2024"
        "<tr><td>Ohio | West<td>$1<td><b>$2</b>"
    )
    got = body(
        page(
            f"<h2>Salary</h2><table><thead>{rows.replace('<tr><td>', '</thead><tr><td>')}</table>{PROSE}"
        )
    )
    assert (
        "| State | Pay: 2023 | Pay: 2024 |\n| --- | --: | --: |\n| Ohio \\| West | $1 | **$2** |"
        in got
    )


def test_a_table_that_lays_out_a_page_is_no_table(body):
    got = body(
        page(f"<table><tr><td><h2>Overview</h2>{PROSE}</td><td><h2>Salary</h2>{PROSE}</td></table>")
    )
    assert "|" not in got
    assert "# Overview" in got
    assert "# Salary" in got


@pytest.mark.parametrize(
    "chrome",
    [
        "<div class='cookie-banner'><p>We use cookies to make it better for you.</p></div>",
        "<div id='onetrust-consent-sdk'><p>Your privacy matters.</p></div>",
        "<div role='navigation'><p>Home</p></div>",
        "<aside><p>Call us today.</p></aside>",
        "<form><p>Ask for details</p><input></form>",
        "<section class='related-posts'><h3>More</h3><p>Read of bakers.</p></section>",
        "<div class='sharedaddy'><p>Share on X</p></div>",
        "<div style='display: none'><p>Template text.</p></div>",
        "<div hidden><p>Hidden text.</p></div>",
        "<h2>You may also like</h2><p>The life of a baker.</p>",
        "<ul><li><a href='/1'>Baker</a><li><a href='/2'>Cook</a><li><a href='/3'>Clerk</a>"
        "<li><a href='/4'>Nurse</a></ul>",
    ],
)
def test_a_site_s_furniture_is_left_out_and_reported(converted, chrome):
    imported = converted(page(f"<h1>Welder</h1><h2>Overview</h2>{PROSE}{PROSE}{chrome}"), "a.html")
    assert [p.fate for p in imported.passages if p.fate == "furniture"]
    body = imported.text.partition("\n---\n")[2]
    assert body.count("\n\n") == 2


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<div class='has-sidebar'><h2>Overview</h2>{PROSE}</div>",
        f"<div class='elementor-widget-container'><h2>Overview</h2>{PROSE}</div>",
        f"<div class='social-work-careers'><h2>Overview</h2>{PROSE}</div>",
        f"<a href='#t'>Open</a><div id='t' style='display:none'><h2>Overview</h2>{PROSE}</div>",
        f"<div role='tabpanel' hidden><h2>Overview</h2>{PROSE}</div>",
        f"<div class='panel collapse' style='display:none'><h2>Overview</h2>{PROSE}</div>",
        f"<form><h2>Overview</h2>{PROSE}</form>",
    ],
)
def test_text_is_text_whatever_it_is_wrapped_in(body, wrapped):
    assert "Welders join" in body(page(f"<h1>Welder</h1>{wrapped}"))


def test_a_copyright_at_a_page_s_foot_is_reported(converted, register):
    foot = "<footer><p>© 2019 A College. All rights reserved.</p></footer>"
    imported = converted(page(f"<h1>Welder</h1><h2>Overview</h2>{PROSE}{foot}"), "a.html", register)
    assert imported.guide.first_published == 2019
    assert "I040" in codes(imported)
    assert [p.text for p in imported.passages if p.fate == "notice"] == [
        "© 2019 A College. All rights reserved."
    ]


def test_a_page_s_language_title_and_description_are_taken(converted):
    head = "<title>Soldador | Sitio</title>"
    prose = "<p>Los soldadores unen piezas de metal en los talleres y en las obras.</p>"
    guide = converted(page(prose, head).replace("<html>", "<html lang='es-MX'>"), "a.html").guide
    assert (guide.title, guide.language) == ("Soldador", "es-MX")


def test_a_language_that_guidepub_does_not_have_is_reported(converted):
    imported = converted(page(PROSE).replace("<html>", "<html lang='nl'>"), "a.html")
    assert imported.guide.language == "en-US"
    assert "I015" in codes(imported)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Overview\n\nOne line\nbroken by an editor.", "# Overview\n\nOne line broken by an editor."),
        ("Overview\n========\n\nText here.", "# Overview\n\nText here."),
        ("OVERVIEW\nText right below.", "# Overview\n\nText right below."),
        ("Overview\n\n* a\n* b\n  goes on\n\n1) c\n2) d", "# Overview\n\n- a\n- b goes on\n\n1. c\n2. d"),
        ("Overview\n\nSee https://a.example/b, please.", "# Overview\n\nSee [@a], please."),
        ("Overview\n\nText. # no heading {x}", "# Overview\n\nText. # no heading \\{x}"),
    ],
)  # fmt: skip
def test_a_plain_text_is_read_by_how_its_lines_look(body, text, markdown):
    assert (
        body(f"A Title\n\n{text}", "a.txt").replace("Overview and Job Duties", "Overview")
        == markdown
    )


def test_markdown_keeps_its_lines_and_its_front_matter(converted):
    text = "---\ntitle: A\ndate: 2020-02-03\nfoo: 1\n---\n\n# Overview\n\nx\n\n{% a %}\n"
    imported = converted(text, "a.md")
    assert imported.guide.title == "A"
    assert imported.guide.first_published == 2020
    lines = {finding.code: finding.place.line for finding in imported.findings}
    assert lines == {"I020": 11, "I014": 0}


@pytest.mark.parametrize("head", ["---\na: [\n---\n", "+++\na = \n+++\n", "---\n- a\n---\n"])
def test_a_front_matter_that_cannot_be_read_is_reported(converted, head):
    imported = converted(f"{head}# Overview\n\nText.\n", "a.md")
    assert "I014" in codes(imported)
    assert "Text." in imported.text


def test_a_word_file_keeps_marks_links_notes_and_tables(body):
    got = body(plumber(), "a.docx")
    assert "Plumbers fix **pipes** and *drains*.[^1]\n\n[^1]: Also in ships & trains." in got
    assert "says the Bureau of Labor Statistics [@bls-oews]" in got
    assert "| Year | Median pay |\n| --: | --: |\n| 2022 | $60,090 |" in got


def test_a_word_file_needs_mammoth(converted, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "mammoth", None)
    with pytest.raises(InputError, match=r"I005.*guidepub\[import\]"):
        converted(plumber(), "a.docx")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 broken", "I004"),
        (docx(extra={"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "I001"),
        (docx(extra={"word/styles.xml": " " * 30_000_000}), "I003"),
        (docx(extra={"word/document.xml": "<w:document>"}), "I004"),
        (docx(), "I002"),
    ],
    ids=["broken", "entities", "bomb", "not XML", "empty"],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_bad_word_file_is_refused(converted, data, code):
    with pytest.raises(InputError) as raised:
        converted(data, "a.docx")
    assert [finding.code for finding in raised.value.findings] == [code]


def test_a_word_table_of_labels_is_no_table_with_a_head(converted):
    data = docx(
        paragraph("Overview", style="Heading1"),
        paragraph("Plumbers fix pipes."),
        table(("Typical entry-level education", "High school diploma"), ("Median pay", "$60,090")),
    )
    facts = converted(data, "a.docx").guide.facts
    assert (facts["entry_education"].value, facts["median_wage"].value) == ("high-school", 60090)


TALK = "<p>Florists arrange flowers for weddings, funerals and shops in towns.</p>" * 3


def test_what_abbreviations_are_short_for_is_kept(converted):
    abbr = '<abbr title="Bureau of Labor Statistics">BLS</abbr>'
    page = f"<h1>Florist</h1><h2>Overview</h2>{TALK}<p>The {abbr} and <abbr>X</abbr>: {abbr}.</p>"
    imported = converted(f"<body>{page}</body>", "a.html")
    assert imported.text.endswith("The BLS and X: BLS.\n\n*[BLS]: Bureau of Labor Statistics\n")
    assert "BLS: Bureau of Labor Statistics" in [p.text for p in imported.passages]
    assert not [f for f in imported.findings if f.code.startswith("D")]


@pytest.mark.parametrize("box", ['<aside role="note">', '<aside class="box tip">'])
def test_a_box_of_the_text_is_text(body, box):
    page = f"<h1>Florist</h1><h2>Overview</h2>{TALK}{box}<p>Wash each vase.</p></aside>"
    assert "Wash each vase." in body(page)
    assert "Buy it now." not in body(f"{page}<aside><p>Buy it now.</p></aside>")


def test_numbers_above_headings_that_count_them_are_left_out(body):
    parts = "".join(
        f"<header><p>{n}</p><h1>{title}</h1></header>{TALK}"
        for n, title in enumerate(("Overview", "Outlook", "Sources"), 1)
    )
    made = body(f"<div><h1>Florist</h1></div><div>{parts}</div>", "a.html")
    assert not [line for line in made.split("\n") if line.isdigit()]
    assert "\n3\n" in body(f"<h1>Florist</h1><h2>Overview</h2>{TALK}<p>3</p>{TALK}", "a.html")


def test_a_title_before_sections_with_headings_of_its_level_is_the_title(converted):
    parts = "".join(f"<h1>{title}</h1>{TALK}" for title in ("Overview", "Outlook", "Sources"))
    imported = converted(f"<div><h1>Florist</h1></div><div>{parts}</div>", "a.html")
    assert imported.slug == "florist"
