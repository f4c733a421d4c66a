"""The files that a theme's stylesheets name, embedded in the stylesheet."""

from __future__ import annotations

from collections.abc import Sequence

from tinycss2.ast import FunctionBlock, Node, URLToken
from tinycss2.serializer import serialize_string_value

from guidepub.themes import Theme
from guidepub.themes.folders.resources import MEDIA_TYPES, file_bytes, named_file, stylesheet_fault
from guidepub.themes.stylesheets.addresses import address_of
from guidepub.web.markup import data_address


def with_files(theme: Theme, tokens: Sequence[Node]) -> list[Node]:
    """Return a value's tokens with files as `data:` URLs in place of their names.

    Raises:
        RenderError: the theme has no such file, or it is not a picture (C003).
    """
    return [_with_file(theme, token) for token in tokens]


def _with_file(theme: Theme, token: Node) -> Node:
    place = token.source_line, token.source_column
    address = address_of(token, "other")
    if address is not None:
        url = address if address.startswith("#") else _data_url(theme, address)
        return URLToken(*place, url, f'url("{serialize_string_value(url)}")')
    if token.type == "function":
        return FunctionBlock(*place, token.name, with_files(theme, token.arguments))
    return token


def _data_url(theme: Theme, name: str) -> str:
    path = named_file(theme, name)
    media_type = MEDIA_TYPES.get(path.suffix.lower(), "")
    if not media_type.startswith("image/"):
        raise stylesheet_fault(theme, f"The stylesheets name “{name}”, which is not a picture.")
    return data_address(media_type, file_bytes(theme, path))
