"""G: wordings that leave somebody out, reduce a person to one trait, or praise without measure."""

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
# Words that may follow “the blind” where people are meant.
_BEHIND_PEOPLE = re.compile(
    r"\W*$|[^\w\s]|\s+(?:and|or|are|is|who|with|to|can|could|may|might|must|will|would|have|has|had|were|was|of|in|on|at|as|by|for|from|than|need|often|do|should|find|use|learn|live|work|read|how|what|why|when|where|while|if|not|also)\b"
)


@cache
def _words_to_avoid(language: str, beside_illness: bool) -> Mapping[str, str]:
    return {
        term: replacement
        for name, table in data.table(f"avoid.{language}").items()
        for term, replacement in table.items()
        if (name == "beside an illness") == beside_illness
    }


@cache
def _avoided(terms: tuple[str, ...], behind: str = "") -> re.Pattern[str]:
    joined = "|".join(
        r"[\s-]+".join(map(re.escape, _PARTS.split(term)))
        for term in sorted(terms, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-]){behind}", re.IGNORECASE)


def _words(language: str, subject: Subject) -> Iterator[Alarm]:
    yield from _words_found(subject, _words_to_avoid(language, beside_illness=False))
    yield from _words_found(subject, _words_to_avoid(language, beside_illness=True), _ILLNESS)


def _house_words(subject: Subject) -> Iterator[Alarm]:
    yield from _words_found(subject, subject.settings.avoid)


def _words_found(subject: Subject, avoid: Mapping[str, str], behind: str = "") -> Iterator[Alarm]:
    if not avoid:
        return
    replacement_by_word = {_plain(term): replacement for term, replacement in avoid.items()}
    for block, match in subject.matches(_avoided(tuple(avoid), behind), PROSE | LINES):
        if _is_part(block.text, match):
            continue
        replacement = replacement_by_word[_plain(match[0])]
        message = f"“{match[0]}” is a word to avoid."
        yield subject.alarm("G003", block, match.span(), message, f"Say: {replacement}.")


