"""The outcome of a build or a dry run, printed for the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from guidepub.batch import Explanation, Report, place_for_readers
from guidepub.cli.shared.terminal import Output, print_findings
from guidepub.findings import Finding, in_reading_order, likeness

# How many guides that fail for the same reason are named; the report names all.
_MOST_NAMED = 100


def print_report(report: Report, address: str | None, errors: Output, lines: Output) -> None:
    """Print the findings, the files that were made, and the number of books.

    `address` is where the files were sent.
    """
    print_findings(_to_report(report, errors.is_terminal), errors)
    for result in report.built:
        for file in result.files:
            if file.new:
                lines.print(
                    f"{place_for_readers(file, report.output, address)}  {file.size / 1024:,.0f} KB"
                )
    for slugs in _by_cause((result.name, result.findings) for result in report.failed):
        errors.print(f"{slugs}: not made")
    counted = [f"{_books(len(report.built))} made"]
    counts = {"unchanged": report.unchanged, "failed": report.failed, "left": report.stopped}
    counted += [f"{len(results)} {word}" for word, results in counts.items() if results]
    lines.print(f"{', '.join(counted)} in {report.seconds:.1f} s")
    if report.stopped:
        errors.print("Stopped. Run the same command again to build the rest.")


def print_explanations(found: Sequence[Explanation], errors: Output, lines: Output) -> int:
    """Print why books are out of date, and return the exit code."""
    print_findings(in_reading_order({f for each in found for f in each.findings}), errors)
    for each in found:
        editions_by_reason: dict[str, list[str]] = {}
        for edition, reasons in each.reasons.items():
            editions_by_reason.setdefault("; ".join(reasons), []).append(edition)
        for why, editions in editions_by_reason.items():
            product = [each.product] if each.product else []
            lines.print(f"{each.slug} ({', '.join([*product, *editions])}): {why}")
    stale = [each for each in found if each.reasons]
    failed = [each for each in found if each.findings]
    for slugs in _by_cause((each.slug, each.findings) for each in failed):
        errors.print(f"{slugs}: cannot be made")
    count = len(found) - len(stale) - len(failed)
    lines.print(f"{_books(len(stale))} out of date, {count} up to date")
    return 1 if failed else 0


def _to_report(report: Report, is_terminal: bool) -> list[Finding]:
    """Return the findings of a build, each once, in reading order.

    On a terminal, failures were shown as they happened; only findings shared with others are left.
    """
    # A fault in a file that several guides need is reported once. The build's own findings come
    # last.
    shown = {f for result in report.results for f in result.findings}
    found = [*in_reading_order(shown), *(f for f in dict.fromkeys(report.notes) if f not in shown)]
    if not is_terminal:
        return found
    shown = {f for result in report.failed for f in result.findings}
    kinds = Counter(map(likeness, found))
    return [f for f in found if f not in shown or kinds[likeness(f)] > 1]


def _by_cause(failed: Iterable[tuple[str, tuple[Finding, ...]]]) -> list[str]:
    """Return the slugs of failed guides, joined in one text if they failed for the same reason."""
    slugs: dict[tuple[Finding, ...], list[str]] = {}
    for slug, findings in failed:
        slugs.setdefault(tuple(map(likeness, findings)), []).append(slug)
    return [listed(each) for each in slugs.values()]


def listed(slugs: Sequence[str]) -> str:
    """Return the first slugs in a line, and how many more there are."""
    more = len(slugs) - _MOST_NAMED
    return ", ".join(slugs[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _books(count: int) -> str:
    return "1 book" if count == 1 else f"{count} books"
