"""Recognises headings of other guides as those of our sections."""

from __future__ import annotations

import functools
import re

from guidepub.importing.headings.asked import asked_section
from guidepub.importing.headings.framed import framed_section
from guidepub.importing.headings.section_titles import normal_form, section_named
from guidepub.importing.knowledge import knowledge
from guidepub.text.naming.occupations import looks_like_one
from guidepub.words.languages import primary_language

# “Chapter 12: …”, “iv) …”, “12.3 …”, and “Q:” before a question.
_NUMBERING = re.compile(r"^(?:(?:section|part|chapter|step)?\s{0,3}\(?(?:\d{1,2}|[ivx]{1,4})\s{0,3}[.):]\s{1,3}|\d{1,2}(?:\.\d{1,2}){1,2}\.?\s{1,3}|[qf]\s?[.:)]\s{1,3})", re.I)  # fmt: skip
_CHAPTER = re.compile(r"^(?:chapter|part|unit|kapitel|chapitre|capítulo)\s{1,3}(?:\d{1,3}|[ivxl]{1,6})\s{0,2}[.:–—-]\s{1,3}(?=\S)", re.I)  # fmt: skip
_QUESTION = re.compile(r"^(?:what (?:is|are)|what’s|what's) (?:the )?(?:typical |average )?")
# Pictures and other characters before the words of a heading.
_ORNAMENT = re.compile(r"^[^\w¿¡(“\"'‘]+")
_AROUND = re.compile(r"[\s:.!?¿¡–—-]+$|^[¿¡\s]+")
_LONGEST = 120
_FIGURE = re.compile(r"\d|[$€£%]")
# The most words of an occupation's name.
_LONGEST_NAME = 4
# A placeholder in a heading's pattern for some words, such as an occupation's name.
_SOME = r"[^|]{1,80}?"
_NOTHING = r"(?!)"


def plain_heading(text: str) -> str:
    """Return a heading for comparison: in lower case, without numbering and final punctuation."""
    return _plain(text.strip()[:_LONGEST])


@functools.lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    text = _NUMBERING.sub("", _ORNAMENT.sub("", text)).replace(" & ", " and ")
    return _AROUND.sub("", " ".join(text.split()).casefold())


def known_section(text: str) -> str:
    """Return the id of the section that a heading belongs to, or an empty string."""
    return section_of_plain(plain_heading(text)) if len(text) <= _LONGEST else ""


# Cached, since a line is tested as a title, as a site's line, and as the heading of a part.
@functools.lru_cache(maxsize=4096)
def section_of_plain(plain: str) -> str:
    """Return the id of the section for a heading in the form of `plain_heading`, or ""."""
    titled = titled_as(plain)
    # Nearly all sections can be asked for with “What does …” and “What is …”.
    framed = framed_section(plain) if titled in ("", "overview") else ""
    return framed or titled or asked_section(plain)


def titled_as(plain: str) -> str:
    """Return the id of the section whose title or pattern a plain heading matches, or ""."""
    # “What is the job outlook for welders?” asks for the outlook, “What is a welder?” does not.
    asked = _QUESTION.sub("", plain)
    section = (_section(asked) if asked != plain else "") or (_section(plain) if plain else "")
    section = section or _section_of_named(plain) or _by_title(asked)
    return section or (_by_title(plain) if asked != plain else "")


def _by_title(plain: str) -> str:
    found = section_named(plain)
    return found.id if found else ""


def names_its_subject(text: str) -> bool:
    """Return whether the heading of a section of ours names the subject of the text.

    “Steps to Become a Florist” does, “Job Outlook” does not.
    """
    plain = plain_heading(text)
    if any(plain in titles or bare.fullmatch(plain) for _, titles, _, bare in _rows()):
        return False
    found = section_named(plain)
    return found.has_subject if found else bool(known_section(text))


def is_fallback_heading(text: str) -> bool:
    """Return whether a heading such as “Summary” names a section only if no other heading does."""
    return normal_form(plain_heading(text)) in {
        normal_form(title) for title in knowledge("headings")["weak"]
    }


def _section_of_named(plain: str) -> str:
    """Return the section of a heading that begins with an occupation: “Florist Job Outlook”."""
    words = [] if _FIGURE.search(plain) else plain.split()
    for count in range(1, min(len(words), _LONGEST_NAME + 1)):
        name = re.sub(r"['’]s?$", "", " ".join(words[:count]))
        if looks_like_one(name) and (section := _section(" ".join(words[count:]))):
            return section
    return ""


def usual_title(section: str, language: str) -> str:
    """Return the usual title of a section in a language, or "" if it is unknown."""
    for row in knowledge("headings")["sections"]:
        if row["id"] == section:
            titles: list[str] = row.get(primary_language(language), [])
            return titles[0] if titles else ""
    return ""


def is_furniture_heading(text: str) -> bool:
    """Return whether a heading is above a part of a site that is not its text."""
    return len(text) <= _LONGEST and bool(_furniture().fullmatch(plain_heading(text)))


def is_similar_careers_heading(text: str) -> bool:
    """Return whether a heading is above occupations similar to the guide's: “Similar Careers”."""
    return len(text) <= _LONGEST and _alike().search(text) is not None


def guide_title(text: str) -> str:
    """Return a text's title without words that mean “career guide”."""
    text = re.split(r"\s+(?:[|»·•]|::?)\s+|\s+[-–—]\s+(?=\S{1,40}\s{0,3}\S{0,40}$)", text.strip())[
        0
    ]
    endings = "|".join(re.escape(ending) for ending in knowledge("headings")["title_endings"])
    text = _CHAPTER.sub("", text)
    found = re.match(rf"(?P<title>.*?\S)[\s:,–—-]+(?:{endings})$", text, re.I)
    return " ".join((found["title"] if found else text).split()).rstrip(" :–—-")


@functools.lru_cache(maxsize=4096)
def _section(plain: str) -> str:
    titled = (section for section, titles, _, _ in _rows() if plain in titles)
    matched = (section for section, _, pattern, _ in _rows() if pattern.fullmatch(plain))
    return next(titled, "") or next(matched, "")


@functools.cache
def _rows() -> tuple[tuple[str, frozenset[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Return each section's id, its titles, its pattern, and its pattern for short headings."""
    return tuple(
        (
            row["id"],
            frozenset(
                title.casefold()
                for titles in row.values()
                if isinstance(titles, list)
                for title in titles
            ),
            re.compile(row["pattern"].replace("{x}", _SOME)),
            re.compile(row["pattern"].replace("{x}", _NOTHING)),
        )
        for row in knowledge("headings")["sections"]
    )


@functools.cache
def _alike() -> re.Pattern[str]:
    return re.compile(knowledge("furniture")["alike"], re.IGNORECASE)


@functools.cache
def _furniture() -> re.Pattern[str]:
    patterns = "|".join(knowledge("headings")["furniture"])
    return re.compile(f"(?:{patterns})".replace("{x}", _SOME))
