"""The sample volume holds what its description promises."""

from __future__ import annotations

import re

import guidepub
from tools.seven_careers import make


def test_the_sample_volume_has_references_an_index_terms_and_places_in_works(tmp_path):
    make(tmp_path / "catalog")
    catalog = guidepub.load(tmp_path / "catalog")
    book = guidepub.assemble(catalog["seven-careers"], catalog)
    leaves = {leaf.id: leaf for leaf in book.leaves}
    prose = [leaf.text for leaf in book.leaves if leaf.kind in ("section", "foreword", "appendix")]
    pages = [page for text in prose if text for passage in text.passages for page in passage.pages]
    assert len(pages) >= 60
    assert leaves["index"].xhtml.count("<li") >= 150
    assert leaves["glossary"].xhtml.count("<dfn") >= 40
    places = "".join(leaf.xhtml for leaf in book.leaves if leaf.kind in ("section", "appendix"))
    assert len(re.findall(r"(?:chap|pp?)\.(?:&#160;|\N{NO-BREAK SPACE})\d+", places)) >= 4
