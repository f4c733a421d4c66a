"""`guidepub schema`: the JSON Schema of definitions, for editors, and of the report."""

from __future__ import annotations

import json

import click

from guidepub.loading import json_schema

KINDS = ("guide", "front-matter", "catalog", "report")


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS), default="guide")
def command(kind: str) -> None:
    """Print the JSON Schema of a definition, or of the report.

    \b
    guide          a guide as YAML or JSON (the default)
    front-matter   the part before the prose of a Markdown guide
    catalog        catalog.toml
    report         build.json, which `guidepub build` writes

    With the schema, editors can complete and check definitions. For YAML in VS Code:

    \b
        guidepub schema > guide.schema.json
        # in the guide's first line:
        # yaml-language-server: $schema=guide.schema.json
    """  # noqa: D301 - click's sign for lines that stay as they are
    if kind == "report":
        from guidepub.batch.reports.report_schema import report_schema

        schema = report_schema()
    else:
        schema = json_schema(kind)
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
