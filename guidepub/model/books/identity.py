"""The permanent identifier of a book: its ISBN, or a name that never changes."""

from __future__ import annotations

import uuid

from guidepub.model.catalogs.imprint import Imprint
from guidepub.model.guides.guide import Guide


def epub_identifier(guide: Guide, imprint: Imprint, product: str = "") -> str:
    """Return the identifier of a guide's EPUB: its ISBN, or a UUID that never changes.

    The UUID (RFC 9562, version 5) is made from the publisher, the guide, its language, and the
    catalogue's `product`, if any.
    """
    if guide.isbn.epub:
        return f"urn:isbn:{guide.isbn.epub}"
    parts = (imprint.id, imprint.holder, guide.slug, guide.language, product)
    name = "/".join(filter(None, parts))
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'guidepub:{name}')}"
