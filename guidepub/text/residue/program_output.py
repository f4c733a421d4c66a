"""Output of programs in texts: a chat assistant's answer, a broken reference, a file's name."""

from __future__ import annotations

import functools
import re

from guidepub.text.vocabulary import either, spaced, vocabulary


@functools.cache
def program_output() -> re.Pattern[str]:
    """Return the pattern of text that a program wrote or left behind."""
    table = vocabulary("programs")
    exact = "|".join(spaced(form) for form in table["exact"])
    return re.compile(rf"(?i:{either(table['forms'])})|{exact}", re.MULTILINE)
