"""Reports characters that no font of the catalogue's theme can print, before a build fails."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from guidepub.importing.originals.ledger import ImportLog
from guidepub.importing.originals.original import OriginalBlock
from guidepub.model import Catalog
from guidepub.themes import find_theme, letters_of

_MOST = 20
# Pictures with a meaning: ticks and crosses, thumbs, prohibition signs.
_SAYING = "\u2611\u2612\u26d4\u2705\u2713-\u2718\u274c\u274e\u2b55\U0001f44d\U0001f44e\U0001f6ab"
# A picture before words, with its modifiers and joiners; a flag has a meaning, a country.
_ICON = re.compile(
    rf"(?P<sign>(?![{_SAYING}])[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff])"
    r"[\ufe0e\ufe0f\u200d\U0001f000-\U0001f1e5\U0001f200-\U0001faff\u2640\u2642]*(?:\s+|$)"
)
# Characters of an icon font that are separate from words: “\uf095 Call”. Within a word they may be
# letters.
_PRIVATE = re.compile(
    r"(?<![^\s*_>])(?P<mark>[*_]{0,3})[\ue000-\uf8ff\U000f0000-\U000ffffd]+(?P=mark)(?![^\s*_])[ \t]*"
)
_ICON_CHARACTER = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd]")
_ICON_WRITTEN = re.compile(rf"^((?:> )?[*_]{{0,3}}){_ICON.pattern}")
_MAY_BEGIN = ("heading", "paragraph", "quote")
# Every font for Latin script has these.
_USUAL = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2027))))
# Control and format characters are not printed; combining marks may be part of a letter's glyph.
_UNPRINTED = frozenset({"Cc", "Cf", "Mn", "Me", "Zs"})


def without_icons(
    blocks: Sequence[OriginalBlock], catalog: Catalog, ledger: ImportLog
) -> tuple[OriginalBlock, ...]:
    """Return blocks without pictures before their words that no font has, and report each picture.

    They are ornaments, such as Notion's before a heading or in a box. A heading that is only a
    picture stays, because the text below it is not part of the section above.
    """
    blocks = _without_icon_characters(blocks, ledger)
    icons = {n: found for n, block in enumerate(blocks) if (found := _ICON.match(block.text))}
    if not icons:
        return tuple(blocks)
    known = letters_of(find_theme(catalog.defaults.theme, catalog.root))
    made: list[OriginalBlock] = []
    for number, block in enumerate(blocks):
        found = icons.get(number)
        rest = block.text[found.end() :] if found else ""
        is_heading = block.kind == "heading" and not rest
        if found is None or is_heading or block.kind not in _MAY_BEGIN or found["sign"] in known:
            made.append(block)
            continue
        where = f"before “{rest[:40]}”" if rest else "by itself"
        message = f"The picture {found['sign']} {where} was left out: no font has it."
        ledger.report("I007", message, "", block.line)
        if rest:
            markdown = _ICON_WRITTEN.sub(r"\1", block.markdown, count=1)
            made.append(replace(block, text=rest, markdown=markdown, number=block.number))
        else:
            ledger.record([block], "left out", note="a picture by itself")
    return tuple(made)


def _without_icon_characters(
    blocks: Sequence[OriginalBlock], ledger: ImportLog
) -> tuple[OriginalBlock, ...]:
    """Return blocks without characters of icon fonts that are separate from words."""
    made: list[OriginalBlock] = []
    lines: dict[str, int] = {}
    for block in blocks:
        may_have = block.kind in (*_MAY_BEGIN, "list") and _ICON_CHARACTER.search(block.text)
        found = [match[0] for match in _PRIVATE.finditer(block.text)] if may_have else []
        rest = " ".join(_PRIVATE.sub("", block.text).split()) if found else block.text
        for signs in found:
            lines.setdefault(signs.strip("*_ \t")[0], block.line)
        if found and rest:
            markdown = re.sub(r"(?m)[ \t]+$", "", _PRIVATE.sub("", block.markdown))
            made.append(replace(block, text=rest, markdown=markdown, number=block.number))
        elif found:
            ledger.record([block], "left out", note="a picture by itself")
        else:
            made.append(block)
    for sign in [*lines][:_MOST]:
        message = f"An icon (U+{ord(sign):04X}) was left out: no font has it."
        ledger.report("I007", message, "Check whether words are needed instead.", lines[sign])
    return tuple(made)


def report_unprintable(
    blocks: Sequence[OriginalBlock], catalog: Catalog, ledger: ImportLog
) -> None:
    """Report each character that no font of the catalogue's theme has, at its first line."""
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
        remedy = "Replace it, or use a theme with a font that has it."
        ledger.report("I058", message, remedy, lines[sign])
