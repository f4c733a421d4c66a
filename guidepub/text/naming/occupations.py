"""Names of occupations and of people: comparing them, and finding them in a sentence."""

from __future__ import annotations

import functools
import re

from guidepub.text.vocabulary import either, vocabulary
from guidepub.words.remembering import remembered

_BEGINNING = re.compile(
    r"^(?:(?:the|an?|most|many|some|all|overall|these|those|this|such|about|typical|average)\s+)+"
)
_TIME = re.compile(r"\s+(?:a|per)\s+year$|\s+in\s+(?:may\s+)?(?:19|20)\d\d\b.*$")
_NATION = re.compile(
    r"\s+(?:in|across|throughout)\s+(?:the\s+)?(?:whole\s+)?(?:country|nation|united\s+states|u\.s\.?|america|u\.?k\.?|united\s+kingdom|canada|australia|ireland)$|\s+nationwide$"
)
_OF_NATION = re.compile(
    r"(?:nation(?:ally|wide)|country-?wide|(?:in|across|throughout)\s+(?:the\s+)?(?:whole\s+)?(?:country|nation|united\s+states|u\.s\.?|america)\b|the\s+national\s)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^)]*\)")
_ENDING = re.compile(
    r"\s(?:will|can|may|should|would|must)$|\s(?:during|as of|since|by|from|typically|usually|generally|also|often|in (?:\w+ )?(?:19|20)\d\d)\b.*$"
)
_FIELD = r"(?:field|occupation|profession|career|job|position|role|trade|line\s+of\s+work)"
_PERSON = (
    r"(?:workers?|earners?|people|professionals?|employees?|persons?|individuals?|candidates?|applicants?"
    r"|students?|graduates?|entrants?|jobseekers?|employers?|states?|entry|aspirants?"
    rf"|them|they|it|those|one|you|we|who|someone|anyone|everyone|{_FIELD}s?)"
)
_ANYONE = re.compile(
    r"(?:(?:el|la|esta|este)\s+)?(?:profesión|oficio|ocupación|puesto|carrera)"
    r"|(?:(?:whole|entire)\s+)?(?:country|nation|united\s+states|u\.s\.?)"
    r"|(?:lowest|bottom|highest|top|best|worst)(?:[\s-](?:paid|earning))?\s+(?:tenth|quarter)"
    rf"|(?:{_PERSON}|specialists?|practitioners?)(?:\s+(?:in|of)\s+(?:the|this|that)\s+{_FIELD})?"
)
_EVERYBODY = re.compile(
    r"(?:total,\s+)?all\s+(?:workers|occupations|jobs)(?:\s+in\s+the\s+u\.?s\.?\s+economy)?"
    r"|(?:the\s+)?(?:average|typical)\s+(?:worker|occupation|job)|(?:the\s+)?average\s+for\s+all\s+occupations"
)
_MEASURED = "employment|openings|wages?|pay|salar(?:y|ies)|earnings|income|jobs|positions|growth|outlook|demand|workers"
_SHARE = re.compile(
    r"(?:(?:and|another) )?(?:one|a|an) (?:in (?:ten|four)|tenth|quarter)", re.IGNORECASE
)
_IS_MEASURED = re.compile(
    rf"(?:the\s+)?(?:(?:average|median|mean|national|annual|hourly|starting)\s+)*(?:{_MEASURED})",
    re.I,
)
_SUBJECTS = (
    re.compile(
        rf"\b(?:{_MEASURED})\s(?:for|of|among|in)\s(?P<who>[^$%.;:()]{{2,90}}?)\s(?:is|are|was|were|will|has|have|to be|each|every|annually|stood|stands|came|comes|averaged?|averages|ran|runs)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:In [^,]{3,20}, )?(?P<who>[^$%.;:,]{2,90}?),?(?:\swho\s[^,$%]{3,60},)?\s(?:held|had|earned|earns?|makes?|made|averaged|paid|(?:typically |usually |generally )?(?:needs?|requires?|must|has to|have to|(?:is|are) required))\b",
        re.IGNORECASE,
    ),
)
# “The projection for occupational health and safety specialists and technicians is growth of”.
_FIGURE_FOR = re.compile(
    r"\b(?:figure|projection|forecast|estimate|median|average|mean|number)s? for [\"“]?(?P<who>[^$%.;:,()\"”\d]{2,90}?)(?:[,\"”]{1,2}\s|\s(?:is|are|was|were|will|has|have|came|comes|stood|stands)\b)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\d|\b(?:percent|average|median|is|are|was|were|which|half|does|do|did|not|lowest|highest|how|what|why|when|where|much|many)\b",
    re.I,
)
_PLACE = re.compile(
    r"\s(?:in|at|for|with|without|who|working|employed|on(?!\s(?:average|the\swhole)\b)|aboard|near|under|outside|inside|within|below|above)\s"
)
# The endings of words for people who do something, and words that only look like them.
_AGENT = re.compile(
    r"(?<!\bcare)(?<!\bmed)(?<!\bnumb)(?<!\both)(?<!\bcent)(?<!\bpap)(?<!\bord)(?<!\bcomput)(?<!\bwat)(?<!\bpow)(?<!\bweath)(?<!\bconsum)(?<!\bcust)"
    r"(?<!\bansw)(?<!\bmatt)(?<!\bchapt)(?<!\bquart)(?<!\blett)"
    r"(?:er|ist|ian|smith|man|woman|nurse|clerk|chef|cook|pilot|aide|guard|coach|mechanic)$"
    r"|(?:[a-z]{3}(?:at|ct|it|uct|ess|duct|ight|vis|ail|ut|ct)or|doctor|tailor|attendant|assistant|accountant|agent)$"
)
_SPANISH_PLURAL = re.compile(r"(?:ad|ed|id|ct)ores$")
_NEXT_CLAUSE = re.compile(
    r",\s+(?:although|though|while|whereas|but|because|so|and|yet)\b", re.IGNORECASE
)
# “Nurses in the top tenth” means nurses.
_PERCENTILE = re.compile(
    r"\s+(?:in|at|within)\s+the\s+(?:lowest|bottom|lower|highest|top|upper)(?:[\s-](?:paid|earning))?"
    r"\s+(?:tenth|quarter|half|fifth|third)$"
)
# “Probationary firefighters in Lakemont”: the people, and a restriction.
_NARROWED = re.compile(
    r"(?P<who>(?:[^\s,]+\s){0,3}?(?P<last>[^\s,]+))\s(?:in|at|with|without|who|for|from|near|working|employed|on|aboard|under|outside|inside|within|below|above)\s.+"
)
_LONGEST_TITLE = 4
_FAR = 400
# Names of occupations have at most this many words, and at least this many letters.
_MOST_WORDS = 7
_SHORTEST = 3
_LONGEST_CUT = 5
_FEWEST_INITIALS = 3
_JOINED = re.compile(r",|\b(?:and|or)\b")
# Parts of a title around the name: “So You Want to Be a …?”, “…: Your Questions Answered”.
_BEFORE_NAME = re.compile(
    r"^[¿¡]?(?:so,?\s+you\s+want\s+to\s+(?:be|become)|how\s+to\s+(?:be|become)|(?:on\s+)?becoming|(?:a|your)\s+careers?\s+as|working\s+as"
    r"|life\s+as|quieres\s+ser|(?:merece|vale)\s+la\s+pena\s+ser|is\s+it\s+worth\s+(?:being|becoming)|meet\s+the|(?:the\s+|a\s+)?(?:day|life)\s+(?:in\s+the\s+life\s+)?of|vale\s+a\s+pena\s+ser|todo\s+sobre|tudo\s+sobre|tout\s+sur|alles\s+über|(?:você\s+)?quer\s+ser|(?:tu\s+veux|vous\s+voulez)\s+(?:être|devenir)|(?:el\s+)?oficio\s+de|(?:la\s+)?profesión\s+de|(?:le\s+)?métier\s+d[eu]|der\s+beruf|all\s+about|(?:careers?|jobs?|occupation|profession)(?:\s+profile)?\s*:|(?:guide|introduction)\s+to|cómo\s+(?:ser|llegar\s+a\s+ser)|devenir|como\s+ser"
    r"|(?:trabajar|travailler|trabalhar)\s+(?:de|comme|como)|(?:fiche\s+métier|métier|oficio|beruf|berufsbild)\s*:)\s+(?:(?:an?|the|une?|l[ea]s?|el|los|las|um|uma|os?)\s+)?|^l[’'](?=\w)",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r",\s+(?:[A-Z]\.){2,4}(?=\s|$).*$|\s*(?::|\s[-–—|]\s|\?|\().*$|\s+(?:careers?|werden|aux?\s+[A-ZÉ]|in\s+(?:the\s+)?[A-Z]|en\s+[A-ZÉ]|n[oa]s?\s+[A-Z]).*$"
)
# Only in English, since “en” and “em” are parts of names: “Técnico em Enfermagem”.
_IN_PLACE = re.compile(r"\bin\s+(?:the\s+)?[A-Z]|\bin\s+(?:the|your)\s+(?:state|city|county)\b")
# “Elektriker*in” stands for men and women.
_SIGNED = re.compile(r"[*:_](?=in(?:nen)?\b)")


