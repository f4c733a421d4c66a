"""Other names of the occupation in a text: “also known as radiographers”."""

from __future__ import annotations

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
_JOINED = re.compile(r",? (?:or|and|ou|et|o|y|e|oder|und) |, ")
_ARTICLE = re.compile(r"^(?:an?|the|les?|la|los|las|el|os?|as?|de|die|der|das) ")


def other_names(title: str, text: str) -> frozenset[str]:
    """Return the other names that a text gives right behind its title's, as names are compared."""
    spelt = text[:_READ].casefold()
    # As many letters, so that names can be read where they are spelt with their accents.
    said = "".join(plain if len(plain := folded(sign)) == 1 else sign for sign in spelt)
    own = pattern_of(title).pattern
    behind = re.compile(
        rf"{own}(?:,? \(?|\()(?:{_CALLED})(?: as)? [“\"«]?(?!(?:upon|in|on|by|to|for|at|from)\b){_NAMES}[”\"»]?(?=[,.;)]| (?:is|are|est|sont|es|son|sind|ist|sao)\b)"
        rf"|{own}(?:, | \(){_GENANNT}"
    )
    found = behind.search(said)
    start, end = found.span("names" if found["names"] else "named") if found else (0, 0)
    names = _JOINED.split(spelt[start:end])
    bare = (_ARTICLE.sub("", name.strip()) for name in names[:_MOST])
    return frozenset(comparable(name) for name in bare if is_possible(name))
