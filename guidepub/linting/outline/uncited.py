"""A009: sources that are listed in the guide but never cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.markdown.forms.cited import cited_keys

_OPTION = re.compile(r"^[ \t>]*:source:[ \t]*(\S{1,80})[ \t]*$", re.MULTILINE)


def _uncited(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for the guide's own sources that no citation, fact or directive names."""
    guide = subject.guide
    own = [key for key in guide.sources if key not in subject.catalog.sources]
    if not own:
        return
    cited = {fact.source for fact in guide.facts.values()}
    for section in guide.sections:
        text = f"{section.title}\n{section.body}"
        cited |= {*cited_keys(text), *_OPTION.findall(text)}
    for key in own:
        if key not in cited:
            message = f"The source “{key}” is listed, but nothing cites it."
            remedy = f"Cite it where it is used, [@{key}], or delete it."
            yield Alarm("A009", subject.document.place(("sources", key)), message, remedy)


RULES = (Rule(("A009",), _uncited),)