# Cached, since this is called for almost every sentence, label and heading.
@remembered(4096)
def comparable(name: str) -> str:
    """Return a name normalized for comparison: in lower case and the singular, without article."""
    plain = " ".join(name.casefold().replace("’", "'").split())
    plain = _TIME.sub("", _ASIDE.sub("", _BEGINNING.sub("", plain))).strip(" ,.")
    plain = _PERCENTILE.sub("", _NATION.sub("", plain))
    return re.sub(r"[^\s-]+", lambda word: singular(word[0]), " ".join(plain.split()))


def without_article(name: str) -> str:
    """Return a name in lower case without an article or “most” at its beginning."""
    return _BEGINNING.sub("", name)


def singular(word: str) -> str:
    """Return the singular of an English noun in lower case.

    Also that of Spanish agent nouns (“soldadores”) and German ones for women.
    """
    word = word.casefold()
    if _SPANISH_PLURAL.search(word):
        return word[:-2]
    if word.endswith("innen"):
        return word[:-3]
    if word.endswith("wives"):
        return word[:-3] + "fe"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses")):
        return word[:-2]
    return re.sub(r"(?<=[^s'])s(?=,?$)", "", word) if len(word) > 3 else word


def named(words: str) -> str | None:
    """Return the name in some words, without any time, or None if they cannot be a name."""
    name = _ENDING.sub("", words.strip())
    return None if _NO_NAME.search(name) else name


