"""What a leaf may hold, whatever its template makes."""

from __future__ import annotations

import pytest
from definitions import leaf, write

from guidepub import RenderError
from guidepub.themes import find_theme, templates
from guidepub.themes.leaves import KeptXhtml, LeafTemplates, markup
from guidepub.themes.templates import fill


def check(inner: str) -> None:
    """Make a section of some XHTML, which a template or the prose may have made."""
    values = {
        "id": "x",
        "number": 1,
        "heading": "H",
        "panel": "",
        "deck": "",
        "headings": "",
        "prose": markup(inner),
    }
    xhtml = LeafTemplates(find_theme("classic")).leaf("section.xhtml", **values)
    assert inner in xhtml


@pytest.mark.parametrize(
    "inner",
    [
        '<p class="a b" id="x" lang="es" xml:lang="es" dir="rtl" role="note" title="T" epub:type="x">T</p>',
        '<p><a href="https://example.com/a?b=c#d">A</a> <a href="mailto:a@example.com">B</a></p>',
        '<p><a href="tel:+1-555">A</a> <a href="sources.xhtml#source-bls">B</a> <a href="#x">C</a></p>',
        '<p><img src="images/oven-1a2b3c4d.png" alt="An oven." style="width: 50%" /></p>',
        '<table><tr><th scope="col" colspan="2">A</th></tr><tr><td data-line="3">1</td></tr></table>',
        '<ol start="3"><li value="4">A</li></ol>',
        '<p><span aria-hidden="true">❦</span></p>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-labelledby="t">'
        '<title id="t">T</title><g transform="rotate(90 1 1)"><path d="M0 0h9" fill="#123456"/></g></svg>',
        "<!-- A remark. --><p>Text.</p>",
    ],
)  # fmt: skip
def test_what_text_is_made_of_may_stand_in_a_leaf(inner):
    check(inner)


def test_a_cover_may_bear_its_book_s_colours(baker_book):
    assert 'style="background: #' in leaf(baker_book, "cover")


@pytest.mark.parametrize(
    "inner",
    [
        f"<{tag}>T</{tag}>"
        for tag in "style script link meta base object iframe template dialog details noscript form "
        "input button audio video canvas embed applet frame math slot bdo marquee title body".split()
    ]
    + [
        '<unknown xmlns="https://example.com/">T</unknown>',
        '<p xmlns="">T</p>',
        "<?xml-stylesheet href='a.css'?><p>T</p>",
        *(
            f'<svg xmlns="http://www.w3.org/2000/svg"><{tag}/></svg>'
            for tag in "script style use image foreignObject animate set a filter mask".split()
        ),
    ],
)
def test_another_element_is_refused(inner):
    with pytest.raises(RenderError, match=r"section\.xhtml C006 A leaf can have no <"):
        check(inner)


@pytest.mark.parametrize(
    ("inner", "attribute"),
    [
        ('<p onclick="x()">T</p>', "onclick"),
        ('<p style="color: #ffffff">T</p>', "style"),
        ('<img src="images/a.png" alt="" style="width: 50%; display: none"/>', "style"),
        ('<p hidden="hidden">T</p>', "hidden"),
        ('<p contenteditable="true">T</p>', "contenteditable"),
        ('<p xml:base="https://example.com/">T</p>', "base"),
        ('<div aria-hidden="true"><p>T</p></div>', "aria-hidden"),
        ('<p dir="up">T</p>', "dir"),
        ('<a href="javascript:x">T</a>', "href"),
        ('<a href="file:///etc/hosts">T</a>', "href"),
        ('<a href="../../secret.xhtml">T</a>', "href"),
        ('<a href="//example.com/">T</a>', "href"),
        ('<a href="data:text/html,x">T</a>', "href"),
        ('<a href="https://example.com/" target="_blank">T</a>', "target"),
        ('<a href="https://example.com/" ping="https://example.com/">T</a>', "ping"),
        ('<img src="https://example.com/a.png" alt=""/>', "src"),
        ('<img src="images/../../a.png" alt=""/>', "src"),
        ('<img src="images/a.png" srcset="b.png 2x" alt=""/>', "srcset"),
        ('<p src="images/a.png">T</p>', "src"),
        ('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "onload"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0" fill="url(a.svg#b)"/></svg>', "fill"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0" style="fill: red"/></svg>', "style"),
    ],
)  # fmt: skip
def test_another_attribute_is_refused(inner, attribute):
    with pytest.raises(RenderError, match=rf"C006 A leaf can have no {attribute}="):
        check(inner)


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("<aside>{{ body }}</asid>", "C003", "The output of the template is not well-formed: "),
        ("<aside><script>{{ body }}</script></aside>", "C006", "A leaf can have no <script>."),
        ('<p>a</p><p style="color: #ffffff">b</p>', "C006", "A leaf can have no style="),
        (r'<p>{{ "\ud800" }}</p>', "C003", "Invalid bytes in character"),
        (r'<p>{{ "\x01" }}</p>', "C003", "The output of the template"),
    ],
)
def test_a_block_is_reported_by_its_own_template(tmp_path, text, code, message):
    write(tmp_path, {"themes/house/templates/box.xhtml": text})
    with pytest.raises(RenderError) as caught:
        LeafTemplates(find_theme("house", tmp_path)).block("box.xhtml", body="b")
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == (
        code,
        f"{tmp_path}/themes/house/templates/box.xhtml",
    )
    assert message in finding.message


def test_what_a_template_makes_is_kept_until_its_values_or_its_file_are_others(
    tmp_path, monkeypatch
):
    write(tmp_path, {"themes/house/templates/box.xhtml": "<p>{{ body }}</p>"})
    kept = KeptXhtml(60)
    runs: list[str] = []

    def made(body: str) -> str:
        return LeafTemplates(find_theme("house", tmp_path), kept).block("box.xhtml", body=body)

    def counted(theme, template, values):
        runs.append(values["body"])
        return fill(theme, template, values)

    monkeypatch.setattr(templates, "fill", counted)
    assert [made("<"), made("<"), made(markup("<br/>"))] == ["<p>&lt;</p>"] * 2 + ["<p><br/></p>"]
    assert runs == ["<", "<br/>"]
    write(tmp_path, {"themes/house/templates/box.xhtml": "<div>{{ body }}</div>"})
    assert made("<") == "<div>&lt;</div>"
    # What was asked for last is kept, as far as there is room.
    assert made("x" * 40) == made("x" * 40) == f"<div>{'x' * 40}</div>"
    assert runs[2:] == ["<", "x" * 40]
    made("<")
    assert runs[4:] == ["<"]
