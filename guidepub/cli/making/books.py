"""What `guidepub build` does once it has an executor."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from guidepub.batch import (
    BatchSurvey,
    Publisher,
    build_all,
    explain,
    folder_of,
    forget_gone,
    html_page,
    open_catalog,
    refused,
    start_workers,
    to_retry,
)
from guidepub.cli.making.opening import open_outside, to_open
from guidepub.cli.making.progress import event_lines, progress
from guidepub.cli.shared.options import refuse_unwritable
from guidepub.cli.shared.outcome import print_explanations, print_report
from guidepub.cli.shared.selection import paths_of, refuse_twice
from guidepub.cli.shared.signals import exit_code
from guidepub.cli.shared.terminal import console, print_findings
from guidepub.files import write_output
from guidepub.findings import InputError, errors_of
from guidepub.findings.errors import UsageError
from guidepub.loading import Selection, select
from guidepub.model import Catalog, Edition, FileFindings

_NONE = "There are no guides here. Add one with: guidepub new TITLE"


@dataclass(frozen=True, slots=True)
class Choice:
    """The arguments and options of the command, as given."""

    paths: tuple[str, ...]
    output: str
    editions: tuple[Edition, ...] | None
    products: tuple[str, ...]
    imprint: str | None
    certify: bool
    force: bool
    explaining: bool
    retry_failed: bool
    fail_fast: bool
    strict: bool
    timeout: float
    report: Path | None
    page: Path | None
    events: str | None
    opening: bool


def build_books(choice: Choice, pool: Executor) -> int:
    """Build the chosen books, or list what would be built; return the exit code.

    Raises:
        UsageError: there is nothing to build, something that was asked for does not exist, or the
            output folder is not writable.
    """
    folder, address = folder_of(choice.output)
    if choice.opening and address:
        raise UsageError("--open needs files on this machine: choose a local folder with --output.")
    if not choice.explaining:
        refuse_unwritable(folder)
    editions, imprint, force = choice.editions, choice.imprint, choice.force
    surveys = _surveys(choice, folder, pool)
    errors, lines = console(stderr=True), console(stderr=choice.events == "-")
    publisher = Publisher(folder, address) if address else None
    listeners = [event_lines(choice.events, folder)] if choice.events else []
    listeners += [publisher.listen] if publisher else []
    if choice.strict:
        surveys = [replace(found, catalog=_linted(found.catalog, pool)) for found in surveys]
    if choice.explaining:
        found = explain(surveys, folder, editions, pool, imprint, force, choice.products)
        return print_explanations(found, errors, lines)
    with progress(errors, listeners) as notify:
        done, stop = build_all(
            surveys,
            folder,
            editions,
            pool,
            notify,
            imprint,
            force,
            choice.fail_fast,
            choice.products,
        )
    if choice.retry_failed and stop is None and not done.stopped:
        forget_gone(folder)
    if choice.report is not None:
        write_output(choice.report, done.as_json().encode())
    if choice.page is not None:
        write_output(choice.page, html_page(done).encode())
    unsent = publisher.findings if publisher else []
    print_report(done, address, errors, lines)
    print_findings(unsent, errors)
    if stop is not None:
        return exit_code(stop)
    if choice.opening and (target := to_open(done)):
        open_outside(target)
    denied = [finding for each in (*done.built, *done.unchanged) for finding in each.findings]
    errors_left = [
        *unsent,
        *errors_of((*done.notes, *denied)),
        *(done.warnings if choice.strict else ()),
    ]
    return 1 if done.failed or done.stopped or errors_left else 0


def _surveys(choice: Choice, folder: Path, pool: Executor) -> list[BatchSurvey]:
    """Return the requested catalogues, opened, while workers get ready for their books.

    Raises:
        UsageError: there is nothing to build, or something that was asked for does not exist.
    """
    selections: list[Selection] = []
    surveys: list[BatchSurvey] = []
    for path in paths_of(choice.paths):
        try:
            selections.append(select(path, partly=True))
        except InputError as error:
            # A fault of a catalogue stops all of its guides; the report names them.
            surveys.append(refused(path, error.findings))
            if not surveys[-1].catalog.by_file:
                raise
    for selection in selections:
        selection.catalog.imprint_named(choice.imprint)
    if not surveys and not any(each.files or each.catalog.by_file for each in selections):
        raise UsageError(_NONE)
    if choice.certify:
        selections = [replace(each, catalog=_certifying(each.catalog)) for each in selections]
    if choice.retry_failed:
        selections = to_retry(selections, folder)
    read_all = choice.force or choice.strict
    surveys += (
        open_catalog(
            found,
            folder,
            choice.editions,
            choice.imprint,
            read_all,
            choice.timeout,
            choice.products,
            partial(start_workers, pool),
        )
        for found in selections
    )
    if not choice.retry_failed and not any(each.slugs or each.catalog.by_file for each in surveys):
        raise UsageError(_NONE)
    refuse_twice(survey.slugs for survey in surveys)
    return surveys


def _certifying(catalog: Catalog) -> Catalog:
    """Return a catalogue whose files claim to be accessible.

    Raises:
        UsageError: the catalogue does not name who certifies them.
    """
    stated = catalog.accessibility
    if stated.certified_by is None:
        message = "--certify needs the name of whoever certifies the claim. Add to catalog.toml:"
        raise UsageError(f'{message} [accessibility] with certified_by = "…".')
    certifying = stated.model_copy(update={"certify": True})
    return catalog.model_copy(update={"accessibility": certifying})


def _linted(catalog: Catalog, executor: Executor) -> Catalog:
    """Return the catalogue without guides in which lint finds errors, and with these errors."""
    # Lint's patterns take time to load: only a strict build needs them.
    from guidepub.linting import lint

    guides = list(catalog.values())
    found = executor.map(lint, guides, [catalog.with_guides(guide) for guide in guides])
    errors = {
        guide.slug: errors_of(findings) for guide, findings in zip(guides, found, strict=True)
    }
    by_file = {each.file: each for each in catalog.by_file}
    for guide in guides:
        if errors[guide.slug] and guide.origin is not None:
            before = by_file[guide.origin].findings if guide.origin in by_file else ()
            both = tuple(sorted({*before, *errors[guide.slug]}))
            by_file[guide.origin] = FileFindings(guide.origin, guide.slug, both, guide.title)
    kept = catalog.with_guides(*(guide for guide in guides if not errors[guide.slug]))
    return kept.model_copy(update={"by_file": tuple(by_file.values())})