@functools.lru_cache(maxsize=256)
def names_of(*titles: str, language: str = "en") -> frozenset[str]:
    """Return the names of an occupation with some titles: “registered nurse” and “nurse”.

    They include the names for men and for women, in languages that have both.
    """
    names = vocabulary("names", language)
    whole = {comparable(title) for title in titles}
    if not names:
        return frozenset(
            whole | {short for title in titles for short in _short(_within(title))}
        ) - {""}
    joined = either(names["joined"])
    parts = [
        part
        for title in titles
        for part in re.split(rf"\s+{joined}\s+|[/,]\s*", _SIGNED.sub("", _within(title)))
        if len(part) > _SHORTEST
    ]
    # A “técnico de farmacia” is a “técnico”, while “Bäckereifachverkäufer” has no shorter name.
    heads = {comparable(part).split()[0] for part in parts if names["head"] == "first"}
    every = heads | {comparable(part) for part in parts}
    both = every | {
        re.sub(rf"{one}(?=\s|$)", other, name, count=1)
        for name in every
        for pair in names["counterparts"]
        for one, other in (pair, pair[::-1])
    }
    return frozenset(whole | both | {name + end for name in both for end in names["endings"]}) - {
        ""
    }


def _short(title: str) -> set[str]:
    """Return an English name, its last word, which is the noun, and its initials."""
    name = comparable(title)
    if not name or _JOINED.search(name):
        return {name}
    words = re.findall(r"[^\s-]+", name)
    initials = "".join(word[0] for word in words)
    # “SLP” is a speech-language pathologist; two initials may also be a word.
    return {name, name.split()[-1], initials if len(words) >= _FEWEST_INITIALS else name}


def _within(title: str) -> str:
    """Return the name of an occupation in a title like “How to Become a Baker”."""
    return _AFTER_NAME.sub("", _BEFORE_NAME.sub("", title.strip())).strip()


