"""Recognises appeals of a site to its readers: to share a page, to follow it, to comment.

All sentences of such a paragraph are of that kind: each begins with the request, and names the
page, the site or a network. “Share your tools” and “Leave a note” belong to a guide.
"""

from __future__ import annotations

import functools
import re

from guidepub.importing.knowledge import knowledge
from guidepub.text.punctuation.sentences import sentences

_LANGUAGES = ("en", "es", "fr", "de", "pt")
# The most words of a paragraph, and of a question before the request.
_LONGEST, _QUESTION = 40, 12


def is_call(text: str) -> bool:
    """Return whether a paragraph has only appeals to readers of the page."""
    if len(text.split()) > _LONGEST:
        return False
    lines = (line for line in text.split("\n") if line.strip())
    spoken = [line[start:end] for line in lines for start, end in sentences(line)]
    asked = [_calls().match(each) is not None for each in spoken]
    return any(asked) and all(
        is_asked or (each.rstrip().endswith("?") and len(each.split()) <= _QUESTION)
        for each, is_asked in zip(spoken, asked, strict=True)
    )


@functools.cache
def _calls() -> re.Pattern[str]:
    table = knowledge("calls")
    forms = []
    for language in _LANGUAGES:
        row = table[language]
        asks = "|".join(row["asks"])
        for name, put in (("page", row["page"]), ("us", row["us"]), ("net", table["net"])):
            asks = asks.replace(f"{{{name}}}", put)
        forms.append(rf"(?:{row['lead']}\s+){{0,2}}(?:{asks})")
    return re.compile(rf"\W*(?:{'|'.join(forms)})".replace(" ", r"\s+"), re.I)
