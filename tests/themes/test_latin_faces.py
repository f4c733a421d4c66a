"""The faces that EPUBs carry along: parts of the shipped ones that lack nothing a book needs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from guidepub.themes import find_theme
from guidepub.themes.faces.latin_faces import LATIN, carried
from tools.latin_faces import faces, latin_part

FACES = sorted(faces())
SERIF = find_theme("classic").file("fonts/SourceSerif4-Regular.ttf").read_bytes()


def opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def features(font: TTFont) -> set[str]:
    return {each.FeatureTag for each in font["GSUB"].table.FeatureList.FeatureRecord}


@pytest.fixture(params=FACES, ids=lambda path: path.stem)
def pair(request) -> tuple[TTFont, TTFont]:
    """Return a whole face and its Latin part."""
    data = request.param.read_bytes()
    part = carried(data, frozenset("abc"))
    assert len(part) < len(data) / 2, "run `python -m tools.latin_faces`"
    return opened(data), opened(part)


def test_a_part_has_the_letters_as_they_are_in_the_whole(pair):
    whole, part = pair
    letters = {code for code in whole.getBestCmap() if chr(code) in LATIN}
    assert letters == set(part.getBestCmap())
    assert {ord(letter) for letter in "aZéñßÆ“–0—€"} <= letters
    drawn = []
    for font in pair:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        pens = {code: DecomposingRecordingPen(glyphs) for code in letters}
        for code, pen in pens.items():
            glyphs[names[code]].draw(pen)
        widths = {code: glyphs[names[code]].width for code in letters}
        drawn.append((widths, {code: pen.value for code, pen in pens.items()}))
    assert drawn[0] == drawn[1]


def test_a_part_keeps_what_the_stylesheets_ask_for(pair):
    whole, part = pair
    asked = {"kern", "liga", "lnum", "onum", "pnum", "smcp", "tnum"}
    assert features(part) & asked == features(whole) & asked
    assert "GPOS" in part


def test_a_part_bears_no_reserved_name_and_keeps_its_licence(pair):
    names = pair[1]["name"]
    reported = {record.nameID: record.toUnicode() for record in names.names}
    assert not [reported[kind] for kind in (1, 3, 4, 6, 16) if "Source" in reported.get(kind, "")]
    assert "Open Font License" in reported[13]
    assert "Adobe" in reported[0]


def test_a_book_with_other_letters_carries_the_whole_face():
    assert carried(SERIF, frozenset("Łódź")) == SERIF
    # No face has these, so nothing is gained by the whole one.
    assert carried(SERIF, frozenset("漢字")) == carried(SERIF, frozenset("abc")) != SERIF


def test_a_face_that_is_not_shipped_is_carried_as_it_is():
    own = SERIF + b"\0"
    assert carried(own, frozenset("abc")) == own


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_parts_are_up_to_date(path: Path):
    assert carried(path.read_bytes(), frozenset()) == latin_part(path.read_bytes())
