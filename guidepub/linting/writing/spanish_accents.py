"""Accents of Spanish words that follow from their endings or inflection.

The list of Spanish words lacks many forms: “podría”, “técnicos”, “titulación”. Some endings always
have an accent; a form of a verb or a plural is derived from its infinitive or singular.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from guidepub.words.listed import dictionary

# Common words that neither the list nor a rule covers.
_UNLISTED = {
    "segun": "según", "estan": "están", "menu": "menú", "menus": "menús", "autobus": "autobús", "estres": "estrés",
    "curriculum": "currículum", "master": "máster", "movil": "móvil", "moviles": "móviles",
}  # fmt: skip
# Endings that always have an accent.
_ENDINGS = (
    (re.compile(r"(?<=\w\w)(?<=[cs])(?<!ss)ion$"), "ión"),
    (re.compile(r"(?<=\w)olog(?=[oa]s?$)"), "ólog"),
    (re.compile(r"(?<=\w)ograf(?=[oa]s?$)"), "ógraf"),
    (re.compile(r"(?<=\w)ometr(?=os?$)"), "ómetr"),
    (re.compile(r"(?<=\w)imetr(?=os?$)"), "ímetr"),
    (re.compile(r"(?<=\w\w)isim(?=[oa]s?$)"), "ísim"),
    (re.compile(r"(?<=\w)abamos$"), "ábamos"),
)
# Irregular stems of the future tense, and regular ones that cannot be other words.
_FUTURE = re.compile(
    r"((?:man|con|de|re|ob|con|contra|pro|inter|dis|su|com|im|ex|o)?(?:tendr|vendr|pondr|dir|har)|podr|habr|saldr|querr|sabr|valdr|cabr|ser|estar|dar)"
    r"(a|an|as|ia|ian|ias)"
)
_FUTURE_ACCENTS = {"a": "á", "an": "án", "as": "ás", "ia": "ía", "ian": "ían", "ias": "ías"}
# “Deberia”, “comian”: conditional and imperfect of verbs in -er and -ir.
_IN_IA = re.compile(r"(?P<stem>[a-zñ]{2,}?)ia(?P<end>n|s|mos)?")
_COMMON = 200
_IN_EN = re.compile(r"([a-zñ]*[bcdfghjklmnñpqrstvxyz])([aeiou])([bcdfghjlmnñpqrstvxyz]{1,2})enes")
_ACCENTS = dict(zip("aeiou", "áéíóú", strict=True))
# Plurals that are stressed on a different syllable than their singulars.
_SHIFTED = frozenset({"caracteres", "regimenes", "especimenes"})
_ON_LAST = re.compile(r"[áéíóú][^aeiouáéíóú]*$")


def accented_by_rule(word: str, singular_of: Callable[[str], str | None]) -> str | None:
    """Return a word in lower case with its missing accent, or None.

    `singular_of` returns a singular noun with its missing accent, or None.
    """
    if word in _UNLISTED:
        return _UNLISTED[word]
    for ending, written in _ENDINGS:
        if ending.search(word):
            return ending.sub(written, word)
    return _verb(word) or _plural(word, singular_of)


def _verb(word: str) -> str | None:
    if match := _FUTURE.fullmatch(word):
        return match[1] + _FUTURE_ACCENTS[match[2]]
    match = _IN_IA.fullmatch(word)
    known = dictionary("es")
    # “Medias” is a word, not a form of “medir”.
    if match is None or word.removesuffix("s") in known:
        return None
    stem = match["stem"]
    verbs = [stem] if stem.endswith(("er", "ir")) else [f"{stem}er", f"{stem}ir"]
    is_verb = any(verb in known and known[verb] >= _COMMON for verb in verbs)
    return f"{stem}ía{match['end'] or ''}" if is_verb else None


def _plural(word: str, singular_of: Callable[[str], str | None]) -> str | None:
    if match := _IN_EN.fullmatch(word):
        # “Jovenes” and “examenes” need an accent, although “joven” and “examen” have none.
        if word.removesuffix("es") in dictionary("es"):
            return f"{match[1]}{_ACCENTS[match[2]]}{match[3]}enes"
        return None
    if not word.endswith("s") or word in _SHIFTED:
        return None
    if word.endswith("es") and (one := singular_of(word[:-2])):
        # “Razones” has no accent, although “razón” has one.
        return None if _ON_LAST.search(one) else f"{one}es"
    one = singular_of(word[:-1])
    return f"{one}s" if one and one[-1] in "aeo" else None