def _plain(term: str) -> str:
    return " ".join(_PARTS.split(term.casefold()))


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Return whether words are part of a longer name or expression, which has a sense of its own.

    “Defense Manpower Data Center” is a name, and “the blind spot” is not about people.
    """
    before, behind = text[: match.start()].rstrip(), text[match.end() :]
    begins = not before or before[-1] in '.!?:;“”"‘'
    word = re.sub(r"^the ", "", match[0], flags=re.IGNORECASE)
    beside_name = re.match(r" [A-Z]", behind) or re.search(r"[A-Z]\w*$", before)
    # Names of people by their origin have a capital anyway.
    is_origin = _plain(match[0]) in data.table("avoid.en")["origin"]
    is_name = word[:1].isupper() and (beside_name or not (begins or is_origin))
    # “Fisherman’s Wharf is a pier” begins with a name; in a heading each word has a capital.
    is_first = begins and _FIRST_OF_A_NAME.match(behind)
    is_firm = word[:1].isupper() and (
        is_first or _BODY_NAME.match(behind) or _BODY_FOR.search(before)
    )
    if is_quoted(text, *match.span()) or (
        not text.isupper() and (is_firm or (is_name and match.start() > 0))
    ):
        return True
    if _SCHOOL_FOR.search(before) or _MYSELF.search(before) or _AS_A_WORD.search(before):
        return True
    # “A chairman or chairwoman is elected” names both.
    if re.match(r" (?:or|and) \w+wom[ae]n\b", behind):
        return True
    # “Spokesman Luis Ferrer” is a man, “the first stewardesses of 1930” were women; strikes
    # cripple a port, and no person.
    if _GENDERED_ENDING.search(match[0]) and (
        re.match(r",? [A-Z][a-z]+ [A-Z]", behind)
        or _LONG_AGO.search(_sentence_around(text, match.start()))
    ):
        return True
    if _is_of_thing(match[0].casefold(), behind) or _is_of_elders_or_age(text, match):
        return True
    return match[0][:4].lower() == "the " and not _BEHIND_PEOPLE.match(behind)


# “Los ancianos de la aldea deciden”: elders are an office.
_ELDERS = re.compile(
    r"los\s+ancianos\s+(?:de\s+la\s+(?:aldea|tribu|comunidad|iglesia)|del?\s+(?:\w+\s+)?(?:consejo|pueblo|clan|poblado))\b",
    re.IGNORECASE,
)


_NEW = re.compile(r"\bnuevos\b", re.IGNORECASE)


def _is_of_elders_or_age(text: str, match: re.Match[str]) -> bool:
    """Return whether Spanish words for old people are of an office, or of old things beside new ones."""
    is_of_age = match[0].casefold().endswith("viejos")
    return _ELDERS.match(text, match.start()) is not None or (
        is_of_age and _NEW.search(_sentence_around(text, match.start())) is not None
    )


def _is_of_thing(word: str, behind: str) -> bool:
    """Return whether a word for people is said of a thing: “strikes cripple the port”."""
    if word.startswith("cripple") and re.match(
        r" (?:the|an?|its|our|their|studs?|walls?|rafters?|jacks?)\b", behind
    ):
        return True
    thing = _THING.match(behind) if word in _FITS_THINGS else None
    return thing is not None and not (
        _PEOPLE_BEHIND.fullmatch(thing[1]) or looks_like_one(thing[1])
    )


# “A crippled valve” and “insane deadlines” are said of no person.
_FITS_THINGS = frozenset({"crippled", "insane"})
_THING = re.compile(
    r" (?!(?:in|on|at|by|with|and|or|for|from|as|who|when|is|are|was|were)\b)([a-z]{3,})"
)
_PEOPLE_BEHIND = re.compile(
    r"(?:people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|boys?|girls?|adults?|students?|veterans?|patients?|clients?|residents?|soldiers?|customers?|kids?|ones?|elderly|population|inmates?|beggars?)"
)
# “The National Association for the Advancement of Colored People”.
_BODY_FOR = re.compile(r"\b[A-Z]\w+ (?:of|for) (?:the )?[A-Z]\w+ (?:of|for)(?: the)?$")
_FIRST_OF_A_NAME = re.compile(r"(?:['’]s?)? [A-Z][a-z]+ (?:[A-Z]\w+ )?[a-z]{2,}\b")
# “Manpower Inc.” opens a sentence as a name.
_BODY_NAME = re.compile(
    r"(?:['’]s?)?(?:,? [A-Z][\w&’']+){0,3}?,? (?:Inc|Corp\w*|LLC|Ltd|Group|Cent(?:er|re)|Institute|Association|Society|Council|Commission|Agency|Department"
    r"|Bureau|Foundation|Federation|Act|Administration|Union|Program|Services?|School|Club|League|Company|Brotherhood|Circle|Guild|Alliance|Lodge)\b"
)
# “Schools for the blind” are called so.
_SCHOOL_FOR = re.compile(
    r"\b(?:schools?|institut\w+|librar\w+|association|federation|council|lighthouse|home|asylum|society)\s+(?:for|of)$",
    re.IGNORECASE,
)
# Words that are spoken of: “once known as firemen”, “the term manpower”, “instead of chairman”.
_AS_A_WORD = re.compile(
    r"\b(?:called|known\s+as|termed|named|entitled|rather\s+than|instead\s+of|(?:word|term|title|name|label)s?(?:\s+(?:of|was|is|for|like|such\s+as))?)(?:\s+(?:an?|the|themselves|simply|just))*$",
    re.IGNORECASE,
)
_GENDERED_ENDING = re.compile(r"(?:m[ae]n|wom[ae]n|ess(?:es)?|lady|ladies)$", re.IGNORECASE)
# Words of the past about the past.
_LONG_AGO = re.compile(
    r"\b(?:1[5-8]\d\d|19[0-7]\d)s?\b(?=.*\b(?:was|were|had|\w+ed)\b)|\b(?:was|were|had|\w+ed)\b.*\b(?:1[5-8]\d\d|19[0-7]\d)s?\b",
    re.IGNORECASE | re.DOTALL,
)


def _sentence_around(text: str, at: int) -> str:
    """Return a text from the stop before a character to the stop behind it."""
    start = max(text.rfind(mark, 0, at) for mark in ".!?\n") + 1
    ends = [end for mark in ".!?\n" if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


# People choose the words for themselves.
_MYSELF = re.compile(r"\bI(?:['’]m| am| was| became| call myself)(?: an?)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Wordings of one kind, and what to say about them."""

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
            if _is_denied_or_over(block.text[: match.start()], match[0], sentence):
                continue
            shown = " ".join(match[0].split())[:60]
            message = kind.message.format(shown)
            yield subject.alarm("G003", block, match.span(), message, kind.remedy)


