"""Parsed prose to XHTML, with the parts that only a book knows asked of a `Scribe`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any, Protocol, cast
from xml.sax.saxutils import quoteattr

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from guidepub.markdown.directives import Directive
from guidepub.markdown.parser import Prose, directive_of, image_target
from guidepub.names import slugify

_TAG = re.compile(r"\A\s*<[a-z][a-z0-9]*")
_CELLS = ("td_open", "th_open")
_OPTIONS = OptionsDict(
    {
        "maxNesting": 20,
        "html": False,
        "linkify": False,
        "typographer": True,
        "quotes": "",
        "xhtmlOut": True,
        "breaks": False,
        "langPrefix": "language-",
        "highlight": None,
    }
)


class Scribe(Protocol):
    """What prose needs of the book that it stands in. All texts it returns are XHTML."""

    def fact(self, key: str) -> str:
        """Return a fact's figure."""

    def fact_source(self, key: str) -> str | None:
        """Return the key of a fact's source."""

    def citation(self, keys: Sequence[str]) -> str:
        """Return the mark that cites some sources."""

    def link(self, target: str) -> str:
        """Return where a link leads."""

    def picture(self, target: str) -> str:
        """Return an image's name inside the book."""

    def directive(self, directive: Directive, body: str) -> str:
        """Return a directive's block, given its body as XHTML."""

    def back_to_text(self) -> str:
        """Return the words that say what a note's back link does."""


def render(prose: Prose, scribe: Scribe, prefix: str, traced: bool = False) -> str:
    """Return prose as XHTML. `prefix_` begins every id, so that a book has each only once.

    The underscore keeps these ids apart from all others, which are slugs with hyphens.
    Traced prose tells in `data-line` on which line of its file each block begins, and in
    `data-fact` which fact a figure is.
    """
    env = {**prose.env, "scribe": scribe, "prefix": prefix, "ids": {}, "in_table": False}
    env["line"] = prose.line if traced else None
    return _RENDERER.render(prose.tokens, _OPTIONS, env)


