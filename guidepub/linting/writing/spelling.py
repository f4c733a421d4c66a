"""G: spelling, by the word frequencies of pyspellchecker and a list of words from trades.

Unknown words are not reported as such, since trades have many of them. A word is reported only if a
common word differs from it by a single typing error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import MappingProxyType

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import LINES, PROSE
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.linting.writing.contractions import contraction_meant_by
from guidepub.linting.writing.scanned import as_meant
from guidepub.linting.writing.spanish_accents import accented_by_rule
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.words.listed import dictionary, trade_words

# Lower case, since names are capitalized; next to a digit, a slash or a hyphen, letters are a code or
# part of a word.
_WORD = re.compile(
    r"(?<![\w@/.’'\"“‘«#&-])(?<!\w- )[a-z]{4,30}(?:['’](?:s|t|re|ve|ll|d))?(?![\w@/&-]|\.\w|['’]\w)"
)
# “Couldn’t” is read as “could”; what is left of “can’t” and “won’t” is not a word.
_SUFFIX = re.compile(r"n['’]t$|['’]\w+$")
_CONTRACTED = frozenset({"ca", "wo", "sha", "ai"})
_PLAIN_WORD = re.compile(r"(?<![\w@/.’'#&-])[a-z]{4,30}(?![\w@/&-]|\.\w|['’]\w)")
_ACCENTED = MappingProxyType(dict(zip("aeioun", "áéíóúñ", strict=True)))
# The lowest frequency of the intended word; higher for short words, which have many neighbours.
_COMMON = 200
_COMMON_SHORT = 20_000
_SHORT = 5
# Words that no compound begins or ends with, and the lowest frequency of a word next to one.
_SMALL = frozenset(
    "the their and with from this that these those two three four five your our its into have has"
    " were than then they which".split()
)
_COMMON_NEXT_TO_SMALL = 2_000
# British spellings, and the American ones.
_BRITISH = (
    ("our", "or"), ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"),
    ("yse", "yze"), ("ysing", "yzing"), ("tre", "ter"), ("ogue", "og"), ("mme", "m"),
    ("lled", "led"), ("lling", "ling"), ("llor", "lor"), ("aed", "ed"), ("oed", "ed"), ("aes", "es"),
    ("ence", "ense"), ("ll", "l"), ("ae", "e"), ("oe", "e"),
)  # fmt: skip

# Words that are correct without an accent: forms of verbs (“publica”), and words with two spellings.
_UNACCENTED = frozenset(
    "publica publico practica practico fabrica fabrico critica critico medica indico explico diagnostica autentica rotula"
    " guion guiones periodo periodos video videos junior junio chofer choferes compartimento compartimentos olimpiada olimpiadas truhan truhanes cardiaco cardiaca austriaco policiaco policiaca".split()
)
# “Opera” counts as a form of “operar” if the verb is at least this common compared with “ópera”.
_COMMON_VERB = 0.5
_VERB_ENDINGS = "a e o an en as es ado ada ados adas ido ida idos idas".split()
# Letters that sound alike in Spanish.
_SOUND_ALIKE = (
    ("c(?=[ei])", "s"), ("s(?=[eié])", "c"), ("s", "z"), ("z", "s"), ("z(?=[ei])", "c"), ("b", "v"),
    ("v", "b"), ("g(?=[ei])", "j"), ("j(?=[ei])", "g"), ("ll", "y"), ("y", "ll"), ("h", ""),
)  # fmt: skip
_WITH_ACCENT = re.compile(
    r"(?<![\w@/.’'#&-])(?=[a-zñü]*[áéíóú])[a-zñüáéíóú]{4,30}(?![\w@/&-]|\.\w|['’]\w)"
)
_STRESSED = re.compile(r"[áéíóú]")
_PLAIN_VOWELS = str.maketrans("áéíóú", "aeiou")
# From the accent on: the vowel, and one more syllable that ends in a vowel, n or s.
_ON_LAST_BUT_ONE = re.compile(
    r"[áéíóú][iu]?[^aeiouáéíóú]+(?:qu|gu(?=[ei]))?[iuü]?[aeiou][iu]?[ns]?|[áéíóú][iu]?[^aeiouáéíóú]+[iu][iu]?[ns]?"
)
_HIATUS = re.compile(r"[aeo]h?[íú]|[íú]h?[aeo]")
_ALWAYS_ACCENTED = frozenset(
    "éste ésta éstos éstas ése ésa ésos ésas aquéllos aquéllas aquélla sólo cómo dónde adónde cuándo cuánto cuánta"
    " cuántos cuántas quiénes cuáles entiéndase".split()
)
# Endings of derived words, which the list of words need not contain.
_ENDING = re.compile(r"(?:er|ers|ing|ed)$")
_SHORTEST_STEM = 4
_DOUBLED = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")
_PREFIXES = frozenset(
    "anti auto co counter de ex extra fore in inter intra macro mega meta micro mid mini multi neo non out over para peri"
    " post pre pro pseudo re retro self semi sub super tele trans tri ultra un under uni vice".split()
)
# Parts that are not words by themselves, next to a space that splits a word.
_ENDS_OF_WORDS = "tions?|sions?|ments?|ness|ships?|ings?|ance|ence|ity|ally|tracts?|ers|ly|able"
_SPACED = re.compile(
    rf"(?<![\w@/.’'-])([a-z]{{2,12}}) ({_ENDS_OF_WORDS})(?![\w@/’'-])"
    r"|(?<![\w@/.’'-])(con|com|pre|dis|im|inter|ap|suf|em|mis|acc) ([a-z]{3,12})(?![\w@/’'-])"
)
_SPACED_SPANISH = re.compile(
    r"(?<![\w-])([a-záéíóúñ]{2,12}) (ción|ciones|miento|mientos|dades|ces?|cen)(?![\w-])"
    r"|(?<![\w-])(con|pre|inter|des|re) (tratos?|trato|sión|dad|paro|sarrollo|parar|entrada|presa|presas)(?![\w-])"
)
# The first word of a sentence, which may also be a name.
_FIRST_WORD = re.compile(r"(?:(?<=^)|(?<=[.!?]\s))[A-Z][a-z]{6,30}(?![\w@/&’'-]|\.\w)")
_COMMON_FIRST = 1_000
# In Spanish, only with endings that no name has, or where a lower-case word follows.
_FIRST_IN_SPANISH = re.compile(
    r"(?:(?<=^)|(?<=[.!?¿¡:]\s)|(?<=[¿¡«“]))(?!(?:Concep|Asun|Encarna|Consola|Anuncia|Purifica|Ascen|Visita)[cs]ion\b)[A-ZÑ](?:[a-zñ]{2,28}(?:cion|sion|logia|mente)|(?:egun|ambien|espues|demas|si|qui|lli|hi|uizas?|odavia|amas|etras|tras|ingun|lgun|un|as)"
    r"|[a-zñ]{2,28}ci[oó]nes)(?![\w@/&’'-]|\.\w)(?=[ ,]+[a-zñáéíóú]|\W*$)",
    re.MULTILINE,
)
_HYPHENED = re.compile(r"(?<![\w@/.’'-])([a-z]{2,12})-([a-z]{2,12})(?![\w@/’'-])")


# Shops and trades that are not in the list: “floristeria”.
_SHOP = re.compile(r"([a-zñ]{3,}[bcdfghjlmnñpqrtvxz])eria(s?)")


def _spelling(subject: Subject) -> Iterator[Alarm]:
    british = subject.guide.language.partition("-")[2].upper() != "US"
    yield from _misspelled(subject, _WORD, lambda match: _meant_in_english(match, british))
    yield from _misspelled(subject, _HYPHENED, lambda match: (match[0], joined(match[1], match[2])))
    yield from _misspelled(subject, _SPACED, lambda match: (match[0], respaced(match, "en")))
    yield from _misspelled(subject, _FIRST_WORD, lambda match: (match[0], _meant_first(match[0])))


def _spanish_spelling(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for Spanish words with missing or wrong accents, or spelled as they sound."""
    yield from _misspelled(subject, _PLAIN_WORD, lambda match: (match[0], accented(match[0])))
    yield from _misspelled(
        subject, _FIRST_IN_SPANISH, lambda match: (match[0], accented(match[0].lower()))
    )
    yield from _misspelled(subject, _WITH_ACCENT, lambda match: (match[0], unaccented(match[0])))
    yield from _misspelled(
        subject, _SPACED_SPANISH, lambda match: (match[0], respaced(match, "es"))
    )


