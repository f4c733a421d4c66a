"""Attaches captions to images and tables."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from guidepub.importing.originals.crossrefs import label_in, unlabelled
from guidepub.importing.originals.original import OriginalBlock

LONGEST_CAPTION = 200
"""The most characters of a table's caption; a longer text is a paragraph."""


# Replaces a caption that was attached to its table.
_NOTHING = OriginalBlock("paragraph", "", "")


def figure_blocks(inner: Iterable[OriginalBlock]) -> list[OriginalBlock]:
    """Return the blocks of a figure with its caption attached.

    It belongs to the only table, or to an image; otherwise it is a paragraph.
    """
    blocks = list(inner)
    captions = [block for block in blocks if _is_caption(block)]
    others = [block for block in blocks if not _is_caption(block)]
    if not captions or not others:
        return blocks
    if images := [block for block in others if block.kind == "image"]:
        first = others.index(images[0])
        others[first] = functools.reduce(with_caption, captions, images[0])
        return others
    tables = [block for block in others if block.grid is not None]
    if len(tables) == len(captions) == 1 and _takes(tables[0], captions[0]):
        return [_captioned(block, captions[0]) if block.grid else block for block in others]
    return [
        replace(block, kind="paragraph", text=block.caption, caption="")
        if _is_caption(block)
        else block
        for block in blocks
    ]


def with_caption(image: OriginalBlock, caption: OriginalBlock) -> OriginalBlock:
    """Return an image with a caption."""
    return replace(
        image,
        text=" ".join(filter(None, (image.text, caption.text))),
        caption=" ".join(filter(None, (image.caption, caption.caption))),
        markdown=" ".join(filter(None, (image.markdown, caption.markdown))),
        residues=(*image.residues, *caption.residues),
    )


def with_table_captions(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return blocks in which captions next to tables, and not next to pictures, are the tables'."""
    made = list(blocks)
    for place, block in enumerate(blocks):
        above = blocks[place - 1] if place else None
        is_picture_s = above is not None and above.kind == "image" and above.target
        if is_picture_s or not _is_caption(block):
            continue
        # A table's caption is usually above it, and a figure's below.
        for beside in (place + 1, place - 1):
            if 0 <= beside < len(made) and made[beside].grid and _takes(made[beside], block):
                made[beside], made[place] = _captioned(made[beside], block), _NOTHING
                break
    return [block for block in made if block is not _NOTHING]


def _is_caption(block: OriginalBlock) -> bool:
    return block.kind == "image" and bool(block.caption) and not block.target


def _takes(table: OriginalBlock, caption: OriginalBlock) -> bool:
    has_own = table.grid is not None and table.grid.caption
    return not has_own and not caption.residues and len(caption.caption) <= LONGEST_CAPTION


def _captioned(table: OriginalBlock, caption: OriginalBlock) -> OriginalBlock:
    label = label_in(caption.markdown)
    words = f"{label}{unlabelled(caption.caption, label)}"
    grid = table.grid and replace(table.grid, caption=words)
    return replace(table, grid=grid, text=f"{caption.caption} {table.text}")
