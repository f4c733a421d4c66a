"""`guidepub new`: a new guide."""

from __future__ import annotations

import json

import click

from guidepub.cli.selection import catalog_folder, files_by_slug
from guidepub.files import write_bytes
from guidepub.files.dates import build_date
from guidepub.findings.errors import UsageError
from guidepub.loading import read_catalog
from guidepub.model import Catalog, slug_of


@click.command("new")
@click.argument("title")
@click.option("-C", "--catalog", "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False),
              help="The catalogue's folder. By default the one at hand.")  # fmt: skip
def command(title: str, folder: str | None) -> None:
    """Add a guide called TITLE, with the sections that the catalogue asks for.

    Its sections are empty, and no book is made of it until each has a text.

    \b
    Example:  guidepub new "Dental Hygienist"
    """  # noqa: D301 - click's sign for lines that stay as they are
    root = catalog_folder(folder, "-C")
    slug = slug_of(title)
    if not slug:
        raise UsageError("The title holds no letter that a file's name could have.")
    path = root / f"{slug}.md"
    if there := path if path.exists() else files_by_slug(root).get(slug):
        raise UsageError(f"“{there}” is there already.")
    write_bytes(path, guide_text(title, read_catalog(root)).encode())
    click.echo(path)


def guide_text(title: str, catalog: Catalog) -> str:
    """Return the text of a new guide."""
    rules = catalog.sections
    wanted = [name for name in rules.order if name in rules.required]
    wanted += [name for name in rules.required if name not in wanted]
    titles = [rules.titles[name][0] for name in wanted] or ["Overview"]
    head = [
        "---",
        # JSON's texts are YAML's too, whatever signs the title holds.
        f"title: {json.dumps(title, ensure_ascii=False)}",
        f"language: {catalog.defaults.language}",
        '# occupation: {soc: "31-2011", title: Occupational Therapy Assistants}',
        "edition: 1",
        f"published: {build_date().isoformat()}",
        "tags: []",
        "facts:",
        "  # median_wage: {value: 68340, unit: USD/year, as_of: 2024, source: bls}",
        "sources:",
        "  # bls: {title: …, publisher: …, url: https://…, retrieved: 2026-11-24}",
        "---",
    ]
    # No book prints a remark, and none is made while a section has nothing else.
    body = [
        f"\n# {section}\n\n<!-- guidepub: unsettled this section is to be written -->"
        for section in titles
    ]
    return "\n".join([*head, *body]) + "\n"
