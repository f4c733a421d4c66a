"""`guidepub schema`: the JSON Schema of a definition, for editors."""

from __future__ import annotations

import json

import click

from guidepub.loading import json_schema

KINDS = ("guide", "front-matter", "catalog")


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS), default="guide")
def command(kind: str) -> None:
    """Print the JSON Schema of a definition.

    \b
    guide          a guide as YAML or JSON (the default)
    front-matter   what stands before the prose of a Markdown guide
    catalog        catalog.toml

    Editors complete and check what they know the schema of. For YAML in VS Code:

    \b
        guidepub schema > guide.schema.json
        # in the guide's first line:
        # yaml-language-server: $schema=guide.schema.json
    """  # noqa: D301 - click's sign for lines that stay as they are
    click.echo(json.dumps(json_schema(kind), indent=2, ensure_ascii=False))
