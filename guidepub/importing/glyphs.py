"""What of a text no font of the catalogue's theme can print, told before a book stops at it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from guidepub.importing.ledger import ImportLog
from guidepub.importing.originals import OriginalBlock
from guidepub.model import Catalog
from guidepub.themes import find_theme, letters_of

_MOST = 20
# Every font for books of Latin letters has these.
_USUAL = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2027))))
# Controls and format signs are not printed; combining marks may be set with their letter.
_UNPRINTED = frozenset({"Cc", "Cf", "Mn", "Me", "Zs"})


def tell_unprintable(blocks: Sequence[OriginalBlock], catalog: Catalog, ledger: ImportLog) -> None:
    """Tell each character that no font of the catalogue's theme has, at its first line."""
    lines: dict[str, int] = {}
    for block in blocks:
        for sign in sorted(set(block.text) - _USUAL):
            if unicodedata.category(sign) not in _UNPRINTED:
                lines.setdefault(sign, block.line)
    if not lines:
        return
    theme = find_theme(catalog.defaults.theme, catalog.root)
    known = letters_of(theme)
    for sign in [sign for sign in lines if sign not in known][:_MOST]:
        name = unicodedata.name(sign, "without a name")
        message = f"No font of the theme “{theme.name}” has {sign} (U+{ord(sign):04X}, {name})."
        remedy = "Write it otherwise, or use a theme with a font that has it."
        ledger.tell("I058", message, remedy, lines[sign])
