"""The faults of a catalogue's own theme, found before any book is made with it.

Themes that guidepub ships are proved by its tests, and are not looked through again.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

from guidepub.findings import Finding, FindingsError, Place, capped
from guidepub.templating import language
from guidepub.themes.faces.missing_faces import missing_faces
from guidepub.themes.folders.theme import Theme
from guidepub.themes.limits.notices import notice_faults
from guidepub.themes.sheets import pictures_of, sheet_findings
from guidepub.themes.templates import parsed

_Inclusions = Mapping[str, tuple[str, list[tuple[int, str]]]]
"""The path of each template by its name, with the lines and names of what it includes."""


@functools.lru_cache(maxsize=16)
def theme_findings(theme: Theme) -> tuple[Finding, ...]:
    """Return all that is wrong with a theme's own files, once for each state of them."""
    found = [*_template_findings(theme), *sheet_findings(theme), *notice_faults(theme)]
    return tuple(capped(found))


@functools.lru_cache(maxsize=16)
def picture_places(theme: Theme) -> Mapping[Path, Place]:
    """Return the result of `pictures_of`, computed once for each state of a theme."""
    return pictures_of(theme)


@functools.lru_cache(maxsize=16)
def face_findings(theme: Theme) -> tuple[Finding, ...]:
    """Return the result of `missing_faces`, computed once for each state of a theme."""
    return tuple(capped(missing_faces(theme)))


def _template_findings(theme: Theme) -> Iterator[Finding]:
    names = {path.name for folder in theme.own for path in folder.glob("*.xhtml")}
    inclusions: dict[str, tuple[str, list[tuple[int, str]]]] = {}
    for name in sorted(names):
        path = theme.template(name)
        if path is None or path.parent not in theme.own:
            continue
        try:
            tree = parsed(theme.read_text(path, language.MOST_BYTES), str(path))
        except FindingsError as error:
            yield from error.findings
        else:
            inclusions[name] = str(path), list(language.named_templates(tree))
    for name, (file, included) in inclusions.items():
        for line, other in included:
            if theme.template(other) is None:
                message = f"The theme has no template “{other}”."
                yield Finding(Place(file, line), "C003", message, "Add it, or fix its name.")
            elif _leads_to(other, name, inclusions):
                message = f"The template includes itself through “{other}”."
                yield Finding(Place(file, line), "C006", message, "Remove one of the inclusions.")


def _leads_to(start: str, end: str, inclusions: _Inclusions) -> bool:
    """Return whether a template is another one, or includes it at some remove."""
    waiting, seen = [start], set()
    while waiting:
        name = waiting.pop()
        if name == end:
            return True
        if name not in seen and name in inclusions:
            seen.add(name)
            waiting += (other for _, other in inclusions[name][1])
    return False
