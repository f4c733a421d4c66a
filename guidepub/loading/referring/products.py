"""Checks of products against their catalogue, and of a guide against its products."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.findings import Finding, Severity, did_you_mean
from guidepub.loading.formats.documents import Document
from guidepub.model import Catalog, Guide, Product


def product_findings(catalog: Catalog, document: Document) -> Iterator[Finding]:
    """Yield the faults between a catalogue's products, and between these and its imprints."""
    names: set[str] = set()
    imprints = [imprint.id for imprint in catalog.all_imprints]
    for index, product in enumerate(catalog.products):
        if product.name in names:
            place = document.place(("products", index, "name"))
            message = f"Two products have the name “{product.name}”."
            yield Finding(place, "C004", message, "Rename one.")
            continue
        names.add(product.name)
        if product.imprint is not None and product.imprint not in imprints:
            place = document.place(("products", index, "imprint"))
            message = f"The imprint “{product.imprint}” is unknown."
            yield Finding(place, "C002", message, did_you_mean(product.imprint, imprints))
        for other in catalog.products[:index]:
            if other.name != product.name and _share_files(other, product):
                place = document.place(("products", index, "suffix"))
                message = (
                    f"The products “{other.name}” and “{product.name}” would both make the same file,"
                    f" such as {_first_shared(other, product)}."
                )
                remedy = f'Distinguish them: suffix = "-{product.name}".'
                yield Finding(place, "C012", message, remedy)
                break


def guide_product_findings(guide: Guide, catalog: Catalog, document: Document) -> Iterator[Finding]:
    """Yield the faults of a guide's products: unknown ones, and ISBNs without a product."""
    known = {product.name: product for product in catalog.products}
    asked = guide.products
    named = [(("products", "only", n), name) for n, name in enumerate(asked.only or ())]
    named += [(("products", "without", n), name) for n, name in enumerate(asked.without)]
    for path, name in named:
        if name not in known:
            # A bare list stands for `only`.
            where = path if path in document.values else ("products", path[-1])
            yield _unknown(name, known, document, where)
    for name, terms in asked.terms.items():
        if name not in known:
            yield _unknown(name, known, document, ("products", "terms", name))
        elif terms.isbn and not known[name].is_sold:
            message = (
                f"An ISBN is stated for “{name}”, whose edition {known[name].edition} has none."
            )
            place = document.place(("products", "terms", name, "isbn"))
            yield Finding(place, "D053", message, "State it for a printed book or an EPUB.")
    if guide.editions is not None and known:
        message = "The catalogue makes products, each with its own edition, so this has no effect."
        remedy = f"Choose with products: [{', '.join(known)}], or remove it."
        place = document.place(("editions",), of_key=True)
        yield Finding(place, "D054", message, remedy, Severity.WARNING)


def _unknown(
    name: str, known: dict[str, Product], document: Document, path: tuple[str | int, ...]
) -> Finding:
    remedy = (
        did_you_mean(name, known) if known else "The catalogue has no products: add [[products]]."
    )
    place = document.place(path, of_key=path[1:2] == ("terms",))
    return Finding(place, "C011", f"The product “{name}” is unknown.", remedy)


def _share_files(one: Product, other: Product) -> bool:
    """Return whether two products could be made of one guide, as files of one name."""
    languages = [each.language for each in (one, other) if each.language is not None]
    apart = len(languages) > 1 and not (
        one.is_of_language(languages[1]) or other.is_of_language(languages[0])
    )
    return not apart and bool(_first_shared(one, other))


def _first_shared(one: Product, other: Product) -> str:
    names = set(one.file_names("welder"))
    return next((name for name in other.file_names("welder") if name in names), "")