_CODE_WORD = re.compile(r"[^\W\d_]{4,30}")


def _in_code(subject: Subject) -> frozenset[str]:
    """Return the words in a guide's code, such as names of commands, which are not errors."""
    texts = [block.text for block in subject.blocks if block.passage.kind == "code"]
    texts += [
        block.text[span.start : span.end]
        for block in subject.blocks
        for span in block.passage.spans_of("code")
    ]
    return frozenset(word.casefold() for text in texts for word in _CODE_WORD.findall(text))


def _misspelled(
    subject: Subject,
    words: re.Pattern[str],
    meant: Callable[[re.Match[str]], tuple[str, str | None]],
) -> Iterator[Alarm]:
    """Yield an alarm for each misspelled word, only once; quoted words are skipped."""
    own = frozenset(word.casefold() for word in subject.settings.words) | _in_code(subject)
    reported: set[str] = set()
    for block, match in subject.matches(words, PROSE | LINES):
        word, other = meant(match)
        if other is None or word in reported or word in own or word.removesuffix("s") in own:
            continue
        if is_quoted(block.text, *match.span()):
            continue
        reported.add(word)
        message = f"“{word}” is not in the dictionary."
        remedy = f"Did you mean “{other}”? If not, add it to words under [lint]."
        yield subject.alarm("G004", block, match.span(), message, remedy)


