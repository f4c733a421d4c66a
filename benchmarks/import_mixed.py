"""Import a folder of mixed files in one run, and say the time and the memory of each kind.

    python benchmarks/import_mixed.py --files 200

Guides on made-up occupations are written in all forms that a publisher has. The run ends with
exit code 1 where a file is skipped or refused, or loses a word (I019).
"""

from __future__ import annotations

import argparse
import io
import itertools
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from statistics import median

import weasyprint

from guidepub.importing import Import, import_all
from guidepub.importing.conversion import convert
from guidepub.importing.originals.foreign import ForeignText

Sections = list[tuple[str, list[str]]]
Maker = Callable[[str, Sections], bytes]
_TRADES = "Kite Mender,Lamp Fitter,Clock Winder,Rope Maker,Wheel Turner,Bell Founder,Sign Painter,Net Weaver".split(",")  # fmt: skip
_PLACES = "Harbour,Mountain,River,Island,Valley,Market,Station,Village".split(",")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def sections_of(title: str, number: int) -> Sections:
    """Return a guide's headings, each with its paragraphs; figures differ from guide to guide."""
    who, pay = title.lower() + "s", 30_000 + 137 * number
    work = (
        f"Most {who} work in small shops, and no two days are alike; the {number}th is the worst."
    )
    return [
        ("Job Duties", [f"The work of {who} begins before the town wakes. {work}"] * 3),
        ("Work Environment", [work, f"In winter {who} stay indoors, and mend what the summer broke."]),
        ("Salary", [f"The median annual wage for {who} was ${pay:,} in May 2024.", f"In Nevada it was ${pay + 9000:,}."]),
        ("Job Outlook", [f"Employment of {who} is projected to grow {number % 9 + 1} percent from 2024 to 2034."] * 2),
        ("How to Become One", [f"{title}s typically need a high school diploma. {work}"]),
    ]  # fmt: skip


def as_text(title: str, sections: Sections) -> bytes:
    """A plain text."""
    parts = [title, *(part for head, words in sections for part in (head, *words))]
    return "\n\n".join(parts).encode()


def as_markdown(title: str, sections: Sections) -> bytes:
    """A page of a generator of sites, with front matter."""
    parts = [f"---\ntitle: {title}\n---"]
    parts += [part for head, words in sections for part in (f"## {head}", *words)]
    return "\n\n".join(parts).encode()


def as_page(title: str, sections: Sections) -> bytes:
    """A saved page with a site's furniture."""
    body = "".join(f"<h2>{h}</h2>" + "".join(f"<p>{escape(w)}</p>" for w in words) for h, words in sections)  # fmt: skip
    menu = "".join(f"<a href='/{n}'>Career {n}</a>" for n in range(40))
    return f"<html lang='en'><head><title>{title} | Careers</title></head><body><nav>{menu}</nav><main><h1>{title}</h1>{body}</main></body></html>".encode()  # fmt: skip


def as_old_page(title: str, sections: Sections) -> bytes:
    """A page of the nineties: a table that lays it out, bold lines, empty lines."""
    body = "<br><br>".join(part for h, words in sections for part in (f"<b>{h}</b>", *map(escape, words)))  # fmt: skip
    return f"<html><head><title>{title}</title></head><body><table><tr><td><a href='a'>A</a></td><td>{body}</td></tr></table></body></html>".encode("cp1252")  # fmt: skip


def as_paper(title: str, sections: Sections) -> bytes:
    """A PDF with running heads and numbers of pages."""
    style = "<style>@page{size:6in 9in;@top-center{content:'Careers'}@bottom-center{content:counter(page)}}</style>"  # fmt: skip
    made: bytes = weasyprint.HTML(string=style + as_page(title, sections).decode()).write_pdf()
    return made


def as_rich_text(title: str, sections: Sections) -> bytes:
    """Rich text."""
    parts = [title, *(part for head, words in sections for part in (head, *words))]
    return ("{\\rtf1\\ansi " + "".join(f"{part}\\par " for part in parts) + "}").encode()


