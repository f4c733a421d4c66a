"""The tables of `examples/occupations`, and the forty guides that come of those in the repository."""

from __future__ import annotations

import csv
import re

import pytest

import guidepub
from guidepub.assembly import assemble
from guidepub.findings import errors_of
from tools import ROOT
from tools.occupation_tables import SAMPLE, name_of, tables

EXAMPLE = ROOT / "examples" / "occupations"


@pytest.fixture(scope="module")
def catalog():
    return guidepub.load(EXAMPLE)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Law Teachers, Postsecondary", "postsecondary law teachers"),
        ("English Language and Literature Teachers, Postsecondary",
         "postsecondary English language and literature teachers"),
        ("Social Sciences Teachers, Postsecondary, All Other",
         "other postsecondary social sciences teachers"),
        ("Computer Occupations, All Other", "workers in other computer occupations"),
        ("Dispatchers, Except Police, Fire, and Ambulance", "dispatchers"),
        ("Helpers--Roofers", "helpers of roofers"),
        ("Meeting, Convention, and Event Planners", "meeting, convention, and event planners"),
        ("First-Line Supervisors of Helpers, Laborers, and Material Movers, Hand",
         "first-line supervisors of helpers, laborers, and material movers, hand"),
    ],
)  # fmt: skip
def test_a_title_is_said_as_in_a_sentence(title, name):
    assert name_of(title) == name


def test_tables_keep_the_cells_of_their_sources(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    onet = tmp_path / "onet_29_3"
    onet.mkdir()
    (tmp_path / "ooh").mkdir()
    texts = {
        "Occupation Data": "O*NET-SOC Code\tTitle\tDescription\n31-2011.00\tAssistants\tHelp.\n"
        "31-2011.01\tOthers\tHelp \"too.\n",
        "Job Zones": "O*NET-SOC Code\tJob Zone\n31-2011.00\t3\n",
        "Task Statements": "O*NET-SOC Code\tTask\tTask Type\n31-2011.00\tB\tSupplemental\n"
        "31-2011.00\tA\tCore\n",
        "Sample of Reported Titles": "O*NET-SOC Code\tReported Job Title\n31-2011.00\tOTA (X)\n"
        "31-2011.00\tOTA (Y)\n31-2011.01\tOTA (X)\n",
        "Related Occupations": "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelated Title\t"
        "Relatedness Tier\n31-2011.00\t31-2012.00\tAides\tPrimary-Short\n",
    }  # fmt: skip
    for name, text in texts.items():
        (onet / f"{name}.txt").write_text(text, "utf-8")
    head = "soc_code,title,entry_education,work_experience,training,num_jobs_2024,"
    head += "projected_employment_2034,outlook_pct,outlook_desc,employment_change,url\n"
    page = "31-2010,Both,,,,1,2,18,Much faster than average,1,u\n"
    (tmp_path / "ooh" / "occupations_ooh_2024-34.csv").write_text(head + page, "utf-8")
    book = openpyxl.Workbook()
    from tools.occupation_tables import _WAGES

    book.active.append(_WAGES)
    for code in ("00-0000", "31-0000", "31-2011"):
        book.active.append([code, "Title", "detailed", 47910.0, 14.0, "*", *["#"] * 12])
    book.save(tmp_path / "national_M2024_dl.xlsx")

    made = tables(tmp_path)
    own, other = made["occupations"]
    assert (own["whose"], other["whose"], own["parts"], own["ooh"]) == ("own", "wider", "2", "")
    assert other["description"] == 'Help "too.'
    assert [row["task"] for row in made["tasks"]] == ["A", "B"]
    # One name that is spelt out in two ways is one title of an occupation.
    assert [(row["onet"], row["short"]) for row in made["titles"]] == [
        ("31-2011.00", "OTA"), ("31-2011.01", "OTA"),
    ]  # fmt: skip
    assert [made["wages"][2][name] for name in ("TOT_EMP", "H_MEAN", "A_MEAN", "A_PCT10")] == [
        "47910", "14.00", "*", "#",
    ]  # fmt: skip
    assert made["outlook"] == []


def test_the_sample_gives_a_guide_of_each_of_its_rows(catalog):
    assert len(catalog) == len(SAMPLE) == 40
    assert catalog.findings == ()
    assert {guide.occupation.onet for guide in catalog.values()} == set(SAMPLE)


def test_no_book_of_the_sample_shows_its_seams(catalog):
    for guide in catalog.values():
        text = "\n".join(f"# {section.title}\n{section.body}" for section in guide.sections)
        assert not re.search(r"\bNone\b|[^\s|] {2,}\S|\b(\w+) \1\b| [.,;:]|\{\{|\{%|None", text)
        assert not re.search(r"(?m)^#+ .*\n+(?=#|\Z)", text), guide.slug


def test_a_figure_is_only_that_of_the_occupation_or_says_whose_it_is(catalog):
    facts = catalog["actors"].facts
    assert (facts["median_wage"].unit, facts["median_wage"].label) == (
        "USD/hour", "Median pay an hour",
    )  # fmt: skip
    assert "projected_growth" not in catalog["occupational-therapy-assistants"].facts
    assert set(catalog["infantry"].facts) == {"all_median_wage", "all_growth"}
    assert catalog["pediatric-surgeons"].facts["median_wage"].value == "$239,200 or more"
    wider = catalog["chief-sustainability-officers"].sections[0].body
    assert "does not count chief sustainability officers by themselves" in wider


def test_each_book_owes_what_the_licence_of_its_data_asks_for(catalog):
    book = assemble(catalog["infantry"], catalog)
    assert {"onet-data", "bls-data"} <= {mark.id for mark in book.notices}


def test_lint_finds_no_error_in_the_sample(catalog):
    guide = catalog["cashiers"]
    assert errors_of(guidepub.lint(guide, catalog)) == []


def test_the_tables_in_the_repository_are_of_the_sample():
    for name in ("tasks", "titles", "related"):
        with (EXAMPLE / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert {row["onet"] for row in csv.DictReader(file)} <= set(SAMPLE)
