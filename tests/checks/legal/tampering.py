"""Finished books of which somebody changed the notices, in ten ways, and their like unharmed.

Words are changed by printing the book anew from other words and giving it the metadata of the
true one; all else is done to the finished file itself.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf

import guidepub
from guidepub import Book, Catalog, Guide, Imprint, Notice

PRESS = Imprint(id="press", name="Lantern Press", legal_name="Lantern Press, LLC", place="Rye")
OTHER = PRESS.model_copy(update={"legal_name": "Somebody Else, Inc."})

_NEW = {
    "en": (
        "This guide is provided for information only. It is not legal, financial or other "
        "professional advice.\n\nWages and projections are estimates for groups of workers. "
        "They do not predict what any one person will earn, and they may have been revised "
        "since. Confirm the requirements with the responsible board before you enroll."
    ),
    "es": (
        "Esta guía se ofrece solo con fines informativos. No constituye asesoramiento legal, "
        "financiero ni profesional.\n\nLos salarios y las proyecciones son estimaciones sobre "
        "grupos de personas. No predicen lo que ganará una persona en particular, y es posible "
        "que se hayan revisado. Confirme los requisitos con la junta competente."
    ),
    "de": (
        "Dieser Berufsführer dient ausschließlich der Information. Er ist keine Rechts-, "
        "Finanz- oder sonstige Berufsberatung.\n\nVerdienstangaben und Beschäftigungsprognosen "
        "sind Schätzungen für Gruppen von Beschäftigten. Sie sagen nicht voraus, was eine "
        "einzelne Person verdienen wird. Zulassungsvoraussetzungen bestätigt die Aufsichtsbehörde."
    ),
    "fr": (
        "Ce guide est fourni « à titre d’information » uniquement. Il ne constitue pas un conseil "
        "juridique, financier ou professionnel.\n\nLes salaires et les projections sont des "
        "estimations : elles ne prédisent pas ce que gagnera une personne donnée. Vérifiez les "
        "conditions d’admission auprès de l’autorité compétente avant de vous inscrire."
    ),
}
_OLD = {
    "en": "Program outcomes vary, and job opportunities are not guaranteed. Ask for help.",
    "es": "Los resultados varían y no se garantiza ningún empleo. Pida ayuda profesional.",
    "de": "Ergebnisse sind verschieden, und eine Stelle wird nicht zugesichert. Suchen Sie Rat.",
    "fr": "Les résultats varient et aucun emploi n’est garanti. Demandez conseil à quelqu’un.",
}
# Language, a word that is put in place of another, a sentence that is left out.
_WORD = {
    "en": ("estimates", "promises"),
    "es": ("estimaciones", "promesas"),
    "de": ("Schätzungen", "Zusagen"),
    "fr": ("estimations", "promesses"),
}
_TITLES = {"en": "Disclaimer", "es": "Descargo", "de": "Haftung", "fr": "Avertissement"}
_RIGHTS = {
    "en": "Copyright © {years} {holder}. All rights reserved.",
    "es": "Copyright © {years} {holder}. Todos los derechos reservados.",
    "de": "Copyright © {years} {holder}. Alle Rechte vorbehalten.",
    "fr": "Copyright © {years} {holder}. Tous droits réservés.",
}
TRIMS = {"en": "us-trade", "es": "a5", "de": "digest", "fr": "us-letter"}

FAULTS: Mapping[str, tuple[str, str]] = {
    "a word changed": ("L002", "[-"),
    "a sentence dropped": ("L002", "[-"),
    "an old version": ("L005", "claims disclaimer@2"),
    "white text": ("L004", "too faint"),
    "2-pt text": ("L004", "too small"),
    "text off the page": ("L004", "off the page"),
    "only in the metadata": ("L003", "claimed by the metadata"),
    "only in the EPUB": ("L006", "another format"),
    "wrong year": ("L007", "1999"),
    "wrong holder": ("L008", "Somebody Else"),
}
"""The ways, each with the code that must tell it and a part of the reason."""


@dataclass(frozen=True)
class Files:
    """One book's files: the PDF for the screen and the EPUB."""

    pdf: bytes
    epub: bytes


