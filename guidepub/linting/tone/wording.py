"""G: wording that excludes people, reduces a person to one trait, or uses dated terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from guidepub.linting import data
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import LINES, PROSE, Sentence
from guidepub.linting.texts.rules import Rule, rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.naming.occupations import looks_like_one
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.vocabulary import compiled, either

_ILLNESS = (
    r"(?=[^.;]{0,70}\b(?:disab|impair|disorder|disease|illness|injur|condition|pain|stroke|autis|dementia"
    r"|depress|addict|syndrome|mental|diabet|cancer|arthrit|allerg|trauma|pals|epilep|asthma|infection|ailment))"
)
_PARTS = re.compile(r"[\s-]+")
# What may follow “the blind” if it means people.
_AFTER_PEOPLE = re.compile(
    r"\W*$|[^\w\s]|\s+(?:and|or|are|is|who|with|to|can|could|may|might|must|will|would|have|has|had|were|was|of|in|on|at|as|by|for|from|than|need|often|do|should|find|use|learn|live|work|read|how|what|why|when|where|while|if|not|also)\b"
)


@cache
def _words_to_avoid(language: str, with_illness: bool) -> Mapping[str, str]:
    return {
        term: replacement
        for name, table in data.table(f"avoid.{language}").items()
        for term, replacement in table.items()
        if (name == "beside an illness") == with_illness
    }


@cache
def _avoided(terms: tuple[str, ...], after: str = "") -> re.Pattern[str]:
    joined = "|".join(
        r"[\s-]+".join(map(re.escape, _PARTS.split(term)))
        for term in sorted(terms, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-]){after}", re.IGNORECASE)


def _words_to_avoid_found(language: str, subject: Subject) -> Iterator[Alarm]:
    yield from _words_found(subject, _words_to_avoid(language, with_illness=False))
    yield from _words_found(subject, _words_to_avoid(language, with_illness=True), _ILLNESS)


def _house_words(subject: Subject) -> Iterator[Alarm]:
    yield from _words_found(subject, subject.settings.avoid)


def _words_found(subject: Subject, avoid: Mapping[str, str], after: str = "") -> Iterator[Alarm]:
    if not avoid:
        return
    replacement_by_word = {_folded(term): replacement for term, replacement in avoid.items()}
    for block, match in subject.matches(_avoided(tuple(avoid), after), PROSE | LINES):
        if _is_part(block.text, match):
            continue
        replacement = replacement_by_word[_folded(match[0])]
        message = f"“{match[0]}” is a word to avoid."
        yield subject.alarm("G003", block, match.span(), message, f"Say: {replacement}.")


def _folded(term: str) -> str:
    return " ".join(_PARTS.split(term.casefold()))


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Return whether a word to avoid is part of a name, a quotation or another expression.

    “Defense Manpower Data Center” is a name, and “the blind spot” is not about people.
    """
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    begins = not before or before[-1] in '.!?:;“”"‘'
    word = re.sub(r"^the ", "", match[0], flags=re.IGNORECASE)
    next_to_name = re.match(r" [A-Z]", after) or re.search(r"[A-Z]\w*$", before)
    # Words for people by their origin are always capitalized.
    is_origin = _folded(match[0]) in data.table("avoid.en")["origin"]
    is_name = word[:1].isupper() and (next_to_name or not (begins or is_origin))
    # “Fisherman’s Wharf is a pier” begins with a name; in a heading every word is capitalized.
    is_first = begins and _FIRST_OF_A_NAME.match(after)
    is_firm = word[:1].isupper() and (
        is_first or _BODY_NAME.match(after) or _BODY_FOR.search(before)
    )
    if is_quoted(text, *match.span()) or (
        not text.isupper() and (is_firm or (is_name and match.start() > 0))
    ):
        return True
    around = (_SCHOOL_FOR, _ABOUT_MYSELF, _AS_A_WORD)
    if _PICTURED.match(after) or any(form.search(before) for form in around):
        return True
    # Both are named: “a chairman or chairwoman is elected”.
    if re.match(r" (?:or|and) \w+wom[ae]n\b", after):
        return True
    # “Spokesman Luis Ferrer” is a man, and “the first stewardesses of 1930” were women.
    if _GENDERED_ENDING.search(match[0]) and (
        re.match(r",? [A-Z][a-z]+ [A-Z]", after)
        or _LONG_AGO.search(_sentence_around(text, match.start()))
    ):
        return True
    if _is_of_thing(match[0].casefold(), after) or _is_of_elders_or_age(text, match):
        return True
    return match[0][:4].lower() == "the " and not _AFTER_PEOPLE.match(after)


