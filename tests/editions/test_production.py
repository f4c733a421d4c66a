"""What the editions of one book share is made once, and each file is proved."""

from __future__ import annotations

import subprocess
import sys
from typing import Literal

import pypdfium2
import pytest
from definitions import guide

import guidepub
from guidepub import Catalog, Notice, Production
from guidepub.model import EDITION_FILES, EDITIONS, Bearer, When, edition_of_file, edition_of_name
from guidepub.pdf import writer


def book(*editions: Bearer):
    """Return a book that owes a notice in some editions only, or in all."""
    made = guide("Bread. " * 20)
    when: When | Literal["always"] = When(editions=editions) if editions else "always"
    notice = Notice(id="a", version=1, language="en", title="On a", text="Words of a.", when=when)
    return guidepub.assemble(made, Catalog.of(made, notices=[notice]))


@pytest.fixture
def layouts(monkeypatch):
    """Return a list that grows by one for each whole layout."""
    made = []
    lay_out_book = writer.lay_out_book

    def counted(*given):
        made.append(given)
        return lay_out_book(*given)

    monkeypatch.setattr(writer, "lay_out_book", counted)
    return made


@pytest.mark.parametrize(("editions", "expected"), [((), 1), (("print",), 2), (("epub",), 1)])
def test_editions_that_read_alike_are_laid_out_once(layouts, editions, expected):
    production = Production(book(*editions))
    for edition in ("print", "screen", "print-cover", "epub"):
        production.file(edition)
    assert len(layouts) == expected


def test_the_order_in_which_editions_are_made_changes_no_byte():
    made = book("print")
    production = Production(made)
    forward = {edition: production.file(edition) for edition in EDITIONS}
    production = Production(made)
    backward = {edition: production.file(edition) for edition in reversed(EDITIONS)}
    assert backward == forward
    assert {edition: guidepub.render(made, edition) for edition in EDITIONS} == forward


def test_the_text_of_a_finished_page_is_read_once(monkeypatch):
    read = []
    text_of = pypdfium2.PdfTextPage.get_text_range

    def counted(text, *given, **named):
        # Parts of it, such as a wording's letters, are asked for by their places.
        if not given and not named:
            read.append(text)
        return text_of(text, *given, **named)

    monkeypatch.setattr(pypdfium2.PdfTextPage, "get_text_range", counted)
    production = Production(book())
    files = [production.file(edition) for edition in ("screen", "print", "print-cover")]
    pages = sum(len(pypdfium2.PdfDocument(data)) for data in files)
    production.file("epub")
    assert len(read) == pages


def test_two_books_at_a_time_do_not_mix():
    one, other = book(), book("print")
    productions = Production(one), Production(other)
    for edition in ("print", "screen"):
        for made, production in zip((one, other), productions, strict=True):
            assert production.file(edition) == guidepub.render(made, edition)


def test_an_edition_that_is_not_known_is_wrong_usage():
    with pytest.raises(
        guidepub.UsageError, match=r"There is no edition “pdf”\. Choose from: print,"
    ):
        Production(book()).file("pdf")


def test_an_object_that_has_made_nothing_has_loaded_no_renderer():
    code = (
        "import sys\n"
        "from guidepub.editions import Production\n"
        "Production(None)\n"
        "print(*(name for name in ('weasyprint', 'ebooklib') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_files_name_has_its_book_and_its_edition(tmp_path, edition):
    path = tmp_path / f"blue-print{EDITION_FILES[edition].ending}"
    assert edition_of_name(path) == ("blue-print", edition)
    assert edition_of_name(path.with_suffix(path.suffix.upper())) == ("blue-print", edition)


def test_what_a_file_states_is_believed_where_it_can_be(tmp_path):
    assert edition_of_file(tmp_path / "welder.pdf", "print") == "print"
    assert edition_of_file(tmp_path / "welder.epub", "print") == "epub"
    assert edition_of_file(tmp_path / "welder.pdf", "hologram") is None
    assert edition_of_name(tmp_path / "welder.pdf") == ("welder", None)
