"""Attributions: the name of the institution that a sentence's figures come from, or a link to it.

“According to the Guild of Bakers”, “the Board of Nursing reports” and “a survey by the Ministry of
Labor” name one; “experts agree” and “studies show” do not. A contract, a pay scale or a notice is a
source as well, since it sets the pay: “under the 2026 contract of Local 420”.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from guidepub.text.vocabulary import compiled, either, vocabulary

# Small words that join those of a name.
_SMALL = r"(?:of|for|on|and|the|&|de|del|la|las|los|el|y|e|do|da|dos|das|du|des|et|der|des|die|für|und|in)"
_CAPITAL = r"[^\W\d_a-zà-ÿ][\w’'-]*\.?"
_NAME = re.compile(
    rf"(?<!\w){_CAPITAL}(?:,?\s(?:{_SMALL}\s){{0,3}}(?:[ld][’'])?{_CAPITAL}){{0,12}}"
)
# Institutions may be named by initials; those of countries do not count.
_INITIALS = re.compile(r"(?!(?:US|USA|UK|EU|EEUU)$)[A-Z]{2,8}")
_MOST_NAMES = 40
# In characters: from a preposition to a name, and from a name to its verb.
_NEAR, _FAR = 70, 110
_WORDS = r"(?:[\w’'/-]+\s){0,6}"
# What identifies a contract or a notice: its year, its number, or its parties.
_NUMBER = r"(?:19|20)\d\d"
_KNOWN = (
    r"(?:\b(?:19|20)\d\d\b|(?<![$€£\d.,])\b\d+(?:[./-]\d+)*\b(?![.,]\d|\s?[€$£%])"
    r"|\b(?:of|for|de|del|da|do|du|des|der|von|vom)\s(?:(?:the|la|el|los|las|le|les|l[’']|der|den|o|a)\s?)?[^\W\d]\w+)"
)
_LINK = "\ue000"
_TO_GO = compiled(
    r"(?:read|learn|see|find|get|view|click|more|apply|lea|leer|ver|saber|más|lire|voir|mehr|hier|ler|saiba)\b"
)


@dataclass(frozen=True, slots=True)
class _CreditForms:
    """The patterns of a language for the words around the name in an attribution."""

    institute: re.Pattern[str]
    body: re.Pattern[str]
    small_body: re.Pattern[str]
    nameless: re.Pattern[str]
    before_any: re.Pattern[str]
    before_name: re.Pattern[str]
    before_body: re.Pattern[str]
    behind_body: re.Pattern[str]
    behind_initials: re.Pattern[str]
    behind_any: re.Pattern[str]
    within: re.Pattern[str]
    described: re.Pattern[str]
    linked: re.Pattern[str]
    instrument: re.Pattern[str]
    has_capital_nouns: bool


def names_who_counted(sentence: str, language: str, links: Sequence[tuple[int, int]] = ()) -> bool:
    """Return whether a sentence names the institution that its figures come from, or links to it.

    `links` are the bounds of the words that are links.
    """
    forms = _forms(language)
    if forms is None:
        return False
    if forms.institute.search(sentence) or forms.described.search(sentence):
        return True
    if forms.instrument.search(sentence):
        return True
    if any(_is_credited(sentence, start, end, forms) for start, end in _names(sentence, forms)):
        return True
    return any(
        not _TO_GO.match(sentence, start)
        and forms.linked.search(f"{sentence[:start]}{_LINK}{sentence[end:]}")
        for start, end in links
    )


def _names(sentence: str, forms: _CreditForms) -> Iterator[tuple[int, int]]:
    """Yield the bounds of names, and of nouns for institutions that are followed by a name."""
    for match in islice(_NAME.finditer(sentence), _MOST_NAMES):
        yield match.span()
    for match in islice(forms.small_body.finditer(sentence), _MOST_NAMES):
        yield match.span()


def _is_credited(sentence: str, start: int, end: int, forms: _CreditForms) -> bool:
    """Return whether the words around a name make it the source."""
    name = sentence[start:end]
    before = sentence[max(start - _NEAR, 0) : start]
    after = sentence[end : end + _FAR]
    if forms.before_any.search(before) and not forms.nameless.match(name):
        return True
    is_body = forms.body.search(name) is not None
    has_initials = any(map(_INITIALS.fullmatch, name.split()))
    if forms.before_name.search(before) and (is_body or has_initials or " " in name):
        return True
    if is_body:
        found = forms.before_body.search(before) or forms.behind_body.match(after)
        # German nouns are capitalized: “Eine Umfrage der Handwerkskammer” matches as one name.
        return bool(found or forms.within.search(name))
    if has_initials and forms.behind_initials.match(after):
        return True
    # The first word of a sentence is always capitalized, and so is every noun in German.
    own = name if start else name.partition(" ")[2]
    is_name = " " in own if forms.has_capital_nouns else own
    is_author = is_name and forms.behind_any.match(after) is not None
    return bool(is_author) and not forms.nameless.match(name)


@functools.cache
def _forms(language: str) -> _CreditForms | None:
    table = vocabulary("attributions", language)
    if not table:
        return None
    according, reports = either(table["according"]), either(table["reports"])
    works, gives, of = either(table["works"]), either(table["gives"]), either(table["of"])
    body, article = either(table["bodies"]), either(table["articles"])
    known = rf"[^.,;:]{{0,30}}?{_KNOWN}"
    instrument = rf"(?:{_NUMBER}\s)?{either(table['instruments'])}(?!\w)"
    published = rf"(?:[’']s?)?\s(?:\w+\s){{0,3}}?{works}(?!\w)"
    return _CreditForms(
        institute=re.compile(rf"\b{vocabulary('clauses', language)['parts']['institute']}(?!\w)"),
        body=compiled(rf"(?<!\w){body}(?!\w)"),
        small_body=compiled(rf"(?<!\w){body}\s(?:\w+\s){{0,4}}?(?:[ld][’'])?(?-i:{_CAPITAL})"),
        nameless=compiled(rf"{either(table['nameless'])}(?!\w)"),
        before_any=compiled(rf"(?<!\w){according}\s?(?:{article}\s?)?$"),
        before_name=compiled(rf"(?<!\w){according}\s{_WORDS}(?:[ld][’'])?$"),
        before_body=compiled(
            rf"(?<!\w)(?:{reports}\s(?:\w+\s){{0,2}}|{works}\s{of}\s?(?:\w+\s){{0,4}})(?:[ld][’'])?$"
        ),
        behind_body=compiled(rf"{published}|[^.;:]{{0,80}}?(?<!\w){reports}(?!\w)"),
        behind_initials=compiled(rf"{published}|\s(?:\w+\s)?{reports}(?!\w)"),
        behind_any=compiled(rf"\s(?:[\w’]+\s)?{reports}\s?(?:,\s?)?(?:that|que|qu[’']|dass)(?!\w)"),
        # “The survey of the state’s library board”.
        described=compiled(
            rf"(?<!\w){works}\s(?:{either(table['of_the'])})\s?(?:[\w’'-]+\s){{0,3}}?{body}(?!\w)"
        ),
        within=compiled(rf"(?<!\w){works}\s{of}\s?(?:\w+\s){{0,4}}?{body}(?!\w)"),
        linked=compiled(
            rf"(?<!\w)(?:{according}|{works})\s(?:[\w’'-]+\s){{0,4}}?(?:[ld][’'])?{_LINK}"
            rf"|{_LINK}\s(?:\w+\s){{0,3}}?(?:{reports}|{gives})(?!\w)"
        ),
        instrument=compiled(
            rf"(?<!\w){either(table['under'])}\s(?:[\w’'-]+\s){{0,4}}?(?:{_NUMBER}\s{instrument}|{instrument}{known})"
            rf"|(?:{_NUMBER}\s{instrument}|(?<!\w){instrument}{known})[^.;:]{{0,40}}?\s{either(table['sets'])}(?!\w)"
        ),
        has_capital_nouns=language == "de",
    )
