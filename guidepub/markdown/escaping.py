"""Words to Markdown that prints them as they are."""

from __future__ import annotations

import re

# What means something to the Markdown of guides wherever it stands.
_SIGNS = re.compile(
    r"[\\`*<\[|]|\](?=\()|~(?=~)|(?<=[\w)\]])[~^]|\^(?=\[)|_(?=\W|_|$)|(?<![^\W_])_|=(?==)"
    r"|&(?=#?\w{1,31};)|\((?=(?:c|r|tm|p)\))|\+(?=-)|\$(?=[^$\n]{0,300}[\^_\\][^$\n]{0,300}\$|\$|[A-Za-z]\$)"
    r"|\{(?=[\w:.+-]{1,60}\}|:?[ ]{0,3}[#.A-Za-z]|=[a-z]|\+\+|--|~~|==|>>)"
    r"|(?<![\w&/#])#(?=[A-Za-z])|%(?=%\S)|(?<![\w+])\+(?=\+[^\s+])|~(?=[^\s~][^~\n]{0,100}~)"
    r"|(?<=[ \t])\^(?=[A-Za-z0-9-]{2,41}[ \t]*(?:\n|$))|(?<![\w@])@(?=(?:fig|tbl|sec|eq|lst|def|thm)-)",
    re.I,
)
# What means something at the beginning of a line.
_BEGINNING = re.compile(
    r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|:|~|=+\s*$|-{2,}(?:[ ]-{2,}){0,40}\s*$|\+[-=:+]{3,}\+"
    r"|!!! |\?\?\?\+? |\(\w[\w-]{0,80}\)=)"
)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Return words as Markdown for within a line."""
    return _SIGNS.sub(lambda match: f"\\{match[0]}", text)


def escaped_line(markdown: str) -> str:
    """Return Markdown of a line with its beginning kept from meaning a list, a heading or so."""
    if _BEGINNING.match(markdown):
        return f"\\{markdown}"
    return _NUMBERED.sub(r"\1\\\2", markdown, count=1) if _NUMBERED.match(markdown) else markdown
