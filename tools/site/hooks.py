"""What MkDocs calls while it builds the site: generated pages, links, and a look at the result."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

# MkDocs loads this file by itself, from wherever it was called.
sys.path.insert(0, str(Path(__file__).parents[2]))

from tools.site.links import relinked
from tools.site.pages import generated_pages

_LOADED = re.compile(
    r"<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=\"?(https?:[^\" >]+)"
)


def on_files(files: Files, *, config: Any) -> Files:
    """Add the pages that are made of other files and of the code."""
    for place, text in generated_pages().items():
        files.append(File.generated(config, place, content=text))
    return files


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Let the links of a page that stands in `docs/` lead to pages of the site."""
    if page.file.generated_by:
        return markdown
    try:
        return relinked(markdown, page.file.src_uri)
    except ValueError as error:
        raise PluginError(str(error)) from error


def on_post_build(*, config: Any) -> None:
    """Refuse a site that loads anything from elsewhere."""
    for path in sorted(Path(config.site_dir).rglob("*.html")):
        if found := _LOADED.search(path.read_text("utf-8")):
            raise PluginError(f"{path.name} loads {found[1]}: the site must bring all it needs")
