"""Converts the markup of Confluence and Jira to Markdown: “h2. Pay”, “{info}”, “[words|address]”.

Lines keep their numbers. Macros for boxes become their titles in bold, and what is left out is
reported.
"""

from __future__ import annotations

import re

from guidepub.importing.originals.original import Aside

_HEADING = re.compile(r"[ ]{0,3}h([1-6])\.[ ]+(\S.*)")
# At the beginning of a block, and not in a sentence about “h2.”.
_SIGN = re.compile(r"(?m)(?:\A|(?<=\n\n)|(?<=\}\n))[ ]{0,3}h[1-6]\.[ ]+(?![a-z])\S")
_OF_OTHERS = re.compile(
    r"(?m)^(?:#{2,6} |p(?:\([^()\n]{1,60}\))?\. (?=[^\W\d_]))\S|\|_\. |^fn\d{1,3}\. |\"[^\"\n]{1,200}\":https?://"
)
_MACRO = re.compile(
    r"\{/?(?:toc|info|note|tip|warning|panel|section|column|expand|excerpt|quote|color|anchor|children|pagetree|recently-updated|include|status|div|span|html|attachments|gallery|contentbylabel|details)(?::(?P<given>[^{}\n]{0,300}))?\}"
)
_LISTING = re.compile(r"[ ]{0,3}\{(?:code|noformat)(?::[^{}\n]{0,200})?\}[ ]*")
_TITLE = re.compile(r"(?:^|\|)title=([^|{}]{1,200})")
_ITEM = re.compile(r"[ ]{0,3}([*#-]{1,6})[ ]+(\S.*)")
_HEAD_ROW = re.compile(r"[ ]{0,3}\|\|(.*?)\|{0,2}[ ]*")
_LINK = re.compile(r"\[(?P<words>[^\[\]|\n]{1,300})\|(?P<address>[^\[\]|\s]{1,600})(?:\|[^\[\]\n]{0,200})?\](?!\()")  # fmt: skip
_BARE = re.compile(r"\[(https?://[^\[\]|\s]{1,600})\](?!\()")
_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s*])\*(?![\w*])")
_TYPED = re.compile(r"\{\{([^{}\n]{1,200})\}\}")
_PICTURE = re.compile(r"!([^!|\s]{1,200}\.(?:png|jpe?g|gif|svg|webp))(?:\|[^!\n]{0,200})?!", re.I)
_QUOTE = re.compile(r"[ ]{0,3}bq\.[ ]+")


def is_confluence(text: str) -> bool:
    """Return whether a text has headings of Confluence, and no Markdown or Textile."""
    return len(_SIGN.findall(text)) > 1 and _OF_OTHERS.search(text) is None


def as_markdown(text: str) -> tuple[str, list[Aside]]:
    """Return Markdown with the same number of lines, and the marks that were left out."""
    left_out: list[Aside] = []
    lines: list[str] = []
    is_code = False
    for number, line in enumerate(text.split("\n"), 1):
        if _LISTING.fullmatch(line):
            is_code = not is_code
            lines.append("```")
        elif is_code:
            lines.append(line)
        else:
            found = [match[0] for match in _MACRO.finditer(line)]
            left_out += [Aside(mark, number, "furniture", "a mark of a tool") for mark in found]
            lines.append(_line(_MACRO.sub(_named, line)))
    if is_code:
        lines.append("```")
    return "\n".join(lines), left_out


def _named(macro: re.Match[str]) -> str:
    """Return the title of a box in bold."""
    given = macro["given"] or ""
    is_label = macro[0].startswith("{expand:") and "=" not in given
    title = _TITLE.search(given)
    words = (given if is_label else title[1] if title else "").strip()
    return f"**{words}** " if words else ""


def _line(line: str) -> str:
    if heading := _HEADING.fullmatch(line):
        return f"{'#' * int(heading[1])} {_within(heading[2])}"
    if item := _ITEM.fullmatch(line):
        sign = "1." if item[1].endswith("#") else "-"
        return f"{'   ' * (len(item[1]) - 1)}{sign} {_within(item[2])}"
    if head := _HEAD_ROW.fullmatch(line):
        cells = [_within(cell.strip()) for cell in head[1].split("||")]
        return f"| {' | '.join(cells)} |"
    return _within(_QUOTE.sub("> ", line))


def _within(line: str) -> str:
    line = _LINK.sub(lambda link: f"[{link['words']}](<{link['address']}>)", line)
    line = _BARE.sub(r"<\1>", _PICTURE.sub(r"![](<\1>)", line))
    return _TYPED.sub(r"`\1`", _BOLD.sub(r"**\1**", line))
