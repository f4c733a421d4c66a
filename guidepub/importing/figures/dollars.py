"""Finds the currency of a bare `$` in a text (a dollar or a peso), and the currency of its pay."""

from __future__ import annotations

import re
from collections.abc import Mapping

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
# The currency of a bare `$` by the region of a language's tag.
_REGIONS = {
    "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD",
    "MX": "MXN", "CO": "COP", "AR": "ARS", "CL": "CLP", "UY": "UYU",
}  # fmt: skip
# Offices, laws and cities of a country that texts in Spanish name without the country.
_SIGNS = {
    currency: re.compile(rf"\b(?:{names})\b")
    for currency, names in {
        "MXN": "INEGI|ENOE|IMSS|ISSSTE|Conagua|CDMX|Infonavit|CONOCER|UNAM|Conalep|Monterrey|Guadalajara|Puebla|Jalisco|Nuevo León|Chihuahua|Sonora|Oaxaca|Tijuana",
        "COP": "DANE|GEIH|SENA|Bogotá|Medellín|Cali|Barranquilla|Antioquia|Cundinamarca|Bucaramanga|ICFES",
        "ARS": "INDEC|Enargas|ENARGAS|EPH|CABA|Buenos Aires|La Plata|Rosario|Mendoza|AFIP|ARCA|ANSES|UBA|UOCRA|Neuquén",
        "CLP": "CASEN|Casen|Sernageomin|SERNAGEOMIN|Valparaíso|Concepción|Antofagasta|Calama|Atacama|Sence|AFP|SII|Región Metropolitana",
        "UYU": "Montevideo|BPS|MTSS|UTU|Maldonado|Canelones|ECH|Udelar",
        "USD": "BLS|O\\*NET|Texas|California|Florida|Nueva York|Puerto Rico|Miami|Chicago|OSHA|SOC",
    }.items()
}
_FEWEST_SIGNS = 2
_PESOS = re.compile(r"\bpesos\b", re.IGNORECASE)
# A text that names its own country mentions others only for comparison.
_OF_OTHERS = 2
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD"})
"""Dollars, in which monthly pay is some thousands, unlike in pesos."""

# Symbols and words of the currencies that are counted.
_AMOUNTS = {
    "EUR": re.compile(r"€|\beuros?\b|\bEUR\b", re.IGNORECASE),
    "GBP": re.compile(r"£|\bGBP\b"),
    "BRL": re.compile(r"R\$|\breais\b|\bBRL\b"),
    "CHF": re.compile(r"\bCHF\b"),
    "USD": re.compile(r"(?<![A-Z])\$|US\$|\bUSD\b|\bd[óo]l(?:ares|lars)\b", re.IGNORECASE),
}
MAIN_CURRENCIES = frozenset(_AMOUNTS)
"""The currencies that `main_currency` distinguishes."""


def main_currency(text: str) -> str:
    """Return the currency (ISO 4217) of most amounts in a text, or "" if none has a majority.

    Dollars of all countries and pesos count as `USD` here.
    """
    counts = {currency: len(form.findall(text)) for currency, form in _AMOUNTS.items()}
    most = max(counts, key=lambda currency: counts[currency])
    second = max(count for currency, count in counts.items() if currency != most)
    return most if counts[most] > _OF_OTHERS * second else ""


def _most_named(counts: Mapping[str, int]) -> tuple[str, int]:
    """Return the most frequent currency, and how often the next one occurs."""
    most = max(counts, key=lambda currency: counts[currency])
    return most, max(count for currency, count in counts.items() if currency != most)


def currency_of_dollar(text: str, language: str, tag: str = "") -> str:
    """Return the currency (ISO 4217) of a bare `$`, or an empty string if it is not certain.

    It is that of the country that the text names more than twice as often as any other, else of
    the region in the BCP 47 `tag` of its language, else of the country whose offices and cities it
    mentions. Otherwise it is the US dollar, except in Spanish, where it is not certain.
    """
    counts = {currency: len(form.findall(text)) for currency, form in _PATTERNS.items()}
    most, second = _most_named(counts)
    if counts[most] > _OF_OTHERS * second:
        is_strange = primary_language(language) == "en" and counts[most] < _OF_OTHERS
        return "USD" if is_strange else most
    if regional := _REGIONS.get(tag.rpartition("-")[2].upper(), ""):
        return regional
    is_of_pesos = primary_language(language) == "es" and (
        language != "es-US" or _PESOS.search(text) is not None
    )
    if is_of_pesos:
        signs = {currency: len(form.findall(text)) for currency, form in _SIGNS.items()}
        most, second = _most_named(signs)
        if signs[most] >= _FEWEST_SIGNS and not second:
            return most
    return "" if is_of_pesos else "USD"
