"""The headings of a section: their names and levels in a book, and the order of all blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from guidepub.markdown.parsed.prose import Prose, directive_of, note_of
from guidepub.words.names import slugify


def name_headings(tokens: Sequence[Token]) -> None:
    """Give each heading of a section a name that is unique in the section."""
    names: dict[str, int] = {}
    for each, following in _walk(tokens):
        if each.type == "heading_open" and following is not None:
            name = _unused(slugify(following.content) or "part", names)
            each.meta = {**each.meta, "name": name}


def heading_name(token: Token) -> str:
    """Return the name of a heading within its section."""
    return str(token.meta["name"])


def heading_level(written: int, around: list[tuple[int, int]]) -> int:
    """Return the level of a heading: one below the heading that it is under, without gaps.

    Readers of a screen reader expect one level at a time (ISO 14289-1, 7.4.2; WCAG technique H69).
    `around` are the headings that it may be under, each with its level as written and as given;
    this heading is added at the end.
    """
    while around and around[-1][0] >= written:
        around.pop()
    level = around[-1][1] + 1 if around else written
    around.append((written, level))
    return level


def walk_in(text: Prose) -> Iterator[tuple[Token, Token | None, Prose]]:
    """Yield each block's token with the next token, and the text that it is in.

    They come in the order in which a book prints them: the content of a directive follows it.
    """
    for index, token in enumerate(text.tokens):
        following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
        yield token, following, text
        found = directive_of(token)
        inner = found[1] if found else note_of(token)
        if inner is not None:
            yield from walk_in(inner)


def _walk(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token | None]]:
    text = Prose(tuple(tokens), (), 1)
    return ((token, following) for token, following, _ in walk_in(text))


def _unused(base: str, names: dict[str, int]) -> str:
    """Return a name that no heading has yet. `names` counts the uses of each base."""
    name = base
    while name in names:
        names[base] += 1
        name = f"{base}-{names[base]}"
    names[name] = 1
    return name