def register(language: str, text: str | None = None) -> tuple[Notice, ...]:
    """Return the notices in a language; `text` stands for other words than the approved ones."""
    return (
        Notice(id="copyright", version=1, language=language, placement="imprint-page",
               text=_RIGHTS[language]),
        Notice(id="disclaimer", version=2, language=language, title=_TITLES[language],
               approved="2026-03-02", text=text or _NEW[language]),
        Notice(id="disclaimer", version=1, language=language, title=_TITLES[language],
               status="retired", approved="2023-06-01", retired="2026-03-02",
               text=_OLD[language]),
    )  # fmt: skip


def whole_register() -> Catalog:
    """Return a catalogue with the notices in all languages."""
    notices = [notice for language in _NEW for notice in register(language)]
    return Catalog(imprint=PRESS, notices=tuple(notices))


def guide(language: str, number: int = 0, **fields: object) -> Guide:
    """Return a guide in a language; each number gives another one, of some pages more."""
    title = {"en": "Baker", "es": "Panadera", "de": "Bäcker", "fr": "Boulanger"}[language]
    loaf = f"Bread number {number}. "
    sections = [
        {"title": f"Part {part}", "body": loaf * (30 + (7 * number + 11 * part) % 200)}
        for part in range(1, 2 + number % 6)
    ]
    given: dict[str, Any] = {
        "title": f"{title} {number}" if number else title,
        "slug": f"baker-{language}-{number}",
        "language": language,
        "published": "2026-11-24",
        "sections": sections,
    }
    return Guide(**(given | fields))


@cache
def true_book(language: str, number: int = 0) -> Files:
    """Return a book as guidepub makes it."""
    book = _book(language, guide(language, number), PRESS, None)
    return Files(guidepub.render(book, "screen"), guidepub.render(book, "epub"))


def _book(language: str, made: Guide, imprint: Imprint, text: str | None) -> Book:
    notices, defaults = register(language, text), {"trim": TRIMS[language]}
    catalog = Catalog.of(made, notices=notices, imprint=imprint, defaults=defaults)
    return guidepub.assemble(made, catalog)


@cache
def tampered_book(language: str, fault: str, number: int = 0) -> Files:
    """Return a book with one fault of `FAULTS`."""
    true = true_book(language, number)
    if fault in _REPRINTED:
        order = _REPRINTED[fault](language, number)
        other = guidepub.render(_book(language, *order), "screen")
        pdf = _with_metadata(other, true.pdf)
    else:
        pdf = edited_pdf(true.pdf, _NEW[language][:12], _ON_PAGES[fault])
    if fault == "only in the EPUB":
        return replace(true, pdf=pdf)
    name = "imprint-page" if fault.startswith("wrong") else "notices"
    return Files(pdf, edited_epub(true.epub, name, _IN_DOCUMENTS[fault](language)))


_Order = tuple[Guide, Imprint, str | None]


_REPRINTED: Mapping[str, Callable[[str, int], _Order]] = {
    "a word changed": lambda tag, n: (guide(tag, n), PRESS, _NEW[tag].replace(*_WORD[tag])),
    "a sentence dropped": lambda tag, n: (guide(tag, n), PRESS, _NEW[tag].partition(". ")[2]),
    "an old version": lambda tag, n: (guide(tag, n), PRESS, _OLD[tag]),
    "wrong year": lambda tag, n: (guide(tag, n, first_published=1999), PRESS, None),
    "wrong holder": lambda tag, n: (guide(tag, n), OTHER, None),
}


