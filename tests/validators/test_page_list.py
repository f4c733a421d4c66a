"""The page list of one sample; `make validate` asks the same of all of them."""

from __future__ import annotations

from pathlib import Path

from pagelist import page_list_faults

import guidepub

GUIDES = Path(__file__).parent.parent.parent / "guides"


def test_a_page_number_leads_to_the_words_that_the_printed_page_begins_with():
    catalog = guidepub.load(GUIDES)
    book = guidepub.assemble(catalog["registered-nurse"], catalog)
    epub, printed = guidepub.render(book, "epub"), guidepub.render(book, "print")
    assert list(page_list_faults(epub, printed)) == []
    # Of another book nothing fits: the test can fail.
    other = guidepub.assemble(catalog["welder"], catalog)
    assert list(page_list_faults(epub, guidepub.render(other, "print")))
