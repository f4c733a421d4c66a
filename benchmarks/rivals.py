"""What people use today to make such files, each as the commands that make some books.

A rival is given `Material` and starts one process for each file, as a shell loop would.
One whose program is not here says so; it is named in the tables all the same.
"""

from __future__ import annotations

import importlib.util
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.commands import Command, CommandError, first_there, output_of, python
from benchmarks.material import PANDOC_SHEET, PDF_EDITIONS, THEME, Material, PdfEdition
from benchmarks.words import MARKDOWN, READER, TEMPLATE, TYPST

_VARIANTS: dict[PdfEdition, str] = {
    "screen": "pdf/ua-1",
    "print": "pdf/x-4",
    "print-cover": "pdf/x-4",
}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True, slots=True)
class Rival:
    """A way to make books: how, what it leaves out, and why it cannot be used here if so."""

    name: str
    commands: Callable[[Sequence[Material], Path], Iterator[Command]]
    lacks: str
    missing: str | None = None


def pandoc() -> str | None:
    """Return the path of pandoc, as PyPI's pypandoc-binary brings it or the system."""
    if importlib.util.find_spec("pypandoc") is not None:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    return first_there(["pandoc"])


def versions() -> list[str]:
    """Return the names and versions of the programs that are here and are no packages of Python's."""
    programs = {
        "pandoc": pandoc(),
        "Chromium": first_there(_BROWSERS),
        "Vivliostyle": first_there(["vivliostyle"]),
    }
    numbers = {name: _version(path) for name, path in programs.items() if path}
    return [f"{name} {number}" for name, number in numbers.items() if number]


def _version(program: str) -> str | None:
    try:
        output = output_of(Command((program, "--version")))
    except CommandError:
        # Its row tells that it does not run; what was measured is reported all the same.
        return None
    found = re.search(r"\d+(\.\d+)+", output)
    return found[0] if found else None


def for_all_editions() -> list[Rival]:
    """Return the rivals that make PDF files for the screen and for a press, and an EPUB."""
    return [
        loop_of_today(),
        Rival(
            "pandoc with WeasyPrint for screen and print, its own EPUB",
            lambda books, output: (
                command for book in books for command in _pandoc_editions(book, output)
            ),
            "From plain Markdown. No wrap for the cover, no notes at the foot of a page, and "
            "all that the loop leaves out.",
            _lacking("pandoc", pandoc()),
        ),
    ]


def for_the_screen() -> list[Rival]:
    """Return the rivals that make a PDF for the screen."""
    browser, vivliostyle = first_there(_BROWSERS), first_there(["vivliostyle"])
    typst = importlib.util.find_spec("typst")
    return [
        plain_weasyprint(),
        Rival(
            "pandoc with WeasyPrint",
            lambda books, output: (_pandoc_pdf(book, "screen", output) for book in books),
            "From plain Markdown, with the same stylesheets and no cover.",
            _lacking("pandoc", pandoc()),
        ),
        Rival(
            "pandoc with Typst",
            lambda books, output: (
                command for book in books for command in _pandoc_typst(book, output)
            ),
            "From plain Markdown, in a simple template. Tagged, but not PDF/UA: pandoc drops what "
            "stands for a picture.",
            _lacking("pandoc", pandoc()) or _lacking("typst", typst),
        ),
        typst_alone(),
        Rival(
            "Chromium, headless",
            lambda books, output: (_chromium(str(browser), book, output) for book in books),
            "The same HTML and styles, of which it knows no notes at the foot of a page and no "
            "heads that name the section.",
            _lacking("Chromium", browser),
        ),
        Rival(
            "Vivliostyle",
            lambda books, output: (
                _vivliostyle(str(vivliostyle), str(browser), book, output) for book in books
            ),
            "The same HTML and styles, in a browser.",
            _lacking("vivliostyle", vivliostyle) or _lacking("Chromium", browser),
        ),
    ]


def loop_of_today() -> Rival:
    """Return the usual loop for all editions."""
    return Rival(
        "`weasyprint` for each PDF, a plain EbookLib script for each EPUB",
        lambda books, output: (
            command for book in books for command in _weasyprint_and_ebooklib(book, output)
        ),
        "Given the finished XHTML, the cover’s picture and the spine’s width. No fitting of "
        "poor last pages, no inks, no crop marks, no mended tags, no PDF/A, no page list in "
        "the EPUB, no checks.",
    )