def _with_metadata(pdf: bytes, true: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as changed, pikepdf.open(io.BytesIO(true)) as source:
        changed.Root.Metadata = changed.copy_foreign(source.Root.Metadata)
        return _saved(changed)


def edited_pdf(data: bytes, words: str, edit: Callable[[list], list]) -> bytes:
    """Change the operators of the page on which some words stand."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    (number,) = [
        n for n in range(len(document)) if words in document[n].get_textpage().get_text_range()
    ]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[number]
        operators = edit(list(pikepdf.parse_content_stream(page)))
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(operators))
        return _saved(pdf)


def operator(name: str, *operands: object) -> tuple[list, pikepdf.Operator]:
    return [*operands], pikepdf.Operator(name)


def _whitened(operators: list) -> list:
    white = operator("rg", 1, 1, 1)
    kept = [o for o in operators if str(o[1]) not in ("rg", "g", "scn", "sc", "k", "cs")]
    return [white, *kept]


def _shrunk(operators: list) -> list:
    # WeasyPrint draws in pixels of three quarters of a point.
    size = 0.75 * max(float(o[0][1]) for o in operators if str(o[1]) == "Tf")
    changed = []
    for operands, operator in operators:
        if str(operator) == "Tm":
            matrix = [float(part) for part in operands]
            factor = 2 / (size * (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5)
            operands = [*(part * factor for part in matrix[:4]), *matrix[4:]]  # noqa: PLW2901
        changed.append((operands, operator))
    return changed


def _moved(operators: list) -> list:
    return [operator("cm", 1, 0, 0, 1, 5000, 0), *operators]


def _emptied(operators: list) -> list:
    return [o for o in operators if str(o[1]) not in ("Tj", "TJ", "'", '"')]


_ON_PAGES: Mapping[str, Callable[[list], list]] = {
    "white text": _whitened,
    "2-pt text": _shrunk,
    "text off the page": _moved,
    "only in the metadata": _emptied,
    "only in the EPUB": _emptied,
}


def edited_epub(data: bytes, name: str, edit: Callable[[str], str]) -> bytes:
    held = entries(data)
    path = f"EPUB/{name}.xhtml"
    before = held[path].decode()
    after = edit(before)
    assert after != before
    return packed(held | {path: after.encode()})


def _styled(css: str) -> Callable[[str], Callable[[str], str]]:
    wording = '<div class="wording"'
    return lambda language: lambda text: text.replace(wording, f'{wording} style="{css}"')


def _worded(paragraphs: str) -> Callable[[str], str]:
    """Put other paragraphs in place of the wording."""
    return lambda text: re.sub(
        r'(<div class="wording"[^>]*>).*?</div>', rf"\1{paragraphs}</div>", text, flags=re.S
    )


def _without_sentence(language: str) -> Callable[[str], str]:
    words = f"{_NEW[language].partition('. ')[0]}. ".split(" ")
    # Signs hold the spaces beside them.
    sentence = re.compile("[ \u00a0]".join(map(re.escape, words)))
    return lambda text: sentence.sub("", text)


_IN_DOCUMENTS: Mapping[str, Callable[[str], Callable[[str], str]]] = {
    "a word changed": lambda language: lambda text: text.replace(*_WORD[language]),
    "a sentence dropped": _without_sentence,
    "an old version": lambda language: _worded(f"<p>{_OLD[language]}</p>"),
    "white text": _styled("color: #fff"),
    "2-pt text": _styled("font-size: 2pt"),
    "text off the page": _styled("position: absolute; left: -9999px"),
    "only in the metadata": lambda language: _worded(""),
    "wrong year": lambda language: lambda text: text.replace("© 2026", "© 1999–2026"),
    "wrong holder": lambda language: (
        lambda text: text.replace("Lantern Press, LLC", "Somebody Else, Inc.")
    ),
}


def derived(files: Files, number: int) -> Files:
    """Return the like of a book under another title: another file, of another guide."""
    name = f"book-{number:03}"
    with pikepdf.open(io.BytesIO(files.pdf)) as pdf:
        pdf.docinfo["/Title"] = name
        xmp = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(xmp.replace(b">baker-", f">{name}-".encode()))
        data = _saved(pdf)
    held = entries(files.epub)
    package = held["EPUB/content.opf"].replace(b">baker-", f">{name}-".encode())
    return Files(data, packed(held | {"EPUB/content.opf": package}))


def write_book(folder: Path, files: Files) -> None:
    """Write a book's files as guidepub names them."""
    folder.mkdir(parents=True)
    (folder / f"{folder.name}-screen.pdf").write_bytes(files.pdf)
    (folder / f"{folder.name}.epub").write_bytes(files.epub)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def entries(epub: bytes) -> dict[str, bytes]:
    """Return what an archive holds, by name."""
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(held: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return buffer.getvalue()
