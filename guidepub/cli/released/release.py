"""`guidepub release`: records an edition, or verifies it against its record."""

from __future__ import annotations

from pathlib import Path

import click

from guidepub.batch.releasing import differences, freeze
from guidepub.cli.shared.selection import one_guide
from guidepub.cli.shared.terminal import console, print_findings
from guidepub.files.dates import build_date
from guidepub.findings import Finding, Place
from guidepub.findings.errors import UsageError
from guidepub.loading.beside.release_records import keep, read_release, released_editions
from guidepub.model import Catalog, Guide
from guidepub.model.formats.release import Release

_NEXT = "Set edition: {} in the definition; to see what differs, run guidepub changes {}"
_AS_IT_WAS = (
    "The definition is now at edition {}. Verify in a checkout of the catalogue from that time"
)


@click.command("release")
@click.argument("guide")
@click.option("--verify", is_flag=True,
              help="Build the files of a released edition again, and compare every byte.")  # fmt: skip
@click.option("--edition", type=click.IntRange(min=1), metavar="N",
              help="With --verify: the released edition, by default the last.")  # fmt: skip
def command(guide: str, verify: bool, edition: int | None) -> int:
    """Release the current edition of GUIDE: record it in releases/GUIDE/edition-N.json.

    The record has the definition, the facts as printed, the notices with their versions, the page
    on which each part begins, and a digest of each file that the catalogue's editions produce. Keep
    it under version control: it documents what the edition said, and guidepub changes compares it
    with the next. The files themselves are made by guidepub build.

    An edition can be released only once. If it has changed since, the command fails.

    Exit codes: 0 success, 1 a released edition has changed or cannot be made, 2 wrong usage.

    \b
    Examples:  guidepub release welder
               guidepub release welder --verify
    """  # noqa: D301 - click's sign for lines that stay as they are
    if edition and not verify:
        raise UsageError("--edition needs --verify. Only the current edition can be released.")
    found, catalog, root = one_guide(guide)
    if verify:
        findings = _verified(found, catalog, root, edition)
    else:
        findings = _released(found, catalog, root)
    print_findings(findings, console(stderr=True))
    return 1 if findings else 0


def release_of(guide: Guide, root: Path, edition: int | None) -> Release:
    """Return the record of an edition of a guide, by default that of the last.

    Raises:
        UsageError: it has not been released.
        InputError: its record cannot be read.
    """
    known = released_editions(root, guide.slug)
    if not known:
        raise UsageError(
            f"No edition of “{guide.slug}” has been released. "
            f"Record one: guidepub release {guide.slug}"
        )
    if edition is not None and edition not in known:
        numbers = ", ".join(map(str, known))
        raise UsageError(f"Edition {edition} has not been released. Released: {numbers}.")
    return read_release(root, guide.slug, edition or known[-1])


def _released(guide: Guide, catalog: Catalog, root: Path) -> list[Finding]:
    """Write the record of the current edition, or return what prevents it."""
    place = Place(guide.known_by)
    if guide.published is None:
        message = "A released edition needs a date, which all its files carry."
        remedy = f"Add published: {build_date().isoformat()}"
        return [Finding(place, "D012", message, remedy)]
    if guide.edition in released_editions(root, guide.slug):
        before = read_release(root, guide.slug, guide.edition)
        return _findings(before, differences(before, guide, catalog), guide)
    release = freeze(guide, catalog)
    out = console()
    for file in release.files:
        pages = f", {file.pages} pages" if file.pages else ""
        out.print(f"{file.name}  {file.size:,} bytes{pages}  {file.sha256}")
    out.print(f"Released edition {release.edition}: {keep(release, root)}")
    return []


def _verified(guide: Guide, catalog: Catalog, root: Path, edition: int | None) -> list[Finding]:
    """Return findings on whatever differs from the released edition."""
    release = release_of(guide, root, edition)
    return _findings(release, differences(release, guide, catalog), guide)


def _findings(release: Release, differing: list[str], guide: Guide) -> list[Finding]:
    if not differing:
        console().print(f"The files are the same as when edition {release.edition} was released.")
        return []
    message = (
        f"Edition {release.edition} has changed since it was released: {'; '.join(differing)}."
    )
    if guide.edition == release.edition:
        remedy = _NEXT.format(release.edition + 1, guide.slug)
    else:
        remedy = _AS_IT_WAS.format(guide.edition)
        remedy += f", at commit {release.commit[:12]}." if release.commit else "."
    return [Finding(Place(guide.known_by), "D091", message, remedy)]
