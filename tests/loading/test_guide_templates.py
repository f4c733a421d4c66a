"""Templates that make a guide of each row: what they print, leave out and refuse, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from definitions import write

import guidepub
from guidepub import Catalog, Guide, InputError, UsageError
from guidepub.findings.sarif import sarif_log

CATALOG = """
[imprint]
name = "Press"
[definitions]
templates = ["jobs.md"]
[data]
jobs = "jobs.csv"
tasks = "tasks.csv"
"""
JOBS = """code,name,wage,growth,tags,first
51-3011,Bakers,36650,6,food;trades,Apprentice
27-2011,Actors *and* extras,,0,arts,X-ray actor
"""
TASKS = "code,task,kind\n51-3011,Bake [bread].,core\n51-3011,1. Clean,other\n51-3011,Sell,core\n"
HEAD = """title: "{{ row.name }}"
for_each:
  table: jobs
  lists:
    tasks: {table: tasks, by: code}
"""


def made(folder: Path, body: str, head: str = HEAD, jobs: str = JOBS, **files: str) -> Catalog:
    """Return the catalogue of a template with one section of that body."""
    text = f"---\n{head}---\n# Overview\n\n{body}\n"
    parts = {"catalog.toml": CATALOG, "jobs.md": text, "jobs.csv": jobs, "tasks.csv": TASKS}
    return guidepub.load(write(folder, parts | files))


def body_of(guide: Guide) -> str:
    return guide.sections[0].body.strip()


def test_each_row_gives_a_guide_of_its_own(tmp_path):
    catalog = made(tmp_path, "{{ row.name }}.")
    assert list(catalog) == ["bakers", "actors-and-extras"]
    assert catalog["bakers"].origin == tmp_path / "jobs.md" / "bakers"
    assert str(catalog["bakers"].row) == f"{tmp_path / 'jobs.csv'}:2"
    assert catalog["bakers"].folder == tmp_path


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ row.wage | figure('USD/year') }} for {{ row.name }}", "$36,650 for Bakers"),
        ("{{ row.first | article }}", "an Apprentice"),
        ("{{ 1 | plural('job', 'jobs') }}, {{ 2 | plural('job', 'jobs') }}", "job, jobs"),
        ("{{ tasks | column('task') | listed }}", "Bake \\[bread]., 1. Clean, and Sell"),
        ("{{ 'same' if 98 is near(100) and not 97 is near(100) else 'other' }}", "same"),
        ("{{ 'same' if 97 is near(100, 3) else 'other' }}", "same"),
        ("{{ tasks | column('task') | tail(1) | listed('or') }}", "1\\. Clean or Sell"),
        ("{% for t in tasks if t.kind == 'core' %}\n- {{ t.task | without_stop }}\n{% endfor %}", "- Bake \\[bread]\n- Sell"),
        ("One{% if row.growth > 6 %}, two{% endif %}{% if row.growth == 6 %}, six{% endif %}.", "One, six."),
        ("Left {% if row.growth < 0 %}falling{% endif %} right.", "Left right."),
        ("Left {% if row.growth < 0 %}falling{% endif %}.\nRight.", "Left.\nRight."),
        ("A line\n{% if row.growth > 0 %}\nthat grows\n{% endif %}\nends.", "A line\nthat grows\nends."),
        ("{{ tasks | length }} {{ row.tags | split | join(', ') }}", "3 food, trades"),
        ("{{ 'A nurse' | lower_first }} {{ 'RN work' | lower_first }} {{ 'a' | upper_first }}", "a nurse RN work A"),
    ],
)  # fmt: skip
def test_a_template_prints_what_the_row_says(tmp_path, text, printed):
    assert body_of(made(tmp_path, text)["bakers"]) == printed


def test_what_has_no_value_is_left_out_with_what_it_stands_in(tmp_path):
    body = (
        "Pay is {{ row.wage | figure('USD') | optional }}\na year.\n\n- One\n- {{ row.wage | optional }}\n"
        "- Three\n\n## Pay\n\n{% if row.wage is given %}\nGood.\n{% endif %}\n\n## End\n\n"
        "{{ row.wage | default('Nothing') }} {{ row.name }}."
    )
    guide = made(tmp_path, body)["actors-and-extras"]
    lines = [line for line in body_of(guide).split("\n") if line]
    assert lines == ["- One", "- Three", "## End", "Nothing Actors \\*and\\* extras."]


def test_what_has_no_value_is_near_nothing(tmp_path):
    body = "{{ row.name }}{% if row.wage is near(36000) %} earn about that{% endif %}."
    catalog = made(tmp_path, body)
    assert [body_of(guide) for guide in catalog.values()] == [
        "Bakers earn about that.", "Actors \\*and\\* extras.",
    ]  # fmt: skip


def test_a_fact_without_a_value_goes_and_is_not_asked_for_at_a_glance(tmp_path):
    head = f"""{HEAD}tags: "{{{{ row.tags | split }}}}"
