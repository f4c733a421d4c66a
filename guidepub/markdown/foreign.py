"""Foreign Markdown to HTML, for import: CommonMark with tables, footnotes and raw HTML.

Nothing of it goes into a book as it is; each block says its line in `data-line`.
"""

from __future__ import annotations

import functools

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin


def foreign_html(text: str, line: int = 1) -> str:
    """Return Markdown whose first line is line `line` of its file as HTML."""
    parser = _parser()
    env: dict[str, object] = {}
    tokens = parser.parse(text, env)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type != "inline":
            token.attrSet("data-line", str(token.map[0] + line))
    rendered: str = parser.renderer.render(tokens, parser.options, env)
    return rendered


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, inline=False).use(deflist_plugin)
