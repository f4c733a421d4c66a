"""What files say of themselves: marks, holders, and numbers that are ISBNs or only look so."""

from __future__ import annotations

import io

import pikepdf
import pytest
from tampering import entries, packed, true_book

from guidepub.checks.documents.archives import read_package
from guidepub.checks.legal.verdicts.statements import (
    package_statement,
    pdf_statement,
    printed_isbns,
)

ISBN = "9780306406157"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ISBN 978-0-306-40615-7 (print)", [ISBN]),
        ("ISBN: 978 0 306 40615 7", [ISBN]),
        ("ISBN-13: 9780306406157.", [ISBN]),
        ("ISBN 978‐0‐306‐\n40615‐7", [ISBN]),
        ("Call 9780306406157 or 978-0-306-40615-7.", []),
        ("ISBN 97803064061571", []),
        ("ISBN follows. 978 jobs in 2024 and 12345 more", []),
    ],
)
def test_a_text_calls_an_isbn_by_its_name(text, found):
    assert printed_isbns(text) == found


def with_identifier(value: str, tmp_path) -> tuple[str, ...]:
    held = entries(true_book("en").epub)
    package = held["EPUB/content.opf"].decode()
    before, _, rest = package.partition('<dc:identifier id="id">')
    changed = f'{before}<dc:identifier id="id">{value}<{rest.partition("<")[2]}'
    file = tmp_path / "b.epub"
    file.write_bytes(packed(held | {"EPUB/content.opf": changed.encode()}))
    package_read, _ = read_package(file)
    assert package_read is not None
    return package_statement(package_read).isbns


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (f"urn:isbn:{ISBN}", (ISBN,)),
        ("URN:ISBN:978-0-306-40615-7", (ISBN,)),
        (ISBN, (ISBN,)),
        ("ISBN 978-0-306-40615-7", (ISBN,)),
        ("urn:uuid:00000000-9780-3064-0615-700000000000", ()),
        ("urn:uuid:9785-1234-5678-9012", ()),
        ("https://a.example/9780306406157", ()),
    ],
)
def test_an_identifier_is_an_isbn_as_a_whole_or_not_at_all(value, found, tmp_path):
    assert with_identifier(value, tmp_path) == found


def test_a_pdf_s_metadata_are_read(tmp_path):
    (tmp_path / "b.pdf").write_bytes(true_book("en").pdf)
    statement = pdf_statement(tmp_path / "b.pdf")
    assert statement.language == "en"
    assert statement.holder == "Lantern Press, LLC"
    assert statement.rights == "Copyright © 2026 Lantern Press, LLC"
    assert statement.mark is not None
    assert [n.name for n in statement.mark.notices] == ["copyright@1", "disclaimer@2"]
    assert (statement.mark.edition, statement.mark.years) == ("screen", "2026")


@pytest.mark.parametrize("xmp", [b"", b"no xml", b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>",
                                 b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"])  # fmt: skip
def test_metadata_that_say_nothing_are_no_mark(xmp, tmp_path):
    with pikepdf.open(io.BytesIO(true_book("en").pdf)) as pdf:
        pdf.Root.Metadata = pdf.make_stream(xmp)
        pdf.save(tmp_path / "b.pdf")
    statement = pdf_statement(tmp_path / "b.pdf")
    assert (statement.mark, statement.holder, statement.isbns) == (None, "", ())
