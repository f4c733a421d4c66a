"""Records for shops, read by another library: `make validate`."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from definitions import DAY, guide
from lxml import etree

import guidepub
from guidepub.files.dates import midnight
from guidepub.model import Catalog
from guidepub.model.guide import Isbns
from guidepub.trade.onix import message
from guidepub.trade.products import products

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent


def _isbn(number: int) -> str:
    digits = f"9780306{number:05d}"
    total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def _thousand() -> Catalog:
    return Catalog.of(
        *(
            guide(slug=f"book-{n}", title=f"Book & {n}", isbn=Isbns(print=_isbn(n)), price="USD 9")
            for n in range(1000)
        )
    )


@pytest.fixture(params=["samples", "thousand"])
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return guidepub.load(_ROOT / "guides") if request.param == "samples" else _thousand()


def test_another_library_reads_the_same_titles_isbns_and_prices(catalog: Catalog, tmp_path: Path):
    sold = list(products(catalog, {}))
    data = message(sold, catalog.imprint, midnight(DAY), DAY)
    file = tmp_path / "books.xml"
    file.write_bytes(data)
    assert _schema().validate(etree.fromstring(data))
    python = _ROOT / ".validators/python/bin/python"
    said = subprocess.run(
        [python, "-I", _HERE / "onix_reader.py", file], capture_output=True, text=True, check=True
    )
    expected: list[Any] = [
        [each.isbn, each.guide.title, [price.price.split() for price in each.prices]]
        for each in sold
    ]
    assert json.loads(said.stdout) == expected


def _schema() -> etree.XMLSchema:
    found = importlib.util.find_spec("onixcheck")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent / "schema" / "xsd3.1"
    return etree.XMLSchema(etree.parse(folder / "ONIX_BookProduct_3.1_reference.xsd"))
