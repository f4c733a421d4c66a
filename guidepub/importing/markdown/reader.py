"""Reads Markdown as blocks, by way of HTML, and its front matter.

The Markdown is CommonMark with tables, footnotes and raw HTML, as in static site generators.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.markdown.crossref_marks import without_labels
from guidepub.importing.markdown.folds import with_fold_lines
from guidepub.importing.markdown.pandoc_marks import without_marks
from guidepub.importing.markdown.tool_marks import without_tool_marks
from guidepub.importing.markdown.typed_lines import (
    with_dot_leader_lists,
    with_hard_breaks,
    with_negative_percentages,
    with_underlined_heads,
)
from guidepub.importing.markdown.typed_tables import with_bars
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.original import Original, Residue
from guidepub.importing.originals.page_metadata import language_tag
from guidepub.importing.originals.residues import extract_code_outside_spans
from guidepub.importing.originals.typed_lists import with_line_ends
from guidepub.importing.pages.reader import read_html
from guidepub.importing.plain.divided_words import LineJoiner, soft_hyphens
from guidepub.loading import read_front_matter
from guidepub.markdown import ForeignMark, foreign_html

_YAML = re.compile(r"---[ \t]*\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.S)
# A line break of kramdown at the end of a block, where it has no effect.
_HANGING_BREAK = re.compile(
    r"(?:[ \t]+|(?<=[.!?:;)]))\\[ \t]*(?=\n[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]|\n[ \t]*\n|\n?\Z)"
)
# The delimiter row of a table, and the separator of cells.
_RULES = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*(?<=[|-])[ ]*")
_BAR = re.compile(r"(?<!\\)\|")
_MOST_CELLS = 12
_NOTE = re.compile(r"(?m)^[ ]{0,3}\[\^(?P<name>[^\[\]\s]{1,80})\]:[ ]+(?=\S)")
_CALL = re.compile(r"\[\^([^\[\]\s]{1,80})\](?!:)")
# How many marks are reported separately.
_MOST_STRAYS = 20
# The lines that Notion writes below a page's title. At least one of these names must occur.
_BELOW_TITLE = re.compile(
    r"\s*# [^\n]+\n[ \t]*\n(?P<lines>(?:[^\W\d_][\w ]{1,30}: [^\n]+\n){2,20})(?=[ \t]*\n)"
)
TITLES = ("title", "name", "título", "titulo", "titre", "titel")
"""Keys of front matter for the title, in lower case."""
# Lines that outliners write at the top, `title: Baker`, `status:: done`, one of which is the title.
_AT_TOP = re.compile(r"\s*(?P<lines>(?:[^\W\d_][\w -]{0,30}::? [^\n]+\n){2,20})(?=[ \t]*\n)")
# Names of keys in other programs' front matter, and languages by name.
_USUAL = {
    other: key
    for key, others in {
        "title": "título titulo titre titel",
        "author": "autor autora auteur auteure verfasser verfasserin writer by",
        "authors": "autoren autores auteurs",
        "date": "datum fecha data publishdate publish_date published pubdate published_at date_published datepublished created_at fecha_publicacion veröffentlicht",
        "language": "sprache idioma lengua langue língua lingua",
        "description": "beschreibung descripción descripcion descrição descricao resumen résumé resumo zusammenfassung",
        "tags": "schlagwörter etiquetas mots-clés palabras_clave",
        "subtitle": "untertitel subtítulo sous-titre",
    }.items()
    for other in others.split()
}
_LANGUAGES = {
    "english": "en", "inglés": "en", "anglais": "en", "englisch": "en", "inglês": "en",
    "spanish": "es", "español": "es", "espanol": "es", "castellano": "es", "espagnol": "es", "spanisch": "es", "espanhol": "es",
    "french": "fr", "francés": "fr", "français": "fr", "francais": "fr", "französisch": "fr", "francês": "fr",
    "german": "de", "alemán": "de", "allemand": "de", "deutsch": "de", "alemão": "de",
    "portuguese": "pt", "portugués": "pt", "portugais": "pt", "portugiesisch": "pt", "português": "pt", "portugues": "pt",
}  # fmt: skip
_OF_A_HEAD = frozenset("title subtitle author authors date language lang tags keywords description slug status id version url source".split())  # fmt: skip
_NOTION = frozenset({"created", "created time", "created by", "last edited", "last edited time", "last edited by", "tags", "status"})  # fmt: skip


def read_markdown(text: str, path: str, citations: Citations, language: str) -> Original:
    """Return the blocks of a Markdown text, and what its front matter says.

    `language` is its likely language, in case the front matter states none.

    Raises:
        InputError: there is no text (I002).
    """
    about, body, findings = _front_matter(text, path)
    about = in_usual_words(about)
    first = text[: len(text) - len(body)].count("\n") + 1
    residues: list[Residue] = []
    named = next((str(about[key]) for key in ("lang", "language", "locale") if about.get(key)), "")
    body = with_fold_lines(body)
    marks = without_labels(soft_hyphens(body).split("\n"))
    tools = without_tool_marks(marks.lines, first)
    typed = with_negative_percentages(
        with_dot_leader_lists(with_underlined_heads(without_marks(tools.lines)))
    )
    body = "\n".join(with_all_cells(with_bars(typed)))
    body = with_uncalled_notes(body)
    joiner = LineJoiner(body, named or language)
    whole = _HANGING_BREAK.sub("", "\n".join(joiner.whole_lines(body.split("\n"))))
    tokenized = extract_code_outside_spans(with_hard_breaks(with_line_ends(whole)), first, residues)
    address = str(about.get("canonical_url") or about.get("canonical") or "")
    citations.set_address(address)
    made, strays = foreign_html(tokenized, first)
    # References and citations are reported later, when their targets are known.
    reported = [stray for stray in strays if "@" not in stray.written]
    original = read_html(f"<body>{made}</body>", path, citations, residues, is_page=False)
    title = next((str(about[key]) for key in TITLES if about.get(key)), "")
    return replace(
        original,
        title=title or original.title,
        language=language_tag(named),
        about=about,
        abbreviations={**tools.abbreviations, **original.abbreviations},
        asides=(*original.asides, *tools.left_out),
        findings=(
            *original.findings,
            *findings,
            *joiner.findings(path),
            *marks.findings(path, first),
            *(_stays(stray, path) for stray in reported[:_MOST_STRAYS]),
        ),
    )


def with_uncalled_notes(body: str) -> str:
    """Return Markdown with uncalled notes as paragraphs, since they would be dropped otherwise."""
    called = frozenset(_CALL.findall(body))
    return _NOTE.sub(lambda note: note[0] if note["name"] in called else "", body)


def with_all_cells(lines: Sequence[str]) -> list[str]:
    """Return Markdown in which the header of each table is as wide as its widest row.

    Extra cells would be dropped otherwise (GitHub Flavored Markdown, 4.10).
    """
    made = list(lines)
    end = 0
    for number, line in enumerate(lines):
        if end < number and "|" in lines[number - 1] and _RULES.fullmatch(line):
            below = (lines[n] for n in range(number + 1, len(lines)))
            rows = list(takewhile(lambda row: "|" in row, below))
            end = number + len(rows)
            more = max((_cells(row) for row in rows), default=0) - _cells(line)
            if 0 < more < _MOST_CELLS:
                made[number - 1] = f"{lines[number - 1].rstrip().removesuffix('|')}|" + " |" * more
                made[number] = f"{line.rstrip().removesuffix('|')}|" + " --- |" * more
    return made


def _cells(row: str) -> int:
    """Return the number of cells in a row of a table."""
    return len(_BAR.findall(row.strip().strip("|"))) + 1


def _stays(stray: ForeignMark, path: str) -> Finding:
    message = f"“{stray.written}” was left as it is written."
    return Finding(Place(path, stray.line), "I056", message, stray.remedy, Severity.WARNING)


def in_usual_words(about: Mapping[str, object]) -> dict[str, object]:
    """Return front matter with lower-case English keys, and its language as a code."""
    usual: dict[str, object] = {}
    for key, value in about.items():
        name = str(key).casefold()
        usual.setdefault(_USUAL.get(name, name), value)
    named = str(usual.get("language") or "").casefold()
    if named in _LANGUAGES:
        usual["language"] = _LANGUAGES[named]
    return usual


def _front_matter(text: str, path: str) -> tuple[Mapping[str, object], str, list[Finding]]:
    """Return a text's front matter as plain data, the rest of the text, and findings on faults."""
    if match := _YAML.match(text):
        data, fault = read_front_matter(Path(path), match[1])
    elif match := _TOML.match(text):
        try:
            data, fault = tomllib.loads(match[1]), ""
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            data, fault = {}, str(error)
    else:
        return *_properties(text), []
    if fault:
        message = f"The front matter was left out because it cannot be read: {fault}"
        finding = Finding(Place(path, 1, 1), "I014", message, "Look it through.", Severity.WARNING)
        return data, text[match.end() :], [finding]
    return data, text[match.end() :], []


