"""Text alternatives of drawings: they have the numbers in the words of the drawing, and no others."""

from __future__ import annotations

import re

import pytest
from definitions import definition, leaf, write
from finished import words_of

from guidepub import load
from guidepub.assembly import assemble
from guidepub.assembly.directives.drawings import GRAPHICS
from guidepub.phrases import languages
from guidepub.themes.drawings.bars import spread_charts
from guidepub.themes.leaves import body_of

TABLE = ":table: rows\n:label: what\n:value: number"
BODIES = {
    "chart": ":facts: median_wage, wage_p90",
    "growth": ":facts: projected_growth, cooks_growth",
    "wages": "",
    "jobs": "",
    "openings": "",
    "workplaces": ":facts: share_shops, share_hotels",
    "ladder": "",
    "interests": "",
    "states": f"{TABLE}\n:unit: jobs\n:where: use = map",
    "related": f"{TABLE}\n:unit: USD/year\n:level: level\n:where: use = near",
    "day": f"{TABLE}\n:unit: minutes\n:start: 7:05\n:where: use = day",
}
ROWS = """use,what,number,level
map,Ohio,41250,
map,TX,187300.5,
near,Cook,30500,high-school
near,Baker,36650,4
day,Knead,75,
day,Bake,112.5,
"""
HEAD = """facts:
  wage_p10: {value: 27000, unit: USD/year}
  median_wage: {value: 36650.5, unit: USD/year}
  wage_p90: {value: 50170, unit: USD/year}
  all_median_wage: {value: 49500, unit: USD/year}
  projected_growth: {value: -4.5, unit: percent}
  cooks_growth: {value: 7, unit: percent}
  all_growth: {value: 3, unit: percent}
  employment: {value: 200000, unit: jobs, as_of: 2024}
  projected_employment: {value: 190100, unit: jobs, period: [2024, 2034]}
  employment_change: {value: -9900, unit: jobs, period: [2024, 2034]}
  annual_openings: {value: 30600, unit: openings/year}
  share_shops: {value: 60, unit: percent}
  share_hotels: {value: 12.5, unit: percent}
  step_head: {value: 61000, unit: USD/year}
  step_head_time: {value: 5, unit: years}
  interest_realistic: {value: 5.56, unit: points}
  interest_investigative: {value: 2, unit: points}
  interest_artistic: {value: 7, unit: points}
  interest_social: {value: 1, unit: points}
  interest_enterprising: {value: 3.25, unit: points}
  interest_conventional: {value: 4, unit: points}
"""
_NUMBER = re.compile(r"[−-]?\d+(?:[.,:\s]?\d+)*")


def test_there_is_an_example_of_every_drawing():
    assert BODIES.keys() == GRAPHICS.keys()


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_drawing_says_the_numbers_of_its_rows_and_no_others(tmp_path, language):
    body = "\n\n".join(f":::{{{name}}} A\n{options}\n:::" for name, options in BODIES.items())
    files = {
        "catalog.toml": '[data]\nrows = {file = "rows.csv", language = "en"}\n',
        "rows.csv": ROWS,
        "baker.md": definition(body, f"language: {language}\n{HEAD}"),
    }
    catalog = load(write(tmp_path, files))
    assert not catalog.findings
    page = body_of(leaf(assemble(catalog["baker"], catalog), "section-overview"))
    spread_charts(page)
    shown = page.findall(".//{*}figure[@class='chart']")
    assert len(shown) == len(BODIES)
    for name, figure in zip(BODIES, shown, strict=True):
        (chart,) = figure.findall("{*}div")
        printed = " ".join(words_of(chart).split())
        numbers = _NUMBER.findall(" ".join(chart.get("aria-label").split()))
        assert numbers, name
        assert [number for number in numbers if number not in printed] == [], name
        shown_numbers = _NUMBER.findall(printed)
        assert [number for number in shown_numbers if number not in " ".join(numbers)] == [], name
