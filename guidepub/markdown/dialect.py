"""The Markdown of guides: CommonMark with tables, footnotes, definition lists and MyST's forms.

Raw HTML is text like any other, but for one comment that is for editors and not for readers:
`<!-- guidepub: … -->` leaves nothing behind.
"""

from __future__ import annotations

import functools
import re
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref
from mdit_py_plugins.myst_role import myst_role_plugin

from guidepub.markdown.typography import bind_words

# Keys and labels are short: a longer one would be looked for again and again in vain.
_CITATION = re.compile(r"\[@(?P<keys>[^\]\s;]{1,80}(?:\s{0,9};\s{0,9}@[^\]\s;]{1,80}){0,19})\]")
_NOTE = re.compile(r"\[\^[^\]\s]{1,80}\]")
# One line, so that it never hides a paragraph by mistake.
COMMENT = re.compile(r"<!--[ \t]{0,9}guidepub:(?P<said>[^<>\n]{0,400}?)-->")
# How deep lists and quotations stand in each other; markdown-it leaves out what is deeper.
_MAX_NESTING = 20
# Some parts of the parser take the square of a paragraph's length.
LONGEST_PARAGRAPH = 20_000
# How deep emphasis and links stand in each other; XML readers stop at 256 levels in all.
_MAX_INLINE = 50
_HOLDING = frozenset({"blockquote_open", "list_item_open", "dd_open", "footnote_reference_open"})


@functools.lru_cache(maxsize=16)
def dialect(quotes: tuple[str, ...]) -> MarkdownIt:
    """Return the parser for a language's quotation marks; without any, text stays as written.

    Beside its tokens it leaves in the environment which footnotes are defined, and the rows
    of what is too long or too deep.
    """
    parser = _Parser(
        "commonmark",
        {
            "html": False,
            "maxNesting": _MAX_NESTING,
            "quotes": quotes,
            "typographer": bool(quotes),
            "xhtmlOut": True,
        },
    )
    parser.enable(["table", "strikethrough", "replacements", "smartquotes"])
    parser.disable(["html_block", "html_inline"])
    parser.use(footnote_plugin, inline=False, always_match_refs=True)
    parser.use(deflist_plugin).use(colon_fence_plugin).use(myst_role_plugin)
    parser.block.ruler.before("paragraph", "comment", _comment_line)
    parser.inline.ruler.before("link", "comment", _comment)
    parser.inline.ruler.before("link", "citation", _citation)
    parser.inline.ruler.at("footnote_ref", _footnote_ref)
    parser.core.ruler.before("inline", "limits", _limits)
    parser.core.ruler.after("inline", "inline_limits", _inline_limits)
    parser.core.ruler.before("footnote_tail", "defined_footnotes", _note_definitions)
    if quotes:
        parser.core.ruler.push("bind_words", bind_words)
    return parser


class _Parser(MarkdownIt):
    """Takes every link for one, so that one to a script is told instead of printed as it is."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


def _comment_line(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Take a line that holds nothing but the comment, where no paragraph has begun."""
    first = state.bMarks[start] + state.tShift[start]
    if not COMMENT.fullmatch(state.src[first : state.eMarks[start]].rstrip()):
        return False
    if not silent:
        state.line = start + 1
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    match = COMMENT.match(state.src, state.pos)
    if match is None or match.end() > state.posMax:
        return False
    if not silent:
        # The space before it was only there to part it from the text.
        state.pending = state.pending.rstrip(" ")
    state.pos = match.end()
    return True


def _citation(state: StateInline, silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos)
    if match is None or match.end() > state.posMax:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"keys": [key.strip().lstrip("@") for key in match["keys"].split(";")]}
    state.pos = match.end()
    return True


def _footnote_ref(state: StateInline, silent: bool) -> bool:
    """Match a reference to a footnote, defined or not, without a long search for its end."""
    return bool(_NOTE.match(state.src, state.pos)) and footnote_ref(
        state, silent, always_match=True
    )


def _limits(state: StateCore) -> None:
    """Note the rows of what is too long or too deep, and take it out of the parser's way."""
    too_long = state.env["too_long"] = []
    too_deep = state.env["too_deep"] = []
    kept: list[Token] = []
    row = notes = 0
    for token in state.tokens:
        row = token.map[0] if token.map else row
        if token.type == "inline" and len(token.content) > LONGEST_PARAGRAPH:
            too_long.append(row)
            token.content = ""
        elif token.type in _HOLDING and token.level >= _MAX_NESTING - 1:
            too_deep.append((row, "Lists and quotations"))
        if token.type == "footnote_reference_close":
            notes -= 1
        # The plugin would tear a footnote apart that is defined inside another.
        if notes == 0 or not token.type.startswith("footnote_reference"):
            kept.append(token)
        elif token.type == "footnote_reference_open":
            too_deep.append((row, "Footnotes"))
        if token.type == "footnote_reference_open":
            notes += 1
    state.tokens = kept


def _inline_limits(state: StateCore) -> None:
    row = 0
    for token in state.tokens:
        row = token.map[0] if token.map else row
        depths = accumulate(child.nesting for child in token.children or ())
        if max(depths, default=0) > _MAX_INLINE:
            state.env["too_deep"].append((row, "Emphasis and links"))


def _note_definitions(state: StateCore) -> None:
    """Keep which footnotes are defined; the plugin forgets it once they are referred to."""
    state.env["defined_footnotes"] = {
        token.meta["label"] for token in state.tokens if token.type == "footnote_reference_open"
    }
