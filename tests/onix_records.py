"""What tests and validators of ONIX share: EDItEUR's schema, and ISBNs for many books."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from lxml import etree
from stdnum import ean


def onix_schema() -> etree.XMLSchema:
    """Return the schema with its code lists, as onixcheck carries it."""
    found = importlib.util.find_spec("onixcheck")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent / "schema" / "xsd3.1"
    return etree.XMLSchema(etree.parse(folder / "ONIX_BookProduct_3.1_reference.xsd"))


def isbn(number: int) -> str:
    """Return the ISBN of a book by its number, from 0 to 99,999."""
    digits = f"9780306{number:05d}"
    return f"{digits}{ean.calc_check_digit(digits)}"
