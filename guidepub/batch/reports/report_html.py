"""The report as one page of HTML that needs no other file, with a small picture of each cover."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from html import escape

from guidepub.batch.reports.report import BookResult, OutputFile, Report
from guidepub.findings import Finding, Severity

# Pixels: about an inch on a screen with two pixels per point.
_HEIGHT = 240
_COVER = "EPUB/images/cover.png"

_STATUS = {
    "built": "made",
    "unchanged": "unchanged",
    "failed": "not made",
    "stopped": "not reached",
}

_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.125rem; margin: 0 }
ul { list-style: none; margin: 0; padding: 0 }
article { border-top: 1px solid #8888; display: flex; gap: 1rem; padding: 1rem 0 }
article > img, article > span { background: #8883; flex: none; height: 7.5rem; width: 5rem }
article > img { object-fit: contain }
.failed h2, .error { color: #c02424 } .stopped h2, .warning { color: #9a6a00 }
@media (prefers-color-scheme: dark) {
  .failed h2, .error { color: #ff8a80 } .stopped h2, .warning { color: #ffc861 }
}
small, .quiet { opacity: .75 } code { overflow-wrap: anywhere }
"""


def html_page(report: Report) -> str:
    """Return the report as HTML. Everything that comes from guides is escaped, and nothing is loaded."""
    order = {"failed": 0, "stopped": 1, "built": 2, "unchanged": 3}
    books = sorted(report.results, key=lambda result: (order[result.status], result.name))
    counts = {status: sum(r.status == status for r in books) for status in order}
    summary = ", ".join(f"{count} {_STATUS[status]}" for status, count in counts.items() if count)
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
            " img-src data:; style-src 'unsafe-inline'\">",
            f"<title>Books: {summary}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
            f"<h1>Books: {summary or 'none'}</h1>",
            f'<p class="quiet">{escape(report.begun)}, {report.seconds:.1f} s</p>',
            *_findings(report.notes),
            *(_book(result, report) for result in books),
            "</body>\n</html>\n",
        )
    )


def _book(result: BookResult, report: Report) -> str:
    title = escape(result.title or result.slug)
    picture = _picture(result)
    lines = [_STATUS[result.status], *result.reasons]
    if result.status == "built":
        lines.append(f"{result.seconds:.1f} s")
    return "\n".join(
        (
            f'<article class="{result.status}">',
            f'<img alt="" src="{picture}">' if picture else "<span></span>",
            f"<div><h2>{title}</h2>",
            f"<p><small>{escape(result.name)}: {escape('; '.join(lines))}</small></p>",
            "<ul>",
            *(f"<li>{_file(file, report)}</li>" for file in result.files),
            "</ul>",
            *_findings(result.findings),
            "</div></article>",
        )
    )


def _file(file: OutputFile, report: Report) -> str:
    path = escape(file.path.relative_to(report.output).as_posix())
    pages = f", {file.pages} pages" if file.pages else ""
    return f"<code>{path}</code> <small>{file.size / 1024:,.0f} KB{pages}</small>"


def _findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    if findings:
        yield "<ul>"
        for finding in findings:
            kind = "error" if finding.severity is Severity.ERROR else "warning"
            yield f'<li class="{kind}">{escape(str(finding))}</li>'
        yield "</ul>"


def _picture(result: BookResult) -> str:
    """Return a small picture of a book's cover as a data URL, or "" where there is none."""
    files = {file.edition: file.path for file in result.files}
    try:
        if "screen" in files:
            from guidepub.pdf.finished.counting import first_page_image

            data = first_page_image(files["screen"].read_bytes(), _HEIGHT)
        elif "epub" in files:
            with zipfile.ZipFile(files["epub"]) as archive:
                data = _scaled(archive.read(_COVER))
        else:
            return ""
    except Exception:  # noqa: BLE001 - without its picture the report is still a report
        return ""
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def _scaled(picture: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(picture), formats=["PNG"]) as image:
        small = image.convert("RGB")
    small.thumbnail((_HEIGHT, _HEIGHT))
    buffer = io.BytesIO()
    small.quantize(64, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
