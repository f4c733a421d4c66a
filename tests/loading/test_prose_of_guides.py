"""The prose of a guide is read once, to be checked and to be made."""

from __future__ import annotations

import pytest

import guidepub
from guidepub.loading import prose_of
from guidepub.loading.guides import texts
from guidepub.phrases import phrases
from guidepub.words.typography import AS_WRITTEN

GUIDE = (
    "---\ntitle: Baker\npublished: 2026-01-01\n---\n\n# Work\n\nBread.\n\n# Pay\n\nSee [@lost].\n"
)


def read(tmp_path):
    path = tmp_path / "baker.md"
    path.write_text(GUIDE.replace(" [@lost]", ""), "utf-8")
    catalog = guidepub.load(path)
    return catalog, catalog["baker"]


def counting(monkeypatch):
    counted = []
    parse = texts._KNOWN.parse

    def noted(sections, typography, sources, first_mark):
        counted.append((sections, typography))
        return parse(sections, typography, sources, first_mark)

    monkeypatch.setattr(texts._KNOWN, "parse", noted)
    return counted


def test_a_guide_that_was_checked_is_not_read_again_for_its_book(tmp_path, monkeypatch):
    counted = counting(monkeypatch)
    catalog, guide = read(tmp_path)
    guidepub.assemble(guide, catalog)
    as_set = [typography for _, typography in counted if typography != AS_WRITTEN]
    assert as_set == [phrases(guide.language).typography]


def test_another_guide_another_language_or_other_lines_are_read_anew(tmp_path):
    _, guide = read(tmp_path)
    english, spanish = phrases("en").typography, phrases("es").typography
    first = prose_of(guide, english)
    assert prose_of(guide, english) is first
    assert prose_of(guide, spanish) is not first
    assert prose_of(guide, english, in_file=True)[1].line == guide.sections[1].line > 1
    assert prose_of(guide, english)[1].line == 1
    other = guide.model_copy(update={"sections": guide.sections[:1]})
    assert len(prose_of(other, english)) == 1


def test_a_fault_is_reported_on_its_line_of_the_file(tmp_path):
    path = tmp_path / "baker.md"
    path.write_text(GUIDE, "utf-8")
    with pytest.raises(guidepub.FindingsError) as reported:
        guidepub.load(path)[path.stem]
    places = [found.place for found in reported.value.findings if "lost" in found.message]
    assert [(place.line, place.column) for place in places] == [(12, 5)]
