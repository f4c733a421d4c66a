"""`guidepub notices`: the register of notices, its history, and the notices that guides owe."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

import click

from guidepub.assembly import owings_of
from guidepub.cli.shared.selection import catalog_folder, surveys_of
from guidepub.cli.shared.terminal import console, print_findings, print_json, print_table
from guidepub.findings import Finding, Place, did_you_mean, errors_of
from guidepub.findings.errors import UsageError
from guidepub.loading import load
from guidepub.model import CATALOG_FILE, Catalog, Guide, Notice, When
from guidepub.notices import Lapse, Owing, lapse_finding, lapse_of, lapses

_Option = click.option(
    "--catalog", metavar="PATH", type=click.Path(exists=True),
    help="The catalogue. By default the current one.",
)  # fmt: skip
_Json = click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")


@click.group("notices", invoke_without_command=True)
@_Option
@_Json
@click.pass_context
def command(context: click.Context, catalog: str | None, as_json: bool) -> int:
    """List the notices of a catalogue, and which guides owe them.

    Without a command, all versions are listed with their status, dates and conditions.
    Notices that will have no version in force within 60 days are marked, also by show and owed.
    Exit codes: 0 success, 1 a guide owes a notice that is not in force, 2 wrong usage.

    \b
    Examples:  guidepub notices
               guidepub notices show disclaimer
               guidepub notices owed welder
               guidepub notices diff disclaimer@2 disclaimer@3
               guidepub notices impact disclaimer
    """  # noqa: D301 - click's sign for lines that stay as they are
    if context.invoked_subcommand is None:
        register = _catalog(catalog)
        to_come = list(lapses(register.notices))
        _print_rows([_facts(notice, to_come) for notice in register.notices], as_json)
        _warn(register, to_come, as_json)
    return 0


@command.command("show")
@click.argument("name", metavar="ID")
@_Option
@_Json
def show(name: str, catalog: str | None, as_json: bool) -> int:
    """Show the history of a notice: the dates and wording of each version."""
    register = _catalog(catalog)
    versions = _versions(register, name)
    to_come = [lapse for lapse in lapses(register.notices) if lapse.id == versions[0].id]
    if as_json:
        print_json(
            [
                {**_facts(notice, to_come), "text": notice.text, "machine": _terms(notice)}
                for notice in versions
            ]
        )
        return 0
    lines = console()
    for notice in versions:
        facts = _facts(notice, to_come)
        dates = ", ".join(f"{key} {facts[key]}" for key in ("approved", "retired") if facts[key])
        lines.print(
            f"{notice.name} {notice.language}: {facts['status']}{f' ({dates})' * bool(dates)}"
        )
        lines.print(f"{facts['when']}; {facts['placement']}; title: {notice.title or 'none'}\n")
        lines.print(f"{_whole(notice)}\n")
    _warn(register, to_come, as_json)
    return 0


@command.command("owed")
@click.argument("guide")
@click.option("--imprint", metavar="ID", help="Another imprint than the guide's own.")
@_Json
def owed(guide: str, imprint: str | None, as_json: bool) -> int:
    """List the notices that a guide owes, with their versions and the reasons.

    For a guide with errors, the notices that it owes so far are listed, followed by its errors.
    """
    rows: list[dict[str, object]] = []
    findings: list[Finding] = []
    to_come: dict[Lapse, Catalog] = {}
    for found in surveys_of([guide]):
        catalog = found.catalog
        findings += errors_of(catalog.findings)
        for made in (*catalog.values(), *found.drafts):
            for owing in owings_of(made, catalog, imprint):
                lapse = _lapse(made, owing)
                rows.append(_owing(made, owing, lapse))
                if lapse is not None:
                    to_come[lapse] = catalog
    if rows or not findings:
        _print_rows(rows, as_json)
    for lapse, catalog in to_come.items():
        _warn(catalog, [lapse], as_json)
    print_findings(findings, console(stderr=True))
    return 1 if findings or any(not row["version"] for row in rows) else 0


@command.command("diff")
@click.argument("old", metavar="ID@VERSION")
@click.argument("new", metavar="ID@VERSION")
@click.option("--language", metavar="TAG", help="Compare only in this language.")
@_Option
def diff(old: str, new: str, language: str | None, catalog: str | None) -> int:
    """Show what changed between two versions of a notice, word by word.

    Deletions are shown as [-deleted-], additions as {+added+}. A language that only one version has
    is named.
    """
    register = _catalog(catalog)
    befores, afters = ({n.language: n for n in _versions(register, x)} for x in (old, new))
    tags = sorted(befores.keys() | afters.keys()) if language is None else [language]
    lines = console()
    for tag in tags:
        lines.print(f"{old} → {new} ({tag})")
        before, after = befores.get(tag), afters.get(tag)
        if before is None or after is None:
            missing = new if after is None else old
            lines.print(f"{missing} has no wording in {tag}.\n")
        else:
            lines.print(f"{_word_diff(_whole(before), _whole(after))}\n")
    return 0


@command.command("impact")
@click.argument("name", metavar="ID[@VERSION]")
@_Option
@_Json
def impact(name: str, catalog: str | None, as_json: bool) -> int:
    """List the books that owe a notice, and so would be rebuilt if it changed.

    With a version that is not in force yet, list the books that would owe it.
    """
    register = _catalog(catalog)
    notice_id = _versions(register, name)[0].id
    trial = _with_version(register, name) if "@" in name else register
    rows = [
        _owing(made, owing, _lapse(made, owing))
        for made in trial.values()
        for owing in owings_of(made, trial)
        if owing.id == notice_id
    ]
    _print_rows(rows, as_json)
    if not as_json:
        console().print(f"{len(rows)} of {len(trial)} books owe {notice_id}")
    return 0


def _catalog(path: str | None) -> Catalog:
    return load(catalog_folder(path, "--catalog"))


def _versions(catalog: Catalog, name: str) -> list[Notice]:
    """Return the versions that a name refers to, newest first."""
    notice_id, _, version = name.partition("@")
    found = [n for n in catalog.notices if n.id == notice_id]
    if not found:
        known = {notice.id for notice in catalog.notices}
        hint = did_you_mean(notice_id, known)
        raise UsageError(f"The catalogue has no notice “{notice_id}”. {hint}")
    if version:
        found = [notice for notice in found if str(notice.version) == version]
    if not found:
        raise UsageError(f"The notice “{notice_id}” has no version “{version}”.")
    return sorted(found, key=lambda notice: (-notice.version, notice.language))


def _with_version(catalog: Catalog, name: str) -> Catalog:
    """Return the catalogue as if one version of a notice were the one in force."""
    notice_id, _, version = name.partition("@")
    notices = []
    for notice in catalog.notices:
        if notice.id != notice_id:
            notices.append(notice)
        elif str(notice.version) == version:
            update = {"status": "approved", "approved": None, "retired": None}
            notices.append(notice.model_copy(update=update))
    return catalog.model_copy(update={"notices": tuple(notices)})


def _facts(notice: Notice, to_come: Sequence[Lapse]) -> dict[str, object]:
    days = [
        str(lapse.day)
        for lapse in to_come
        if notice.is_in_force and (lapse.id, lapse.language) == (notice.id, notice.language)
    ]
    return {
        "notice": notice.id,
        "version": notice.version,
        "language": notice.language,
        "status": notice.status_today,
        "approved": str(notice.approved or ""),
        "retired": str(notice.retired or ""),
        "lapses": days[0] if days else "",
        "placement": notice.placement,
        "when": _conditions(notice.when),
    }


def _terms(notice: Notice) -> dict[str, str]:
    """Return the machine-readable terms of a notice."""
    return dict(notice.machine.properties()) if notice.machine else {}


def _whole(notice: Notice) -> str:
    """Return a notice's wording and machine-readable terms, one per line."""
    terms = [f"To machines: {name} {value}" for name, value in _terms(notice).items()]
    return "\n\n".join([notice.text.rstrip("\n"), *(["\n".join(terms)] if terms else [])])


