"""BibTeX and BibLaTeX as items of CSL-JSON.

bibtexparser splits a file into entries, and names into their parts; `tex` reads TeX in values.
Names are split before braces are removed, since braces keep an organisation's name in one piece.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from guidepub.bibliography.entries import BibliographyEntry, Trouble
from guidepub.bibliography.tex import plain_address, plain_of_tex

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block

_MOST = 5_000
# pylatexenc reads about a thousand per second.
_MOST_COMMANDS = 20_000
_LONGEST = 2_000
_TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "book": "book", "collection": "book", "mvbook": "book", "proceedings": "book", "manual": "book",
    "booklet": "pamphlet",
    "inbook": "chapter", "incollection": "chapter", "bookinbook": "chapter",
    "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference", "conference": "paper-conference",
    "techreport": "report", "report": "report",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "online": "webpage", "electronic": "webpage", "www": "webpage",
    "dataset": "dataset", "unpublished": "manuscript", "legislation": "legislation",
    "standard": "standard", "review": "review",
}  # fmt: skip
# The fields that can have the value of a variable of CSL, in order of preference.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("address", "location"),
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle", "eventtitle"),
    "volume": ("volume",),
    "edition": ("edition",),
    "page": ("pages",),
    "DOI": ("doi",),
    "URL": ("url",),
    "language": ("langid", "language"),
}
# The fields that an entry inherits from the one that its `crossref` names, unless it has its own.
_INHERITED = (
    "editor", "publisher", "institution", "organization", "address", "location", "year", "date",
    "volume", "edition",
)  # fmt: skip
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_URL = re.compile(r"https?://[^\s{}]+")
_URL_COMMAND = re.compile(r"\\(?:url|path|nolinkurl)\s{0,4}\{(.*)\}", re.DOTALL)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def read_bibtex(text: str) -> tuple[list[BibliographyEntry], list[Trouble]]:
    """Return the entries of a bibliography in order, and its faults.

    Raises:
        ImportError: bibtexparser is not installed.
    """
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    if text.count("@") > 2 * _MOST or text.count("\\") > _MOST_COMMANDS:
        message = (
            f"The bibliography has more than {_MOST:,} entries, or {_MOST_COMMANDS:,} TeX commands."
        )
        return [], [Trouble(1, message, "Keep those that are cited.")]
    library = parse_string(text, parse_stack=())
    troubles = [_trouble(block) for block in library.failed_blocks]
    entries: list[BibliographyEntry] = []
    raw = _fields(library)
    for block in library.entries:
        line, fields = _line(block), raw[block.key]
        if long := next((name for name, value in fields.items() if len(value) > _LONGEST), None):
            message = f"The field “{long}” of “{block.key}” has more than {_LONGEST:,} characters."
            troubles.append(Trouble(line, message, "Shorten it."))
            continue
        parent = raw.get(fields.get("crossref", ""), {})
        if fields.get("crossref") and not parent:
            message = f"“{block.key}” refers to “{fields['crossref']}”, which does not exist."
            troubles.append(Trouble(line, message, "Fix its crossref."))
        item = _item(block.entry_type, _with_inherited(fields, parent))
        entries.append(BibliographyEntry(block.key, line, item))
    return entries, troubles


def _fields(library: Library) -> dict[str, dict[str, str]]:
    """Return the fields of all entries by their keys, with names in lower case and raw values."""
    known = {*_INHERITED, *(field for fields in _FIELDS.values() for field in fields)}
    known |= {
        "author", "title", "subtitle", "number", "issue", "howpublished", "urldate", "month",
        "crossref",
    }  # fmt: skip
    strings: dict[str, str] = {}
    for string in library.strings:
        strings[string.key.lower()] = _value(str(string.value), strings)
    return {
        block.key: {
            field.key.lower(): _value(str(field.value), strings)
            for field in block.fields
            if field.key.lower() in known
        }
        for block in library.entries
    }


def _value(written: str, strings: Mapping[str, str]) -> str:
    """Return a value without its delimiters, with `@string` names expanded and `#` applied.

    A value that would grow without end is cut at the length at which it is reported.
    """
    parts, depth, begin, is_quoted = [], 0, 0, False
    for index, sign in enumerate(written):
        depth += (sign == "{") - (sign == "}")
        if sign == '"' and depth == 0:
            is_quoted = not is_quoted
        elif sign == "#" and depth == 0 and not is_quoted:
            parts.append(written[begin:index])
            begin = index + 1
    joined = ""
    for part in map(str.strip, (*parts, written[begin:])):
        is_enclosed = len(part) > 1 and (part[0], part[-1]) in (("{", "}"), ('"', '"'))
        joined += part[1:-1] if is_enclosed else strings.get(part.lower(), part)
        if len(joined) > _LONGEST:
            break
    return joined


def _with_inherited(fields: Mapping[str, str], parent: Mapping[str, str]) -> dict[str, str]:
    inherited = {name: parent[name] for name in _INHERITED if name in parent}
    if "title" in parent:
        inherited["booktitle"] = parent["title"]
    return {**inherited, **fields}


def _trouble(block: Block) -> Trouble:
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    line = _line(block)
    if isinstance(block, DuplicateBlockKeyBlock):
        message = f"The key “{block.key}” occurs twice."
        return Trouble(line, message, "Remove one, or give it another key.")
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        return Trouble(line, f"The entry has the field {names} twice.", "Remove one of them.")
    first = (block.raw or "").strip().partition("\n")[0][:60]
    message = f"The entry “{first}” is not closed, or is broken."
    return Trouble(line, message, "Look for a brace, a quotation mark or a comma that is missing.")


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _item(kind: str, fields: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {"type": _TYPES.get(kind.lower(), "document")}
    for variable, names in _FIELDS.items():
        value = next((fields[name] for name in names if fields.get(name)), "")
        if value := _address(value) if variable in ("DOI", "URL") else plain_of_tex(value):
            found[variable] = value
    titles = [plain_of_tex(fields[name]) for name in ("title", "subtitle") if fields.get(name)]
    found["title"] = ": ".join(titles)
    for variable in ("author", "editor"):
        if people := list(_names(fields.get(variable, ""))):
            found[variable] = people
    if number := plain_of_tex(fields.get("issue") or fields.get("number", "")):
        found["issue" if kind.lower() == "article" else "number"] = number
    _add_address(found, fields)
    if issued := _issued(fields):
        found["issued"] = {"date-parts": [issued]}
    if accessed := _DATE.match(fields.get("urldate", "")):
        found["accessed"] = {"date-parts": [[int(part) for part in accessed.groups() if part]]}
    return found


def _address(written: str) -> str:
    """Return an address or a DOI, which may stand in a command that sets addresses."""
    command = _URL_COMMAND.fullmatch(written)
    return plain_address(command[1] if command else written)


def _add_address(found: dict[str, object], fields: Mapping[str, str]) -> None:
    """Add the URL or the publisher from `howpublished`."""
    how = fields.get("howpublished", "")
    if address := _URL.search(plain_address(how)):
        found.setdefault("URL", address[0])
    elif how:
        found.setdefault("publisher", plain_of_tex(how))
    if "URL" in found and found["type"] == "document":
        found["type"] = "webpage"


def _issued(fields: Mapping[str, str]) -> list[int]:
    if match := _DATE.match(fields.get("date", "")):
        return [int(part) for part in match.groups() if part]
    year = re.search(r"\d{4}", fields.get("year", ""))
    if year is None:
        return []
    month = plain_of_tex(fields.get("month", "")).lower()
    if month[:3] in _MONTHS:
        return [int(year[0]), _MONTHS.index(month[:3]) + 1]
    return (
        [int(year[0]), int(month)] if month.isdecimal() and 0 < int(month) < 13 else [int(year[0])]
    )


def _names(text: str) -> Iterator[dict[str, str]]:
    """Yield names in their parts; a name in braces is an organisation's, in one piece."""
    from bibtexparser.middlewares.names import (
        InvalidNameError,
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    for name in split_multiple_persons_names(text):
        if name == "others":
            continue
        if name.startswith("{") and name.endswith("}") and _is_one(name):
            yield {"literal": plain_of_tex(name)}
            continue
        try:
            parts = parse_single_name_into_parts(name, strict=False)
        except InvalidNameError:
            yield {"literal": plain_of_tex(name)}
            continue
        given: dict[str, str] = {
            "family": " ".join((*parts.von, *parts.last)),
            "given": " ".join(parts.first),
            "suffix": " ".join(parts.jr),
        }
        plain = {part: plain_of_tex(words) for part, words in given.items() if words}
        yield plain if "given" in plain else {"literal": plain.get("family", plain_of_tex(name))}


def _is_one(name: str) -> bool:
    """Return whether the brace at the start of a name is closed at its end."""
    depth = 0
    for index, sign in enumerate(name):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return index == len(name) - 1
    return False
