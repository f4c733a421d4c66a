"""Which notices a book owes, in which version, and when one lapses.

Assembly prints the notices decided on here, `lint` and `guidepub notices` report them, and
`check --legal` looks for them in finished files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.notices.lapsing import Lapse as Lapse
    from guidepub.notices.lapsing import gap_finding as gap_finding
    from guidepub.notices.lapsing import lapse_finding as lapse_finding
    from guidepub.notices.lapsing import lapse_of as lapse_of
    from guidepub.notices.lapsing import lapses as lapses
    from guidepub.notices.lapsing import standing_findings as standing_findings
    from guidepub.notices.owing import Circumstances as Circumstances
    from guidepub.notices.owing import Owing as Owing
    from guidepub.notices.owing import guide_owings as guide_owings
    from guidepub.notices.owing import owings as owings
    from guidepub.notices.uses import directives_in as directives_in
    from guidepub.notices.uses import directives_of as directives_of

_HOMES = {
    "Circumstances": "owing",
    "Lapse": "lapsing",
    "Owing": "owing",
    "directives_in": "uses",
    "directives_of": "uses",
    "gap_finding": "lapsing",
    "guide_owings": "owing",
    "lapse_finding": "lapsing",
    "lapse_of": "lapsing",
    "lapses": "lapsing",
    "owings": "owing",
    "standing_findings": "lapsing",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
