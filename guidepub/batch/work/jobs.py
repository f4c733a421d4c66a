"""One guide to the files of its book: the work that is handed to a process or a machine.

It writes nothing. What it returns is all that the batch has to know, so that the same job
runs in this process, in a worker, and on a cluster that shares no disk with this machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from guidepub.batch.kept.records import InputFile, Record, input_file
from guidepub.batch.stale.keys import parts_of, reasons, used_files
from guidepub.files import is_within
from guidepub.files.dates import monotonic
from guidepub.findings import Finding, FindingsError, Place
from guidepub.findings.errors import GuidepubError, kind_and_reason, reason_and_file
from guidepub.loading.beside.release_records import record_path
from guidepub.model import Book, Catalog, Edition, Imprint, edition_file, file_name
from guidepub.model.tables.lineage import written_figures
from guidepub.tables import table_files
from guidepub.themes import find_theme

if TYPE_CHECKING:
    from guidepub.batch.work.claims import Claimed
    from guidepub.editions import Production


@dataclass(frozen=True, slots=True)
class Job:
    """A guide, with what it needs of its catalogue, and the editions to look at.

    `current` are the records of the editions whose files stand as they were written, and
    `reasons` says why the others are to be made. `definition` is the guide's file as it was
    before it was read, `named_files` those of guides that it names. `explain` asks for the reason
    why editions are out of date, and none made.
    """

    catalog: Catalog
    slug: str
    editions: tuple[Edition, ...]
    imprint: Imprint | str | None = None
    definition: InputFile | None = None
    named_files: tuple[InputFile, ...] = ()
    current: Mapping[Edition, Record] = field(default_factory=dict)
    reasons: Mapping[Edition, str] = field(default_factory=dict)
    explain: bool = False

    @property
    def name(self) -> str:
        """The beginning of its files' names, before the suffixes of editions."""
        product = self.catalog.product
        return self.slug + (product.suffix if product else "")

    @property
    def path(self) -> str:
        """The path of the guide's file, or its slug where it has none."""
        return self.catalog[self.slug].known_by

    @property
    def theme(self) -> str:
        """The name of the theme in which the book is set.

        Raises:
            UsageError: no imprint has the name.
        """
        guide = self.catalog[self.slug]
        return self.catalog.theme_of(guide, self.catalog.imprint_of(guide, self.imprint))


@dataclass(frozen=True, slots=True)
class MadeFile:
    """The result for an edition: its new file and the reasons for it, or no new file.

    `seconds` is the wall time of making it. One that is `claimed` waits for its verdict; after
    that it has its certificate, or `findings` on why it claims nothing.
    """

    parts: Mapping[str, str]
    data: bytes | None = None
    reasons: tuple[str, ...] = ()
    pages: int | None = None
    seconds: float = 0.0
    claimed: Claimed | None = None
    certificate: bytes = b""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """The result of a job. With findings there is no file.

    `seconds` is wall time, of which `assembling` took its part. `figures` are those of tables
    that the book prints, as its files state them.
    """

    files: Mapping[Edition, MadeFile] = field(default_factory=dict)
    inputs: tuple[InputFile, ...] = ()
    theme: str = ""
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    assembling: float = 0.0
    figures: tuple[tuple[str, str], ...] = ()


def warm_up(themes: Sequence[tuple[str, Path | None]]) -> None:
    """Load the renderers, and the stylesheets and fonts of some themes.

    Args:
        themes: their names, with the folders of their catalogues.

    Raises:
        GuidepubError: something is not there; the first book reports it.
    """
    from guidepub.pdf.layout.warming import warm_up as warm_up_pages

    for name, root in themes:
        warm_up_pages(find_theme(name, root))


def get_ready(theme: str, root: Path | None) -> None:
    """Load what makes books in a theme, and lay out a page in it, while there is no book to make.

    Args:
        theme: its name.
        root: the folder of its catalogue.

    Raises:
        Exception: something is missing or broken; the first book reports it.
    """
    from guidepub.editions.apart import load_templates
    from guidepub.pdf.layout.warming import rehearse

    found = find_theme(theme, root)
    load_templates(found)
    rehearse(found)