def as_word(title: str, sections: Sections) -> bytes:
    """A Word file."""
    rows = [(title, "Title")]
    rows += [row for head, words in sections for row in [(head, "Heading1"), *((w, "") for w in words)]]  # fmt: skip
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escape(w)}</w:t></w:r></w:p>' for w, style in rows)  # fmt: skip
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return packed({
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    })  # fmt: skip


def as_open_text(title: str, sections: Sections) -> bytes:
    """An OpenDocument text."""
    body = f'<text:h text:outline-level="1">{title}</text:h>'
    for head, words in sections:
        body += f'<text:h text:outline-level="2">{head}</text:h>'
        body += "".join(f"<text:p>{escape(w)}</text:p>" for w in words)
    spaces = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0"'
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>"  # fmt: skip
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def as_epub(title: str, sections: Sections) -> bytes:
    """An EPUB of one document."""
    page = "".join(f"<h2>{h}</h2>" + "".join(f"<p>{escape(w)}</p>" for w in words) for h, words in sections)  # fmt: skip
    return packed({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>',
        "p.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
        "a.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{title}</h1>{page}</body></html>',
    })  # fmt: skip


def as_wiki(title: str, sections: Sections) -> bytes:
    """A page of MediaWiki."""
    parts = [f"'''{title}s''' are [[worker]]s."]
    parts += [part for head, words in sections for part in (f"== {head} ==", *words)]
    return "\n\n".join(parts).encode()


def as_wiki_export(title: str, sections: Sections) -> bytes:
    """An export of MediaWiki with one article."""
    text = escape(as_wiki(title, sections).decode(), quote=False)
    return f"<mediawiki xml:lang='en'><page><title>{title}</title><ns>0</ns><revision><text>{text}</text></revision></page></mediawiki>".encode()  # fmt: skip


def packed(entries: dict[str, str]) -> bytes:
    """Return a zip of some texts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return buffer.getvalue()


MAKERS: tuple[tuple[str, Maker], ...] = (
    (".txt", as_text), (".md", as_markdown), (".html", as_page), (".htm", as_old_page),
    (".pdf", as_paper), (".rtf", as_rich_text), (".docx", as_word), (".odt", as_open_text),
    (".epub", as_epub), (".wiki", as_wiki), (".xml", as_wiki_export),
)  # fmt: skip
"""The forms, by the endings of their files."""


def write(folder: Path, count: int) -> list[Path]:
    """Write so many files of all forms in turn, and return their paths."""
    forms = itertools.cycle(MAKERS)
    files = []
    for number in range(count):
        suffix, maker = next(forms)
        place, trade = _PLACES[number // 8 % 8], _TRADES[number % 8]
        title = f"{place} {trade}" + (f" {number // 64 + 1}" if number >= 64 else "")
        path = folder / f"{number:04d}{suffix}"
        path.write_bytes(maker(title, sections_of(title, number)))
        files.append(path)
    return files


def amiss(files: list[Path], results: list[Import]) -> list[str]:
    """Return what went wrong: a file that nothing was made of, or that lost a word."""
    made = {result.path for result in results if result.target and result.state == "new"}
    lost = [r.name for r in results for f in r.findings if f.code == "I019"]
    return [f"{path.name} was not imported" for path in files if path not in made] + lost


def taken(path: Path) -> float:
    """Return how many seconds a file takes in a process that runs already."""
    begun = time.perf_counter()
    convert(ForeignText(path), None)
    return time.perf_counter() - begun


def main() -> int:
    """Import all in one run, then time each file by itself, and print a table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)  # fmt: skip
    options.add_argument("--files", type=int, default=200)
    count = options.parse_args().files
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "old")
        folder.mkdir()
        files = write(folder, count)
        begun = time.perf_counter()
        results = import_all([folder], Path(scratch, "out"))
        seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        wrong = amiss(files, results)
        print(f"{count} files in one run: {seconds:.1f} s, {1000 * seconds / count:.0f} ms a file, peak {peak} MB")  # fmt: skip
        for suffix, _ in MAKERS:
            times = sorted(map(taken, [file for file in files if file.suffix == suffix]))
            if times:
                print(f"{suffix:6} {len(times):4} files, median {1000 * median(times):5.0f} ms, slowest {1000 * times[-1]:5.0f} ms")  # fmt: skip
    for line in wrong:
        print("AMISS", line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
