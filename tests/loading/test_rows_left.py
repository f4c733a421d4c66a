"""What chooses no row of a table is told where it stands."""

from __future__ import annotations

from definitions import definition, write

import guidepub

CATALOG = '[data]\nt = {file = "t.csv", note = "Made up."}\n'
TABLE = "institution,city,degree,campus,n\nMill College,Rye,nursing,online,5\n"


def findings(folder, body):
    write(folder, {"catalog.toml": CATALOG, "t.csv": TABLE, "baker.md": definition(body)})
    found = guidepub.load(folder).findings
    return [(f.code, f.place.line) for f in found if f.code in ("C001", "D033")]


def test_a_list_of_programs(tmp_path):
    assert findings(tmp_path, ":::{programs}\n:table: t\n:degree: law\n:::") == [("D033", 7)]
    assert findings(tmp_path, ":::{programs}\n:table: t\n:degree: Nursing\n:::") == []


def test_a_chart(tmp_path):
    chart = (
        ":::{{chart}} Jobs\n:table: t\n:label: city\n:value: n\n:unit: jobs\n:where: city = {}\n:::"
    )
    assert findings(tmp_path, chart.format("Oats")) == [("C001", 7)]
    assert findings(tmp_path, chart.format("Rye")) == []
