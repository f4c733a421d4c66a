"""Plain data written as YAML on one line, which `yaml_reader` reads back as it was."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

_SIMPLE = re.compile(r"[A-Za-z][\w.-]*")
# Words that YAML does not read as texts.
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "none", "y", "n"})
# YAML takes these in quotes for the ends of lines, or not at all; JSON does not mind them.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def flow(value: object, clean: Callable[[str], str] = str) -> str:
    """Return a value in YAML's flow style; its quoted texts are JSON's.

    `clean` is applied to each text before it is quoted.
    """
    if isinstance(value, Mapping):
        pairs = (f"{_text(str(key))}: {flow(inner, clean)}" for key, inner in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(flow(each, clean) for each in value)}]"
    if value is None:
        return "null"
    if isinstance(value, str):
        return _text(clean(value))
    if isinstance(value, datetime.date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _text(text: str) -> str:
    if _SIMPLE.fullmatch(text) and text.lower() not in _WORDS:
        return text
    written = json.dumps(text, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
