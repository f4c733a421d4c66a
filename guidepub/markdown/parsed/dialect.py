"""The Markdown of guides: CommonMark, tables, footnotes, definition lists, MyST's forms and others.

Raw HTML is plain text, except for the comment `<!-- guidepub: … -->`, which is for editors and
prints nothing.
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

from guidepub.markdown.forms.abbreviations import add_abbreviations
from guidepub.markdown.forms.cited import Citation, read_citation, read_name
from guidepub.markdown.forms.citing import cite
from guidepub.markdown.forms.cross_references import add_cross_references
from guidepub.markdown.forms.strays import add_strays, report
from guidepub.markdown.forms.typography import (
    bind_words,
    keep_letters,
    set_apostrophes,
    set_dashes,
    set_lone_apostrophes,
)
from guidepub.markdown.parsed.marked_words import lone_marks, read_role
from guidepub.markdown.parsed.notes import inline_notes, read_note
from guidepub.words.characters import LONGEST_WORD, endless_word
from guidepub.words.typography import AS_WRITTEN, Typography

# Labels have a limited length, so that no search takes long.
_NOTE = re.compile(r"\[\^[^\]\s]{1,80}\]")
# Only after a word or a bracket, as in H~2~O: "~5 to ~10" is plain text, and so is "3~4/5~6".
_SCRIPT = re.compile(
    r"(?<=[\w)\]])(?P<sign>[~^])(?!(?<=\d~)[^\s~]{1,40}~\d)(?P<words>[^\s~^\\`*_\[\]<>{}&$]{1,40})(?P=sign)(?!(?P=sign))"
)
# Within one paragraph, so that an unclosed comment never hides another paragraph.
COMMENT = re.compile(
    r"<!--[ \t]{0,9}\n?[ \t]{0,9}guidepub:(?P<words>(?:(?!<!--|-->)(?:[^\n]|\n(?![ \t]*(?:\n|\Z)))){0,2000})-->"
)
# The depth of nested lists and quotations; markdown-it leaves out anything deeper.
_MAX_NESTING = 20
# In characters. Some parts of the parser take time that grows with the square of the length.
LONGEST_PARAGRAPH = 20_000
# The depth of nested emphasis and links; XML parsers stop at 256 levels in all.
_MAX_INLINE = 50
# The tokens of a paragraph whose text is printed.
_PRINTED = frozenset({"text", "text_special", "code_inline"})
_HOLDING = frozenset({"blockquote_open", "list_item_open", "dd_open", "footnote_reference_open"})


@functools.lru_cache(maxsize=16)
def dialect(typography: Typography) -> MarkdownIt:
    """Return the parser for a language's typography.

    It adds its findings to `findings` in the environment; their lines are rows of the text,
    counted from 0. It reads `abbreviations` there, and `sources`, the keys that a sentence may
    name. The tokens have the definitions of notes where these are written.
    """
    parser = _Parser(
        "commonmark",
        {
            "html": False,
            "maxNesting": _MAX_NESTING,
            "quotes": typography.quotes,
            "typographer": typography != AS_WRITTEN,
            "xhtmlOut": True,
        },
    )
    parser.enable(["table", "strikethrough", "replacements", "smartquotes"])
    parser.disable(["html_block", "html_inline"])
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.use(deflist_plugin).use(colon_fence_plugin).use(myst_role_plugin)
    parser.inline.ruler.at("myst_role", read_role)
    parser.block.ruler.before("paragraph", "comment", _comment_line)
    parser.inline.ruler.before("link", "comment", _comment)
    parser.inline.ruler.before("link", "citation", _citation)
    parser.inline.ruler.before("link", "source_name", _named_source)
    parser.inline.ruler.at("footnote_ref", _footnote_ref)
    parser.inline.ruler.before("strikethrough", "script", _script)
    parser.inline.ruler.before("script", "note", read_note)
    add_strays(parser)
    add_abbreviations(parser)
    add_cross_references(parser)
    parser.core.ruler.before("inline", "limits", _limits)
    parser.core.ruler.after("inline", "inline_limits", _inline_limits)
    parser.core.ruler.after("inline", "inline_notes", inline_notes)
    parser.core.ruler.after("inline_notes", "lone_marks", lone_marks)
    if typography != AS_WRITTEN:
        dashes = functools.partial(set_dashes, typography)
        parser.core.ruler.before("replacements", "dashes", dashes)
        parser.core.ruler.before("replacements", "letters", keep_letters)
        parser.core.ruler.before("smartquotes", "apostrophes", set_apostrophes)
        parser.core.ruler.after("smartquotes", "lone_apostrophes", set_lone_apostrophes)
        parser.core.ruler.push("bind_words", functools.partial(bind_words, typography))
    return parser


class _Parser(MarkdownIt):
    """Accepts every link, so that a link to a script is reported instead of printed as text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


