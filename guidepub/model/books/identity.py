"""What a book is known by wherever it goes: its ISBN, or a name that is always the same."""

from __future__ import annotations

import uuid

from guidepub.model.catalogs.imprint import Imprint
from guidepub.model.guides.guide import Guide


def epub_identifier(guide: Guide, imprint: Imprint, product: str = "") -> str:
    """Return the identifier of a guide's EPUB: its ISBN, or a UUID that is always the same.

    The UUID (RFC 9562, version 5) is made of who publishes which guide in which language, and
    as which `product` of the catalogue, if it has any.
    """
    if guide.isbn.epub:
        return f"urn:isbn:{guide.isbn.epub}"
    parts = (imprint.id, imprint.holder, guide.slug, guide.language, product)
    name = "/".join(filter(None, parts))
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'guidepub:{name}')}"
