"""Years that describe a thing or a person and are not forecasts: “homes built in 1990”."""

from __future__ import annotations

import re

_FROM = re.compile(
    r"\b(?:bonds?|photos?|letters?|books?|papers?|cars?|houses?|records?|models?|deeds?|coins?)\s*$",
    re.I,
)


# Words before the year in which something was made or bought, or somebody was born.
_BEFORE_A_YEAR = re.compile(
    # “Whoever finished school in 2019 will know”, “towers of 2010 will need”.
    r"\b(?:who|that|which|whoever|anyone|everyone)\s+(?:\w+ly\s+|first\s+|last\s+|already\s+)?(?:\w{2,}ed|began|started|was|were|had|left|came|took|got|made|won|met|bought|built|grew|learn(?:ed|t)|became|found|held|sold|taught|went|entered|joined)\b[^.;]{0,60}\s(?:in|before|after|by|until|of|from|during)\s+(?:\w+\s+)?$"
    r"|\b(?:que|quien(?:es)?)\s+(?:ya\s+|se\s+)?\w{2,}(?:ó|aron|ieron)\b[^.;]{0,60}\s(?:en|antes\s+de|hasta|desde)\s+(?:\w+\s+de\s+)?$"
    r"|^\W*(?:most\s+|many\s+|older\s+)?(?!jobs|careers|workers|employe|students|rules|laws|reforms|plans|forecasts|wages|results|figures|elections|changes|prospects|openings|hopes)[a-z]+s\s+(?:of|from)\s+$"
    r"|^\W*(?:las|los)\s+(?!empleos|reglas|leyes|reformas|normas|planes|elecciones)\w+s\s+del?\s+$|"
    r"\b(?:homes?|houses?|buildings?|bridges?|roofs?|wiring|pipes?|machines?|engines?|vehicles?|boats?|ships?|class|graduates|codes?|equipment)\s+(?:from|of)\s+$"
    r"|(?<!\bbe\s)(?<!\bare\s)(?<!\bis\s)\b(?:built|made|born|bought|sold|laid|installed|manufactured|constructed|planted|printed|painted|poured|wired|hired|licensed|certified|trained|graduating|purchased|founded)\s+(?:in|before|after|from)\s+$"
    r"|\b(?:construid|fabricad|comprad|nacid|instalad|hech|plantad|pintad|impres|vendid|contratad|titulad|tendid)[oa]s?\s+(?:en|antes\s+de|después\s+de)\s+$",
    re.IGNORECASE,
)


def is_of_a_thing(before: str) -> bool:
    """Return whether the year after some words is that of a thing which may still exist.

    “Homes built in 1990 will need wires” is not a forecast for 1990.
    """
    return _BEFORE_A_YEAR.search(before) is not None


def is_from(before: str) -> bool:
    """Return whether “from” after some words gives the age of a thing: “a savings bond from 1985”."""
    return _FROM.search(before) is not None
