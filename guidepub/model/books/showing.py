"""A book as shown in a notebook: a small cover, and the contents next to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

_PATTERN = re.compile(r'<svg\b[^>]*\bclass="pattern".*?</svg>', re.S)
_COVER = (
    "width:144px;height:216px;box-sizing:border-box;flex:none;overflow:hidden;"
    "background:#fff;color:#222;border:1px solid #ccc"
)


@dataclass(frozen=True, slots=True)
class CoverCard:
    """The content of a small cover: `lines` below the title, and the drawing in the cover's XHTML."""

    title: str
    lines: tuple[str, ...]
    colour: str
    alternative: str
    xhtml: str

    def html(self) -> str:
        """Return the cover as a fragment of HTML."""
        drawn = _PATTERN.search(self.xhtml)
        lines = "".join(f"<div>{escape(line)}</div>" for line in self.lines if line)
        return (
            f'<div role="img" aria-label="{escape(self.alternative)}" style="{_COVER}">'
            f'<div style="height:108px;overflow:hidden;background:{self.colour}">'
            f"{drawn[0] if drawn else ''}</div>"
            f'<div style="padding:8px;font-size:10px"><b style="font-size:14px">'
            f"{escape(self.title)}</b>{lines}</div></div>"
        )


def notebook_html(cover: CoverCard, contents: Iterable[str], language: str) -> str:
    """Return a cover and the contents' entries, which are XHTML, as a fragment of HTML.

    It needs no scripts and no other files.
    """
    listed = "".join(f"<li>{entry}</li>" for entry in contents)
    return (
        f'<div lang="{escape(language)}" style="display:flex;gap:24px;align-items:flex-start">'
        f'{cover.html()}<ol style="margin:0">{listed}</ol></div>'
    )
