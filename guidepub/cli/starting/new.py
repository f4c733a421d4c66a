"""`guidepub new`: a new guide."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidepub.cli.shared.selection import catalog_folder, files_by_slug
from guidepub.files import read_text, write_bytes
from guidepub.files.dates import build_date
from guidepub.findings import did_you_mean
from guidepub.findings.errors import UsageError
from guidepub.loading import read_catalog
from guidepub.markdown.escaping import escaped
from guidepub.model import CATALOG_FILE, Catalog, DefinitionRules, slug_of
from guidepub.text.naming.classification import occupation_called

if TYPE_CHECKING:
    from guidepub.cli.starting.new_facts import NewFact
    from guidepub.tables import TypedTable

# Names of columns that may have the guides' titles, and their codes, the likeliest first.
_TITLES = (
    "title titel titre titulo titolo tytul occupation-title occ-title job-title name"
    " occupation ocupacion profession career beruf metier puesto zawod job"
).split()
_SOC = re.compile(r"[0-9]{2}-[0-9]{4}")
_CODES = ("soc", "soc-code", "occ-code")
_LONGEST = 512 * 1024


@click.command("new")
@click.argument("words", metavar="[TITLE]", nargs=-1)
@click.option("-C", "--catalog", "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False),
              help="The catalogue's folder. By default the current catalogue.")  # fmt: skip
@click.option("--from-table", "table", metavar="TABLE",
              help="Make a template that makes a guide from each row of this data table.")  # fmt: skip
def command(words: tuple[str, ...], folder: str | None, table: str | None) -> None:
    """Add a guide called TITLE, with the sections that the catalogue requires.

    The sections are empty, and no book is built until each has text. If TITLE is an occupation of
    the Standard Occupational Classification, its code is filled in. With --from-table, the new
    guide is a template, named after the table if no TITLE is given. Its first section shows the
    values of each row, and columns of figures become facts that are traced to their cells.

    \b
    Examples:  guidepub new "Dental Hygienist"
               guidepub new --from-table occupations
    """  # noqa: D301 - click's sign for lines that stay as they are
    if len(words) > 1:
        raise UsageError(f'Put the title in quotes: guidepub new "{" ".join(words)}"')
    title = words[0] if words else table
    if title is None:
        raise UsageError("Name the new guide: guidepub new TITLE")
    root = catalog_folder(folder, "-C")
    slug = slug_of(title)
    if not slug:
        raise UsageError("The title has no letters or digits for a file name.")
    path = root / f"{slug}.md"
    if there := path if path.exists() else files_by_slug(root).get(slug):
        raise UsageError(f"“{there}” already exists. Choose another title.")
    catalog = read_catalog(root)
    text = guide_text(title, catalog) if table is None else template_text(table, catalog)
    write_bytes(path, text.encode())
    click.echo(path)
    if table is not None:
        _name_template(root, path.name, catalog)


def template_text(table: str, catalog: Catalog) -> str:
    """Return the text of a new template for the rows of a table.

    Raises:
        UsageError: the catalogue has no such table.
        InputError: the table cannot be read.
    """
    if table not in catalog.data:
        name = slug_of(table) or "table"
        example = f'{name} = "{name}.csv"'
        remedy = did_you_mean(table, catalog.data) or (
            f"Name its file under [data] in {CATALOG_FILE}, as in {example}."
        )
        if Path(table).suffix:
            name = slug_of(Path(table).stem) or "table"
            named = f'{name} = "{table}"'
            remedy = f"Add {named} under [data] in {CATALOG_FILE}, and use --from-table {name}."
        raise UsageError(f"The catalogue has no data table “{table}”. {remedy}")
    # Imported here: most new guides do not come from a table.
    from guidepub.cli.starting.new_facts import cell, facts_of
    from guidepub.tables import typed_table

    read = typed_table(catalog, table)
    columns, facts = read.columns, facts_of(read)
    called = {slug_of(name): name for name in reversed(columns)}
    named = next((called[title] for title in _TITLES if title in called), columns[0])
    head = [
        "---",
        f"for_each: {{table: {json.dumps(table, ensure_ascii=False)}}}",
        f"title: {_tag(cell(named))}",
        f"language: {catalog.defaults.language}",
        *_row_head(called, read, named),
        f"published: {build_date().isoformat()}",
        *_facts_head(facts),
        "---",
    ]
    first, *others = _section_titles(catalog)
    rows = [
        facts[name].table_row if name in facts
        else f"| {escaped(name)} | {{{{ {cell(name)} | optional }}}} |"
        for name in columns
    ]  # fmt: skip
    shown = [f"\n# {first}\n", "What the table has of {{ " + cell(named) + " }}:\n"]
    body = ["| Column | Value |", "|---|---|", *rows, *map(_unwritten_section, others)]
    return "\n".join([*head, *shown, *body]) + "\n"


def _row_head(called: Mapping[str, str], table: TypedTable, named: str) -> Iterator[str]:
    """Yield the lines that tell guides apart: their slugs and the codes of their occupations.

    `called` maps columns' names as slugs to the columns. A column with a cell that is not a slug,
    or occurs twice, is not used: slugs are then made from titles.
    """
    from guidepub.cli.starting.new_facts import cell

    slugs = [row.texts[called["slug"]] for row in table.rows] if "slug" in called else []
    if slugs and len({slug for slug in slugs if slug and slug == slug_of(slug)}) == len(slugs):
        yield f"slug: {_tag(cell(called['slug']))}"
    code = next((called[name] for name in _CODES if name in called), None)
    if code is not None and all(_SOC.fullmatch(row.texts[code]) for row in table.rows):
        yield f"occupation: {{soc: {_tag(cell(code))}, title: {_tag(cell(named))}}}"


def _tag(expression: str) -> str:
    return json.dumps(f"{{{{ {expression} }}}}", ensure_ascii=False)


def _facts_head(facts: Mapping[str, NewFact]) -> Iterator[str]:
    if facts:
        yield "facts:"
        yield "  # Each still needs its unit, as_of and source: unit: USD/year, as_of: 2024, …"
        yield from (fact.line for fact in facts.values())


def _name_template(root: Path, name: str, catalog: Catalog) -> None:
    """Name a template in `catalog.toml`, or say how if that would change existing lines."""
    path = root / CATALOG_FILE
    line = f"templates = [{json.dumps(name)}]"
    if name in catalog.definitions.templates:
        click.echo(f"{path} names it as a template.", err=True)
        return
    if catalog.definitions != DefinitionRules():
        click.echo(f"Name it in {path}, under [definitions]: {line}", err=True)
        return
    text = read_text(path, _LONGEST)
    write_bytes(path, f"{text.rstrip()}\n\n[definitions]\n{line}\n".encode())
    click.echo(f"{path} names it as a template.", err=True)


def _section_titles(catalog: Catalog) -> list[str]:
    """Return the titles of the sections that a new guide has, in order."""
    rules = catalog.sections
    wanted = [name for name in rules.order if name in rules.required]
    wanted += [name for name in rules.required if name not in wanted]
    return [rules.titles[name][0] for name in wanted] or ["Overview"]


def _unwritten_section(title: str) -> str:
    # Empty sections are dropped from a row's guide. The remark keeps it, and stops the book.
    return f"\n# {title}\n\n<!-- guidepub: unsettled this section is to be written -->"


def guide_text(title: str, catalog: Catalog) -> str:
    """Return the text of a new guide."""
    head = [
        "---",
        # A JSON string is also a YAML string, whatever characters the title has.
        f"title: {json.dumps(title, ensure_ascii=False)}",
        f"language: {catalog.defaults.language}",
        _occupation_line(title, catalog.defaults.language),
        "edition: 1",
        f"published: {build_date().isoformat()}",
        "tags: []",
        "facts:",
        "  # median_wage: {value: 68340, unit: USD/year, as_of: 2024, source: bls}",
        "sources:",
        "  # bls: {title: …, publisher: …, url: https://…, retrieved: 2026-11-24}",
        *_optional_sections(catalog),
        "---",
    ]
    return "\n".join([*head, *(f"\n# {name}" for name in _section_titles(catalog))]) + "\n"


def _occupation_line(title: str, language: str) -> str:
    """Return the line of front matter that names the occupation, or a comment if it is unknown."""
    named = occupation_called(title) if language.startswith("en") else None
    if named is None:
        return '# occupation: {soc: "31-2011", title: Occupational Therapy Assistants}'
    return f'occupation: {{soc: "{named.soc}", title: {json.dumps(named.title)}}}'


def _optional_sections(catalog: Catalog) -> Iterator[str]:
    rules = catalog.sections
    titles = [rules.titles[name][0] for name in rules.order if name not in rules.required]
    if titles:
        yield f"# Optional sections, each with its own heading: {', '.join(titles)}"
