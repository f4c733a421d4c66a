"""Which notices a book owes, in which version, and when one lapses: the one decision of it.

Assembly prints what is decided here, `lint` and `guidepub notices` tell it, and
`check --legal` asks finished files for it.
"""

from guidepub.notices.lapsing import (
    Lapse,
    gap_finding,
    lapse_finding,
    lapse_of,
    lapses,
    standing_findings,
)
from guidepub.notices.owing import COPYRIGHT, Circumstances, Owing, guide_owings, owings
from guidepub.notices.uses import directives_in, directives_of

__all__ = [
    "COPYRIGHT",
    "Circumstances",
    "Lapse",
    "Owing",
    "directives_in",
    "directives_of",
    "gap_finding",
    "guide_owings",
    "lapse_finding",
    "lapse_of",
    "lapses",
    "owings",
    "standing_findings",
]