def looks_like_one(heading: str) -> bool:
    """Return whether words look like the name of an occupation: “Flower Gardeners”."""
    name = comparable(heading)
    return bool(_AGENT.search(name)) and len(name.split()) <= _LONGEST_TITLE


def is_of_place(title: str) -> bool:
    """Return whether an English title is about an occupation in a place: “Nurses in Ohio”."""
    return _IN_PLACE.search(title) is not None


def is_anyone(words: str) -> bool:
    """Return whether words like “workers in this field” mean the guide's occupation."""
    if is_everybody(words):
        return False
    plain = _BEGINNING.sub("", " ".join(words.casefold().split()))
    return _ANYONE.fullmatch(plain) is not None


def is_of_nation(sentence: str) -> bool:
    """Return whether a sentence begins with words for the whole country."""
    return _OF_NATION.match(sentence) is not None


def is_person(noun: str) -> bool:
    """Return whether a noun means people in general, such as “applicants”."""
    return re.fullmatch(_PERSON, noun.casefold()) is not None


def is_everybody(words: str) -> bool:
    """Return whether words like “all occupations” mean the whole economy."""
    return _EVERYBODY.fullmatch(" ".join(words.casefold().split())) is not None


def is_own(words: str, own: frozenset[str]) -> bool:
    """Return whether words mean the occupation with some normalized names.

    “Bakers across the country” mean bakers; “bakers and cooks” are two occupations.
    """
    plain = comparable(words)
    if is_everybody(words):
        return False
    if not plain or is_anyone(words) or is_anyone(plain) or plain in own:
        return True
    if any(_is_cut(plain, name) for name in own):
        return True
    if re.search(r"\b(?:and|or)\b|,", plain) or _PLACE.search(_NATION.sub("", words)):
        return False
    if _is_shorter(plain.split(), own):
        return True
    rest_of_names = (plain.removeprefix(f"{name} ") for name in own if plain.startswith(f"{name} "))
    # A nurse practitioner is not a nurse in general.
    return any(is_person(rest) or not _AGENT.search(rest) for rest in rest_of_names)


def is_part_of_own(words: str, own: frozenset[str]) -> bool:
    """Return whether words mean a part of an occupation: “new nurses in Ohio” are some nurses."""
    found = _NARROWED.match(comparable(words))
    return found is not None and (is_own(found["who"], own) or is_own(found["last"], own))


def _is_cut(word: str, name: str) -> bool:
    """Return whether a word is a clipped name, as “vet” is of “veterinarian”."""
    is_short = _SHORTEST <= len(word) <= _LONGEST_CUT and " " not in name
    return is_short and name.startswith(word) and len(name) >= len(word) + _LONGEST_CUT


def _is_shorter(words: list[str], own: frozenset[str]) -> bool:
    """Return whether words are a longer name with some words left out: “wind tech”."""
    words = ["technician" if word == "tech" else word for word in words]
    return len(words) > 1 and any(
        words[-1] == name.split()[-1]
        and set(words) < set(name.split())
        and not _JOINED.search(name)
        for name in own
    )


def is_all_of_own(words: str, own: frozenset[str]) -> bool:
    """Return whether words mean all of the occupation with some normalized names, and nobody else.

    For “infirmier”, “infirmiers” and “infirmiers et infirmières” do; “infirmiers libéraux” may be only
    a part of them.
    """
    parts = re.split(r"\s+(?:et|ou|und|oder|y|o|e)\s+", comparable(words))
    return all(not part or part in own or is_anyone(part) for part in parts)


def is_share(name: str) -> bool:
    """Return whether words are only a share of people, such as “one in ten”."""
    return _SHARE.fullmatch(name) is not None


@remembered(512)
def subject_of(sentence: str) -> str | None:
    """Return the people that a sentence is about: "" if it names none, None if it is unclear."""
    for pattern in _SUBJECTS:
        if match := pattern.search(sentence[:_FAR]):
            name = named(match["who"])
            if name is None or _NEXT_CLAUSE.search(name) or _IS_MEASURED.fullmatch(name):
                continue
            if is_share(name):
                return ""
            return name if len(name.split()) <= _MOST_WORDS else None
    figure = _FIGURE_FOR.search(sentence[:_FAR])
    name = named(figure["who"]) if figure else None
    return name if name and _AGENT.search(comparable(name)) else ""