at_a_glance: [median_wage]
facts:
  median_wage: {{value: "{{{{ row.wage | optional }}}}", unit: USD/year, as_of: 2024}}
"""
    catalog = made(tmp_path, "Words.", head)
    bakers, actors = catalog["bakers"], catalog["actors-and-extras"]
    assert (bakers.facts["median_wage"].value, bakers.tags) == (36650, ("food", "trades"))
    assert (actors.facts, actors.at_a_glance) == ({}, ())


def test_what_prints_a_missing_value_refuses_that_row_alone(tmp_path):
    catalog = made(tmp_path, "They earn\n{{ row.wage }} a year.")
    assert list(catalog) == ["bakers"]
    (finding,) = catalog.findings
    assert (finding.code, finding.place.line) == ("D072", 11)
    assert str(finding).endswith(f" ({tmp_path / 'jobs.csv'}:3)")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ row.wages }}", "there is no “wages” among code, name"),
        ("{% if row.wages is given %}x{% endif %}", "there is no “wages”"),
        ("{{ row.name | figure }}", "a number is expected here"),
        ("{{ tasks }}", "a list cannot be printed"),
        ("{% if row.wage > 3 %}x{% endif %}", "is empty"),
        ("{{ row.growth | figure('$/$') }}", "not a unit"),
    ],
)
def test_what_cannot_be_done_with_a_value_is_reported(tmp_path, text, reason):
    found = made(tmp_path, text).findings
    assert found
    assert any(reason in finding.message for finding in found)


def test_findings_stand_in_the_template_and_name_the_row(tmp_path):
    body = (
        "{% for t in tasks %}\n- {{ t.task }}\n{% endfor %}\n\n"
        "See {fact}`none`{% if row.growth %} and{% endif %} {{ row.name }}, [no](#where)."
    )
    catalog = made(tmp_path, body)
    places = [(each.code, str(each.place), each.row.line) for each in catalog.findings]
    template = tmp_path / "jobs.md"
    assert [found for found in places if found[2] == 2] == [
        ("D030", f"{template}:14:5", 2),
        ("D035", f"{template}:14:73", 2),
    ]
    assert [found for found in places if found[2] == 3] == [
        ("D039", f"{template}:2:8", 3),
        ("D030", f"{template}:14:5", 3),
        ("D035", f"{template}:14:73", 3),
    ]


def test_a_comment_may_silence_what_is_found_in_other_rows_alone(tmp_path):
    body = "{% if row.growth > 0 %}\nThey will earn a  lot  lot. <!-- guidepub: ignore X012 A test. -->\n{% else %}\nThey act. <!-- guidepub: ignore X012 A test. -->\n{% endif %}"
    catalog = made(tmp_path, body)
    for guide in catalog.values():
        assert not {"X012", "Z002"} & {each.code for each in guidepub.lint(guide, catalog)}


def test_lint_reports_template_and_row(tmp_path):
    catalog = made(
        tmp_path, "One.\n{% if row.growth > 0 %}\n\nThey will earn a  lot  lot.\n{% endif %}"
    )
    found = guidepub.lint(catalog["bakers"], catalog)
    twice = [each for each in found if each.code == "X012"]
    assert [(each.place.line, each.row.line) for each in twice] == [(13, 2)]


def test_two_rows_with_one_name_cannot_both_have_it(tmp_path):
    catalog = made(tmp_path, "Words.", jobs=JOBS.replace("Actors *and* extras", "Bakers"))
    assert list(catalog) == ["bakers"]
    (finding,) = catalog.findings
    assert (finding.code, finding.row.line) == ("D050", 3)


def test_a_cell_that_cannot_be_used_costs_its_row_alone(tmp_path):
    typed = CATALOG.replace(
        'jobs = "jobs.csv"', 'jobs = {file = "jobs.csv", columns = {wage = {kind = "number"}}}'
    )
    files = {"catalog.toml": typed, "jobs.csv": JOBS.replace("36650", "many")}
    catalog = made(tmp_path, "{{ row.name }}.", **files)
    assert list(catalog) == ["actors-and-extras"]
    (finding,) = (each for each in catalog.findings if each.code == "C001")
    assert (finding.place.line, finding.row.line) == (2, 2)


def test_a_slug_may_ask_for_a_list(tmp_path):
    head = f"{HEAD}slug: \"{{{{ (tasks | first).kind if tasks else 'none' }}}}\"\n"
    assert list(made(tmp_path, "Words.", head)) == ["core", "none"]


def test_only_what_the_catalogue_names_is_a_template(tmp_path):
    unnamed = CATALOG.replace("jobs.md", "others.md")
    catalog = made(tmp_path, "{{ row.name }}", **{"catalog.toml": unnamed})
    assert not catalog
    assert [each.code for each in catalog.findings] == ["D070", "D001"]


def test_a_template_lies_anywhere_in_the_catalogue_and_nowhere_else(tmp_path):
    deep = CATALOG.replace('"jobs.md"', '"texts/en/jobs.md", "../out.md"')
    text = f"---\n{HEAD}---\n# Overview\n\nWords.\n"
    files = {"texts/en/jobs.md": text, "../out.md": text}
    catalog = made(tmp_path / "guides", "", "title: Other\n", **files, **{"catalog.toml": deep})
    assert "bakers" in catalog
    assert "D041" in [each.code for each in catalog.findings]


def test_a_row_is_reported_in_every_form_of_a_report(tmp_path):
    (finding,) = made(tmp_path, "{{ row.wage }}").findings
    row = {"path": str(tmp_path / "jobs.csv"), "line": 3}
    assert finding.as_dict()["row"] == row
    (result,) = sarif_log([finding])["runs"][0]["results"]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"] == {"startLine": 3}


def test_a_row_is_loaded_by_its_address(tmp_path):
    made(tmp_path, "Words.")
    assert list(guidepub.load(tmp_path / "jobs.md" / "bakers")) == ["bakers"]
    with pytest.raises(InputError, match="Did you mean “bakers”"):
        guidepub.load(tmp_path / "jobs.md" / "baker")
    write(tmp_path, {"other.md": "---\ntitle: Other\n---\n# Overview\n\nWords.\n"})
    with pytest.raises(UsageError, match="not one of the catalogue’s templates"):
        guidepub.load(tmp_path / "other.md" / "bakers")


def test_a_condition_and_another_column_choose_rows(tmp_path):
    head = HEAD.replace("table: jobs\n", "table: jobs\n  where: growth != 0\n").replace(
        "by: code", "by: code, of: code, where: kind = core"
    )
    catalog = made(tmp_path, "{{ tasks | length }}", head)
    assert [body_of(guide) for guide in catalog.values()] == ["2"]


def test_a_template_speaks_the_language_of_its_guide(tmp_path):
    head = f"{HEAD}language: de-DE\n"
    text = "{{ row.wage | figure('EUR') | optional }} {{ row.tags | split | listed }}"
    guide = made(tmp_path, text, head)["bakers"]
    assert body_of(guide) == "36.650\u00a0€ food und trades"
    assert "D072" in made(tmp_path, "{{ row.first | article }}", head).findings[0].code


FACTS = f"""{HEAD}facts:
  wage: {{value: "{{{{ row.wage | optional }}}}", unit: USD/year}}
  growth: {{value: "{{{{ row[\'growth\'] | default(6) }}}}", unit: percent}}
  twice: {{value: "{{{{ row.wage + row.wage if row.wage is given else 1 }}}}", unit: USD/year}}
  name: {{value: "{{{{ row.name }}}}"}}
