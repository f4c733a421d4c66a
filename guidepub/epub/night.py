"""Colours that follow the reader's own: what is dark on a light page is light on a dark one.

Reading systems darken a page as they like: most set the colour of its words, few inform the book
that it is night. So each colour of a theme is given once more, as one whose lightness depends on
that of the words around it (CSS Color 5, relative colours). Reading systems that know none of
these have the theme's, but for a colour of words without a ground, which they would darken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import Node

from guidepub.themes import Theme
from guidepub.themes.covers.chart_colours import chart_colours
from guidepub.themes.limits.notice_rules import PlainRule
from guidepub.themes.stylesheets.colours import oklch
from guidepub.themes.stylesheets.values import rgb, split, word

KNOWN = "@supports (color: oklch(from currentColor l c h))"
"""The condition under which a reading system knows colours that follow."""

# The lightness, from 0 to 1, that parts dark words from light ones.
_LIGHT = 0.62
# How light by night words are, what is drawn, and grounds; and grounds below dark words.
_WORDS, _DRAWN, _GROUND, _PALE = 0.86, 0.72, 0.27, 0.93
# From one side to the other within a hundredth or two of the words' lightness.
_STEEP = 40
# How much darker a ground is than the words on it are darker than white.
_DIMMED = 0.7
_GROUNDS = frozenset({"background", "background-color"})
_DRAWING = re.compile(
    r"border(-(top|right|bottom|left|block|inline)(-(start|end))?)?(-color)?"
    r"|(outline|column-rule|text-decoration)(-color)?|fill|stroke"
)
# Chromium 156 leaves `color` as it was where only the inherited colour changes, as at a reader's
# touch, if it is made of that: words are given theirs by this property, which it does renew.
_FILL = "-webkit-text-fill-color"
# Pictures may hold dark words and no ground of their own: what a theme puts below them stays.
_PICTURES = re.compile(r"(?:^|[\s>+~])(?:img|svg|object|picture|video)[^\s>+~]*$")


@dataclass(frozen=True, slots=True)
class _Coloured:
    """A declaration with one literal colour: its property, its parts, and which of them it is."""

    name: str
    parts: Sequence[Node]
    colour: Node

    def written(self, colour: str) -> str:
        """Return the declaration with another colour."""
        return "".join(
            colour if part is self.colour else tinycss2.serialize([part]) for part in self.parts
        ).strip()

    @property
    def shade(self) -> tuple[float, float, float]:
        """The colour's lightness, chroma and hue."""
        parts = rgb(self.colour)
        assert parts is not None
        return oklch(parts)

    @property
    def is_light(self) -> bool:
        """Whether light text could have this colour, or dark text this background."""
        return self.shade[0] >= _LIGHT


def following(css: str) -> str:
    """Return a stylesheet whose colours follow those of the reader.

    Rules that are in another one, or under a condition other than a medium's size or kind, are
    left as they are.
    """
    return "".join(_followed(tinycss2.parse_stylesheet(css)))


def chart_rules(theme: Theme, accent: str) -> str:
    """Return the rules by which drawn charts take their colours from the words around them.

    What is drawn in the ink has the colour of words itself, so that it stands out by night, too.
    """
    ink = chart_colours(theme, accent).ink
    bars = dict.fromkeys(colour for colour in chart_colours(theme, accent) if colour)
    plain = [PlainRule([f'.chart [fill="{bar}"]'], [("fill", "currentColor")]) for bar in bars]
    own = [
        PlainRule(rule.selectors, [("fill", _drawn(oklch(bar)) or bar)])
        for bar, rule in zip(bars, plain, strict=True)
        if bar != ink
    ]
    words = PlainRule([".chart svg"], [("fill", "currentColor")])
    return f"{words}{''.join(map(str, plain))}{KNOWN} {{\n{''.join(map(str, own))}}}\n"


