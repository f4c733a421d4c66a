"""Numbers of finished books traced: to cells, to the definition's own words, or to nothing."""

import sys
import zipfile

import pytest
from definitions import write

from guidepub import assemble, load, render
from tools.traced_numbers import main

FILES = {
    "catalog.toml": """[definitions]
templates = ["jobs.md"]
[data]
jobs = {file = "jobs.csv", key = "code"}
tasks = "tasks.csv"
[sources.bureau]
title = "Survey 2024"
publisher = "The Bureau"
""",
    "jobs.csv": "code,name,pay,places\n1-1,Baker,30000,12\n",
    "tasks.csv": "code,task\n1-1,Lift bags of 25 kilograms\n1-1,Knead\n",
    "jobs.md": """---
for_each: {table: jobs, lists: {tasks: {table: tasks, by: code}}}
title: "{{ row.name }}"
facts:
  pay: {value: "{{ row.pay }}", unit: USD/year, as_of: 2024, source: bureau}
  stated: {value: 77, unit: jobs}
---
# Overview

It takes 3 steps and two years. There are {{ row.places }} places, with yours {{ row.places + 1 }},
and {{ tasks | length }} tasks; pay was {fact}`pay` in one town and {fact}`stated` in the next.

{% for task in tasks %}
- {{ task.task }}
{% endfor %}
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    folder = write(tmp_path_factory.mktemp("traced"), FILES)
    catalog = load(folder)
    write(folder, {"baker.epub": render(assemble(catalog["baker"], catalog), "epub")})
    return folder


@pytest.fixture
def traced(monkeypatch, capsys):
    """Return a function that traces the numbers of a file, and gives exit code and output."""

    def run(catalog, file):
        monkeypatch.setattr(sys, "argv", ["traced_numbers", str(catalog), str(file)])
        return main(), capsys.readouterr().out

    return run


def test_every_number_is_of_a_cell_or_of_the_definition(shelf, traced):
    code, out = traced(shelf, shelf / "baker.epub")
    assert code == 0, out
    assert " cells, " in out
    assert " stated by the guide" in out
    assert "untraced" not in out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12 places", "14 places"),
        ("3 steps", "5 steps"),
        ("two years", "sixty years"),
        ("30,000", "31,000"),
        ("of 25", "of 26"),
    ],
)
def test_a_number_that_nothing_says_is_reported(shelf, traced, tmp_path, before, after):
    changed = tmp_path / "changed.epub"
    with zipfile.ZipFile(shelf / "baker.epub") as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("section-overview.xhtml"):
                assert before.encode() in data
                data = data.replace(before.encode(), after.encode())
            new.writestr(name, data)
    code, out = traced(shelf, changed)
    assert code == 1
    assert after.split()[after[0] == "o"] in out.splitlines()[0]


def test_a_file_that_no_guide_of_the_catalogue_made_is_reported(shelf, traced, tmp_path):
    (tmp_path / "other.epub").write_bytes(b"no book")
    code, out = traced(shelf, tmp_path / "other.epub")
    assert code == 1
    assert "other.epub: no guide of the catalogue made this file" in out


def test_a_cell_that_the_table_no_longer_has_is_reported(shelf, traced, tmp_path):
    write(tmp_path, FILES | {"jobs.csv": FILES["jobs.csv"].replace("30000", "31000")})
    code, out = traced(tmp_path, shelf / "baker.epub")
    assert code == 1
    assert "the table “jobs” has no such cell as that of “$30,000”" in out