"""
KEYED = CATALOG.replace('jobs = "jobs.csv"', 'jobs = {file = "jobs.csv", key = "code"}')


def test_a_fact_that_is_one_cell_of_the_row_is_traced(tmp_path):
    growing = JOBS.replace(",0,", ",7,")
    files = {"catalog.toml": KEYED, "jobs.csv": growing.replace("6,food", ",food")}
    write(tmp_path, files)
    guides = made(tmp_path, "Words.", FACTS, **files)
    bakers, actors = guides["bakers"].facts, guides["actors-and-extras"].facts
    cell = bakers["wage"].lineage
    assert (cell.table.file, cell.row, cell.column, cell.text) == ("jobs.csv", 2, "wage", "36650")
    assert cell.key == {"code": "51-3011"}
    assert {key for key, fact in bakers.items() if fact.lineage} == {"wage", "twice", "name"}
    assert {key for key, fact in actors.items() if fact.lineage} == {"growth", "name"}
    assert (bakers["twice"].lineage.rule, bakers["name"].lineage.rule) == ("worked out", "")


@pytest.mark.parametrize(
    ("jobs", "key"),
    [
        (JOBS, {"code": "51-3011"}),
        (JOBS.replace("27-2011", "51-3011"), {"name": "Bakers"}),
        (JOBS.replace("51-3011", ""), {"name": "Bakers"}),
        (JOBS + JOBS.partition("\n")[2].replace("51-3011", ""), {"code": "51-3011"}),
    ],
)
def test_a_row_is_found_again_by_its_key_or_by_another_unique_column(tmp_path, jobs, key):
    write(tmp_path, {"jobs.csv": jobs})
    guide = made(tmp_path, "Words.", FACTS, jobs, **{"catalog.toml": KEYED})["bakers"]
    assert guide.facts["wage"].lineage.key == key


def test_a_cell_that_no_column_finds_again_is_not_traced(tmp_path):
    twice = JOBS + JOBS.partition("\n")[2]
    guide = made(tmp_path, "{{ row.name }}.", FACTS, twice)["bakers"]
    assert guide.facts["wage"].value == 36650
    assert not any(fact.lineage for fact in guide.facts.values())
    assert guide.row_figures == ()


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("{{ row.wage | figure }}", [("36,650", "wage", "36650", "")]),
        ("{{ row.wage - 1 }}", [("36649", "wage", "36650", "worked out")]),
        ("{{ row.wage ~ '/' ~ row.growth }}", [("36650/6", "wage", "36650", ""), ("36650/6", "growth", "6", "")]),
        ("{% set w = row.wage if row.growth > 3 else row.first %}{{ w }}", [("36650", "wage", "36650", "")]),
        ("{{ row.first if row.growth > 9 else 'some' }}", []),
        ("{{ row.wage | default(row.first) }}", [("36650", "wage", "36650", "")]),
        ("{{ tasks | length | figure }}", [("3", "", "3", "how many rows there are")]),
        ("{{ tasks | length }} {{ tasks | length | plural('a', 'b') }}", [("3", "", "3", "how many rows there are")]),
        ("{% for t in tasks %}\n- {{ t.task }}\n{% endfor %}", [("", "task", "3", "the cells of a list")]),
        ("{{ tasks | column('task') | listed }}", [("", "task", "3", "the cells of a list")]),
        ("{{ (tasks | tail(1) | first).kind }}", [("", "kind", "3", "the cells of a list")]),
        ("{{ row.tags | split | listed }}", [("food and trades", "tags", "food;trades", "")]),
        ("{% for tag in row.tags | split %}{{ tag }}{% endfor %}", [("food", "tags", "food;trades", ""), ("trades", "tags", "food;trades", "")]),
        ("See {{ row.wage if row.growth > 9 else '' | optional }}.\n\nOn.", []),
    ],
)  # fmt: skip
def test_what_prose_prints_is_traced_to_its_cells(tmp_path, text, cells):
    head = HEAD.replace("{{ row.name }}", "{{ 'Bakers' if row.growth == 6 else 'Actors' }}")
    found = made(tmp_path, text, head)["bakers"].row_figures
    reported = [
        (each.printed, each.lineage.column, each.lineage.text, each.lineage.rule) for each in found
    ]
    assert reported == cells


def test_a_value_alone_in_the_front_matter_is_traced_with_its_words(tmp_path):
    head = f"{HEAD}subtitle: '{{{{ row.name | upper }}}}'\ntags: '{{{{ row.tags | split }}}}'\n"
    found = made(tmp_path, "Words.", head)["bakers"].row_figures
    assert [(each.printed, each.lineage.column) for each in found] == [
        ("Bakers", "name"),
        ("BAKERS", "name"),
    ]


def test_a_list_is_traced_by_the_text_that_its_rows_have_in_common(tmp_path):
    head = HEAD.replace("by: code", "by: code, where: kind = core")
    text = "{{ tasks | length }}: {{ tasks | column('task') | listed }}"
    count, tasks = made(tmp_path, text, head)["bakers"].row_figures[1:]
    assert count.lineage.key == tasks.lineage.key == {"code": "51-3011"}
    assert (tasks.lineage.where, tasks.lineage.row, tasks.lineage.rows) == ("kind = core", 2, 2)
    assert len(tasks.lineage.digest) == 16


@pytest.mark.parametrize(
    ("line", "column"), [("Pay: {{ row.wage }}.", 6), ("{{ row.name }}: {{ row.wage }}", 0)]
)
def test_a_value_that_is_missing_is_reported_with_its_column(tmp_path, line, column):
    (finding,) = made(tmp_path, line).findings
    assert (finding.code, finding.place.column) == ("D072", column)
