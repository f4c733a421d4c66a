"""Valid CSS that EPUBCheck cannot read, reported at its place in a theme.

EPUBCheck 5.3 knows CSS as it was: an error that it finds is one to the shops, however well all
reading systems know what is written (findings/epubcheck-valid-css.sh).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tinycss2 import parse_rule_list, parse_stylesheet
from tinycss2.ast import Node

from guidepub.findings import Finding, Place
from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import CONDITIONS
from guidepub.themes.stylesheets.tokens import tokens_of

_BRACKETS = {"[] block", "() block"}
_BRACED = {"page", "font-face"}
"""At-rules that hold declarations and no rules, as far as EPUBCheck knows."""

_Fault = tuple[Node, str, str]
"""Where it is, what it is, and what to use instead."""


def unread_css(sheets: Iterable[Stylesheet], left_out: re.Pattern[str]) -> Iterator[Finding]:
    """Yield what EPUBCheck cannot read of stylesheets, but for what an EPUB does not have of them.

    `left_out` is that. Lines and columns are those of the files.
    """
    for sheet in sheets:
        css = left_out.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), sheet.text)
        nodes = parse_stylesheet(tokens_of(css), skip_comments=True, skip_whitespace=True)
        for node, fault, remedy in _rule_faults(nodes):
            place = Place(str(sheet.path), node.source_line, node.source_column)
            message = f"EPUBCheck cannot read {fault}, so shops would refuse the EPUB."
            yield Finding(place, "C003", message, remedy)


def _rule_faults(nodes: Sequence[Node]) -> Iterator[_Fault]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield from _selector_faults(node.prelude)
            yield from _declaration_faults(node.content)
        elif node.type == "at-rule" and node.content is not None:
            if node.lower_at_keyword in CONDITIONS or node.lower_at_keyword.endswith("keyframes"):
                yield from _rule_faults(parse_rule_list(node.content, True, True))
            elif node.lower_at_keyword in _BRACED:
                yield from _declaration_faults(node.content)


def _declaration_faults(content: Sequence[Node]) -> Iterator[_Fault]:
    """Yield semicolons that end no declaration, and the first rule within the rule."""
    before: Node | str = ";"
    for node in _significant(content):
        if node == ";" and before == ";":
            yield node, "a semicolon without a declaration before it", "Remove the semicolon."
        elif node.type == "{} block":
            yield node, "braces within a rule's braces", "Write a separate rule."
            return
        before = node


def _selector_faults(prelude: Sequence[Node]) -> Iterator[_Fault]:
    for node in prelude:
        if node.type in _BRACKETS:
            inner = node.content
            if node.type == "[] block" and (flag := _flag(inner)):
                yield flag, f"“{flag.value}” after an attribute's value", "Leave it out."
        elif node.type == "function":
            inner = node.arguments
            yield from _function_faults(node, _significant(inner))
        else:
            continue
        yield from _selector_faults(inner)


def _flag(content: Sequence[Node]) -> Node | None:
    """Return the flag of an attribute whose value has the same letters, large or small."""
    match _significant(content):
        case [*_, value, last] if value.type in ("ident", "string") and last.type == "ident":
            return last
    return None


def _function_faults(node: Node, arguments: Sequence[Node]) -> Iterator[_Fault]:
    if node.lower_name == "lang" and "," in arguments:
        yield node, "several languages in :lang()", "Write a separate selector for each."
    elif node.lower_name in ("nth-child", "nth-last-child"):
        words = [getattr(each, "lower_value", "") for each in arguments]
        behind = arguments[words.index("of") + 1 :] if "of" in words else ()
        if any(each.type != "ident" for each in behind):
            yield node, f"“of” in :{node.lower_name}()", "Count all elements, or give it a class."


def _significant(nodes: Sequence[Node]) -> list[Node]:
    return [node for node in nodes if node.type not in ("whitespace", "comment")]