def plain_weasyprint() -> Rival:
    """Return the plain `weasyprint` command."""
    return Rival(
        "`weasyprint`",
        lambda books, output: (_weasyprint(book, "screen", output) for book in books),
        "The same HTML and styles. No fitting, no mended tags, no PDF/A.",
    )


def typst_alone() -> Rival:
    """Return Typst's own package."""
    return Rival(
        "Typst’s Python package alone, one process for all",
        _typst,
        "From Typst sources made beforehand, in a simple template: no cover, no notices set "
        "apart, no lists of programs.",
        # Pandoc writes the sources.
        _lacking("typst", importlib.util.find_spec("typst")) or _lacking("pandoc", pandoc()),
    )


def _lacking(name: str, found: object | None) -> str | None:
    return None if found else f"{name} is not here"


def _weasyprint_and_ebooklib(book: Material, output: Path) -> Iterator[Command]:
    for edition in PDF_EDITIONS:
        yield _weasyprint(book, edition, output)
    yield python("benchmarks.plain_epub", book.epub, output / f"{book.slug}.epub")


def _weasyprint(book: Material, edition: PdfEdition, output: Path) -> Command:
    target = output / f"{book.slug}-{edition}.pdf"
    variant = ("--pdf-variant", _VARIANTS[edition])
    return python("weasyprint", book.html(edition), target, *variant)


def _pandoc_editions(book: Material, output: Path) -> Iterator[Command]:
    yield _pandoc_pdf(book, "screen", output)
    yield _pandoc_pdf(book, "print", output)
    fonts = sorted((book.epub / "fonts").iterdir())
    yield _pandoc(
        book,
        f"--output={output / f'{book.slug}.epub'}",
        "--toc",
        "--css=epub/book.css",
        f"--epub-cover-image={book.cover}",
        *(f"--epub-embed-font={font}" for font in fonts),
    )


def _pandoc_pdf(book: Material, edition: PdfEdition, output: Path) -> Command:
    return _pandoc(
        book,
        f"--output={output / f'{book.slug}-{edition}.pdf'}",
        "--toc",
        f"--pdf-engine={first_there(['weasyprint'])}",
        f"--pdf-engine-opt=--pdf-variant={_VARIANTS[edition]}",
        *(f"--css={sheet}" for sheet in (*book.sheets(edition), f"{THEME}/{PANDOC_SHEET}")),
    )


def _pandoc_typst(book: Material, output: Path) -> Iterator[Command]:
    source = book.folder / "pandoc.typ"
    yield _pandoc(book, "--to=typst", f"--template={TEMPLATE}", f"--output={source}")
    fonts = book.folder / THEME / "fonts"
    target = output / f"{book.slug}-screen.pdf"
    yield python("benchmarks.plain_typst", "1.7", fonts, source, target)


def _pandoc(book: Material, *options: str) -> Command:
    arguments = (str(pandoc()), f"--from={READER}", "--standalone", *options, MARKDOWN)
    return Command(arguments, book.folder)


def _typst(books: Sequence[Material], output: Path) -> Iterator[Command]:
    fonts = books[0].folder / THEME / "fonts"
    pairs = [
        name for book in books for name in (book.folder / TYPST, output / f"{book.slug}-screen.pdf")
    ]
    yield python("benchmarks.plain_typst", "ua-1", fonts, *pairs)


def _chromium(browser: str, book: Material, output: Path) -> Command:
    arguments = (
        browser,
        "--headless",
        # The document is ours, and a container has no room for the sandbox.
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={Path(tempfile.gettempdir()) / 'guidepub-benchmark-browser'}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={output / f'{book.slug}-screen.pdf'}",
        book.html("screen").as_uri(),
    )
    return Command(arguments, system_fonts=True)


def _vivliostyle(program: str, browser: str, book: Material, output: Path) -> Command:
    target = output / f"{book.slug}-screen.pdf"
    source = book.html("screen").name
    arguments = (program, "build", source, "-o", str(target), "--executable-browser", browser)
    return Command(arguments, book.folder, system_fonts=True)
