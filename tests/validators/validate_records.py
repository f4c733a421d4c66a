"""Records for shops, read by another library: `make validate`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from definitions import DAY, guide
from lxml import etree
from onix_records import isbn, onix_schema

import guidepub
from guidepub.files.dates import midnight
from guidepub.model import Catalog
from guidepub.model.guides.guide import Isbns
from guidepub.trade.onix import message
from guidepub.trade.products import products

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent


def _hundred() -> Catalog:
    return Catalog.of(
        *(
            guide(slug=f"book-{n}", title=f"Book & {n}", isbn=Isbns(print=isbn(n)), price="USD 9")
            for n in range(100)
        )
    )


@pytest.fixture(params=["samples", "hundred"])
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return guidepub.load(_ROOT / "guides") if request.param == "samples" else _hundred()


def test_another_library_reads_the_same_titles_isbns_and_prices(catalog: Catalog, tmp_path: Path):
    sold = list(products(catalog, {}))
    data = message(sold, catalog.imprint, midnight(DAY), DAY)
    file = tmp_path / "books.xml"
    file.write_bytes(data)
    assert onix_schema().validate(etree.fromstring(data))
    python = _ROOT / ".validators/python/bin/python"
    done = subprocess.run(
        [python, "-I", _HERE / "onix_reader.py", file], capture_output=True, text=True, check=True
    )
    expected: list[Any] = [
        [each.isbn, each.guide.title, [price.price.split() for price in each.prices]]
        for each in sold
    ]
    assert json.loads(done.stdout) == expected