def _is_denied_or_over(before: str, wording: str, sentence: str) -> bool:
    """Return whether a wording is denied, or says whom schools and firms once took."""
    is_past = _TOOK.search(before) is not None or _LONG_AGO.search(sentence) is not None
    return _DENIED.search(before) is not None or (is_past and _ONLY.search(wording) is not None)


# “Nobody is too old to learn it.”
_DENIED = re.compile(
    r"\b(?:nobody\s+is|no\s+one\s+is|(?:is|are)\s+(?:not|never)|isn['’]t|aren['’]t|you['’]re\s+(?:not|never))\s+$",
    re.IGNORECASE,
)
# “For decades the profession admitted women only.”
_TOOK = re.compile(
    r"\b(?:admitted|accepted|took(?:\s+in)?|hired|employed|trained|taught|let\s+in|was\s+for|were\s+for)\s+$",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)


def _sentence_at(sentences: Iterator[Sentence], at: int) -> str:
    return next((s.text for s in sentences if s.start <= at < s.start + len(s.text)), "")


_ANYBODY = re.compile(
    r"\b(?:(?P<article>an?|every|each|any|no|the)\s+|(?=(?:whoever|anyone|anybody|everyone|everybody)\b))(?P<who>(?:[a-z-]+\s+){0,2}?[a-z-]+)\b"
    r"(?P<between>[^.;:!?“”\"]{0,120}?)\b(?P<pronoun>he|him|his|himself|she|her|hers|herself)\b",
)
# Somebody of that sex is spoken of, or a sentence tells what happened to one person.
_SOMEBODY = re.compile(
    r"\b(?:wom[ae]n|m[ae]n|ladies|lady|girls?|boys?|mothers?|fathers?|wi(?:fe|ves)|husbands?|sons?|daughters?|sisters?|brothers?|grand\w+|aunts?"
    r"|uncles?|widows?|nuns?|monks?|queens?|kings?|bride|groom|midwi\w+|actress|waitress|Mr|Mrs|Ms|Miss|Sir|Dr|my|our|said|told|was|were|had|did|went"
    r"|took|made|came|knew|saw|gave|kept|hid|lost|found|left|broke|wrote|ran|sold|bought|built|got|held|brought|met|won|began|used\s+to|once|he\s+or\s+she|she\s+or\s+he|his\s+or\s+her|her\s+or\s+his|him\s+or\s+her|himself\s+or\s+herself|herself\s+or\s+himself)\b"
)
# “With his/her initials” names both.
_BOTH = re.compile(r"/(?:s?he|his|hers?|him)\b")
# “All that he needs.” is no rule, “he needs a license” is one.
_RULE = re.compile(
    r"\s+(?:must|should|has\s+to|needs?(?=\s+(?!in\b|on\b|at\b|for\b|from\b|with\b|when\b|and\b)\w)|will|can|may)\b"
)
_RULED = re.compile(r"\b(?:must|should|has\s+to|needs\s+to|ought\s+to|will|is\s+to)\b")
# “The old mechanic” is one whom the text knows.
_IS_ONE = re.compile(r"(?:old|older|young|younger|same|other|first|second|last|next)\b")
# “A good pastry chef”: an article, and two words at most before whom it names.
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


