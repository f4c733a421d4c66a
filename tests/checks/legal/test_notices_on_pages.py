"""Notices of a web edition in a finished page: found, and judged by what could hide them."""

from __future__ import annotations

from pathlib import Path

import pytest

import guidepub
from guidepub.checks.legal.examining import examine
from guidepub.checks.legal.verdicts.sightings import Sighting
from guidepub.checks.legal.wordings.register import read_register, register_data

WORDING = '<div class="wording" id="notice-disclaimer">'
OUTER = '<div class="approved">'


@pytest.fixture(scope="module")
def page(baker_book) -> str:
    return guidepub.render(baker_book, "web").decode()


@pytest.fixture(scope="module")
def judged(bakery, tmp_path_factory):
    """Return a function that tells how the disclaimer stands in a page."""
    register = read_register(register_data(bakery))
    file = tmp_path_factory.mktemp("page") / "baker.html"

    def sighting(text: str) -> Sighting:
        file.write_text(text, "utf-8")
        examination = examine(file, register)
        assert examination.error == ""
        (found,) = [s for s in examination.sightings if s.id == "disclaimer"]
        return found

    return sighting


def styled(page: str, css: str) -> str:
    return page.replace("</style>", f"{css}</style>", 1)


def test_notices_are_found_again(bakery, page, tmp_path):
    (tmp_path / "baker.html").write_text(page, "utf-8")
    report = guidepub.check_legal(tmp_path, bakery)
    (file,) = report.files
    assert (file.edition, file.guide, file.marked) == ("web", "baker", True)
    assert {verdict.status for verdict in file.verdicts} == {"verbatim"}
    assert report.findings == ()


@pytest.mark.parametrize("statement", ["rights", "years", "holder"])
def test_what_the_head_says_is_held_against_the_text(bakery, page, tmp_path, statement):
    changed = {
        "rights": page.replace('name="dcterms.rightsHolder" content="', 'name="x" content="'),
        "years": page.replace(
            'name="guidepub:years" content="', 'name="guidepub:years" content="1'
        ),
        "holder": page.replace('rightsHolder" content="', 'rightsHolder" content="Another '),
    }[statement]
    assert changed != page
    (tmp_path / "baker.html").write_text(changed, "utf-8")
    codes = {finding.code for finding in guidepub.check_legal(tmp_path, bakery).findings}
    assert codes == {"rights": set(), "years": {"L007"}, "holder": {"L008"}}[statement]


@pytest.mark.parametrize(
    "css",
    [
        "",
        ".bound .box { position: fixed; inset: 0; background: #ffffff }",
        ".bound .box::before { position: absolute; inset: -99em; content: '' }",
        ".bound p { margin-top: -900em; transform: scale(9) }",
        "@media print { .bound { display: none } }",
    ],
)
def test_what_stays_in_its_frame_hides_nothing(judged, page, css):
    assert (judged(styled(page, css)).unseen, judged(styled(page, css)).doubt) == ("", "")


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".box { position: fixed } .bound { contain: none }", "lie over it"),
        (".box { position: fixed } .bound { display: inline }", "lie over it"),
        (".box { position: fixed } .bound { all: revert }", "lie over it"),
        (".box { position: fixed } .bound:hover { contain: none }", "lie over it"),
        (".box { position: fixed } @media print { .bound { contain: none } }", "lie over it"),
        (".bound { position: absolute }", "lie over it"),
        (".bound { margin-top: -99em }", "lie over it"),
        ("main { transform: scale(2) }", "lie over it"),
        ("html { color-scheme: dark }", "color-scheme"),
        ("html { color-scheme: dark; color: #ffffff; background-color: transparent }",
         "color-scheme"),
        ("@media (prefers-color-scheme: dark) { .approved { color: #333333 } }", "contrast"),
        (".wording { color: var(--ink) }", "var(--ink)"),
        ("@scope (html) { p { color: #ffffff } }", "@scope"),
    ],
)  # fmt: skip
def test_what_could_hide_a_notice_is_doubted(judged, page, css, expected):
    assert expected in judged(styled(page, css)).doubt


@pytest.mark.parametrize(
    ("place", "changed"),
    [
        (OUTER, '<div class="approved" style="display: none">'),
        (OUTER, '<div class="approved" hidden>'),
        (WORDING, WORDING.replace(">", ' style="font-size: 3pt">')),
        (WORDING, WORDING.replace(">", ' style="color: #eeeeee">')),
    ],
)
def test_a_notice_that_is_hidden_is_reported(judged, page, place, changed):
    assert place in page
    assert judged(page.replace(place, changed)).unseen


@pytest.mark.parametrize(
    ("place", "changed", "expected"),
    [
        ("style-src 'unsafe-inline'", "style-src 'none'", "content-security-policy"),
        ("style-src 'unsafe-inline'", "style-src 'unsafe-inline'; style-src-attr 'none'",
         "content-security-policy"),
        (WORDING, f"<details>{WORDING}", "element “details”"),
        (WORDING, f"<noscript>{WORDING}", "element “noscript”"),
        (WORDING, WORDING.replace(">", " inert>"), "attribute “inert”"),
        (WORDING, WORDING.replace(">", ' foo"bar=1>'), "attribute “unnamed”"),
        ("</main>", "<script>1</script></main>", "script"),
    ],
)  # fmt: skip
def test_what_a_browser_may_do_otherwise_is_doubted(judged, page, place, changed, expected):
    assert place in page
    assert expected in judged(page.replace(place, changed, 1)).doubt


def test_a_page_is_read_as_browsers_parse_it(judged, page):
    """What a comment, a raw text or a template holds is no text, however it is closed."""
    words = page[page.index(WORDING) :]
    wording = words[: words.index("</div>") + 6]
    for hidden in (
        f"<!--{wording}-->",
        f"<template>{wording}</template>",
        f"<title>{wording}</title>",
    ):
        with pytest.raises(ValueError, match="not enough values"):
            judged(page.replace(wording, hidden))
    assert judged(page.replace(wording, wording.replace("</p>", ""))).doubt == ""


def test_the_page_stands_for_its_one_document(bakery, page, tmp_path):
    file = tmp_path / "baker.html"
    file.write_text(page.replace(OUTER, '<div class="approved" hidden>'), "utf-8")
    findings = guidepub.check_legal(file, bakery).findings
    assert findings
    assert {Path(finding.place.path) for finding in findings} == {file}