def make(job: Job) -> Made:
    """Make the outdated files of one book. A failure of it does not affect the others.

    Raises:
        MemoryError: there is not enough for this book; the process should not go on.
    """
    begin = monotonic()
    try:
        made = _make(job)
    except FindingsError as error:
        made = Made(findings=error.findings)
    except GuidepubError as error:
        made = Made(findings=(Finding(Place(job.path), "R003", str(error)),))
    except MemoryError:
        raise
    except OSError as error:
        message = f"A file that the book needs cannot be read: {reason_and_file(error)}."
        made = Made(findings=(Finding(Place(job.path), "D001", message, "Build it again."),))
    except Exception as error:  # noqa: BLE001 - the last line between one book and the batch
        made = Made(findings=(crash(job, error),))
    return replace(made, seconds=monotonic() - begin)


def crash(job: Job, error: BaseException, remedy: str = "") -> Finding:
    """Return the finding on a book that ended in an unforeseen error."""
    message = f"Making the book failed: {kind_and_reason(error)}."
    remedy = remedy or "This is a bug in guidepub: please report it."
    return Finding(Place(job.path), "B002", message, remedy)


def _make(job: Job) -> Made:
    # Imported late: a process that only sends jobs makes no books.
    from guidepub.assembly import assemble
    from guidepub.editions import Production

    begin = monotonic()
    guide = job.catalog[job.slug]
    # A file is looked at before it is read: what is written meanwhile is seen the next time.
    inputs = [job.definition, *job.named_files, *_tables(job), *_releases(job)]
    book = assemble(guide, job.catalog, job.imprint)
    inputs += (input_file("image", picture.path) for picture in book.pictures)
    found = tuple(file for file in inputs if file is not None)
    assembling = monotonic() - begin
    production = Production(book)
    if not (job.current or job.explain or book.accessibility.certify):
        # Made while the fingerprints are taken.
        for edition in job.editions:
            production.begin(edition)
    parts = parts_of(book)
    files = {
        edition: _file(job, book, production, edition, parts, found) for edition in job.editions
    }
    figures = tuple(written_figures(book.figures))
    return Made(files, found, book.theme.name, assembling=assembling, figures=figures)


def _tables(job: Job) -> Sequence[InputFile | None]:
    guide = job.catalog[job.slug]
    names = {n for each in (guide, *guide.members) for n in used_files(each, job.catalog)[0]}
    root = job.catalog.root or Path()
    paths = [path for name in sorted(names) for path in table_files(job.catalog, name)]
    # One that lies outside is reported when it is read.
    return [input_file("table", path) for path in paths if is_within(path, root)]


def _releases(job: Job) -> Sequence[InputFile | None]:
    guide, root = job.catalog[job.slug], job.catalog.root
    if guide.changes_since is None or root is None:
        return ()
    return (input_file("release", record_path(root, guide.slug, guide.changes_since)),)


def _file(
    job: Job,
    book: Book,
    production: Production,
    edition: Edition,
    parts: Mapping[str, str],
    inputs: tuple[InputFile, ...],
) -> MadeFile:
    begin = monotonic()
    known = job.current.get(edition)
    if known is not None and known.parts == parts:
        return MadeFile(parts)
    why = reasons(known.parts, parts, known.inputs, inputs) if known else (job.reasons[edition],)
    if job.explain:
        return MadeFile(parts, reasons=why)
    waiting = None
    if book.accessibility.certify:
        # Only here: most catalogues claim nothing.
        from guidepub.batch.work.claims import claimed

        waiting = claimed(production, book, edition, file_name(job.name, edition))
    data = waiting.without if waiting else production.file(edition)
    pages = None
    if edition_file(edition).medium == "pdf":
        from guidepub.pdf.finished.counting import page_count

        pages = page_count(data)
    return MadeFile(parts, data, why, pages, monotonic() - begin, waiting)
