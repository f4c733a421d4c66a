"""Finds the name in a title that sentences of the text begin with.

“Everything About Being a Court Reporter” is about court reporters if the text has “Court reporters
write …”, whatever else the title says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from string import capwords

from guidepub.importing.headings.title_names import (
    NameInTitle,
    adds_to_name,
    are_same_name,
    folded,
    is_possible,
    is_small,
    parts_of_title,
    pattern_of,
)
from guidepub.importing.titles.trade_names import may_be_trade
from guidepub.text.naming.occupations import singular

_MOST_WORDS, _MOST_IN_TITLE = 5, 24
_MOST_SENTENCES, _OPENING = 300, 80
# Openings of sentences about people: an article, “most”, or words before an English name.
_ARTICLE = re.compile(
    r"(?:an?|the|(?:as|to be|to become|becoming|being|working as) an?|el|la|los|las|une?|le|les|l['’]|der|die|das|eine?|ein|os?|as|uma?s?|un[oa]s)(?:(?<=['’])|\s+)",
)
_SENTENCE = re.compile(r"(?:^|[.!?:]\s+|\n)[“\"«(*_¿¡]{0,3}(?=\w)", re.M)
_OF = re.compile(r"d[eou]|d[aeo]s|da|del|em|en|no|na|im|in|of|für|fuer|von|zum|zur|aux?|à")
_PLURAL = re.compile(r"\w(?:s|men|people|folk)$")
JOINED = re.compile(
    r"\s+(?:or|and|vs\.?|versus|o|y|ou|et|oder|und|e|x|&|/)\s+|[?!:;,]\s+", re.IGNORECASE
)
"""What separates several names in a title."""
_LONGEST, _LONGEST_ENDING = 200, 3
_WORD = re.compile(r"[^\s,;:!?()“”\"«»]+")

_MOST_MATCHES, _MOST_NAMES = 300, 40
_MOST_OF_FIRST, _NEAR = 3, 60
# Words for pay and jobs, as returned by `folded`.
_PAY = re.compile(
    r"\b(?:salari|sueldo|cobra|gana|ganh|salair|gagn|gehalt|gehalter|lohn|verdien|pay|paid|wage|earn|employ|emple|emploi|empreg|beschaftig|jobs?\b)"
)
_FIRST = re.compile(
    r"\W{0,3}(?P<article>(?i:an?|the|most|el|la|los|las|une?|le|les|l['’]|der|die|das|eine?|o|a|os|as|uma?)(?:(?<=['’])|\s+))?(?P<words>\S.{2,100})"
)
_PROSE = (
    re.compile(r"\b(?:become|becoming|being|work(?:ing|s|ed)? as|career as|job as|trained as)\s+an?\s+(?P<who>[\w’'-]+(?:\s[\w’'-]+){0,3}?)(?=\s(?:is|are|in|for|at|with|who|you|and|or|to|by|takes|means|can|will|has|must|from)\b|[.,;:!?)]|$)", re.I),
    re.compile(r"(?:^|[.!?]\s)(?:An?\s|The\s)?(?P<who>[A-Z][\w’'-]+(?:\s[a-z][\w’'-]+){0,3}?)(?=,|\s(?:are|is|do|does|have|has|work|make|earn|use|help|can|must|may|will|need|learn|put|who)\b)"),
    re.compile(r"(?:^|[.!?]\s)(?:L['’]|(?:El|La|Los|Las|Un|Una|Le|Les|Une|Der|Die|Das|Ein|Eine|O|A|Os|As|Um|Uma)\s)(?P<who>\w[\w’'/-]+(?:\s[\w’'/-]+){0,4}?)(?=,|\s(?:es|son|est|sont|ist|sind|é|são|hace|hacen|fait|font|macht|machen|faz|fazem|trabaja|trabajan|travaille|travaillent|arbeitet|arbeiten|trabalha|trabalham)\b)"),
)  # fmt: skip


def subjects_in(text: str, language: str) -> Iterator[NameInTitle]:
    """Yield the occupations that sentences of a text are about, or explain how to enter."""
    names = dict.fromkeys(
        match["who"]
        for pattern in (_PROSE[:2] if language == "en" else _PROSE[2:])
        for match in islice(pattern.finditer(text), _MOST_MATCHES)
        if is_possible(match["who"])
    )
    if first := _first_subject(text, language):
        yield NameInTitle(_singular_name(first) if language == "en" else first, False, False)
    for name in islice(names, _MOST_NAMES):
        title = capwords(_singular_in_text(name, text)) if language == "en" else name
        yield NameInTitle(title, False, False)


def _first_subject(text: str, language: str) -> str:
    """Return the first words of a text's first sentence, if they name a trade, or "".

    They must end like the name of a trade, and, since “madera” does too, the text must mention
    their pay or jobs.
    """
    found = _FIRST.match(text)
    if found is None or (found["article"] is None and language not in ("en", "de")):
        return ""
    words = _WORD.findall(found["words"])[:_MOST_OF_FIRST]
    prefixes = [" ".join(words[:length]) for length in range(1, len(words) + 1)]
    names = (
        name
        for name in prefixes
        if is_possible(name) and may_be_trade(name.removesuffix("s"), language)
    )
    return next((name for name in names if _mentions_pay_of(name, text)), "")


def _mentions_pay_of(name: str, text: str) -> bool:
    """Return whether a text mentions the pay or the jobs of the people with a name."""
    plain = folded(text)
    return any(
        _PAY.search(plain, max(match.start() - _NEAR, 0), match.end() + _NEAR)
        for match in islice(pattern_of(name).finditer(plain), _MOST_SENTENCES)
    )


def _singular_in_text(name: str, text: str) -> str:
    """Return the singular of an English name, if a text has it: “an usher” for “Ushers”."""
    forms = [name[:-1], name.removesuffix("es"), f"{name.removesuffix('ies')}y"]
    single = (form for form in forms if re.search(rf"(?i)\ban? {re.escape(form)}\b", text))
    return next(single, name) if name.endswith("s") else name


def openings_of(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the openings of a text's sentences in folded letters, and whether each has an article."""
    found = []
    for sentence in islice(_SENTENCE.finditer(text), _MOST_SENTENCES):
        opening = folded(text[sentence.end() : sentence.end() + _OPENING])
        article = _ARTICLE.match(opening)
        found.append((opening[article.end() :] if article else opening, article is not None))
    return tuple(found)


