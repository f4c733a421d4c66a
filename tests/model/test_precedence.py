"""Who decides how a book is made: the product, else the guide, its imprint, or the catalogue."""

from __future__ import annotations

import pytest
from definitions import guide

from guidepub.batch.stale.views import views_of
from guidepub.loading.guides.written import dumps, loads
from guidepub.model import Catalog, Imprint, Product

OWN, BRAND = Imprint(id="own", name="Own"), Imprint(id="brand", name="Brand", theme="school")
PLAIN, LARGE = Product(name="plain"), Product(name="large", theme="school-large", trim="a4")
STATED = {"theme": "illustrated", "trim": "us-letter", "editions": ("web", "epub", "web")}


def catalog(**settings: object) -> Catalog:
    given = {"imprint": OWN, "imprints": (BRAND,), "products": (PLAIN, LARGE)}
    return Catalog.of(**(given | settings))


@pytest.mark.parametrize(
    ("stated", "imprint", "product", "theme", "width"),
    [
        ({}, OWN, None, "classic", 432),
        ({}, BRAND, None, "school", 432),
        (STATED, BRAND, None, "illustrated", 612),
        (STATED, BRAND, "plain", "illustrated", 612),
        (STATED, BRAND, "large", "school-large", 595),
        ({}, BRAND, "plain", "school", 432),
    ],
)
def test_the_nearest_says_theme_and_trim(stated, imprint, product, theme, width):
    seen = catalog().as_product(product) if product else catalog()
    made = guide(**stated)
    assert (seen.theme_of(made, imprint), int(seen.trim_of(made).width)) == (theme, width)


@pytest.mark.parametrize(
    ("asked", "products", "stated", "expected"),
    [
        (None, (), {}, ("screen", "epub")),
        (None, (), STATED, ("web", "epub")),
        (["screen", "screen"], (), STATED, ("screen",)),
        (None, (PLAIN,), STATED, ("print", "print-cover")),
    ],
)
def test_the_command_line_says_editions_before_product_guide_and_catalogue(
    asked, products, stated, expected
):
    (view,) = views_of(catalog(products=products), asked)
    assert view.editions_of(guide(**stated)) == expected


@pytest.mark.parametrize("trim", ["a5", "us-letter", "6.5in x 9in", "15cm x 21.7cm"])
def test_a_trim_is_written_as_it_can_be_read(trim):
    made = guide(trim=trim, theme="illustrated", editions=("web",), short_title="Bread")
    assert loads(dumps(made)) == made
