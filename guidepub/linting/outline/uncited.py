"""A009: what the list of sources prints, and no text and no fact of the guide cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.markdown.forms.cited import cited_keys

_OPTION = re.compile(r"^[ \t>]*:source:[ \t]*(\S{1,80})[ \t]*$", re.MULTILINE)


def _uncited(subject: Subject) -> Iterator[Alarm]:
    """A source of the guide's own that no citation, fact or option of a directive names."""
    guide = subject.guide
    stated = [key for key in guide.sources if key not in subject.catalog.sources]
    if not stated:
        return
    cited = {fact.source for fact in guide.facts.values()}
    for section in guide.sections:
        text = f"{section.title}\n{section.body}"
        cited |= {*cited_keys(text), *_OPTION.findall(text)}
    for key in stated:
        if key not in cited:
            message = f"The source “{key}” is listed, and nothing cites it."
            remedy = f"Cite it where it was used, [@{key}], or delete it."
            yield Alarm("A009", subject.document.place(("sources", key)), message, remedy)


RULES = (Rule(("A009",), _uncited),)
