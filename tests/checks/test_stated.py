"""The metadata of files, compared with their books before they are returned."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from guidepub.checks.stated import statement_findings
from guidepub.checks.text.sources import opened
from guidepub.model import MachineTerms


def reported(book, edition, data) -> list[tuple[str, str]]:
    name = "b.epub" if edition == "epub" else "b.pdf"
    with opened(edition, Path(name), data) as read:
        return [(f.code, f.message) for f in statement_findings(book, edition, read, data)]


def edited(data: bytes, change) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def figure_without_words(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
            item["/Alt"] = ""


def test_good_files_state_what_is_so(baker_book, baker_pdf, baker_epub):
    assert reported(baker_book, "screen", baker_pdf) == []
    assert reported(baker_book, "epub", baker_epub) == []


def test_a_pdf_that_denies_its_own_claim_is_reported_once(baker_book, baker_pdf):
    ((code, message),) = reported(baker_book, "screen", edited(baker_pdf, figure_without_words))
    assert code == "R008"
    assert message.startswith("The PDF for reading would claim to be PDF/UA, but a figure has no")


def test_one_that_claims_nothing_may_be_as_it_is(baker_book, baker_pdf):
    def change(pdf: pikepdf.Pdf) -> None:
        figure_without_words(pdf)
        data = pdf.Root.Metadata.read_bytes().replace(b"pdfuaid:part", b"pdfuaid:none")
        pdf.Root.Metadata.write(data)

    assert reported(baker_book, "screen", edited(baker_pdf, change)) == []


@pytest.mark.parametrize("edition", ["screen", "epub"])
def test_what_the_metadata_lack_of_the_notices_is_reported(
    baker_book, baker_pdf, baker_epub, edition
):
    first, *others = baker_book.notices
    reserved = first.model_copy(update={"machine": MachineTerms(mining="reserved"), "editions": ()})
    book = baker_book.model_copy(update={"notices": (reserved, *others)})
    data = baker_pdf if edition == "screen" else baker_epub
    ((code, message),) = reported(book, edition, data)
    assert (code, message) == (
        "N012",
        f"In the edition “{edition}”, the machine-readable term tdm:reservation is missing in the "
        "metadata, but 1 in the notices.",
    )
