"""A finding, which is one thing wrong with an input or an output, and exceptions with findings.

A finding is plain data: a stable code, a severity, a place, a message and a remedy.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import Enum

from guidepub.findings.errors import GuidepubError
from guidepub.words.characters import one_line, printable

# How many faults of one file are reported at once, and how many characters a message may have.
_MOST = 100
_LONGEST = 400
# Longer words, or more of them, are not compared, since that would take too long.
_LONG_WORD = 60
_MANY_WORDS = 300
_LISTED = 32
# How alike a misspelt word and the one that was meant must be, from 0 to 1.
_ALIKE = 0.7
_SHORTEST = 3

# Names of keys and directives in German, Spanish, French and Polish, and in other programs.
_ELSEWHERE = {
    called: name
    for name, others in {
        "title": "titel título titulo titre tytuł",
        "subtitle": "untertitel subtítulo subtitulo sous-titre podtytuł",
        "language": "sprache idioma lengua langue lang locale język jezyk",
        "authors": "author autor autoren autores auteur auteurs autorzy",
        "source": "quelle fuente źródło",
        "sources": "quellen fuentes references bibliography źródła",
        "facts": "fakten datos hechos faits data figures",
        "fact": "fakt dato hecho fait",
        "value": "wert valor valeur wartość",
        "unit": "einheit unidad unité jednostka",
        "tags": "schlagworte schlagwörter etiquetas étiquettes mots-clés keywords categories tagi",
        "publisher": "verlag editorial éditeur wydawca",
        "occupation": "beruf ocupación ocupacion profession métier zawód",
        "edition": "ausgabe auflage edición edicion édition wydanie",
        "published": "date datum fecha pubdate opublikowano",
        "description": "beschreibung descripción descripcion abstract summary opis",
        "price": "preis precio prix cena",
        "cover": "image umschlag portada couverture okładka",
        "guides": "chapters",
        "retrieved": "accessed access-date accessdate access_date urldate abgerufen zugriff consulté consulta consultado acesso acessado",
        "url": "link href website enlace lien webseite uri",
        "editors": "editor herausgeber",
        "place": "location city ort lugar lieu local publisher-place address",
        "volume": "band volumen tomo",
        "within": "journal container-title booktitle magazine zeitschrift revista revue",
        "as_of": "year jahr año année ano stand asof as-of",
        "note": "hinweis nota info callout-note admonition uwaga",
        "tip": "tipp consejo conseil astuce hint callout-tip wskazówka",
        "warning": "warnung advertencia avertissement caution danger callout-warning callout-caution ostrzeżenie",
        "important": "wichtig importante callout-important attention ważne",
        "table": "tabelle tabla tableau tabela",
        "figure": "abbildung figura rysunek",
        "chart": "diagramm gráfico grafico graphique wykres",
        "quote": "zitat cita citation blockquote cytat",
    }.items()
    for called in others.split()
}


class Severity(str, Enum):
    """How bad a finding is: an error stops a book, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """The place of a finding: a file with a line and a column, or a page, counted from 1.

    A number of 0 means that the finding is about the whole file or line. The page is its number
    in the PDF, not its label. The path is for readers: in a name that is not UTF-8, the wrong
    bytes are escaped.
    """

    path: str = ""
    line: int = 0
    column: int = 0
    page: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", printable(self.path))

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        if self.page:
            numbers.insert(0, f"p{self.page}")
        return ":".join([one_line(self.path, 4096) or "<guide>", *numbers])


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong: where it is, what it is, and how to fix it.

    A message may quote untrusted text, so it is shortened to one line of limited length. `row` is
    the row of a table from which the guide was made by a template, if it was.
    """

    place: Place
    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    row: Place = Place()

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", one_line(self.message, _LONGEST))
        object.__setattr__(self, "remedy", one_line(self.remedy, _LONGEST))

    def __str__(self) -> str:
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.place} {self.code} {self.message}{remedy}{self.row_suffix}"

    @property
    def row_suffix(self) -> str:
        """The row in brackets after a space, or "" without a row or if the place names it."""
        row = f"({self.row})"
        is_named = self.row == replace(self.place, column=0, page=0) or row in self.message
        return f" {row}" if self.row.path and not is_named else ""

    def as_dict(self) -> dict[str, object]:
        """Return the finding as plain data for JSON; page and row only if it has them."""
        data = asdict(self) | {"severity": self.severity.value}
        if not self.place.page:
            del data["place"]["page"]
        if self.row.path:
            data["row"] = {"path": self.row.path, "line": self.row.line}
        else:
            del data["row"]
        return data


class FindingsError(GuidepubError):
    """An exception with all findings, not just the first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(str(finding) for finding in self.findings))

    def __reduce__(self) -> tuple[type[FindingsError], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


class InputError(FindingsError):
    """A definition or a catalogue has faults; `findings` lists them all."""


class RenderError(FindingsError):
    """A book could not be made, or only with losses; `findings` lists the reasons."""


def errors_of(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that stop a book."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def capped(findings: Iterable[Finding]) -> list[Finding]:
    """Return one file's findings in order, without duplicates, up to a limit.

    No more findings are read from `findings` then: a file can have as many faults as letters.
    """
    kept: dict[Finding, None] = {}
    for finding in findings:
        if len(kept) == _MOST and finding not in kept:
            place = Place(finding.place.path)
            message = "The file has more faults than are reported here."
            return [*sorted(kept), Finding(place, "D009", message, "Fix these first.")]
        kept[finding] = None
    return sorted(kept)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that a word likely misspells or translates, or "".

    Words of other languages and of other programs are translated.
    """
    if len(word) > _LONG_WORD:
        return ""
    names = sorted(known)[:_MANY_WORDS]
    if (translated := _ELSEWHERE.get(word.casefold(), "")) in names:
        return translated
    candidates = {name.casefold(): name for name in names if len(name) <= _LONG_WORD}
    close = difflib.get_close_matches(word.casefold(), candidates, n=1, cutoff=_ALIKE)
    if not close and len(word) >= _SHORTEST:
        close = [name for name in candidates if name.startswith(word.casefold())][:1]
    return candidates[close[0]] if close else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a remedy: the known word that was likely meant, or a list of all known words."""
    names = sorted(known)
    if meant := nearest(word, names):
        return f"Did you mean “{meant}”?"
    more = ", …" if len(names) > _LISTED else ""
    return f"Choose from: {', '.join(names[:_LISTED])}{more}." if names else ""
