"""Escaping of plain text as Markdown."""

from __future__ import annotations

import re

# What has a meaning in the Markdown of guides anywhere in a line.
_SIGNS = re.compile(
    r"[\\`*<\[|]|\](?=\()|~(?=~)|(?<=[\w)\]])[~^]|\^(?=\[)|_(?=\W|_|$)|(?<![^\W_])_|=(?==)"
    r"|&(?=#?\w{1,31};)|\((?=(?:c|r|tm|p)\))|\+(?=-)|\$(?=[^$\n]{0,300}[\^_\\][^$\n]{0,300}\$|\$|[A-Za-z]\$)"
    r"|\{(?=[\w:.+-]{1,60}\}|:?[ ]{0,3}[#.A-Za-z]|=[a-z]|\+\+|--|~~|==|>>)"
    r"|(?<![\w&/#])#(?=[A-Za-z])|%(?=%\S)|(?<![\w+])\+(?=\+[^\s+])|~(?=[^\s~][^~\n]{0,100}~)"
    r"|(?<=[ \t])\^(?=[A-Za-z0-9-]{2,41}[ \t]*(?:\n|$))|(?<![\w@])@(?=(?:fig|tbl|sec|eq|lst|def|thm)-)",
    re.I,
)
# What has a meaning at the beginning of a line.
_BEGINNING = re.compile(
    r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|:|~(?!~[^\s~])|=+\s*$|-{2,}(?:[ ]-{2,}){0,40}\s*$|\+[-=:+]{3,}\+"
    r"|!!! |\?\?\?\+? |\(\w[\w-]{0,80}\)=)"
)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Return a plain text as Markdown for use inside a line."""
    return _SIGNS.sub(lambda match: f"\\{match[0]}", text)


def escaped_line(markdown: str) -> str:
    """Return a line of Markdown, escaped so that it begins no list, heading or other block."""
    if _BEGINNING.match(markdown):
        return f"\\{markdown}"
    return _NUMBERED.sub(r"\1\\\2", markdown, count=1) if _NUMBERED.match(markdown) else markdown