def head_of_lines(text: str) -> tuple[Mapping[str, object], str]:
    """Return fields at the top of a plain text, and the text with blank lines in their place.

    The name of each must be known, “Title: …”, “Fecha: …”; other lines may belong to the text.
    """
    found = _AT_TOP.match(text)
    names = (
        [line.partition(":")[0].strip().casefold() for line in found["lines"].splitlines()]
        if found
        else []
    )
    usual = [_USUAL.get(name, name) for name in names]
    if found is None or "title" not in usual or not set(usual) <= _OF_A_HEAD:
        return {}, text
    about, rest = _properties(text)
    return in_usual_words(about), rest


def _properties(text: str) -> tuple[Mapping[str, object], str]:
    """Return the properties at the top of a Notion page, or below its title, and the text without them.

    Blank lines take their place, so that later lines keep their numbers.
    """
    found = _BELOW_TITLE.match(text) or _AT_TOP.match(text)
    lines = found["lines"].strip("\n").split("\n") if found else []
    about = {
        name.strip(" :").casefold(): value.strip()
        for name, _, value in (line.partition(": ") for line in lines)
    }
    names = frozenset(TITLES) if found and found.re is _AT_TOP else _NOTION
    if found is None or not about.keys() & names:
        return {}, text
    gone = re.sub(r"[^\n]", " ", found["lines"])
    return about, f"{text[: found.start('lines')]}{gone}{text[found.end() :]}"