def subject_in(
    title: str, openings: Sequence[tuple[str, bool]], language: str
) -> NameInTitle | None:
    """Return the only name in a title that sentences begin with, or None if there are several."""
    found: list[tuple[str, NameInTitle]] = []
    parts = list(parts_of_title(title))
    for number, part in enumerate(parts):
        for run in _runs(part):
            is_part = any(f" {folded(run)} " in f" {folded(other)} " for other, _ in found)
            if not is_part and (name := _name_beginning_sentence(run, openings, language)):
                is_whole = run == title
                name = name if is_whole or language != "en" else _singular_name(name)
                rest = "; ".join(each for each in parts[number + 1 :] if adds_to_name(each, name))
                found.append((run, NameInTitle(name, True, is_whole, rest)))
    if any(not are_same_name(one[0], other[0]) for one, other in pairwise(found)):
        return None
    return found[0][1] if found else None


def has_several_subjects(title: str, openings: Sequence[tuple[str, bool]], language: str) -> bool:
    """Return whether sentences begin with each of several names in a title: “Roofer or Carpenter?”."""
    names = [name.strip(" ?!.") for name in JOINED.split(title[:_LONGEST])]
    begun = [name for name in names if name and _name_beginning_sentence(name, openings, language)]
    return len(begun) == len(names) > 1 and not any(map(are_same_name, begun, begun[1:]))


def _runs(part: str) -> Iterator[str]:
    """Yield the runs of consecutive words in a part of a title, the longest first."""
    words = _WORD.findall(part)[:_MOST_IN_TITLE]
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            if _narrows_another(words[:start]):
                continue
            if not is_small(run[0]) and not is_small(run[-1]):
                yield " ".join(run)


def _narrows_another(before: Sequence[str]) -> bool:
    """Return whether words before a run make it the complement of a name: “Técnico de …”."""
    words = [word.casefold() for word in before]
    while words and _OF.fullmatch(words[-1]) is None and is_small(words[-1]):
        words.pop()
    if len(words) < 2 or _OF.fullmatch(words[-1]) is None:
        return False
    return not (is_small(words[-2]) or not is_possible(words[-2]))


def _name_beginning_sentence(run: str, openings: Sequence[tuple[str, bool]], language: str) -> str:
    """Return words as a name, if a sentence begins with it, or ""."""
    letters = folded(run)[:3]
    begun = [opening for opening in openings if opening[0].startswith(letters)]
    if not begun or not is_possible(run):
        return ""
    pattern = pattern_of(run)
    for opening, has_article in begun:
        match = pattern.match(opening)
        if (
            match
            and _is_same(folded(run), match[0])
            and (has_article or language == "de" or _PLURAL.search(match[0]))
        ):
            # In “Der Beruf des Orgelbauers” the name is “Orgelbauer”.
            is_genitive = language == "de" and f"{match[0]}s" == folded(run)
            return run[:-1] if is_genitive else run
    return ""


def _is_same(run: str, begun: str) -> bool:
    """Return whether words are the same except for short endings, unlike “farmacia” and “farmacéuticos”."""
    return all(
        max(len(one), len(other)) - _shared(one, other) <= _LONGEST_ENDING
        for one, other in zip(run.split(), begun.split(), strict=False)
    )


def _shared(one: str, other: str) -> int:
    """Return the length of the common prefix of two words."""
    return next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _singular_name(name: str) -> str:
    """Return the singular of an English name in title case: “Truck Driver” for “truck drivers”."""
    *before, last = name.split()
    one = singular(last)
    last = (
        last
        if one == last.casefold()
        else last[: len(one)]
        if last.lower().startswith(one)
        else one
    )
    return " ".join(word if word[:1].isupper() else capwords(word) for word in (*before, last))
