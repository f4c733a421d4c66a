"""Writes the front matter of a definition from the metadata of the original."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from guidepub.importing.figures.facts import FoundFact
from guidepub.importing.figures.panels import panel_keys
from guidepub.importing.originals.citations import Cited
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.original import Original
from guidepub.importing.preparation import Prepared
from guidepub.model import slug_of
from guidepub.words.characters import FORBIDDEN

_TAKEN = frozenset(
    {"title", "name", "lang", "language", "locale", "slug", "description", "summary", "excerpt",
     "tags", "keywords", "categories", "author", "authors", "date", "canonical_url", "canonical",
     "subtitle"}
)  # fmt: skip
# Keys about the page on an old site, not about the guide.
_OF_THE_SITE = frozenset({"layout", "permalink", "template", "url", "aliases", "draft", "weight", "toc", "comments", "sidebar", "type"})  # fmt: skip
_SOC = re.compile(r"\b(?:SOC|occupation(?:al)? code)\W{0,3}(?:code)?\W{0,3}(\d{2}-\d{4})\b", re.I)
_ONET = re.compile(r"onetonline\.org/link/summary/(\d{2}-\d{4}\.\d{2})")
_MOST_TAGS = 12


def front_matter(
    original: Original,
    prepared: Prepared,
    soc: str,
    facts: Mapping[str, FoundFact],
    sources: Sequence[Cited],
    report: Callable[..., None],
) -> dict[str, object]:
    """Return a guide's front matter, without its facts and sources."""
    title = _clean(prepared.title)
    about = {str(key).lower(): value for key, value in original.about.items()}
    if left := sorted(key for key in about if key not in _TAKEN | _OF_THE_SITE):
        message = f"These keys of the front matter were left out: {', '.join(left[:12])}."
        report("I014", message, "Check whether the guide needs them.")
    year = prepared.year or _year(about.get("date"))
    optional = {
        "occupation": _occupation(original, prepared.title, soc, sources),
        "authors": _authors(about),
        "first_published": year if year and 1900 <= year <= 2100 else None,
        "description": _description(about),
        "tags": _tags(about),
        "at_a_glance": panel_keys(facts),
    }
    subtitle = (_text(about.get("subtitle")) or _clean(prepared.subtitle))[:200]
    return {
        "title": title[:200],
        **({"subtitle": subtitle} if subtitle else {}),
        "slug": slug_of(_text(about.get("slug")) or title) or "guide",
        "language": prepared.language,
        **{key: value for key, value in optional.items() if value},
    }


def _authors(about: Mapping[str, object]) -> list[dict[str, str]]:
    names = _texts(about.get("authors") or about.get("author"))
    return [{"name": name} for name in names][:10]


def _description(about: Mapping[str, object]) -> str:
    texts = (_text(about.get(key)) for key in ("description", "summary", "excerpt"))
    return next(filter(None, texts), "")[:500]


def _tags(about: Mapping[str, object]) -> list[str]:
    keys = ("tags", "keywords", "categories")
    tags = dict.fromkeys(tag[:60] for key in keys for tag in _texts(about.get(key)))
    return list(tags)[:_MOST_TAGS]


def _occupation(
    original: Original, title: str, soc: str, sources: Sequence[Cited]
) -> dict[str, str]:
    """Return the codes of the text's occupation, if it states any."""
    for block in original.blocks:
        if not soc and (match := _SOC.search(block.text[:2000])):
            soc = match[1]
    onet = ""
    for source in sources:
        if source.title.casefold().endswith(title.casefold()) and (m := _ONET.search(source.url)):
            onet = m[1]
    if not soc and not onet:
        return {}
    soc = soc or onet.partition(".")[0]
    data = {"soc": soc}
    if onet.startswith(soc):
        data["onet"] = onet
    return {**data, "title": _clean(title)[:200]}


def _year(value: object) -> int | None:
    if isinstance(value, datetime.date):
        return value.year
    match = re.search(r"\b(?:19|20)\d\d\b", str(value)) if value is not None else None
    return int(match[0]) if match else None


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        parts = value.split(",") if "," in value else [value]
    elif isinstance(value, (list, tuple)):
        parts = [
            str(part.get("name", "")) if isinstance(part, dict) else str(part) for part in value
        ]
    elif isinstance(value, dict):
        parts = [str(value.get("name", ""))]
    else:
        parts = []
    return [text for part in parts if (text := _text(part))]


def _text(value: object) -> str:
    return _clean(str(value)) if isinstance(value, (str, int, float)) else ""


def _clean(text: str) -> str:
    return spaced(FORBIDDEN.sub("", text))
