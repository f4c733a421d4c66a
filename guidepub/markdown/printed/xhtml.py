"""Parsed prose as XHTML, with the parts that only a book knows from a `ProseRenderer`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape
from typing import cast

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from guidepub.markdown.forms.citing import citation_of, with_citations
from guidepub.markdown.forms.cross_references import CrossReference, reference_of
from guidepub.markdown.parsed.headings import heading_level, heading_name
from guidepub.markdown.parsed.marked_words import MARKS
from guidepub.markdown.parsed.prose import Prose, directive_of, image_target, lines_of, note_of
from guidepub.markdown.printed.marked_xhtml import MarkedWords
from guidepub.markdown.printed.renderers import ProseRenderer, RichText
from guidepub.words.markup import quoteattr

_TAG = re.compile(r"\A\s*<[a-z][a-z0-9]*")
_CELLS = ("td_open", "th_open")
_LONGEST_FIGURE = 24
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


# Tokens of links, which cannot be inside another link.
# A section's title as written and as given.
_SECTION = (1, 1)
_LEADING = frozenset({"footnote_ref", "citation", "link_open", "link_close"}) | MARKS


def prose_xhtml(prose: Prose, renderer: ProseRenderer, prefix: str, traced: bool = False) -> str:
    """Return prose as XHTML. Every id begins with `prefix` and an underscore, and so is unique.

    No other ids in a book have an underscore: they are slugs with hyphens. If `traced`, the line of
    the file at which a block begins is in `data-line`, and the key of a figure's fact in
    `data-fact`.
    """
    env = _env(prose, renderer, prefix, traced)
    return _RENDERER.render(prose.tokens, _OPTIONS, env)


def rich_text(prose: Prose, renderer: ProseRenderer, prefix: str, marked: bool = False) -> RichText:
    """Return a text of one line as a book prints it, with `prefix` as in `prose_xhtml`.

    Its facts cite their sources only if it is `marked`.
    """
    env = _env(prose, renderer, prefix, traced=False) | {"unmarked": not marked}
    return _rich_text(prose, env)


class _Web:
    """The renderer of a text outside a book, whose links lead to the web."""

    def link(self, target: str) -> str:
        return target


def bare_line(prose: Prose, links: bool = False) -> RichText:
    """Return a text of one line outside a book, without the parts that only a book knows.

    Notes, citations, facts and images are left out, and without `links` also links.
    """
    out = (_LEADING - {"link_open", "link_close"} if links else _LEADING) | {
        "myst_role",
        "source_name",
        "image",
        "reference",
    }
    words = [token for token in prose.words if token.type not in out]
    env = _env(prose, cast(ProseRenderer, _Web()), "", traced=False) | {"unmarked": True}
    xhtml = _RENDERER.renderInline(words, _OPTIONS, env).strip(" ")
    return RichText(xhtml, xhtml, _plain_text(words, _renderer_in(env)).strip(" "))


def _env(prose: Prose, renderer: ProseRenderer, prefix: str, traced: bool) -> dict[str, object]:
    line = prose.line if traced else None
    return {
        "prose_renderer": renderer,
        "prefix": prefix,
        "headings": [_SECTION],
        "unmarked": False,
        "unpaged": False,
        "bare": False,
        "line": line,
    }


def _renderer_in(env: EnvType) -> ProseRenderer:
    renderer: ProseRenderer = env["prose_renderer"]
    return renderer


def _rich_text(prose: Prose, env: EnvType) -> RichText:
    words, renderer = prose.words, _renderer_in(env)
    # A title is also printed in contents and running heads, where a page number makes no sense.
    env = {**env, "unpaged": True}
    bare = [token for token in words if token.type not in _LEADING]
    return RichText(
        _RENDERER.renderInline(words, _OPTIONS, env),
        _RENDERER.renderInline(bare, _OPTIONS, {**env, "unmarked": True, "bare": True}).strip(" "),
        _plain_text(words, renderer).strip(" "),
    )


class _Renderer(MarkedWords, RendererHTML):
    """A method for each type of token, which markdown-it-py finds by name."""

    # The names and signatures are markdown-it-py's.
    # ruff: noqa: N802
    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """Render all blocks, each with its line if the prose is traced."""
        if env["line"] is None:
            return super().render(tokens, options, env)
        parts = []
        row: tuple[int, ...] = ()
        for index, token in enumerate(tokens):
            if token.type == "inline":
                xhtml = self.renderInline(token.children or (), options, env)
            elif token.type in self.rules:
                xhtml = self.rules[token.type](tokens, index, options, env)
            else:
                xhtml = self.renderToken(tokens, index, options, env)
            lines = row if token.type in _CELLS else token.map
            if token.type == "tr_open":
                row = tuple(token.map or ())
            elif lines and token.nesting >= 0 and token.type != "table_open":
                # A row's line is in its cells.
                xhtml = _TAG.sub(rf'\g<0> data-line="{env["line"] + lines[0]}"', xhtml, count=1)
            parts.append(xhtml)
        return "".join(parts)

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """Render inline tokens, with a citation of each fact's source unless the author cites it."""
        source_of = None if env["unmarked"] else _renderer_in(env).fact_source
        return super().renderInline(with_citations(tokens, source_of), options, env)

    def myst_role(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        renderer = _renderer_in(env)
        key = tokens[index].content
        trace = "" if env["line"] is None else f" data-fact={quoteattr(key)}"
        figure = renderer.fact(key)
        # A figure stays in one line; a fact in words may be longer than a line.
        kind = "fact" if len(figure) <= _LONGEST_FIGURE else "fact words"
        return f'<span class="{kind}"{trace}>{figure}</span>'

    def citation(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        citation = citation_of(tokens[index])
        return "" if citation is None else _renderer_in(env).citation(citation)

    def source_name(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        return escapeHtml(_renderer_in(env).source_name(tokens[index].meta["key"]))

    def label(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return ""

    def reference(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        asked: CrossReference = tokens[index].meta["reference"]
        shown = _renderer_in(env).reference(asked)
        words = escapeHtml(shown.words)
        if shown.is_title:
            language = f" lang={quoteattr(shown.language)}" if shown.language else ""
            words = f"<cite{language}>{words}</cite>"
        if env["bare"] or asked.inside or not shown.href:
            return words
        page = ""
        if shown.page is not None and not env["unpaged"]:
            before, after = map(quoteattr, shown.page)
            page = f" data-before={before} data-after={after}"
            page += ' data-page="alone"' if shown.is_page_alone else ""
        return f"<a href={quoteattr(shown.href)}{page}>{words}</a>"

    def call_comma(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        return f'<span class="call-comma">{tokens[index].content}</span>'

    def stray(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return escapeHtml(tokens[index].content)

    def colon_fence(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        found = directive_of(tokens[index])
        if found is None:
            return ""
        directive, body = found
        named_lines = lines_of(tokens[index])
        # In the order of printing, which numbers citations.
        title = {name: line for name, line in named_lines.items() if name == "title"}
        texts = {name: _rich_text(line, {**env, "unmarked": True}) for name, line in title.items()}
        inner = self._inner(body, options, env) if body is not None else ""
        for name, line in named_lines.items():
            if name != "title":
                texts[name] = _rich_text(line, {**env, "unmarked": name == "alt"})
        return _renderer_in(env).directive(directive, inner, texts)

    def _inner(self, prose: Prose, options: OptionsDict, env: EnvType) -> str:
        """Return a text inside another one, with its own lines."""
        line = None if env["line"] is None else prose.line
        return self.render(prose.tokens, options, {**env, "line": line})

    def heading_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        name = f"{env['prefix']}_{heading_name(tokens[index])}"
        env["unpaged"] = True
        return (
            f"<h{heading_level(int(tokens[index].tag[1:]), env['headings'])} id={quoteattr(name)}>"
        )

    def heading_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        _, level = env["headings"][-1]
        env["unpaged"] = False
        return f"</h{level}>\n"

    def link_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        target = _renderer_in(env).link(str(tokens[index].attrs["href"]))
        env["leads"] = bool(target)
        if not target:
            return "<span>"
        title = tokens[index].attrs.get("title")
        extra = f" title={quoteattr(str(title))}" if title else ""
        return f"<a href={quoteattr(target)}{extra}>"

    def link_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        return "</a>" if env["leads"] else "</span>"

    def image(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[index]
        renderer = _renderer_in(env)
        source = renderer.picture(image_target(token))
        alternative = _plain_text(token.children or (), renderer)
        return f"<img src={quoteattr(source)} alt={quoteattr(alternative)} />"

    def table_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        env["unmarked"] = True
        return "<table>\n"

    def table_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        env["unmarked"] = False
        # EPUB validators refuse a table with only a head.
        empty = "" if tokens[index - 1].type == "tbody_close" else "<tbody></tbody>"
        return f"{empty}</table>\n"

    def th_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        return f'<th scope="col"{_alignment(tokens[index])}>'

    def td_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        return f"<td{_alignment(tokens[index])}>"

    def footnote_ref(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        meta, prefix, renderer = tokens[index].meta, env["prefix"], _renderer_in(env)
        if "number" not in meta:
            return escapeHtml(f"[^{meta['label']}]")
        number, away = meta["number"], meta["away"]
        again = f"_{meta['again'] + 1}" if meta["again"] else ""
        target = f"#{prefix}_note_{number}"
        if away is not None:
            home = renderer.section(away)
            target = f"{renderer.link(f'#{home}')}#{home}_note_{number}"
        return (
            f'<a class="noteref" epub:type="noteref" role="doc-noteref" '
            f'id="{prefix}_ref_{number}{again}" href={quoteattr(target)}>{number}</a>'
        )

    def footnote_block_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        return '<section class="footnotes" epub:type="footnotes" role="doc-endnotes">\n'

    def footnote_block_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        return "</section>\n"

    def footnote_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        number, note = tokens[index].meta["number"], note_of(tokens[index])
        inner = self._inner(note, options, env) if note is not None else ""
        return (
            f'<aside class="footnote" epub:type="footnote" role="doc-footnote" '
            f'id="{env["prefix"]}_note_{number}" >\n<span class="note-number">{number}.</span>\n'
            f"{inner}"
        )

    def footnote_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        return "</aside>\n"

    def footnote_anchor(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        number, words = tokens[index].meta["number"], _renderer_in(env).back_to_text()
        return (
            f' <a class="backlink" role="doc-backlink" href="#{env["prefix"]}_ref_{number}" '
            f"aria-label={quoteattr(words)}>↩</a>"
        )

    def fence(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return f"<pre><code>{escapeHtml(tokens[index].content)}</code></pre>\n"


def _plain_text(tokens: Iterable[Token], renderer: ProseRenderer) -> str:
    """Return the text of a picture's alternative, which can have no marks."""
    parts = []
    for token in tokens:
        if token.type == "myst_role":
            parts.append(unescape(renderer.fact(token.content)))
        elif token.type == "source_name":
            parts.append(renderer.source_name(token.meta["key"]))
        elif asked := reference_of(token):
            parts.append(renderer.reference(asked).words)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(_plain_text(token.children or (), renderer))
        elif token.type not in ("citation", "footnote_ref"):
            parts.append(token.content)
    return "".join(parts)


def _alignment(token: Token) -> str:
    """Return the attribute for a cell's alignment: a class, since books have no inline styles."""
    style = str(token.attrs.get("style", ""))
    return f' class="{style.replace("text-align:", "align-")}"' if style else ""


_RENDERER = _Renderer()