# “Los ancianos de la aldea deciden”: village elders hold an office.
_ELDERS = re.compile(
    r"los\s+ancianos\s+(?:de\s+la\s+(?:aldea|tribu|comunidad|iglesia)|del?\s+(?:\w+\s+)?(?:consejo|pueblo|clan|poblado))\b",
    re.IGNORECASE,
)


_NEW = re.compile(r"\bnuevos\b", re.IGNORECASE)


def _is_of_elders_or_age(text: str, match: re.Match[str]) -> bool:
    """Return whether Spanish words for old people mean an office, or contrast “viejos” with “nuevos”."""
    is_of_age = match[0].casefold().endswith("viejos")
    return _ELDERS.match(text, match.start()) is not None or (
        is_of_age and _NEW.search(_sentence_around(text, match.start())) is not None
    )


def _is_of_thing(word: str, after: str) -> bool:
    """Return whether a word for people is used of a thing: “strikes cripple the port”."""
    if word.startswith("cripple") and re.match(
        r" (?:the|an?|its|our|their|studs?|walls?|rafters?|jacks?)\b", after
    ):
        return True
    thing = _THING.match(after) if word in _FITS_THINGS else None
    return thing is not None and not (_PEOPLE_AFTER.fullmatch(thing[1]) or looks_like_one(thing[1]))


# “A crippled valve” and “insane deadlines” are not about people.
_FITS_THINGS = frozenset({"crippled", "insane"})
_THING = re.compile(
    r" (?!(?:in|on|at|by|with|and|or|for|from|as|who|when|is|are|was|were)\b)([a-z]{3,})"
)
_PEOPLE_AFTER = re.compile(
    r"(?:people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|boys?|girls?|adults?|students?|veterans?|patients?|clients?|residents?|soldiers?|customers?|kids?|ones?|elderly|population|inmates?|beggars?)"
)
# “The National Association for the Advancement of Colored People”.
_BODY_FOR = re.compile(r"\b[A-Z]\w+ (?:of|for) (?:the )?[A-Z]\w+ (?:of|for)(?: the)?$")
_FIRST_OF_A_NAME = re.compile(r"(?:['’]s?)? [A-Z][a-z]+ (?:[A-Z]\w+ )?[a-z]{2,}\b")
# “Manpower Inc.” is a name even at the beginning of a sentence.
_BODY_NAME = re.compile(
    r"(?:['’]s?)?(?:,? [A-Z][\w&’']+){0,3}?,? (?:Inc|Corp\w*|LLC|Ltd|Group|Cent(?:er|re)|Institute|Association|Society|Council|Commission|Agency|Department"
    r"|Bureau|Foundation|Federation|Act|Administration|Union|Program|Services?|School|Club|League|Company|Brotherhood|Circle|Guild|Alliance|Lodge)\b"
)
# “Schools for the blind” is what they are called.
_SCHOOL_FOR = re.compile(
    r"\b(?:schools?|institut\w+|librar\w+|association|federation|council|lighthouse|home|asylum|society)\s+(?:for|of)$",
    re.IGNORECASE,
)
# Words that are only mentioned: “once known as firemen”, “the term manpower”.
_AS_A_WORD = re.compile(
    r"\b(?:called|known\s+as|termed|named|entitled|rather\s+than|instead\s+of|(?:word|term|title|name|label)s?(?:\s+(?:of|was|is|for|like|such\s+as))?)(?:\s+(?:an?|the|themselves|simply|just))*$",
    re.IGNORECASE,
)
_GENDERED_ENDING = re.compile(r"(?:m[ae]n|wom[ae]n|ess(?:es)?|lady|ladies)$", re.IGNORECASE)
# Statements about the distant past.
_LONG_AGO = re.compile(
    r"\b(?:1[5-8]\d\d|19[0-7]\d)s?\b(?=.*\b(?:was|were|had|\w+ed)\b)|\b(?:was|were|had|\w+ed)\b.*\b(?:1[5-8]\d\d|19[0-7]\d)s?\b",
    re.IGNORECASE | re.DOTALL,
)


