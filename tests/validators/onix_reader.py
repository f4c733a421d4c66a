"""What another library reads in a message of ONIX: `python onix_reader.py FILE`.

It is run by the interpreter of an environment that has `python-onix`, whose classes are made of
EDItEUR's schema, and prints JSON: for each product its ISBN, title and prices.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from onix.book.v3_1.reference import Onixmessage
from xsdata.formats.dataclass.parsers import XmlParser


def main(file: str) -> None:
    """Print what stands in a message."""
    message = XmlParser().parse(file, Onixmessage)
    json.dump([_product_row(product) for product in message.no_product_or_product], sys.stdout)


def _product_row(product: Any) -> list[Any]:
    ids = product.product_identifier
    isbn = next((i.idvalue.value for i in ids if i.product_idtype.value.value == "15"), None)
    (title,) = product.descriptive_detail.title_detail[0].title_element[0].choice
    (supply,) = product.product_supply[0].supply_detail
    prices = [
        [price.currency_code.value.value, str(price.choice[0].value)]
        for price in supply.unpriced_item_type_or_price
        if type(price).__name__ == "Price"
    ]
    return [isbn, title.value, prices]


if __name__ == "__main__":
    main(*sys.argv[1:])
