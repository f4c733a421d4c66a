"""Prose to a tree of tokens: CommonMark with tables, footnotes, definition lists and MyST's forms.

Raw HTML is text like any other. Nothing here knows a guide's facts or files.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from guidepub.findings import Finding, Place
from guidepub.markdown.directives import Directive, read_directive

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

_CITATION = re.compile(r"\[@(?P<keys>[^\]\s;]+(?:\s*;\s*@[^\]\s;]+)*)\]")
# A number belongs to the word that it counts; the rest of the line may break.
_COUNTED = re.compile(
    r"(?<=\d) (?=(?:%|percent|hours?|days?|weeks?|months?|years?|minutes?|credits?|feet|"
    r"horas?|días?|semanas?|meses|mes|años?|minutos?|créditos?|por ciento|"
    r"Stunden?|Tage?|Wochen?|Monate?|Jahre?|Prozent|heures?|jours?|semaines?|mois|ans?)\b)"
)
# Two short last words keep together, lest one stand alone in a paragraph's last line.
_LAST_WORDS = re.compile(r"(?<=\s)(?=\S+ \S+$)(?=.{1,11}$)(\S+) (\S+)$")
_LONG_ENOUGH = 60
_MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Prose:
    """A parsed text. `line` is the number of its first line in the file, from 1."""

    tokens: tuple[Token, ...]
    lines: tuple[str, ...]
    env: dict[str, Any]
    line: int
    findings: tuple[Finding, ...]


def parse(text: str, quotes: tuple[str, ...], line: int = 1, depth: int = 0) -> Prose:
    """Parse Markdown whose first line is line `line` of its file.

    `quotes` are the language's opening and closing double, then single quotation marks.
    Directives are parsed with their bodies; what is wrong with them is in `findings`.
    """
    env: dict[str, Any] = {}
    tokens = _parser(quotes).parse(text, env)
    findings: list[Finding] = []
    for token in tokens:
        if token.type in ("colon_fence", "fence") and token.info.strip().startswith("{"):
            findings += _attach_directive(token, quotes, line, depth)
        elif token.type == "colon_fence":
            _, faults = read_directive(token.info, "", line + (token.map or [0])[0])
            findings += faults
    return Prose(tuple(tokens), tuple(text.split("\n")), env, line, tuple(findings))


def directive_of(token: Token) -> tuple[Directive, Prose | None] | None:
    """Return the directive that a token stands for, with its parsed body."""
    return token.meta.get("directive") if token.meta else None


def _attach_directive(
    token: Token, quotes: tuple[str, ...], line: int, depth: int
) -> list[Finding]:
    at = line + (token.map or [0])[0]
    if token.type == "fence":
        message = "A directive stands in a fence of colons."
        return [Finding(Place("", at, 1), "D032", message, "Write ::: instead of ```.")]
    directive, findings = read_directive(token.info, token.content.rstrip("\n"), at)
    if directive is None:
        return findings
    body = None
    if directive.body.strip():
        if depth >= _MAX_DEPTH:
            message = "Directives are nested too deeply."
            return [*findings, Finding(Place("", at, 1), "D033", message)]
        body = parse(directive.body, quotes, directive.body_line, depth + 1)
        findings += body.findings
        if body.env.get("footnotes", {}).get("list"):
            message = "A footnote cannot stand inside a directive."
            remedy = "Move it into the text around it."
            findings.append(Finding(Place("", at, 1), "D033", message, remedy))
    token.meta = {**token.meta, "directive": (directive, body)}
    return findings


@functools.lru_cache(maxsize=16)
def _parser(quotes: tuple[str, ...]) -> MarkdownIt:
    parser = MarkdownIt(
        "commonmark",
        {"html": False, "xhtmlOut": True, "typographer": True, "quotes": quotes},
    )
    parser.enable(["table", "strikethrough", "replacements", "smartquotes"])
    parser.disable(["html_block", "html_inline"])
    parser.use(footnote_plugin, inline=False, always_match_refs=True)
    parser.use(deflist_plugin).use(colon_fence_plugin).use(myst_role_plugin)
    parser.inline.ruler.before("link", "citation", _citation)
    parser.core.ruler.before("footnote_tail", "defined_footnotes", _note_definitions)
    parser.core.ruler.push("bind_words", _bind_words)
    return parser


def _citation(state: StateInline, silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos)
    if match is None or match.end() > state.posMax:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"keys": [key.strip().lstrip("@") for key in match["keys"].split(";")]}
    state.pos = match.end()
    return True


def _note_definitions(state: StateCore) -> None:
    """Keep which footnotes are defined; the plugin forgets it once they are referred to."""
    state.env["defined_footnotes"] = {
        token.meta["label"] for token in state.tokens if token.type == "footnote_reference_open"
    }


def _bind_words(state: StateCore) -> None:
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or not token.children:
            continue
        texts = [child for child in token.children if child.type == "text"]
        for before, child in pairwise(token.children):
            # A raised mark follows its word without a space.
            if child.type == "citation" and before.type == "text":
                before.content = before.content.rstrip(" ")
        for child in texts:
            child.content = _COUNTED.sub(NO_BREAK_SPACE, child.content)
        in_paragraph = index > 0 and state.tokens[index - 1].type == "paragraph_open"
        if in_paragraph and len(token.content) > _LONG_ENOUGH and token.children[-1] in texts:
            last = token.children[-1]
            last.content = _LAST_WORDS.sub(rf"\1{NO_BREAK_SPACE}\2", last.content)
