"""Texts described to Pango once for each look of theirs: a seam in WeasyPrint.

WeasyPrint 70 makes a context and a description of the face again for each line that it tries and
for each that it draws, and the name by which it knows what it has measured of a face for each box.
Those of a style are the same each time, and nothing changes them. A book has thousands of styles,
whose texts look in some fifty ways.
"""

from __future__ import annotations

import contextlib
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from guidepub.pdf.engine.weasyprint import (
    FontConfiguration,
    Style,
    count_faces,
    ffi,
    gobject,
    line_breaking,
    pango,
)

_FEATURES = (
    "font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps",
    "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian",
    "font_feature_settings",
)  # fmt: skip
# The properties that WeasyPrint reads to break a text into lines, and to measure and draw these, except
# lengths in widths of its letters: for those, WeasyPrint measures a letter.
_LOOKS = (
    *_FEATURES,
    "direction", "font_family", "font_language_override", "font_size", "font_stretch",
    "font_style", "font_variation_settings", "font_weight", "hyphenate_character",
    "hyphenate_limit_chars", "hyphens", "lang", "letter_spacing",
    "overflow_wrap", "text_decoration_line", "white_space", "word_break", "word_spacing",
)  # fmt: skip
_UNHASHABLE = frozenset({list, set})
_Look = tuple[Any, ...]
_values_of: Callable[[Style], _Look] = operator.itemgetter(*_LOOKS)
_name_of = line_breaking._font_style_cache_key
# Looks that are kept: pictures may bring any number of sizes.
_MOST = 1024
_KNOWN: WeakKeyDictionary[FontConfiguration, dict[Any, Described]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """The Pango objects that texts of the same look share, with features if they have any.

    Texts that look alike are given the same one.
    """

    context: Any
    language: Any
    face: Any
    features: Any
    name: str
    """By which WeasyPrint knows what it has measured of the face, in any size."""


@contextlib.contextmanager
def styles_are_described_once() -> Iterator[None]:
    """Let WeasyPrint use one description for all texts that look alike."""
    whole, name_of = line_breaking.Layout.setup, line_breaking._font_style_cache_key

    def setup(layout: Any, style: Style) -> None:
        if style["text_decoration_line"] != "none":
            # Its lines are measured, too.
            whole(layout, style)
            return
        known = described(style)
        layout.style, layout.language, layout.first_line_direction = style, known.language, 0
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        layout.layout = _freed(pango.pango_layout_new(known.context))
        pango.pango_layout_set_auto_dir(layout.layout, False)
        pango.pango_layout_set_font_description(layout.layout, known.face)
        if known.features is not None:
            # A text adds what holds for parts of it, so each has a list of its own.
            features = pango.pango_attr_list_new()
            pango.pango_attr_list_insert(features, known.features)
            pango.pango_layout_set_attributes(layout.layout, features)

    def name(style: Style, include_size: bool = False) -> str:
        if not include_size:
            # Needed where a length is given in letters, maybe the very one of the look.
            return str(name_of(style))
        known: str | None = getattr(style, "name_with_size", None)
        if known is None:
            size = f"{style['font_size']}{style['line_height']}"
            known = style.name_with_size = described(style).name + size
        return known

    line_breaking.Layout.setup, line_breaking._font_style_cache_key = setup, name
    try:
        yield
    finally:
        line_breaking.Layout.setup, line_breaking._font_style_cache_key = whole, name_of


def described(style: Style) -> Described:
    """Return a style as WeasyPrint describes it to Pango.

    It is kept with the style. A copy, which may be changed, does not take it along.
    """
    kept: Described | None = getattr(style, "described", None)
    if kept is None:
        kept = style.described = _by_look(style)
    return kept


def _by_look(style: Style) -> Described:
    """Return the description of all styles that look like one, by its fonts as they are now."""
    fonts = style.font_config
    known = _KNOWN.setdefault(fonts, {})
    look = (count_faces(fonts), *_look(style))
    if look not in known:
        if len(known) == _MOST:
            known.clear()
        known[look] = _described(style)
    return known[look]


def _look(style: Style) -> _Look:
    """Return a style's values of all properties that decide how texts look."""
    found = _values_of(style)
    if _UNHASHABLE.isdisjoint(map(type, found)):
        return found
    return tuple(map(_hashable, found))


def _hashable(value: Any) -> Any:
    if isinstance(value, set):
        return frozenset(value)
    return tuple(value) if isinstance(value, list) else value


def _described(style: Style) -> Described:
    context = _freed(pango.pango_font_map_create_context(style.font_config.font_map))
    pango.pango_context_set_round_glyph_positions(context, False)
    direction = line_breaking.PANGO_DIRECTION[style["direction"]]
    pango.pango_context_set_base_dir(context, direction)
    language = _language(style)
    if language is None:
        language = pango.pango_language_get_default()
    else:
        pango.pango_context_set_language(context, language)
    face = line_breaking.get_font_description(style)
    return Described(context, language, face, _features(style), _name_of(style))


def _language(style: Style) -> Any:
    """Return the language whose letters a style asks for, or None where it names none."""
    override = style["font_language_override"]
    if override != "normal":
        name = line_breaking.LST_TO_ISO.get(override.lower(), override)
    else:
        name = style["lang"]
    if not name:
        return None
    text, _bytes = line_breaking.unicode_to_char_p(name)
    return pango.pango_language_from_string(text)


def _features(style: Style) -> Any:
    """Return the attribute that asks for a style's OpenType features, or None if it has none."""
    asked = line_breaking.font_features(*(style[name] for name in _FEATURES))
    if not asked:
        return None
    features = ",".join(f"{name} {value}" for name, value in asked.items()).encode()
    # WeasyPrint keeps them for as long as the fonts, too: they are never freed.
    kept = style.font_config.font_features
    if features not in kept:
        kept[features] = pango.pango_attr_font_features_new(features)
    return kept[features]


def _freed(made: Any) -> Any:
    """Return an object of Pango's that is freed when nothing refers to it any more."""
    return ffi.gc(made, gobject.g_object_unref)
