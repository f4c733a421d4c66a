"""Finds other names of the occupation in a text: “also known as radiographers”."""

from __future__ import annotations

import functools
import re

from guidepub.importing.headings.title_names import folded, is_possible, pattern_of
from guidepub.text.naming.occupations import comparable

_READ = 3000
_MOST = 6
_CALLED = (
    r"(?:also|sometimes|often|otherwise|formerly|commonly) (?:called|known as|referred to as)|or simply"
    r"|aussi (?:appele(?:e?s?)?|nomme(?:e?s?)?|connu(?:e?s?)? sous le nom de)|(?:ou|egalement) appele(?:e?s?)"
    r"|tambien (?:llamad[oa]s?|conocid[oa]s? como|denominad[oa]s?)|conocid[oa]s? (?:tambien )?como"
    r"|tambem (?:chamad[oa]s?(?: de)?|conhecid[oa]s? (?:como|por))|conhecid[oa]s? (?:tambem )?como"
    r"|auch (?:bekannt )?als|frueher|fruher"
)
_NAMES = r"(?P<names>[\w’'-]+(?: [\w’'-]+){0,3}?(?:(?:,? (?:or|and|ou|et|o|y|e|oder|und)|,) [\w’'-]+(?: [\w’'-]+){0,3}?){0,2})"
# “Fleischer, in Österreich Metzger genannt, …”
_GENANNT = r"(?:(?:auch|in [\w-]+|im [\w-]+|haufig|oft|fruher) )+(?P<named>[\w-]+(?: [\w-]+){0,2}?) genannt"
_AFTER = (
    rf"(?:,? \(?|\()(?:{_CALLED})(?: as)? [“\"«]?(?!(?:upon|in|on|by|to|for|at|from)\b){_NAMES}[”\"»]?(?=[,.;)]| (?:is|are|est|sont|es|son|sind|ist|sao)\b)",
    rf"(?:, | \(){_GENANNT}",
)
_ANY_AFTER = re.compile("|".join(_AFTER))
_JOINED = re.compile(r",? (?:or|and|ou|et|o|y|e|oder|und) |, ")
_ARTICLE = re.compile(r"^(?:an?|the|les?|la|los|las|el|os?|as?|de|die|der|das) ")


def other_names(title: str, text: str) -> frozenset[str]:
    """Return other names that a text states directly after its title's, in comparable form."""
    spelt = text[:_READ].casefold()
    # With the same number of letters, so that the original spelling is at the same position.
    plain = "".join(map(_plain_sign, spelt))
    if _ANY_AFTER.search(plain) is None:
        # Few texts have such phrases, and compiling a pattern with the title is expensive.
        return frozenset()
    own = pattern_of(title).pattern
    found = re.search("|".join(f"{own}{after}" for after in _AFTER), plain)
    start, end = found.span("names" if found["names"] else "named") if found else (0, 0)
    names = _JOINED.split(spelt[start:end])
    bare = (_ARTICLE.sub("", name.strip()) for name in names[:_MOST])
    return frozenset(comparable(name) for name in bare if is_possible(name))


@functools.lru_cache(maxsize=512)
def _plain_sign(sign: str) -> str:
    """Return a character without its accent, or unchanged if that would be several."""
    plain = folded(sign)
    return plain if len(plain) == 1 else sign