# People whom those in an occupation deal with: “the maker” is the one who made this.
_PARTIES = frozenset(
    "maker manufacturer owner inventor author editor dealer seller buyer landlord neighbor neighbour founder supplier"
    " inspector".split()
)
# “The plan that a therapist has drawn up” is about the one who drew it.
_DREW_IT = re.compile(r"\b(?:that|which|whom)\s+$")
_HAS = re.compile(r"\s+ha(?:s|ve)\b")
_VERBS = frozenset("is are was were has have must should can may will".split())


def _pronouns(subject: Subject) -> Iterator[Alarm]:
    """Yield “he” and “she” where anyone in an occupation is meant: “A welder must love his work”."""
    for sentence in subject.sentences:
        match = _ANYBODY.search(sentence.text[:1].lower() + sentence.text[1:])
        while match and not _is_anybody(f"{match['who']}{match['between']}"):
            match = _ANYBODY.search(sentence.text, match.start() + 1)
        if match is None or _SOMEBODY.search(sentence.text[: match.end() + 20]):
            continue
        # “The postmaster sorts it before she opens” is of one whom the text knows.
        behind = sentence.text[match.end() :]
        # “With no director under her, the dean …”, and “with him- or herself”.
        is_of_none = match["article"] == "no" and match["pronoun"] in ("her", "him")
        if is_of_none or behind.startswith("- or ") or _BOTH.match(behind):
            continue
        # “An adviser asks a student which format suits her”: whoever wrote that chose it.
        if match["pronoun"] in _HER_PRONOUNS and _ANOTHER.search(match["between"]):
            continue
        if (
            match["article"] == "the"
            and (match["pronoun"] in _HER_PRONOUNS or _IS_ONE.match(match["who"]))
            and not (_RULE.match(behind) or _RULED.search(match["between"]))
        ):
            continue
        if _is_known(subject.guide.title, sentence.text, match):
            continue
        # A name before the pronoun is whom it stands for.
        if re.search(r"\s(?!I\b)[A-Z][a-z]", sentence.text[: match.start("pronoun")]):
            continue
        start = sentence.start + match.start("pronoun")
        span = (start, start + len(match["pronoun"]))
        who = f"{match['article'] or ''} {_whom(match['who'] + match['between'])}".strip()
        message = f"“{match['pronoun']}” stands for anybody here: {who}."
        remedy = "Write of several, with “they”, or of “you”."
        yield subject.alarm("G003", sentence.block, span, message, remedy)


def _is_known(title: str, text: str, match: re.Match[str]) -> bool:
    """Return whether somebody is one whom the text knows: “the maker” in a guide to plumbers."""
    if _DREW_IT.search(text[: match.start()]) and _HAS.match(match["between"]):
        return True
    who = _whom(match["who"] + match["between"]).split()[-1]
    is_party = match["article"] == "the" and who in _PARTIES and who not in title.lower()
    is_rule = _RULE.match(text[match.end() :]) or _RULED.search(match["between"])
    return is_party and not is_rule


def _is_anybody(words: str) -> bool:
    """Return whether one of the first words behind an article names people in an occupation."""
    return bool(_whom(words))


def _whom(words: str) -> str:
    """Return the first words behind an article up to those that name people, or nothing."""
    first = words.split()[:_FIRST_WORDS]
    for at, word in enumerate(first, 1):
        # “A doll is never …”: what is behind the verb is not what the article is of.
        if word in _VERBS:
            return ""
        if word in _PEOPLE or looks_like_one(word):
            return " ".join(first[:at])
    return ""


RULES = (
    *rules_in(("en", "es"), ("G003",), _words),
    *rules_in(("en", "es"), ("G003",), _wordings),
    Rule(("G003",), _pronouns, "en"),
    Rule(("G003",), _house_words),
)
