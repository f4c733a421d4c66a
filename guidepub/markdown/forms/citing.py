"""The sources that a block cites implicitly, and the positions of marks, which are after links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from guidepub.markdown.forms.cited import Citation, by_itself
from guidepub.markdown.forms.cross_references import reference_of

# They are links themselves, and cannot be inside another link.
_MARKS = frozenset({"citation", "footnote_ref"})


def cite(state: StateInline, citation: Citation, written: str) -> None:
    """Add a citation to the tokens of a line; `written` is its Markdown."""
    token = state.push("citation", "", 0)
    token.meta = {"citation": citation, "written": written}


def citation_of(token: Token) -> Citation | None:
    """Return the citation of a token, or None."""
    if token.type != "citation":
        return None
    citation: Citation = token.meta["citation"]
    return citation


def written_as(token: Token) -> str:
    """Return the Markdown of a token whose words only a book knows; "" for other tokens."""
    if token.type == "source_name":
        return str(token.meta["written"])
    asked = reference_of(token)
    return asked.written if asked else ""


def with_citations(
    tokens: Sequence[Token], source_of: Callable[[str], str | None] | None
) -> list[Token]:
    """Return a block's inline tokens with implicit citations, and with commas between marks.

    `source_of` returns the key of a fact's source, or None; without it facts cite nothing. A
    source is cited once in a block, and only if the author has not cited it there.
    """
    cited = {key for each in map(citation_of, tokens) if each is not None for key in each.keys}
    found: list[Token] = []
    waiting: list[Token] = []
    in_link = False
    for token in tokens:
        (waiting if token.type in _MARKS else found).append(token)
        if token.type in ("link_open", "link_close"):
            in_link = token.type == "link_open"
        elif token.type == "myst_role" and source_of is not None:
            source = source_of(token.content)
            if source is not None and source not in cited:
                cited.add(source)
                implied = replace(by_itself(source), is_apart=True)
                waiting.append(Token("citation", "", 0, meta={"citation": implied}))
        if not in_link:
            found += waiting
            waiting = []
    return _with_commas(found + waiting)


def _with_commas(tokens: Sequence[Token]) -> list[Token]:
    """Put commas between adjacent calls of notes: 7 and 8 would read as 78."""
    found: list[Token] = []
    for token in tokens:
        if token.type == "footnote_ref" and found and found[-1].type == "footnote_ref":
            found.append(Token("call_comma", "", 0, content=","))
        found.append(token)
    return found
