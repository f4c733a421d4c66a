"""The statements of a book's notices for machines, on mining and licence, for its records."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guidepub.model import Catalog, Guide, Imprint
from guidepub.model.notices.terms import stated_terms
from guidepub.notices import guide_owings

_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/licenses/([a-z-]+)/([0-9.]+)")


def epub_terms(guide: Guide, catalog: Catalog, imprint: Imprint) -> Mapping[str, str]:
    """Return the statements of a guide's EPUB for machines, by names such as `tdm:reservation`."""
    if not any(notice.machine for notice in catalog.notices):
        return {}
    owed = guide_owings(guide, catalog, imprint.id)
    return stated_terms(
        owing.notice.machine
        for owing in owed
        if owing.notice and (not owing.editions or "epub" in owing.editions)
    )


def licence_name(address: str) -> str:
    """Return the name of a licence, such as `CC BY-ND 4.0`, or its address."""
    known = _CREATIVE_COMMONS.match(address)
    return f"CC {known[1].upper()} {known[2]}" if known else address
