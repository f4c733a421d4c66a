"""Foreign Markdown to HTML, for import: CommonMark with tables, footnotes and raw HTML.

The HTML does not go into a book as it is. Each block has its line in `data-line`. The marks of
other dialects are kept as text, and reported.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from guidepub.markdown.forms.strays import add_inline_strays


@dataclass(frozen=True, slots=True)
class ForeignMark:
    """A mark of another dialect: as written, the line of its block, and a remedy."""

    written: str
    line: int
    remedy: str


def foreign_html(text: str, line: int = 1) -> tuple[str, Sequence[ForeignMark]]:
    """Return Markdown as HTML, and its foreign marks; its first line is `line` of its file."""
    parser = _parser()
    env: dict[str, object] = {}
    tokens = parser.parse(text, env)
    marks = []
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type != "inline":
            token.attrSet("data-line", str(token.map[0] + line))
        at = token.map[0] + line if token.map else 0
        strays = (part for part in token.children or () if part.type == "stray")
        marks += [ForeignMark(each.content, at, each.meta["remedy"]) for each in strays]
    rendered: str = parser.renderer.render(tokens, parser.options, env)
    return rendered, marks


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(tasklists_plugin)
    add_inline_strays(parser)
    parser.add_render_rule("stray", _as_written)
    return parser


def _as_written(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: OptionsDict,
    _env: dict[str, object],
) -> str:
    return escape(tokens[index].content, quote=False)
