"""The preview's list: the guides of a folder, what is wrong with each, and no other files."""

from __future__ import annotations

import pytest
from definitions import definition, write

from guidepub.preview import surveys

CATALOG = '[imprint]\nname = "Press"\n[data]\npay = "pay.csv"\n'
CHART = ":::{chart} Pay\n:table: pay\n:label: job\n:value: pay\n:unit: USD/year\n\n:::"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a catalogue of a good guide and two on one faulty table, beside a licence."""
    monkeypatch.setattr(surveys, "_KNOWN", {})
    monkeypatch.setattr(surveys, "_TITLES", {})
    guides = {"cook.md": definition(CHART, title="Cook"), "chef.md": definition(CHART)}
    files = {"catalog.toml": CATALOG, "pay.csv": "job\n1,2\n", "LICENSE.md": "# L\n"}
    return write(tmp_path, files | guides | {"baker.md": definition()})


def listed(found: surveys.Survey) -> dict[str, int]:
    """Return how many errors each guide of the list has."""
    return {entry.path.name: entry.errors for entry in found.entries}


def test_a_table_s_fault_counts_with_each_guide_that_needs_it(folder):
    expected = {"baker.md": 0, "chef.md": 1, "cook.md": 1}
    assert listed(surveys.survey(folder, None)) == expected
    assert listed(surveys.survey(folder, [folder / "cook.md"])) == expected


def test_a_guide_that_loses_its_front_matter_stays_in_the_list(folder):
    surveys.survey(folder, None)
    write(folder, {"baker.md": "Half a sent"})
    for changed in ([folder / "baker.md"], None):
        assert listed(surveys.survey(folder, changed))["baker.md"] == 1


def test_where_the_catalogue_is_broken_its_guides_are_listed_still(folder):
    write(folder, {"catalog.toml": "[imprint\n"})
    found = surveys.survey(folder, None)
    assert listed(found) == {"baker.md": 0, "chef.md": 0, "cook.md": 0}
    assert [finding.code for finding in found.findings] == ["D004"]


def test_each_row_of_a_template_is_in_the_list_and_is_linted_by_its_address(folder):
    template = '---\ntitle: "{{ row.job }}"\nfor_each: {table: rows}\n---\n# Overview\n\nA  {{ row.job }} teh.\n'
    toml = f'{CATALOG}rows = "rows.csv"\n[definitions]\ntemplates = ["jobs.md"]\n'
    rows = "job\nMiller\nBrewer\n"
    write(folder, {"catalog.toml": toml, "jobs.md": template, "rows.csv": rows})
    found = surveys.survey(folder, None)
    assert {"miller", "brewer"} <= listed(found).keys()
    assert "jobs.md" not in listed(found)
    reported = surveys.lint_file(folder / "jobs.md" / "miller")
    assert {(finding.place.path, finding.row.line) for finding in reported} == {
        (str(folder / "jobs.md"), 2)
    }