def _followed(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield from _rule(node)
        elif node.type == "at-rule" and node.content is not None and _is_plain(node):
            inner = tinycss2.parse_rule_list(node.content)
            yield from (f"@{node.at_keyword}", tinycss2.serialize(node.prelude), "{")
            yield from (*_followed(inner), "}")
        else:
            yield tinycss2.serialize([node])


def _is_plain(rule: Node) -> bool:
    """Return whether an at-rule asks for a medium or a size, and not for the reader's colours."""
    is_asking = rule.lower_at_keyword in ("media", "container")
    return is_asking and "prefers-" not in tinycss2.serialize(rule.prelude)


def _rule(rule: Node) -> Iterator[str]:
    """Yield a rule, and after it what its colours are where they can follow."""
    parts = _declarations(rule.content)
    coloured = [found for part in parts if (found := _coloured(part))]
    has_ground = any(each.name in _GROUNDS for each in coloured)
    alone = {
        id(each.parts): each.written("inherit")
        for each in coloured
        if each.name == "color" and not each.is_light and not has_ground
    }
    selectors = tinycss2.serialize(rule.prelude)
    written = ((alone.get(id(part)), tinycss2.serialize(part)) for part in parts)
    yield f"{selectors}{{{';'.join(f' {own}' if own else text for own, text in written)}}}"
    is_of_pictures = any(
        _PICTURES.search(tinycss2.serialize(s).strip()) for s in split(rule.prelude)
    )
    ink = next((each for each in coloured if each.name == "color"), None)
    own = [line for each in coloured for line in _following(each, ink, is_of_pictures)]
    if own:
        yield f"\n{KNOWN} {{\n{selectors.strip()} {{ {'; '.join(own)} }}\n}}"


def _declarations(content: Sequence[Node]) -> list[list[Node]]:
    """Return the text between a rule's braces, split at its semicolons."""
    parts: list[list[Node]] = [[]]
    for node in content:
        if node == ";":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _coloured(part: Sequence[Node]) -> _Coloured | None:
    """Return a declaration that has one literal colour, or None."""
    tokens = [token for token in part if token.type not in ("whitespace", "comment")]
    if len(tokens) < 3 or tokens[1] != ":":
        return None
    colours = [token for token in tokens[2:] if rgb(token) is not None]
    # Drawn grounds hold colours of their own, which stay with each other.
    others = [t for t in tokens[2:] if t.type in ("function", "url") and t not in colours]
    is_one = len(colours) == 1 and not others
    return _Coloured(word(tokens[0]), part, colours[0]) if is_one else None


def _following(each: _Coloured, ink: _Coloured | None, is_of_pictures: bool) -> Iterator[str]:
    """Yield what a declaration is where colours can follow; `ink` is that of the same rule."""
    if each.name == "color":
        words = "currentColor" if each.is_light else _stepped(each.shade, _WORDS)
        if not each.is_light:
            yield each.written("inherit")
        yield each.written(words).replace("color", _FILL, 1)
    elif _DRAWING.fullmatch(each.name) and (drawn := _drawn(each.shade)):
        yield each.written(drawn)
    elif each.name in _GROUNDS and not is_of_pictures:
        light, chroma, hue = each.shade
        if each.is_light:
            yield each.written(_stepped((_GROUND, chroma, hue), light, -1))
        elif ink is not None and ink.is_light:
            # Whose words a dark ground is for is not known where the rule does not say it.
            yield each.written(_inverse(each.shade))


def _drawn(shade: tuple[float, float, float]) -> str:
    """Return a dark colour in a lighter form for use with light text; empty for a light one."""
    return "" if shade[0] >= _LIGHT else _stepped(shade, _DRAWN)


def _inverse(shade: tuple[float, float, float]) -> str:
    """Return the ground of light words, which is darker where a reader's are less light."""
    light, chroma, hue = shade
    below = f"{light:.3f} - {_DIMMED} * (1 - l)"
    return (
        f"oklch(from currentColor max({below}, min({_step(-1)}, {_PALE})) {chroma:.3f} {hue:.0f})"
    )


def _stepped(least: tuple[float, float, float], most: float, way: int = 1) -> str:
    """Return a colour between two lightnesses, which steps with (1) or against (-1) the words'."""
    low, chroma, hue = least
    clamped = f"clamp({low:.3f}, {_step(way)}, {most:.3f})"
    return f"oklch(from currentColor {clamped} {chroma:.3f} {hue:.0f})"


def _step(way: int) -> str:
    return f"{way * _STEEP} * (l - {_LIGHT}) + 0.5"
