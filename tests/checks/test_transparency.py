from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from guidepub.checks.pdf_rules.transparency import has_transparency


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (Dictionary(BM=Name.Normal), False),
        (Dictionary(BM=Name.Multiply), True),
        # Of several modes a reader takes the first that it knows.
        (Dictionary(BM=Array([Name.Normal, Name.Multiply])), False),
        (Dictionary(BM=Array([Name.Multiply, Name.Normal])), True),
        (Dictionary(BM=Array([])), True),
        (Dictionary(ca=1, CA=1, SMask=Name("/None")), False),
        (Dictionary(ca=0.5), True),
    ],
)
def test_what_is_transparent(state, expected):
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(100, 100))
        page.add_resource(state, Name.ExtGState)
        assert has_transparency(pdf) is expected
