"""The JSON Schemas of the file formats, made from the models that check them."""

from __future__ import annotations

from typing import Any, Literal

from guidepub.loading.formats.documents import OTHERS
from guidepub.loading.guides.definitions import FOR_EACH
from guidepub.model import Catalog, Guide

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: Literal["guide", "front-matter", "catalog"] | str) -> dict[str, Any]:
    """Return the JSON Schema of a file format.

    `guide` is a guide as YAML or JSON, `front-matter` the text before a Markdown
    guide's prose or a template's, `catalog` is `catalog.toml`.

    Raises:
        KeyError: there is no such kind.
    """
    if kind == "catalog":
        schema = Catalog.model_json_schema()
        _allow_wording_files(schema["$defs"]["Notice"])
    elif kind in ("guide", "front-matter"):
        schema = Guide.model_json_schema()
        schema["required"].remove("sections")
        if kind == "front-matter":
            del schema["properties"]["sections"]
            _allow_rows(schema)
        else:
            # A volume may do without a text of its own.
            schema["anyOf"] = [{"required": ["sections"]}, {"required": ["guides"]}]
    else:
        raise KeyError(kind)
    schema["patternProperties"] = {f"^{OTHERS}": {}}
    return {"$schema": _DIALECT, **schema}


def _allow_rows(schema: dict[str, Any]) -> None:
    """A template says in its front matter of which rows it makes guides."""
    # Only here: whoever loads guides that no template makes needs none of this.
    from guidepub.loading.templated.templates import ForEach

    rows = ForEach.model_json_schema()
    schema["$defs"] |= rows.pop("$defs")
    schema["properties"][FOR_EACH] = rows


def _allow_wording_files(notice: dict[str, Any]) -> None:
    """A notice has its wording in `text`, or in the file that `file` names."""
    notice["properties"]["file"] = {"type": "string", "minLength": 1, "title": "File"}
    notice["required"].remove("text")
    notice["oneOf"] = [{"required": ["text"]}, {"required": ["file"]}]
