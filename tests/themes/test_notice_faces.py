"""In which face a notice is set: one whose letters are known, whatever a theme's own fonts draw."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from definitions import definition, write
from tricks import other_letters

import guidepub
from guidepub.pdf.layout.notices import _is_set_in_known_faces
from guidepub.themes import find_theme, shipped_themes

CATALOG = """
[imprint]
name = "Press"
[defaults]
theme = "own"
[[notices]]
id = "disclaimer"
version = 1
language = "en"
title = "Disclaimer"
text = "This guide promises nothing. Ask somebody who knows your circumstances."
"""


def faces(folder: Path, css: str, files: dict[str, bytes]) -> tuple[set[str], set[str]]:
    """Return in which faces the notice of a book is set, and the text of its section."""
    own = {f"themes/own/styles/{name}": data for name, data in files.items()}
    sheets = {"themes/own/styles/paged.css": css}
    write(folder, {"catalog.toml": CATALOG, "baker.md": definition(), **sheets, **own})
    catalog = guidepub.load(folder)
    data = guidepub.render(guidepub.assemble(catalog["baker"], catalog), "screen")
    document = pypdfium2.PdfDocument(data)
    return _faces_of(document, "promises nothing"), _faces_of(document, "Bread.")


def _faces_of(document: pypdfium2.PdfDocument, text: str) -> set[str]:
    found = set()
    for page in document:
        words = page.get_textpage()
        place = words.get_text_range().find(text)
        for index in range(place, place + len(text)) if place >= 0 else ():
            name = pdfium.FPDFText_GetFontInfo(words, index, None, 0, None)
            buffer = (pdfium.c_char * name)()
            pdfium.FPDFText_GetFontInfo(words, index, buffer, name, None)
            found.add(bytes(buffer).rstrip(b"\0").decode().partition("+")[2])
    return found - {""}


FACE = '@font-face { font-family: "House"; src: url(fonts/house.ttf) } html { font-family: House }'


def test_a_face_of_unknown_letters_sets_no_notice(tmp_path):
    notice, text = faces(tmp_path, FACE, {"fonts/house.ttf": other_letters()})
    assert text != notice
    assert {name for name in notice if "guidepub" not in name.lower()} <= notice
    assert len(notice) == 1


def test_a_shipped_face_by_another_name_sets_it(tmp_path):
    data = find_theme("school").file("fonts/SourceSans3-Regular.ttf").read_bytes()
    css = f"{FACE} .imprint-page, .wording {{ font-family: House }}"
    notice, text = faces(tmp_path, css, {"fonts/house.ttf": data})
    assert notice == text


@pytest.mark.parametrize("name", shipped_themes())
def test_shipped_themes_set_notices_in_known_faces(name):
    theme = find_theme(name)
    assert _is_set_in_known_faces(
        theme.model_copy(update={"own": theme.styles, "homes": (None,) * len(theme.styles)})
    )