class _Renderer(RendererHTML):
    """One method a kind of token, as markdown-it-py finds them by name."""

    # markdown-it-py's own names and signatures.
    # ruff: noqa: N802
    def render(self, tokens: Sequence[Token], options: OptionsDict, env: Any) -> str:
        """Render block after block, each with its line where prose is traced."""
        if env["line"] is None:
            return super().render(tokens, options, env)
        parts = []
        row: tuple[int, ...] = ()
        for index, token in enumerate(tokens):
            if token.type == "inline":
                said = self.renderInline(token.children or (), options, env)
            elif token.type in self.rules:
                said = self.rules[token.type](tokens, index, options, env)
            else:
                said = self.renderToken(tokens, index, options, env)
            lines = row if token.type in _CELLS else token.map
            if token.type == "tr_open":
                row = tuple(token.map or ())
            elif lines and token.nesting >= 0 and token.type != "table_open":
                # Tables and rows are counted as they are: a row's line stands in its cells.
                said = _TAG.sub(rf'\g<0> data-line="{env["line"] + lines[0]}"', said, count=1)
            parts.append(said)
        return "".join(parts)

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: Any) -> str:
        """Cite each source of a block's facts once, unless the block cites it by hand."""
        by_hand = {
            key for token in tokens if token.type == "citation" for key in token.meta["keys"]
        }
        return super().renderInline(tokens, options, {**env, "cited": by_hand, "held": None})

    def myst_role(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        scribe: Scribe = env["scribe"]
        key = tokens[index].content
        source = scribe.fact_source(key)
        mark = ""
        if source is not None and source not in env["cited"] and not env["in_table"]:
            env["cited"].add(source)
            mark = scribe.citation([source])
            if env["held"] is not None:
                # A mark is a link itself: it waits until the link around it has ended.
                env["held"].append(mark)
                mark = ""
        trace = "" if env["line"] is None else f" data-fact={quoteattr(key)}"
        return f'<span class="fact"{trace}>{scribe.fact(key)}</span>{mark}'

    def citation(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        return cast(Scribe, env["scribe"]).citation(tokens[index].meta["keys"])

    def colon_fence(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        found = directive_of(tokens[index])
        if found is None:
            return ""
        directive, body = found
        inner = ""
        if body is not None:
            line = None if env["line"] is None else body.line
            inner = self.render(body.tokens, options, {**body.env, **_carried(env), "line": line})
        return cast(Scribe, env["scribe"]).directive(directive, inner)

    def heading_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        slug = slugify(tokens[index + 1].content) or "part"
        name = _unused(f"{env['prefix']}_{slug}", env["ids"])
        return f"<{tokens[index].tag} id={quoteattr(name)}>"

    def link_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        target = cast(Scribe, env["scribe"]).link(str(tokens[index].attrs["href"]))
        title = tokens[index].attrs.get("title")
        extra = f" title={quoteattr(str(title))}" if title else ""
        env["held"] = []
        return f"<a href={quoteattr(target)}{extra}>"

    def link_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        marks, env["held"] = env["held"], None
        return f"</a>{''.join(marks)}"

    def image(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        token = tokens[index]
        scribe = cast(Scribe, env["scribe"])
        source = scribe.picture(image_target(token))
        alternative = _plain_text(token.children or (), scribe)
        return f"<img src={quoteattr(source)} alt={quoteattr(alternative)} />"

    def table_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        env["in_table"] = True
        return "<table>\n"

    def table_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        env["in_table"] = False
        # A head alone is no table to a validator of EPUB content.
        empty = "" if tokens[index - 1].type == "tbody_close" else "<tbody></tbody>"
        return f"{empty}</table>\n"

    def th_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        return f'<th scope="col"{_alignment(tokens[index])}>'

    def td_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        return f"<td{_alignment(tokens[index])}>"

    def footnote_ref(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        meta, prefix = tokens[index].meta, env["prefix"]
        number = meta["id"] + 1
        again = f"_{meta['subId'] + 1}" if meta["subId"] else ""
        return (
            f'<a class="noteref" epub:type="noteref" role="doc-noteref" '
            f'id="{prefix}_ref_{number}{again}" href="#{prefix}_note_{number}">{number}</a>'
        )

    def footnote_block_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        return '<section class="footnotes" epub:type="footnotes" role="doc-endnotes">\n'

    def footnote_block_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        return "</section>\n"

    def footnote_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        number = tokens[index].meta["id"] + 1
        return (
            f'<aside class="footnote" epub:type="footnote" role="doc-footnote" '
            f'id="{env["prefix"]}_note_{number}" >\n<span class="note-number">{number}.</span>\n'
        )

    def footnote_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        return "</aside>\n"

    def footnote_anchor(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any
    ) -> str:
        meta = tokens[index].meta
        if meta["subId"]:
            return ""
        number, words = meta["id"] + 1, cast(Scribe, env["scribe"]).back_to_text()
        return (
            f' <a class="backlink" role="doc-backlink" href="#{env["prefix"]}_ref_{number}" '
            f"aria-label={quoteattr(words)}>↩</a>"
        )

    def fence(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: Any) -> str:
        return f"<pre><code>{escapeHtml(tokens[index].content)}</code></pre>\n"


def _carried(env: dict[str, Any]) -> dict[str, Any]:
    return {key: env[key] for key in ("scribe", "prefix", "ids", "in_table")}


def _unused(base: str, ids: dict[str, int]) -> str:
    """Return a name that no heading has yet. `ids` keeps how often a base was asked for."""
    name = base
    while name in ids:
        ids[base] += 1
        name = f"{base}-{ids[base]}"
    ids[name] = 1
    return name


def _plain_text(tokens: Sequence[Token], scribe: Scribe) -> str:
    """Return what a text alternative says, which can hold no marks of its own."""
    parts = []
    for token in tokens:
        if token.type == "myst_role":
            parts.append(unescape(scribe.fact(token.content)))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(_plain_text(token.children or (), scribe))
        elif token.type != "citation":
            parts.append(token.content)
    return "".join(parts)


def _alignment(token: Token) -> str:
    """A class, since an inline style would need a stylesheet's right to exist in an EPUB."""
    style = str(token.attrs.get("style", ""))
    return f' class="{style.replace("text-align:", "align-")}"' if style else ""


_RENDERER = _Renderer()