def _comment_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Match lines with nothing but the comment, outside paragraphs."""
    match = COMMENT.match(state.src, state.bMarks[start] + state.tShift[start])
    if match is None:
        return False
    last = start + match[0].count("\n")
    if last >= end or state.src[match.end() : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    match = COMMENT.match(state.src, state.pos)
    if match is None or match.end() > state.posMax:
        return False
    state.pos = match.end()
    if not silent:
        # The space before it only separated it from the text.
        state.pending = state.pending.rstrip(" ")
        if "\n" in match[0] and state.src[state.pos : state.pos + 1].isspace():
            _go_on_below(state, match[0].count("\n"))
    return True


def _go_on_below(state: StateInline, lines: int) -> None:
    """Add the line breaks of a comment of several lines, so that later tokens have their lines."""
    end = state.pos
    while state.src[end : end + 1].isspace():
        end += 1
    if end < state.posMax:
        lines += state.src.count("\n", state.pos, end)
        state.push("softbreak", "br", 0).meta = {"lines": lines}
        state.pos = end


def _citation(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    read = read_citation(state.src, state.pos, state.posMax)
    if read is None:
        return False
    citation, end = read
    if not silent:
        cite(state, citation, state.src[state.pos : end])
    state.pos = end
    return True


def _named_source(state: StateInline, silent: bool) -> bool:
    """Match a source that the sentence names: `@` and a key of the guide."""
    if state.src[state.pos] != "@" or not (known := state.env.get("sources")):
        return False
    read = read_name(state.src, state.pos, state.posMax, known)
    if read is None:
        return False
    work, end = read
    if not silent:
        written = state.src[state.pos : end]
        state.push("source_name", "", 0).meta = {"key": work.key, "written": f"@{work.key}"}
        cite(state, Citation((work,), is_apart=True), written.removeprefix(f"@{work.key}"))
    state.pos = end
    return True


def _footnote_ref(state: StateInline, silent: bool) -> bool:
    """Match a call of a footnote, defined or not, without a long search for its end."""
    return bool(_NOTE.match(state.src, state.pos)) and footnote_ref(
        state, silent, always_match=True
    )


def _script(state: StateInline, silent: bool) -> bool:
    """Match a subscript or a superscript: H~2~O, 10^6^."""
    match = _SCRIPT.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        tag = "sub" if match["sign"] == "~" else "sup"
        state.push(f"{tag}_open", tag, 1).markup = match["sign"]
        state.push("text", "", 0).content = match["words"]
        state.push(f"{tag}_close", tag, -1).markup = match["sign"]
    state.pos = match.end()
    return True


def _limits(state: StateCore) -> None:
    """Report blocks that are too long or too deep, and remove them before they are parsed."""
    kept: list[Token] = []
    row = notes = 0
    for token in state.tokens:
        row = token.map[0] if token.map else row
        if token.type == "inline" and len(token.content) > LONGEST_PARAGRAPH:
            message = f"The paragraph is longer than {LONGEST_PARAGRAPH:,} characters."
            report(state, row, "D002", message, "Split it.")
            token.content = ""
        elif token.type in _HOLDING and token.level >= _MAX_NESTING - 1:
            _too_deep(state, row, "Lists and quotations")
        if token.type == "footnote_reference_close":
            notes -= 1
        # A note inside another would be lost.
        if notes == 0 or not token.type.startswith("footnote_reference"):
            kept.append(token)
        elif token.type == "footnote_reference_open":
            _too_deep(state, row, "Footnotes")
        if token.type == "footnote_reference_open":
            notes += 1
    state.tokens = kept


def _inline_limits(state: StateCore) -> None:
    """Report words that take too long to lay out, and nesting that is too deep for XML parsers."""
    row = 0
    for token in state.tokens:
        row = token.map[0] if token.map else row
        if word := endless_word(_printed(token)):
            message = f"The word “{word}…” has more than {LONGEST_WORD:,} characters."
            report(state, row, "D002", message, "Split it with spaces, or leave it out.")
        depths = accumulate(child.nesting for child in token.children or ())
        if max(depths, default=0) > _MAX_INLINE:
            _too_deep(state, row, "Emphasis and links")


def _printed(token: Token) -> str:
    """Return the characters that a paragraph or code prints, with spaces between words."""
    if token.type != "inline":
        return token.content if token.type in ("fence", "code_block") else ""
    # Emphasis does not end a word.
    return "".join(
        child.content if child.type in _PRINTED else " " * child.type.endswith("break")
        for child in token.children or ()
    )


def _too_deep(state: StateCore, row: int, blocks: str) -> None:
    report(state, row, "D007", f"{blocks} are nested too deeply for a book.", "Flatten them.")
