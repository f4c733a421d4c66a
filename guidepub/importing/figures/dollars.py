"""The currency of a bare `$` in a text, a dollar or a peso, and the currency of its pay."""

from __future__ import annotations

import re

from guidepub.words.languages import primary_language

_COUNTRIES = {
    "USD": r"Estados Unidos|EE\. ?UU\.|United States|U\.S\.|USA?\b|États-Unis|Etats-Unis",
    "CAD": r"Canad[aáe]\w*|Qu[ée]bec\w*|Alberta|Ontario|Columbia británica",
    "AUD": r"Australia\b|Australians?\b(?! (?:[Ss]hepherd|[Cc]attle|[Tt]errier|[Kk]elpie))",
    "NZD": r"New Zealand",
    "MXN": r"(?<!New )(?<!Nuevo )M[ée]xic\w+(?! (?:food|restaurant|cuisine))",
    "COP": r"Colombia\w*",
    "ARS": r"Argentin\w+",
    "CLP": r"Chile\w*",
    "UYU": r"Uruguay\w*",
}
_PATTERNS = {currency: re.compile(rf"\b(?:{words})") for currency, words in _COUNTRIES.items()}
# In a text that names its country, others stand for comparison.
_OF_OTHERS = 2
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD"})
"""Currencies of which a month pays some thousands, and no pesos."""

# Signs and words of currencies whose amounts a text tells beside its own for comparison.
_AMOUNTS = {
    "EUR": re.compile(r"€|\beuros?\b|\bEUR\b", re.IGNORECASE),
    "GBP": re.compile(r"£|\bGBP\b"),
    "BRL": re.compile(r"R\$|\breais\b|\bBRL\b"),
    "CHF": re.compile(r"\bCHF\b"),
    "USD": re.compile(r"(?<![A-Z])\$|US\$|\bUSD\b|\bd[óo]l(?:ares|lars)\b", re.IGNORECASE),
}
MAIN_CURRENCIES = frozenset(_AMOUNTS)
"""Those that `main_currency` tells apart."""


def main_currency(text: str) -> str:
    """Return the currency (ISO 4217) of most amounts of a text, or "" where none is of most.

    A dollar of any country and a peso are `USD` here.
    """
    counts = {currency: len(form.findall(text)) for currency, form in _AMOUNTS.items()}
    most = max(counts, key=lambda currency: counts[currency])
    second = max(count for currency, count in counts.items() if currency != most)
    return most if counts[most] > _OF_OTHERS * second else ""


def currency_of_dollar(text: str, language: str) -> str:
    """Return the currency (ISO 4217) of a bare `$`, or an empty string where it is not certain.

    It is that of the country that a text names most, and more than twice as often as any other;
    where none is, it is the dollar of the United States, but in Spanish of no country it is not
    certain.
    """
    counts = {currency: len(form.findall(text)) for currency, form in _PATTERNS.items()}
    most = max(counts, key=lambda currency: counts[currency])
    second = max(count for currency, count in counts.items() if currency != most)
    if counts[most] > _OF_OTHERS * second:
        is_strange = primary_language(language) == "en" and counts[most] < _OF_OTHERS
        return "USD" if is_strange else most
    is_of_pesos = primary_language(language) == "es" and language != "es-US"
    return "" if is_of_pesos else "USD"
