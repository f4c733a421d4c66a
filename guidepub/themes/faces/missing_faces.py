"""The faces that a theme's stylesheets ask for in PDFs, and that no `@font-face` declares.

The system's fonts are not used, so the words are set in another face. An EPUB and a page of the
web may count on the faces that their readers have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tinycss2.ast import Node

from guidepub.figures.locales import SCRIPTS
from guidepub.findings import Finding, Place, Severity, nearest
from guidepub.themes.faces.faces import faces_of, families_in
from guidepub.themes.folders.theme import Theme
from guidepub.themes.stylesheets.layouts import PagedLayout, sheet_names
from guidepub.themes.stylesheets.reading import Stylesheet, read_sheets
from guidepub.themes.stylesheets.rules import AtRule, StyleRule, parts_of
from guidepub.themes.stylesheets.values import split, without_spaces

_LAYOUTS: tuple[PagedLayout, ...] = ("screen", "print", "print-cover")
# Names that no @font-face declares: generic ones, those of a system, and words of any property.
_GENERIC = frozenset(
    "serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace "
    "ui-rounded math emoji fangsong inherit initial unset revert revert-layer "
    "caption icon menu message-box small-caption status-bar".split()
)
_SIZES = frozenset({"dimension", "percentage", "number"})
_PROPERTIES = frozenset({"font", "font-family"})
_LISTED = 6


class _DeclaredIn(NamedTuple):
    """A declaration in a stylesheet, and what distinguishes it from those that it does not replace."""

    sheet: Stylesheet
    around: tuple[tuple[str, ...], tuple[str, ...]]
    declaration: Node


def missing_faces(theme: Theme) -> Iterator[Finding]:
    """Yield the faces that a catalogue's own stylesheets ask for and no PDF has, each once.

    The theme is one in which nothing else is wrong. A list is reported by its first name that is
    not generic, where none of its names is declared.

    Raises:
        InputError: a stylesheet cannot be read, or lies outside the catalogue.
    """
    reported: set[str] = set()
    for layout in _LAYOUTS:
        sheets = read_sheets(theme, sheet_names(layout))
        lists = list(_lists(theme, sheets))
        if not lists or any(_imports(sheet) for sheet in sheets):
            continue
        known = {face.family for face in faces_of(theme, sheets) if face.family}
        lists = [each for each in lists if _lacks(each[1], known)]
        others = _script_faces(theme, layout) if lists else set()
        for sheet, tokens in lists:
            wanted = next(each for each in split(tokens) if not _GENERIC.issuperset(_names(each)))
            (name,) = families_in(wanted)
            if _lacks(tokens, others) and name.lower() not in reported:
                reported.add(name.lower())
                place = Place(str(sheet.path), wanted[0].source_line, wanted[0].source_column)
                yield _finding(place, name, known)


def _finding(place: Place, name: str, known: set[str]) -> Finding:
    message = f"No @font-face of the theme declares “{name}”: PDFs are set in another font."
    likely = nearest(name, known)
    others = sorted(known - {likely})
    listed = [likely, *others][:_LISTED] if likely else others[:_LISTED]
    rule = f'@font-face {{ font-family: "{name}"; src: url(fonts/….ttf) }}'
    remedy = f"Put its font into styles/fonts, with {rule} in paged.css"
    remedy += f", or name one that is there: {', '.join(listed)}." if listed else "."
    return Finding(place, "C015", message, remedy, Severity.WARNING)


def _lacks(tokens: Sequence[Node], known: Iterable[str]) -> bool:
    """Return whether a list names faces, and none that is known."""
    return _names(tokens).isdisjoint(map(str.lower, known))


def _names(tokens: Iterable[Node]) -> frozenset[str]:
    """Return the names in a list of faces, in small letters."""
    return frozenset(name.lower() for name in families_in(tokens))


def _script_faces(theme: Theme, layout: PagedLayout) -> set[str]:
    """Return the names of the faces that books from right to left have."""
    themes = (theme.model_copy(update={"script": script}) for script in SCRIPTS)
    return {
        face.family
        for each in themes
        for face in faces_of(each, read_sheets(each, sheet_names(layout)))
    } - {""}


def _imports(sheet: Stylesheet) -> bool:
    """Return whether a stylesheet has faces that are not looked for: those of an imported one."""
    return any(isinstance(rule, AtRule) and rule.keyword == "import" for rule in sheet.rules)


def _lists(theme: Theme, sheets: Sequence[Stylesheet]) -> Iterator[tuple[Stylesheet, list[Node]]]:
    """Yield each list of faces that a catalogue's own sheet asks for, and no later one replaces.

    Lists that take names from custom properties are left out, since these are lists themselves,
    and so are those of nothing but generic names.
    """
    declarations = list(_declarations(sheets))
    variables = _lists_by_name([each.declaration for each in declarations])
    last = {(each.around, each.declaration.name): each for each in declarations}
    for each in last.values():
        name = each.declaration.name
        is_list = name in variables or each.declaration.lower_name in _PROPERTIES
        tokens = _faces(each.declaration)
        is_own = each.sheet.path.parent in theme.own
        if is_own and is_list and _names(tokens) - _GENERIC and not any(_variables(tokens)):
            yield each.sheet, tokens


def _lists_by_name(declarations: Sequence[Node]) -> set[str]:
    """Return the custom properties that lists of faces are made of, and those that these are."""
    used = [
        (each.name, set(_variables(_faces(each))))
        for each in declarations
        if each.lower_name in _PROPERTIES or each.name.startswith("--")
    ]
    found: set[str] = set()
    new = {name for user, names in used if user.lower() in _PROPERTIES for name in names}
    while new:
        found |= new
        new = {name for user, names in used if user in new for name in names} - found
    return found


def _declarations(sheets: Iterable[Stylesheet]) -> Iterator[_DeclaredIn]:
    """Yield the declarations of some stylesheets, for elements, pages and their margins."""
    for sheet in sheets:
        for rule in sheet.rules:
            if isinstance(rule, StyleRule):
                around = rule.texts, rule.conditions
                yield from (_DeclaredIn(sheet, around, part) for part in rule.declarations)
            elif isinstance(rule, AtRule) and rule.keyword == "page":
                prelude = "".join(node.serialize() for node in rule.prelude).strip()
                for margin, part in _on_page(rule):
                    yield _DeclaredIn(sheet, (("@page", prelude, margin), ()), part)


def _on_page(rule: AtRule) -> Iterator[tuple[str, Node]]:
    """Yield the declarations of a page with the names of its margins they are in."""
    for part in parts_of(rule.content or ()):
        if part.type == "declaration":
            yield "", part
        elif part.type == "at-rule" and part.content is not None:
            inner = parts_of(part.content)
            yield from ((part.lower_at_keyword, n) for n in inner if n.type == "declaration")


def _faces(declaration: Node) -> list[Node]:
    """Return the part of a declaration that names faces: all of it, or in a `font` what follows the size."""
    tokens = without_spaces(declaration.value)
    if declaration.lower_name != "font":
        return tokens
    ends = [at + 1 for at, token in enumerate(tokens) if token.type in _SIZES]
    # Leading may be a word or a custom property.
    ends += [
        at + 2 for at, token in enumerate(tokens) if token.type == "literal" and token.value == "/"
    ]
    if ends:
        return tokens[max(ends) :]
    # Its size is a word or of a custom property: only what follows a comma is sure to be a face.
    return [token for part in split(tokens)[1:] for token in part]


def _variables(tokens: Iterable[Node]) -> Iterator[str]:
    """Yield the names of the custom properties that a value is made of."""
    for token in tokens:
        if token.type == "function" and token.lower_name == "var":
            yield from (str(part.value) for part in token.arguments[:1] if part.type == "ident")
