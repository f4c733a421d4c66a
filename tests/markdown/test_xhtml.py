import re

import pytest
from renderers import PlainRenderer, xhtml

from guidepub.markdown import parse, prose_xhtml
from guidepub.words.typography import Typography

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bread.", "<p>Bread.</p>"),
        ("*a* **b** ~~c~~ `d & e`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d &amp; e</code></p>"),
        ("a\\\nb  \nc", "<p>a<br />\nb<br />\nc</p>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("Oven\n: Hot.", "<dl>\n<dt>Oven</dt>\n<dd>Hot.</dd>\n</dl>"),
        ("---", "<hr />"),
        ("    a < b", "<pre><code>a &lt; b\n</code></pre>"),
        ("```python\na < b\n```", "<pre><code>a &lt; b\n</code></pre>"),
        ("&copy; &amp; &lt; &#233;", "<p>© &amp; &lt; é</p>"),
        # Sums of money, which are formulas to some readers of Markdown.
        ("Pay is $30,000 to $45,000.", "<p>Pay is $30,000 to $45,000.</p>"),
    ],
)  # fmt: skip
def test_commonmark_becomes_xhtml(text, expected):
    assert xhtml(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<b>a</b>",
        "<script>alert(1)</script>",
        "<!-- a -->",
        "<?x?>",
        "<![CDATA[a]]>",
        '<a href="x">',
    ],
)
def test_raw_html_is_text_like_any_other(text):
    assert "<p>&lt;" in xhtml(text)
    assert "<p>a &lt;" in xhtml(f"a {text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\"a\" 'b' it's", "“a” ‘b’ it’s"),
        ("a -- b --- c ...", "a – b — c …"),
        ("The '90s were 'better', class of '98.", "The ’90s were ‘better’, class of ’98."),
        ("'90s music' and '12'", "’90s music’ and ‘12’"),
        ('`"a"`', "<code>&quot;a&quot;</code>"),
        ("5 percent", f"5{NBSP}percent"),
        ("in 3 years or 2 semesters", f"in 3{NBSP}years or 2 semesters"),
    ],
)
def test_typing_becomes_typography(text, expected):
    assert xhtml(text) == f"<p>{expected}</p>"


def test_a_list_of_letters_goes_on_through_paragraphs_up_to_a_heading():
    printed = xhtml("(a) Be 18.\n\n(b) Pass *403*(b).\n\n(c) Ask *501*(c).\n\n(c) 2024 Ann")
    assert "<p>(c) Ask <em>501</em>(c).</p>\n<p>© 2024 Ann</p>" in printed
    assert "<p>© Ann</p>" in xhtml("(b) Pass.\n\n## Pictures\n\n(c) Ann")
    assert "© <em>Ann</em>, <em>Acme</em>®" in xhtml("(c) *Ann*, *Acme*(r)")


LONG = "Bakers begin at four in the morning, and most of them are glad"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG} of it all.", f"{LONG} of it{NBSP}all."),
        (f"{LONG} of it altogether.", f"{LONG} of it altogether."),
        ("Glad of it all.", "Glad of it all."),
        (f"{LONG} of it [@bls].", f"{LONG} of it<sup>bls</sup>."),
    ],
)
def test_a_short_last_word_is_not_left_alone(text, expected):
    assert xhtml(text) == f"<p>{expected}</p>"


def test_quotation_marks_are_the_language_s():
    prose = parse("\"a 'b'\"", Typography("fr", ("«", "»", "‹", "›")))
    assert prose_xhtml(prose, PlainRenderer(), "s").strip() == "<p>«a ‹b›»</p>"


def test_a_fact_is_the_scribe_s_and_cites_its_source_once_a_block():
    assert xhtml("{fact}`cited` and {fact}`cited_too`, {fact}`other`.") == (
        '<p><span class="fact">=cited=</span><sup>bls</sup> and '
        '<span class="fact">=cited_too=</span>, <span class="fact">=other=</span>.</p>'
    )