def _meant_in_english(match: re.Match[str], british: bool) -> tuple[str, str | None]:
    word = _SUFFIX.sub("", match[0])
    is_slip = word != match[0] and contraction_meant_by(match[0]) is not None
    return word, None if is_slip or word in _CONTRACTED else meant_by(word, british)


def respaced(match: re.Match[str], language: str) -> str | None:
    """Return the common word that a space splits, or None if the parts may be words."""
    first, last = (part for part in match.groups() if part)
    known = dictionary(language)
    whole = first + last
    is_word = first in known and last in known and known[first] > _COMMON_SHORT < known[last]
    return whole if whole in known and known[whole] >= _COMMON and not is_word else None


def _meant_first(word: str) -> str | None:
    """Return the common word that a misspelled first word of a sentence means, or None."""
    plain = word.lower()
    other = meant_by(plain, british=True)
    return other if other and " " not in other and dictionary()[other] >= _COMMON_FIRST else None


@cache
def _by_single_letters(language: str) -> dict[str, str]:
    """Return common words, keyed by their spelling without doubled letters."""
    known = dictionary(language).word_frequency.dictionary
    return {
        _DOUBLES.sub(r"\1", word): word
        for word, count in known.items()
        if count >= _COMMON and len(word) > _SHORT
    }


_DOUBLES = re.compile(r"(\w)\1")


def _doubled_elsewhere(word: str, language: str) -> str | None:
    """Return the common word that differs from a long one only in doubled letters, or None."""
    return (
        _by_single_letters(language).get(_DOUBLES.sub(r"\1", word))
        if len(word) > _SHORT + 1
        else None
    )


@cache
def joined(first: str, last: str) -> str | None:
    """Return the common word that a hyphen split at the end of a line, or None."""
    known = dictionary()
    whole = first + last
    is_end = last not in known and last not in trade_words()
    # “Inspec-ted”: the first part is neither a word nor a combining form.
    is_end = is_end or (
        first not in known and len(last) <= _SHORTEST_STEM and first[-1] not in "aio"
    )
    is_split = first not in _PREFIXES and is_end
    return whole if is_split and whole in known and known[whole] >= _COMMON else None


@cache
def accented(word: str) -> str | None:
    """Return the common Spanish word that a misspelled word means, or None.

    The word lacks an accent, or has a letter that sounds like the right one (“precion”).
    """
    known = dictionary("es")
    if word in known or word in _UNACCENTED:
        return None
    if word.endswith("siones"):
        singular = accented(word.removesuffix("es"))
        return f"{singular[:-2]}ones" if singular and singular.endswith("ción") else None
    if match := _SHOP.fullmatch(word):
        return f"{match[1]}ería{match[2]}"
    near = _common_of(_with_accents(word))
    if not near and len(word) >= _SHORT and _infinitive(word) is None:
        alike = [*_with_letters_alike(word)]
        near = _common_of([*alike, *(each for one in alike for each in _with_accents(one))])
    if not near and (ruled := accented_by_rule(word, _singular_accented)):
        return ruled
    if not near:
        return _typing_error_in_spanish(word) if _infinitive(word) is None else None
    found = min(near, key=lambda other: (-near[other], other))
    infinitive = _infinitive(word)
    is_of_verb = infinitive is not None and known[infinitive] >= _COMMON_VERB * near[found]
    return None if is_of_verb else found


def _singular_accented(word: str) -> str | None:
    """Return a Spanish noun with its missing accent, or None."""
    found = _common_of(_with_accents(word)) if word not in dictionary("es") else {}
    is_plain = word in _UNACCENTED or not found
    return None if is_plain else min(found, key=lambda other: (-found[other], other))


