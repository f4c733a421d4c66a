"""What tests of import make and count: Word files by hand, words, codes of findings."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
_ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="link" TargetMode="External" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/hyperlink" Target="https://www.bls.gov/oes/"/>'
    '<Relationship Id="notes" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/footnotes" Target="footnotes.xml"/></Relationships>'
)


def run(text, marks=""):
    """Return a run of words; `marks` may hold b and i."""
    style = "".join(f"<w:{mark}/>" for mark in marks)
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs, style=""):
    """Return a paragraph of runs, or of plain words, in a style such as Heading1."""
    inner = "".join(part if part.startswith("<w:") else run(part) for part in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'


def link(text):
    """Return a link to the statistics of wages."""
    return f'<w:hyperlink r:id="link">{run(text)}</w:hyperlink>'


def note():
    """Return a call of the one footnote."""
    return '<w:r><w:footnoteReference w:id="2"/></w:r>'


def table(*rows):
    """Return a table of rows of words."""
    cells = (
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{''.join(cells)}</w:tbl>"


def docx(*blocks, footnote="A note.", extra=None):
    """Return a Word file of blocks; `extra` holds more parts by name."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/></w:style>'
        for name, title in (
            ("Title", "Title"),
            ("Heading1", "heading 1"),
            ("Heading2", "heading 2"),
        )
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/_rels/document.xml.rels": _LINKS,
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{''.join(blocks)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
        "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:id="2">{paragraph(footnote)}'
        "</w:footnote></w:footnotes>",
        **(extra or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def counted(text):
    """Return the words of a text, in order, without signs."""
    return re.findall(r"[^\W_]+", text.casefold())


def codes(imported) -> list[str]:
    """Return the codes of what an import found, in order."""
    return [finding.code for finding in imported.findings]


def plumber() -> bytes:
    """Return a Word file with a title, headings, marks, a link, a footnote and a table."""
    return docx(
        paragraph("Plumber Career Guide", style="Title"),
        paragraph("Overview", style="Heading1"),
        paragraph("Plumbers fix ", run("pipes", "b"), " and ", run("drains", "i"), ".", note()),
        paragraph("Job Outlook", style="Heading1"),
        paragraph("Employment of plumbers is projected to grow 6 percent from 2023 to 2033, says the ", link("Bureau of Labor Statistics"), "."),
        paragraph("Salary", style="Heading1"),
        table(("Year", "Median pay"), ("2022", "$60,090"), ("2023", "$61,550")),
        paragraph("Copyright 2023 Pipe Press. All rights reserved."),
        footnote="Also in ships & trains.",
    )  # fmt: skip