def test_a_source_cited_by_hand_is_not_cited_again():
    assert xhtml("{fact}`cited` [@bls]").count("<sup>") == 1


def test_the_next_block_cites_again():
    assert xhtml("{fact}`cited`\n\n{fact}`cited`").count("<sup>bls</sup>") == 2


def test_in_a_table_facts_are_not_cited():
    assert "<sup>" not in xhtml("| a |\n|---|\n| {fact}`cited` |")


def test_several_sources_are_cited_together():
    assert "<sup>bls,onet</sup>" in xhtml("Bread [@bls; @onet].")


def test_a_table_has_a_body_column_headers_and_classes_for_alignment():
    assert xhtml("| a | b |\n|:--|--:|\n| 1 | 2 |") == (
        '<table>\n<thead>\n<tr>\n<th scope="col" class="align-left">a</th>\n'
        '<th scope="col" class="align-right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td class="align-left">1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table>'
    )


@pytest.mark.parametrize(
    ("row", "cells"), [("| 1 |", ["1", ""]), ("| 1 | 2 | 3 |", ["1", "2"]), ("| |", ["", ""])]
)
def test_a_row_of_another_length_is_evened_out(row, cells):
    text = xhtml(f"| a | b |\n|---|---|\n{row}\n| 4 | 5 |")
    assert re.findall("<td>(.*?)</td>", text) == [*cells, "4", "5"]


def test_a_table_of_headers_alone_has_an_empty_body():
    assert xhtml("| a |\n|---|\n").endswith("</thead>\n<tbody></tbody></table>")


@pytest.mark.parametrize(
    ("text", "alternative"),
    [
        ("![An oven.](a.svg)", "An oven."),
        ('![R&D "x" <y>](a.svg)', "R&amp;D &quot;x&quot; &lt;y&gt;"),
        ("![*An* `oven`\nof [brick](x)](a.svg)", "An oven of brick"),
        ("![Bread for {fact}`price` [@bls]](a.svg)", "Bread for =price= "),
        ("![An ![inner](b.svg) one](a.svg)", "An inner one"),
        ("![](a.svg)", ""),
    ],
)
def test_a_picture_s_text_alternative_is_plain(text, alternative):
    from lxml import etree

    image = etree.fromstring(xhtml(text)).find("img")
    assert image.get("alt") == etree.fromstring(f'<a b="{alternative}"/>').get("b")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("![a](my%20oven.svg)", "images/my oven.svg"),
        ("![a](<my oven.svg>)", "images/my oven.svg"),
        ("![a](öfen.svg)", "images/öfen.svg"),
        ("![a](b&c.svg)", "images/b&amp;c.svg"),
    ],
)
def test_a_picture_s_path_is_that_of_its_file(text, source):
    assert f'src="{source}"' in xhtml(text)


def test_a_link_goes_where_the_scribe_says_and_keeps_its_title():
    assert xhtml("[a](https://x.example/?a=1&b \"T & 'U'\")") == (
        '<p><a href="https://x.example/?a=1&amp;b" title="T &amp; \'U\'">a</a></p>'
    )


def test_a_fact_in_a_link_is_cited_behind_it():
    assert xhtml("[pay {fact}`cited` now](#b) c [d](#e)") == (
        '<p><a href="#b">pay <span class="fact">=cited=</span> now</a><sup>bls</sup> c '
        '<a href="#e">d</a></p>'
    )