def _warn(catalog: Catalog, to_come: Sequence[Lapse], as_json: bool) -> None:
    """Report what will lapse soon, on stderr, to keep the data on stdout clean."""
    place = Place(str((catalog.root or Path()) / CATALOG_FILE))
    target = console(stderr=as_json)
    print_findings((lapse_finding(lapse, place) for lapse in to_come), target)


def _conditions(when: When | str) -> str:
    if isinstance(when, str):
        return when
    given = when.model_dump(exclude_defaults=True)
    return "; ".join(f"{key}: {', '.join(names)}" for key, names in given.items()) or "always"


def _lapse(guide: Guide, owing: Owing) -> Lapse | None:
    """Return when a notice of a guide lapses, or None if that is not soon."""
    return lapse_of(owing.versions, guide.language) if owing.notice else None


def _owing(guide: Guide, owing: Owing, lapse: Lapse | None) -> dict[str, object]:
    notice = owing.notice
    return {
        "guide": guide.slug,
        "notice": owing.id,
        "version": notice.version if notice else "",
        "language": notice.language if notice else f"none: {owing.gap}",
        "why": ", ".join(owing.reasons),
        "editions": ", ".join(owing.editions),
        "lapses": str(lapse.day) if lapse else "",
    }


def _word_diff(old: str, new: str) -> str:
    before, after = old.split(), new.split()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    parts = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            parts.append(" ".join(before[a:b]))
            continue
        gone, put = " ".join(before[a:b]), " ".join(after[c:d])
        parts.append(f"[-{gone}-]" * bool(gone) + f"{{+{put}+}}" * bool(put))
    return " ".join(parts)


def _print_rows(rows: Sequence[dict[str, object]], as_json: bool) -> None:
    if as_json:
        print_json(rows)
        return
    if not rows:
        console().print("There are no notices to list.")
        return
    print_table(list(rows[0]), [[str(cell) for cell in row.values()] for row in rows], console())