def _sentence_around(text: str, at: int) -> str:
    """Return the sentence around an offset of a text."""
    start = max(text.rfind(mark, 0, at) for mark in ".!?\n") + 1
    ends = [end for mark in ".!?\n" if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


# People choose the words for themselves: “I am …”.
# “The male nurse in the photo” is one person.
_PICTURED = re.compile(
    r" (?:(?:shown|seen|standing|sitting|pictured) )?(?:in|on) (?:the|this|our|her|his) (?:\w+ )?(?:photo\w*|pictures?|images?|drawing|painting|portrait|cover|poster|video|film)\b"
)
_ABOUT_MYSELF = re.compile(r"\bI(?:['’]m| am| was| became| call myself)(?: an?)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of biased wording, and its message."""

    pattern: re.Pattern[str]
    message: str
    remedy: str


@cache
def _kinds(language: str) -> tuple[_Kind, ...]:
    return tuple(
        _Kind(compiled(either(kind["forms"])), kind["message"], kind["remedy"])
        for kind in data.table("partial")[language].values()
    )


def _wordings(language: str, subject: Subject) -> Iterator[Alarm]:
    for kind in _kinds(language):
        for block, match in subject.matches(kind.pattern, PROSE | LINES):
            sentence = _sentence_at(block.sentences, match.start())
            if is_quoted(block.text, *match.span()) or sentence.rstrip(' ”"»').endswith("?"):
                continue
            if _PICTURED.match(block.text, match.end()):
                continue
            if _is_denied_or_over(block.text[: match.start()], match[0], sentence):
                continue
            shown = " ".join(match[0].split())[:60]
            message = kind.message.format(shown)
            yield subject.alarm("G003", block, match.span(), message, kind.remedy)


def _is_denied_or_over(before: str, wording: str, sentence: str) -> bool:
    """Return whether a wording is denied, or reports whom schools and firms once admitted."""
    is_past = _ADMITTED.search(before) is not None or _LONG_AGO.search(sentence) is not None
    return _DENIED.search(before) is not None or (is_past and _ONLY.search(wording) is not None)


# “Nobody is too old to learn it.”
_DENIED = re.compile(
    r"\b(?:nobody\s+is|no\s+one\s+is|(?:is|are)\s+(?:not|never)|isn['’]t|aren['’]t|you['’]re\s+(?:not|never))\s+$",
    re.IGNORECASE,
)
# “For decades the profession admitted women only.”
_ADMITTED = re.compile(
    r"\b(?:admitted|accepted|took(?:\s+in)?|hired|employed|trained|taught|let\s+in|was\s+for|were\s+for)\s+$",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)


def _sentence_at(sentences: Iterator[Sentence], at: int) -> str:
    return next((s.text for s in sentences if s.start <= at < s.start + len(s.text)), "")


_PERSON_AND_PRONOUN = re.compile(
    r"\b(?:(?P<article>an?|every|each|any|no|the)\s+|(?=(?:whoever|anyone|anybody|everyone|everybody)\b))(?P<who>(?:[a-z-]+\s+){0,2}?[a-z-]+)\b"
    r"(?P<between>[^.;:!?“”\"]{0,120}?)\b(?P<pronoun>he|him|his|himself|she|her|hers|herself)\b",
)
# Words for a person of that sex, or for an event in the past.
_PARTICULAR_PERSON = re.compile(
    r"\b(?:wom[ae]n|m[ae]n|ladies|lady|girls?|boys?|mothers?|fathers?|wi(?:fe|ves)|husbands?|sons?|daughters?|sisters?|brothers?|grand\w+|aunts?"
    r"|uncles?|widows?|nuns?|monks?|queens?|kings?|bride|groom|midwi\w+|actress|waitress|Mr|Mrs|Ms|Miss|Sir|Dr|my|our|said|told|was|were|had|did|went"
    r"|took|made|came|knew|saw|gave|kept|hid|lost|found|left|broke|wrote|ran|sold|bought|built|got|held|brought|met|won|began|used\s+to|once|he\s+or\s+she|she\s+or\s+he|his\s+or\s+her|her\s+or\s+his|him\s+or\s+her|himself\s+or\s+herself|herself\s+or\s+himself)\b"
)
# Both are named: “with his/her initials”.
_BOTH = re.compile(r"/(?:s?he|his|hers?|him)\b")
# “He needs a license” is a rule; “all that he needs.” is not.
_RULE = re.compile(
    r"\s+(?:must|should|has\s+to|needs?(?=\s+(?!in\b|on\b|at\b|for\b|from\b|with\b|when\b|and\b)\w)|will|can|may)\b"
)
_RULED = re.compile(r"\b(?:must|should|has\s+to|needs\s+to|ought\s+to|will|is\s+to)\b")
# “The old mechanic” is a particular person.
_PARTICULAR = re.compile(r"(?:old|older|young|younger|same|other|first|second|last|next)\b")
# The noun for the person is among this many words after the article: “a good pastry chef”.
_FIRST_WORDS = 3
_ANOTHER = re.compile(
    r"\b(?:an?|the|each|every)\s+(?:[a-z-]+\s+){0,2}(?:student|pupil|client|customer|patient|guest|passenger|child|caller|buyer|reader|colleague|visitor|resident|applicant|candidate|apprentice|trainee)\b"
)
_HER_PRONOUNS = frozenset({"she", "her", "hers", "herself"})
_PEOPLE = frozenset(
    "secretary surgeon dentist physician pilot chef attorney judge boss employee employer student patient"
    " client customer candidate applicant apprentice helper person professional graduate beginner foreman"
    " expert captain scholar scientist architect paralegal pharmacist engineer soldier sailor cook clerk"
    " guard nurse doctor lawyer executive representative official owner hire recruit trainee intern"
    " actor sailor author tutor juror whoever anyone anybody everyone everybody".split()
)


# People with whom an occupation deals: “the maker” is whoever made this.
_PARTIES = frozenset(
    "maker manufacturer owner inventor author editor dealer seller buyer landlord neighbor neighbour founder supplier"
    " inspector".split()
)
# “The plan that a therapist has drawn up” is about a particular therapist.
_RELATIVE_PRONOUN = re.compile(r"\b(?:that|which|whom)\s+$")
_HAS = re.compile(r"\s+ha(?:s|ve)\b")
_VERBS = frozenset("is are was were has have must should can may will".split())


def _pronouns(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for “he” or “she” used of everyone in an occupation: “A welder must love his work”."""
    for sentence in subject.sentences:
        match = _PERSON_AND_PRONOUN.search(sentence.text[:1].lower() + sentence.text[1:])
        while match and not _names_person(f"{match['who']}{match['between']}"):
            match = _PERSON_AND_PRONOUN.search(sentence.text, match.start() + 1)
        if match is None or _PARTICULAR_PERSON.search(sentence.text[: match.end() + 20]):
            continue
        # “The postmaster sorts it before she opens” is about a particular person.
        after = sentence.text[match.end() :]
        # “With no director under her, the dean …”, and “with him- or herself”.
        is_of_none = match["article"] == "no" and match["pronoun"] in ("her", "him")
        if is_of_none or after.startswith("- or ") or _BOTH.match(after):
            continue
        # “An adviser asks a student which format suits her”: the author chose “her” for an example.
        if match["pronoun"] in _HER_PRONOUNS and _ANOTHER.search(match["between"]):
            continue
        if (
            match["article"] == "the"
            and (match["pronoun"] in _HER_PRONOUNS or _PARTICULAR.match(match["who"]))
            and not (_RULE.match(after) or _RULED.search(match["between"]))
        ):
            continue
        if _is_known(subject.guide.title, sentence.text, match):
            continue
        # The pronoun refers to a name before it.
        if re.search(r"\s(?!I\b)[A-Z][a-z]", sentence.text[: match.start("pronoun")]):
            continue
        start = sentence.start + match.start("pronoun")
        span = (start, start + len(match["pronoun"]))
        who = f"{match['article'] or ''} {_person_after_article(match['who'] + match['between'])}".strip()
        message = f"“{match['pronoun']}” is used for everybody here: {who}."
        remedy = "Use the plural with “they”, or “you”."
        yield subject.alarm("G003", sentence.block, span, message, remedy)


def _is_known(title: str, text: str, match: re.Match[str]) -> bool:
    """Return whether a particular person is meant: “the maker” in a guide to plumbers."""
    if _RELATIVE_PRONOUN.search(text[: match.start()]) and _HAS.match(match["between"]):
        return True
    who = _person_after_article(match["who"] + match["between"]).split()[-1]
    is_party = match["article"] == "the" and who in _PARTIES and who not in title.lower()
    is_rule = _RULE.match(text[match.end() :]) or _RULED.search(match["between"])
    return is_party and not is_rule


def _names_person(words: str) -> bool:
    """Return whether one of the first words after an article names people in an occupation."""
    return bool(_person_after_article(words))


def _person_after_article(words: str) -> str:
    """Return the first words after an article up to the noun for a person, or ""."""
    first = words.split()[:_FIRST_WORDS]
    for at, word in enumerate(first, 1):
        # A noun after the verb does not belong to the article: “A doll is never …”.
        if word in _VERBS:
            return ""
        if word in _PEOPLE or looks_like_one(word):
            return " ".join(first[:at])
    return ""


RULES = (
    *rules_in(("en", "es"), ("G003",), _words_to_avoid_found),
    *rules_in(("en", "es"), ("G003",), _wordings),
    Rule(("G003",), _pronouns, "en"),
    Rule(("G003",), _house_words),
)