def test_headings_have_ids_that_begin_with_the_prefix():
    assert xhtml("## Tools & Ovens\n\n### Ovens", "pay") == (
        '<h2 id="pay_tools-ovens">Tools &amp; Ovens</h2>\n<h3 id="pay_ovens">Ovens</h3>'
    )


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ("2 3 4 3 2", "2 3 4 3 2"),
        ("3", "2"),
        ("4 4 3 2 4", "2 2 2 2 3"),
        ("2 4 4 5 3 6 6 2", "2 3 3 4 3 4 4 2"),
        ("6 5 6", "2 2 3"),
    ],
)
def test_headings_go_down_one_level_at_a_time(written, given):
    text = xhtml("\n\n".join(f"{'#' * int(level)} A" for level in written.split()))
    assert re.findall(r"<h(\d)", text) == given.split()
    assert re.findall(r"</h(\d)>", text) == given.split()


def test_headings_in_boxes_and_quotations_stand_under_those_around_them():
    text = xhtml("## A\n\n> #### B\n\n:::{note} N\n###### C\n:::\n\n### D")
    assert re.findall(r"<h(\d)", text) == ["2", "3", "4", "3"]


def test_headings_of_one_name_have_ids_of_their_own():
    text = "## A 2\n\n## A\n\n## A\n\n## A\n\n## 职业\n\n## A 2"
    assert ids(xhtml(text)) == ["s_a-2", "s_a", "s_a-3", "s_a-4", "s_part", "s_a-2-2"]


def test_a_heading_in_a_directive_has_an_id_of_its_own_too():
    assert ids(xhtml("## A\n\n:::{note}\n## A\n:::\n\n## A")) == ["s_a", "s_a-2", "s_a-3"]


def test_a_note_s_id_is_never_a_heading_s():
    found = ids(xhtml("## Note 1\n\n## Ref 1\n\na[^x]\n\n[^x]: b"))
    assert len(found) == len(set(found)) == 4


def ids(text):
    from lxml import etree

    body = etree.fromstring(f'<body xmlns:epub="http://www.idpf.org/2007/ops">{text}</body>')
    return body.xpath("//@id")


def test_a_note_is_called_and_leads_back():
    text = xhtml("Hot[^oven] and hotter[^oven].\n\n[^oven]: In *Celsius*.")
    assert 'id="s_ref_1" href="#s_note_1">1</a> and' in text
    assert 'id="s_ref_1_2" href="#s_note_1">1</a>.' in text
    assert 'role="doc-footnote" id="s_note_1"' in text
    assert '<a class="backlink" role="doc-backlink" href="#s_ref_1" aria-label="Back">↩</a>' in text
    assert text.count('backlink" role') == 1


def test_notes_are_numbered_as_they_are_called():
    text = xhtml("a[^b] c[^a]\n\n[^a]: A.\n\n[^b]: B.")
    assert text.index("B.") < text.index("A.")


def test_a_directive_s_body_is_prose():
    assert xhtml(':::{note} "T" & <U>\n*a* {fact}`b`\n:::') == (
        '<div class="note" title="“T” &amp; &lt;U&gt;"><p><em>a</em> '
        '<span class="fact">=b=</span></p>\n</div>'
    )


def test_directives_stand_in_each_other():
    assert xhtml("::::{note}\n:::{tip}\na\n:::\n::::") == (
        '<div class="note"><div class="tip"><p>a</p>\n</div>\n</div>'
    )


def test_an_unknown_directive_leaves_nothing():
    assert xhtml(":::{unknown}\na\n:::") == ""


@pytest.mark.parametrize(
    ("cell", "columns", "is_bound"),
    [("Day 1", 2, True), ("Nr. 12", 5, True), ("Day 1", 6, False), ("Day one", 2, False),
     ("Saturday afternoon 1", 2, False), ("**Day** 1", 2, False)],
)  # fmt: skip
def test_a_cell_of_a_word_and_its_number_is_one_line(cell, columns, is_bound):
    head, line = "| A " * columns + "|", "|---" * columns + "|"
    made = xhtml(f"{head}\n{line}\n| {cell} {'| b ' * (columns - 1)}|")
    first = re.search("<td>(.*?)</td>", made)[1]
    assert (NBSP in first) is is_bound
