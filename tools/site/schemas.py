"""The JSON Schemas of the file formats as pages: a table of keys for each object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]


def schema_page(title: str, about: str, schema: Schema) -> str:
    """Return a schema as a page: its own keys, then those of each kind of object in it."""
    parts = [f"# {title}\n\n{about}\n\n", _described(schema), _table(schema)]
    for name, inner in sorted(schema.get("$defs", {}).items()):
        parts += [f"## {name}\n\n", _described(inner), _table(inner) or _values(inner)]
    return "".join(parts)


def _described(schema: Schema) -> str:
    text = str(schema.get("description", ""))
    return f"{text}\n\n" if text else ""


def _table(schema: Schema) -> str:
    properties = schema.get("properties", {})
    if not properties:
        return ""
    required = schema.get("required", ())
    rows = [
        f"| `{key}` | {'yes' if key in required else ''} | {kind(value)} | {_default(value)} |"
        for key, value in properties.items()
    ]
    head = "| key | needed | value | default |\n|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n\n"


def _values(schema: Schema) -> str:
    return f"{kind(schema)}\n\n"


def _default(schema: Schema) -> str:
    default = schema.get("default")
    plain = isinstance(default, (str, int, float, bool)) and default != ""
    return f"`{default}`" if plain else ""


def kind(schema: Schema) -> str:
    """Return in words what a value may be; a pipe is escaped, since it stands in a table."""
    for key in ("anyOf", "oneOf"):
        if key in schema:
            kinds = [kind(each) for each in schema[key] if each.get("type") != "null"]
            return " or ".join(dict.fromkeys(kinds))
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "allOf" in schema:
        return " and ".join(map(kind, schema["allOf"]))
    if "const" in schema or "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema.get("enum", [schema.get("const")]))
    return _plain(schema)


def _plain(schema: Schema) -> str:
    words = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    type_name = str(schema.get("type", "any value"))
    if type_name == "array":
        items = schema.get("prefixItems") or [schema.get("items", {})]
        return f"list of {', '.join(dict.fromkeys(map(kind, items)))}"
    if type_name == "object" and isinstance(schema.get("additionalProperties"), Mapping):
        return f"table of {kind(schema['additionalProperties'])} by key"
    limits = ", ".join(_limits(schema))
    return words.get(type_name, type_name) + (f" ({limits})" if limits else "")


def _limits(schema: Schema) -> Iterator[str]:
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None and most is not None:
        yield f"{least} to {most}"
    elif least is not None:
        yield f"at least {least}"
    elif most is not None:
        yield f"at most {most}"
    if "maxLength" in schema:
        yield f"at most {schema['maxLength']} characters"
    if "pattern" in schema:
        pattern = str(schema["pattern"]).replace("|", "\\|")
        yield f"`{pattern}`"
