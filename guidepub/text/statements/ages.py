"""Statements about the age at which people must or may enter an occupation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

AgeRule = Literal["from", "at", "to", "unlimited", "no upper"]
_YEARS = r"(?P<{}>1[3-9]|[2-6]\d)"
_OLD = r"(?:years?\s+old|years?\s+of\s+age|or\s+older|or\s+over|and\s+older|and\s+over|años)"
# “Must be 32 psi”: a number followed by another unit is not an age.
_NO_AGE = r"(?!(?:years?|or|and|to|by|when|before|at|in|on|as|if|unless|but|because|under|for|with|the)\b)[^\W\d_]"
_FORMS: tuple[tuple[AgeRule, str], ...] = (
    ("from", rf"\b(?:must|has\s+to|have\s+to|needs?\s+to|required\s+to)\s+be\s+(?:at\s+least\s+)?{_YEARS.format('a')}(?:\s+{_OLD})?(?!\s*%|\s+{_NO_AGE})\b"),
    ("from", rf"\b(?:anyone|anybody|everyone|everybody|all|those|people|applicants|candidates)\s+(?:who\s+(?:is|are)\s+)?(?:over|above|aged|older\s+than|of)(?:\s+the\s+age\s+of)?\s+{_YEARS.format('k')}(?:\s+{_OLD})?\s+(?:(?:can|may)(?!\s+(?:not|also|need|have|get|find|retire|be\s+(?:asked|required|exempt|charged|refused))\b)|(?:is|are)\s+(?:allowed|permitted|eligible|welcome|admitted|accepted))\b"),
    ("from", rf"\bat\s+least\s+{_YEARS.format('b')}\s+{_OLD}"),
    ("from", rf"\b(?:minimum|lowest)\s+(?:legal\s+)?age\s+(?:\w+\s+){{0,4}}?(?:is|of|at)\s+{_YEARS.format('c')}\b"),
    ("from", rf"\b(?:no\s+one|nobody|none|no\s+\w+|nadie|ning[uú]n\w*\s[^.;]{{3,40}})\s+(?:\w+\s+){{0,3}}?(?:under|younger\s+than|below|menor(?:es)?\s+de|de\s+menos\s+de)\s+{_YEARS.format('d')}\b"),
    ("from", rf"\b(?:por\s+lo\s+menos|al\s+menos|como\s+mínimo|más\s+de|cumplir|haber\s+cumplido|edad\s+mínima\s+(?:es\s+de|de|:))\s+(?:los\s+)?{_YEARS.format('e')}\s+años"),
    ("from", rf"\b(?:solo|sólo|únicamente)\s+(?:se\s+)?(?:admiten?|aceptan?|contratan?)\s+(?:a\s+)?(?:los\s+)?mayores\s+de\s+{_YEARS.format('l')}\b"),
    ("to", rf"\b(?:must|has\s+to|have\s+to)\s+be\s+(?:younger\s+than|under|below|no\s+older\s+than|not\s+older\s+than)\s+{_YEARS.format('f')}\b"),
    ("to", rf"\b(?:maximum|upper|highest)\s+age\s+(?:limit\s+)?(?:\w+\s+){{0,3}}?(?:is|of|at)\s+{_YEARS.format('g')}\b|\bedad\s+máxima\s+(?:es\s+de|de)\s+{_YEARS.format('h')}\b"),
    ("no upper", r"\b(?:no|without\s+an?y?)\s+(?:upper|maximum)\s+age\s+limits?\b"),
    ("unlimited", r"\b(?:no|without\s+an?y?)\s+(?:minimum\s+)?age\s+limits?\b|\b(?:people|applicants)\s+of\s+any\s+age\b|\b(?:no\s+hay|sin)\s+(?:ningún\s+)?límite\s+de\s+edad\b"),
    ("at", rf"\b(?:who\s+(?:is|are|has\s+turned)|aged|at(?:\s+age)?|a|con|de)\s+(?:only\s+|just\s+)?{_YEARS.format('i')}(?:\s+(?:years?\s+old|años))?\s+(?:can|may|is|are|puede[ns]?)\b"),
    ("at", rf"\bas\s+young\s+as\s+{_YEARS.format('m')}\b|\b{_YEARS.format('n')}-year-olds?\s+(?:can|may|are\s+(?:hired|accepted|admitted|welcome))\b(?!\s+(?:not|also))"),
    ("at", rf"\ba\s+los\s+{_YEARS.format('o')}\s+(?:años\s+)?(?:ya\s+)?se\s+puede\b"),
    ("at", rf"\b(?:can|may|start|begin|hired?|licen[sc]ed|pueden?|empiezan?)\b[^.;,]{{0,50}}?\b(?:at(?:\s+age)?|from\s+age|a\s+los|con|desde\s+los)\s+{_YEARS.format('j')}(?:\s+años)?(?=\s*(?:[.,;]|$|and\b|y\b))"),
    ("from", rf"\b(?:muss|müssen|hat|haben|ist)\b[^.;,]{{0,40}}?\bmindestens\s+{_YEARS.format('p')}(?:\s+Jahre)?\s+(?:alt|sein)\b|\b(?:das\s+)?Mindestalter\s+(?:ist|beträgt|liegt\s+bei)\s+{_YEARS.format('q')}\b|\b(?:niemand|keiner)\s+unter\s+{_YEARS.format('r')}\b"),
    ("at", rf"\b(?:schon\s+|bereits\s+)?(?:mit|ab)\s+{_YEARS.format('s')}(?:\s+Jahren)?\s+(?:kann|können|darf|dürfen)\b(?!\s+(?:noch|auch)?\s*nicht\b)|\b(?:kann|können|darf|dürfen)\s+(?:man\s+)?(?:schon|bereits)\s+(?:mit|ab)\s+{_YEARS.format('t')}\b"),
    ("from", rf"\b(?:doit|doivent|faut|devez)\s+(?:être\s+âgée?s?\s+d[’'e]\s*|avoir\s+)au\s+moins\s+{_YEARS.format('u')}\s+ans\b(?!\s+d[’'e])|\bl[’']âge\s+minimum\s+est\s+(?:de\s+|fixé\s+à\s+){_YEARS.format('v')}\s+ans\b"),
    ("at", rf"\b(?:peut|peuvent|pouvez)\s+(?:\w+\s+){{0,3}}?(?:dès|à\s+partir\s+de)\s+{_YEARS.format('w')}\s+ans\b|\b(?:dès|à)\s+{_YEARS.format('x')}\s+ans,?\s+(?:déjà,?\s+)?(?:on|il|elle|chacun)\s+peut\b(?!\s+(?:pas|encore|aussi))"),
    ("from", rf"\b(?:deve|devem|tem\s+de|têm\s+de|precisa|é\s+preciso|é\s+necessário)\s+(?:de\s+)?ter\s+(?:pelo\s+menos|no\s+mínimo)\s+{_YEARS.format('y')}\s+anos\b(?!\s+de\b)|\ba\s+idade\s+mínima\s+é\s+(?:de\s+)?{_YEARS.format('z')}\b"),
    ("at", rf"\b(?:pode|podem)(?:-se)?\s+(?:\w+\s+){{0,3}}?(?:aos|a\s+partir\s+dos|desde\s+os)\s+{_YEARS.format('aa')}\s+anos\b|\baos\s+{_YEARS.format('bb')}\s+anos\s+(?:já\s+)?(?:se\s+)?pode\b"),
    ("unlimited", r"\b(?:kein|keine|ohne)\s+(?:Mindestalter|Altersgrenze)\b|\bsans\s+(?:limite|condition)\s+d[’']âge\b|\b(?:não\s+há|sem)\s+(?:limite\s+de\s+idade|idade\s+mínima)\b"),
)  # fmt: skip
_PATTERNS = tuple((rule, re.compile(form, re.IGNORECASE)) for rule, form in _FORMS)
_HINT = re.compile(r"\b(?:\d\d|ages?|edad|alters\w*|mindestalter|âge|idade)\b", re.IGNORECASE)
# Ages in words.
_WORDS = dict(
    zip(
        "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one".split(),
        range(13, 22),
        strict=True,
    )
)
_IN_WORDS = re.compile(
    rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b(?!-)"
    r"|\b(?:sixteen|seventeen|eighteen|nineteen|twenty-one)(?=-year-old)",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:if|unless|provided|some|most|many|certain|other|others|but|within|across|state\s+line|interstate|si|salvo|algun\w+|otr[oa]s?|dentro|para\s+cruzar|helpers?|volunteers?|apprentices?|older\s+drivers|wenn|manche|einige|viele|aber|nur|praktik\w+|lehrlinge?|certain\w*|mais|sauf|stagiaires?|alguns|algumas|mas|estagiári\w+|salvo|exceto)\b|\?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Age:
    """An age from which, at which or up to which people may begin; 0 for no limit."""

    rule: AgeRule
    years: int
    start: int
    text: str

    def contradicts(self, other: Age) -> bool:
        """Return whether two ages cannot apply to the same people."""
        rules = {self.rule, other.rule}
        if rules in ({"from"}, {"to"}):
            return self.years != other.years
        if rules == {"from", "at"}:
            least, at = (self, other) if self.rule == "from" else (other, self)
            return at.years < least.years
        if "no upper" in rules:
            return "to" in rules
        return "unlimited" in rules and len(rules) == 2 and "at" not in rules


def ages(sentence: str) -> Iterator[Age]:
    """Yield the age that a sentence requires or allows, if it applies to everyone."""
    read = _IN_WORDS.sub(_in_figures, sentence)
    if not _HINT.search(read) or _LIMITED.search(read):
        return
    for rule, form in _PATTERNS:
        if match := form.search(read):
            years = next((int(words) for words in match.groups() if words), 0)
            yield Age(rule, years, match.start(), sentence[slice(*match.span())].strip())
            return


def _in_figures(words: re.Match[str]) -> str:
    """Return an age in words as a figure, padded so that the text after it does not move."""
    before_hyphen = words.string[words.end() : words.end() + 1] == "-"
    figure = str(_WORDS[words[0].casefold()])
    return figure.rjust(len(words[0])) if before_hyphen else figure.ljust(len(words[0]))
