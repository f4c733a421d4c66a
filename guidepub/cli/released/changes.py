"""`guidepub changes`: what differs between two editions of a guide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from guidepub.assembly import assemble
from guidepub.assembly.released.comparing import Change, changes, revised
from guidepub.assembly.released.snapshots import snapshot
from guidepub.cli.released.release import release_of
from guidepub.cli.shared.options import WritablePath
from guidepub.cli.shared.selection import one_guide
from guidepub.cli.shared.terminal import console, print_json
from guidepub.files import write_output
from guidepub.findings.errors import UsageError
from guidepub.markdown.escaping import escaped
from guidepub.model import Book
from guidepub.model.formats.release import Release

_GROUPS = {"fact": "Figures", "notice": "Notices", "text": "Text"}


@click.command("changes")
@click.argument("guide")
@click.option("--since", type=click.IntRange(min=1), metavar="N",
              help="The released edition to compare with, by default the last.")  # fmt: skip
@click.option("--until", type=click.IntRange(min=1), metavar="N",
              help="Another released edition, instead of the guide as it is now.")  # fmt: skip
@click.option("--errata", type=WritablePath(), metavar="FILE",
              help="Write the changes as an errata sheet for readers, in Markdown.")  # fmt: skip
@click.option("--bars", type=WritablePath(), metavar="FILE",
              help="Write a PDF of the guide as it is now, with a bar next to each new or revised passage.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
def command(
    guide: str,
    since: int | None,
    until: int | None,
    errata: str | None,
    bars: str | None,
    as_json: bool,
) -> None:
    """List what has changed in GUIDE since a released edition.

    Figures and notices come first, each with its previous value, then the text, part by part. A
    paragraph in which only such a figure differs is not listed again. Page numbers are those of the
    printed edition that was released.

    Exit codes: 0 success, 1 the guide cannot be read, 2 wrong usage.

    \b
    Examples:  guidepub changes welder
               guidepub changes welder --since 1 --until 2
               guidepub changes welder --errata errata.md
               guidepub changes welder --bars proof.pdf
    """  # noqa: D301 - click's sign for lines that stay as they are
    if bars is not None and until is not None:
        raise UsageError(
            "--bars shows the guide as it is now, and cannot be combined with --until."
        )
    found, catalog, root = one_guide(guide)
    old = release_of(found, root, since)
    book = None if until else assemble(found, catalog)
    new = snapshot(book) if book else release_of(found, root, until)
    listed = changes(old, new)
    if errata is not None:
        write_output(Path(errata), _sheet(old, new, listed).encode())
    if bars is not None and book is not None:
        _write_proof(Path(bars), book, revised(old, new))
    if as_json:
        editions = {"guide": old.guide, "since": old.edition, "until": new.edition}
        print_json({**editions, "changes": [change._asdict() for change in listed]})
    elif errata is None and bars is None:
        for line in _lines(old, listed):
            console().print(line)


def _write_proof(file: Path, book: Book, passages: Sequence[str]) -> None:
    """Write a book's screen PDF with change bars, and name passages that have no bar."""
    # Modules that lay out pages are only imported for PDFs.
    from guidepub.editions import Production
    from guidepub.pdf.finished.bars import with_bars

    # The bars change the file, so what it claims of itself is no longer true.
    data, missed = with_bars(Production(book).claiming("screen", "none"), passages)
    write_output(file, data)
    count = len(passages) - len(missed)
    console().print(f"{file}  {count} {'passage' if count == 1 else 'passages'} with bars")
    for passage in missed:
        console(stderr=True).print(f"No bar: {' '.join(passage.split())[:100]}")


def _lines(old: Release, listed: Sequence[Change]) -> Iterator[str]:
    if not listed:
        yield f"Nothing has changed since edition {old.edition}."
    for kind, heading in _GROUPS.items():
        found = [change for change in listed if change.kind == kind]
        if found:
            yield heading
        for change in found:
            yield f"  {change.where}{f', page {change.page}' if change.page else ''}"
            yield from (f"  - {line}" for line in change.old.splitlines())
            yield from (f"  + {line}" for line in change.new.splitlines())


def _sheet(old: Release, new: Release, listed: Sequence[Change]) -> str:
    """Return the changes as an errata sheet for owners of the previous edition."""
    lines = [
        f"# {escaped(old.title)}: what has changed since edition {old.edition}",
        f"Edition {old.edition} was published on {old.published.isoformat()}, "
        f"edition {new.edition} on {new.published.isoformat()}.",
    ]
    for kind, heading in _GROUPS.items():
        found = [change for change in listed if change.kind == kind]
        lines += [f"## {heading}"] if found else []
        for change in found:
            page = f", page {change.page}" if change.page else ""
            lines.append(f"**{escaped(change.where)}{page}**")
            lines += _quoted("Before", change.old) + _quoted("Now", change.new)
    return "\n\n".join(lines) + "\n"


def _quoted(label: str, text: str) -> list[str]:
    paragraphs = [escaped(line) for line in text.splitlines() if line.strip()]
    return [f"{label}:", "\n>\n".join(f"> {each}" for each in paragraphs)] if paragraphs else []
