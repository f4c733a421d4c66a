"""What tests of records for shops share: a catalogue of a press, and its products."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from definitions import guide

from guidepub.model import (
    Catalog,
    Imprint,
    Occupation,
    Person,
    RetailPrice,
    Series,
    Trade,
    TradeSettings,
)
from guidepub.model.guides.guide import Isbns
from guidepub.trade.products import TradeProduct, products


@pytest.fixture(scope="session")
def sold() -> Callable[..., list[TradeProduct]]:
    """Return the two products of a guide that states all that it can be sold by, or of others."""

    def make(*guides: object, **settings: object) -> list[TradeProduct]:
        press = Imprint(id="press", name="Press & Sons", url="https://press.example")
        welder = guide(
            "Text.",
            title="Welder & <Co>",
            slug="welder",
            isbn=Isbns(print="978-0-306-40615-7", epub="978-3-16-148410-0"),
            description="What welders do,\nand how to begin.",
            occupation=Occupation(soc="51-4121"),
            authors=(Person(name="Ann Author"), Person(name="Tom", role="translator")),
            first_published=2020,
            tags=("trades",),
            trade=Trade(
                series=Series(title="Trades", number=3),
                ages=(14, 18),
                prices=(
                    RetailPrice(price="EUR 13", territory="DE", tax_included=True, edition="epub"),
                    RetailPrice(price="USD 14.95"),
                ),
            ),
        )
        given = {
            "imprint": press,
            "defaults": {"editions": ["print", "epub"]},
            "trade": TradeSettings(address="https://press.example/{language}/{slug}"),
        }
        return list(products(Catalog.of(*(guides or (welder,)), **(given | settings)), {}))

    return make
