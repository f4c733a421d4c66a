"""Volumes as definitions: their guides are found in the catalogue's folder, and checked with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from definitions import definition, write

import guidepub
from guidepub.model import Catalog

VOLUME = "---\ntitle: Two Trades\npublished: 2026-11-24\nguides: [{guides}]\n---\n"
CATALOG = '[imprint]\nname = "Press"\n[sections]\nrequired = ["overview"]\n[sections.titles]\noverview = ["Overview"]\n'


def loaded(folder: Path, guides: str = "baker, fisher", file: str = "", **others: str) -> Catalog:
    """Return a catalogue of two guides and a volume, or the volume alone by its `file`."""
    files = {
        "catalog.toml": CATALOG,
        "baker.md": definition(),
        "fisher/guide.md": definition("Fish.", title="Fisher"),
        "two.md": VOLUME.format(guides=guides),
    }
    write(folder, files | {name.replace("_", "."): text for name, text in others.items()})
    return guidepub.load(folder / file)


def faults(catalog: Catalog) -> list[str]:
    return [str(each) for each in catalog.findings]


@pytest.mark.parametrize("file", ["", "two.md"])
def test_a_volume_needs_no_section_and_finds_its_guides_wherever_they_lie(
    tmp_path: Path, file: str
):
    catalog = loaded(tmp_path, file=file)
    assert faults(catalog) == []
    assert [each.title for each in catalog["two"].members] == ["Baker", "Fisher"]


def test_what_a_volume_lacks_is_reported_at_its_place(tmp_path: Path):
    (reported,) = faults(loaded(tmp_path, "baker, fishr"))
    assert reported.startswith(f"{tmp_path}/two.md:4:17 D095 The catalogue has no guide “fishr”")


def test_a_fault_of_a_guide_is_reported_there_and_at_the_volume(tmp_path: Path):
    first, second = faults(loaded(tmp_path, baker_md=definition("{fact}`pay`")))
    assert first.startswith(f"{tmp_path}/baker.md:7:1 D030")
    assert second.startswith(f"{tmp_path}/two.md:4:10 D095 The guide “baker” of the volume has")
    assert "baker.md:7:1" in second


def test_a_volume_in_a_volume_is_reported(tmp_path: Path):
    (reported,) = faults(loaded(tmp_path, three_md=VOLUME.format(guides="two, baker")))
    assert "three.md:4:10 D095 “two” is a volume" in reported


def test_the_index_may_send_readers_to_entries_of_other_guides(tmp_path: Path):
    own = VOLUME.format(guides="baker") + "# Preface\n\nText {index}`see: bread; dough`.\n"
    dough = definition("{index}`dough`")
    assert faults(loaded(tmp_path, two_md=own, baker_md=dough)) == []
    (reported,) = faults(loaded(tmp_path, two_md=own, baker_md=definition()))
    assert "two.md:8:6 D047" in reported


def test_yaml_needs_no_sections_either(tmp_path: Path):
    catalog = loaded(tmp_path, pair_yaml="title: Pair\nguides: [fisher, baker]\n")
    assert faults(catalog) == []
    assert [each.slug for each in catalog["pair"].members] == ["fisher", "baker"]