@cache
def unaccented(word: str) -> str | None:
    """Return a Spanish word without an accent that it must not have, or None.

    Words that end in a vowel, or in a vowel and n or s, are stressed on the second-last syllable
    without an accent: “electricista”, “examen”. An í or ú next to a strong vowel keeps its accent.
    """
    match = _STRESSED.search(word)
    if match is None or _ON_LAST_BUT_ONE.fullmatch(word[match.start() :]) is None:
        return None
    if word in _ALWAYS_ACCENTED or _HIATUS.search(word):
        return None
    plain = word.translate(_PLAIN_VOWELS)
    return plain if plain in dictionary("es") else None


def _typing_error_in_spanish(word: str) -> str | None:
    """Return the very common Spanish word with one more letter, or two letters swapped, or None."""
    if len(word) <= _SHORT + 1 or word.endswith(("s", "n", "ndo", "mente", "ito", "ita", "ble")):
        return None
    letters = "abcdefghijlmnñopqrstuvyz"
    changed = [
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)
    ]
    changed += [word[:at] + letter + word[at:] for at in range(1, len(word)) for letter in letters]
    known = dictionary("es")
    near = {
        other: known[other]
        for other in changed
        if other in known and known[other] >= _COMMON_NEXT_TO_SMALL
    }
    found = min(near, key=lambda other: (-near[other], other), default=None)
    return found or _doubled_elsewhere(word, "es")


def _common_of(words: Iterable[str]) -> dict[str, int]:
    """Return those Spanish words that are common, with their frequencies."""
    known = dictionary("es")
    return {each: known[each] for each in words if each in known and known[each] >= _COMMON}


def _with_accents(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        if letter in _ACCENTED:
            yield word[:at] + _ACCENTED[letter] + word[at + 1 :]


def _with_letters_alike(word: str) -> Iterator[str]:
    for written, meant in _SOUND_ALIKE:
        for match in re.finditer(written, word):
            yield word[: match.start()] + meant + word[match.end() :]


def _infinitive(word: str) -> str | None:
    """Return the most common Spanish verb that a word may be a form of, or None."""
    known = dictionary("es")
    stems = [word.removesuffix(ending) for ending in _VERB_ENDINGS if word.endswith(ending)]
    # Stem changes: “cierra” and “cerrar”, “cuela” and “colar”.
    stems += [each for stem in stems for each in (stem.replace("ie", "e"), stem.replace("ue", "o"))]
    verbs = [f"{stem}{ending}" for stem in stems for ending in ("ar", "er", "ir")]
    return max(
        (verb for verb in verbs if verb in known), key=lambda verb: known[verb], default=None
    )


@cache
def meant_by(word: str, british: bool) -> str | None:
    """Return the common word that a misspelled word in lower case means, or None."""
    known = dictionary()
    trade = trade_words()
    if word in known or word in trade:
        return None
    singular = word[:-1] if len(word) > _SHORT and word.endswith("s") else ""
    if singular in known or singular in trade or _is_derived(word):
        return None
    if british and any(uk in word and word.replace(uk, us) in known for uk, us in _BRITISH):
        return None
    if two_words := _two_words(word):
        return two_words
    least = _COMMON if len(word) >= _SHORT else _COMMON_SHORT
    near = {
        other: known[other]
        for other in known.edit_distance_1(word)
        if other in known
        and known[other] >= least
        and other[:1] == word[:1]
        # A plural or past tense that the list lacks is not an error.
        and other not in (word + "s", word.removesuffix("s"), word + "d")
        and "'" not in other
    }
    near = near or {
        other: known[other]
        for other in as_meant(word)
        if other in known and known[other] >= _COMMON_NEXT_TO_SMALL
    }
    if near:
        return min(near, key=lambda other: (-near[other], other))
    return _doubled_elsewhere(word, "en")


def _is_derived(word: str) -> bool:
    """Return whether a word is derived regularly from a known one: “coiler”, “crutching”.

    If the last letter should have been doubled (“begining”), the word is an error.
    """
    known = dictionary()
    stem = _ENDING.sub("", word)
    if stem == word or len(stem) < _SHORTEST_STEM:
        return False
    forms = (stem + "e", *(() if _DOUBLED.search(stem) else (stem,)))
    return any(form in known and known[form] >= _COMMON for form in forms)


def _two_words(word: str) -> str | None:
    """Return the two words in a word that lacks the space between them, or None."""
    known = dictionary()
    for at in range(3, len(word) - 2):
        first, last = word[:at], word[at:]
        other = last if first in _SMALL else first if last in _SMALL else None
        if other and other in known and known[other] >= _COMMON_NEXT_TO_SMALL:
            return f"{first} {last}"
    return None


RULES = (Rule(("G004",), _spelling, "en"), Rule(("G004",), _spanish_spelling, "es"))
