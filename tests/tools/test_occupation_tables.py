"""The tables of `examples/occupations`, and the forty guides that come of those in the repository."""

from __future__ import annotations

import csv
import re
import shutil

import pytest

import guidepub
from guidepub.assembly import assemble
from guidepub.findings import errors_of
from tools import ROOT
from tools.occupation_tables import SAMPLE, name_of, tables, whom_to_ask

EXAMPLE = ROOT / "examples" / "occupations"


@pytest.fixture(scope="module")
def catalog():
    return guidepub.load(EXAMPLE)


@pytest.fixture(scope="module")
def prose(catalog):
    """The text of each guide of the sample by its slug, with its headings."""
    return {
        guide.slug: "\n".join(f"# {section.title}\n{section.body}" for section in guide.sections)
        for guide in catalog.values()
    }


@pytest.fixture(scope="module")
def table():
    """Reads a table of the sample as its rows."""

    def rows(name):
        with (EXAMPLE / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows


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
        ("Engineering Technologists and Technicians, Except Drafters, All Other",
         "other engineering technologists and technicians"),
        ("Meeting, Convention, and Event Planners", "meeting, convention, and event planners"),
        ("First-Line Supervisors of Helpers, Laborers, and Material Movers, Hand",
         "first-line supervisors of helpers, laborers, and hand material movers"),
        ("Farmworkers and Laborers, Crop, Nursery, and Greenhouse",
         "crop, nursery, and greenhouse farmworkers and laborers"),
        ("Insulation Workers, Floor, Ceiling, and Wall",
         "floor, ceiling, and wall insulation workers"),
        ("Pressers, Textile, Garment, and Related Materials",
         "pressers of textiles and garments"),
        ("Food Preparation and Serving Related Workers, All Other",
         "other food preparation and serving-related workers"),
        ("Career/Technical Education Teachers, Middle School",
         "middle school career and technical education teachers"),
        ("Driver/Sales Workers", "driver/sales workers"),
        ("Teaching Assistants, Except Postsecondary", "teaching assistants other than postsecondary"),
        ("Special Forces", "members of the special forces"),
        ("Cooks, Short Order", "short-order cooks"),
        ("Special Education Teachers, Kindergarten and Elementary School",
         "kindergarten and elementary school special education teachers"),
    ],
)  # fmt: skip
def test_a_title_is_worded_as_in_a_sentence(title, name):
    assert name_of(title) == name


@pytest.mark.parametrize(
    ("code", "whom", "is_public"),
    [
        ("53-2021.00", "Federal Aviation Administration", True),
        ("33-9093.00", "Transportation Security Administration", True),
        ("33-2011.00", "the fire department or agency", True),
        ("55-3016.00", "whether it counts military training", True),
        ("29-1141.01", "ask its board of nursing", False),
        ("29-1229.02", "Every state licenses this work. Ask your state’s medical board", False),
        ("25-1111.00", "takes no license", False),
        ("25-2021.00", "Public schools as a rule require a license", False),
        ("21-1012.00", "A counselor in a public school", False),
        ("39-5012.00", "Every state licenses this work", False),
    ],
)
def test_where_no_licensing_board_is_to_be_asked_the_right_office_is_named(code, whom, is_public):
    assert whom in whom_to_ask(code)[0]
    assert whom_to_ask(code)[1] is is_public


@pytest.mark.parametrize("code", ["35-2014.00", "29-1122.01", "29-1071.01"])
def test_others_get_the_usual_advice_even_under_the_code_of_a_licensed_occupation(code):
    assert whom_to_ask(code) == ("", False)


def test_the_names_of_the_sample_speak_of_people_and_are_turned_round(table):
    """A name ends with people, or has a word between these and what they deal with."""
    rows = [*table("occupations"), *table("related"), *table("parts")]
    names = {row[column] for row in rows for column in ("name", "oews_name") if row.get(column)}
    assert len(names) > 250
    for name in names:
        assert re.search(r"(?:s|police)$| (?:of|in|with|for|from|other than) ", name), name
        assert ", " not in name or re.search(r", (?:and|or) |, except ", name), name
        assert "/" not in name or name.startswith("driver/"), name


def test_tables_keep_the_cells_of_their_sources(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    onet = tmp_path / "onet_29_3"
    onet.mkdir()
    (tmp_path / "ooh").mkdir()
    texts = {
        "Occupation Data": "O*NET-SOC Code\tTitle\tDescription\n31-2011.00\tAssistants\tHelp.\n"
        "31-2011.01\tOthers\tHelp \"too. Licensing required.\n"
        "53-1044.00\tSupervisors\tHelp.\n35-2014.00\tCooks, Restaurant\tHelp.\n",
        "Job Zones": "O*NET-SOC Code\tJob Zone\n31-2011.00\t3\n",
        "Task Statements": "O*NET-SOC Code\tTask\tTask Type\n31-2011.00\tB\tSupplemental\n"
        "31-2011.00\tA\tCore\n31-2011.00\tC\t\n",
        "Sample of Reported Titles": "O*NET-SOC Code\tReported Job Title\tShown in My Next Move\n"
        "31-2011.00\tAssistant\tY\n31-2011.00\tOTA (X)\tY\n31-2011.00\tOTA (Y)\tN\n"
        "31-2011.00\tCook\tY\n31-2011.00\tSenior Aide\tY\n31-2011.00\tDoer\tN\n31-2011.00\tHelper\tY\n31-2011.01\tOTA (X)\tN\n",
        "Related Occupations": "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelated Title\t"
        "Relatedness Tier\n31-2011.00\t31-2012.00\tAides\tPrimary-Short\n",
    }  # fmt: skip
    for name, text in texts.items():
        (onet / f"{name}.txt").write_text(text, "utf-8")
    head = "soc_code,title,entry_education,work_experience,training,num_jobs_2024,"
    head += "projected_employment_2034,outlook_pct,outlook_desc,employment_change,url\n"
    page = "31-2010,Both,,,,1,2,18,Much faster than average,1,u\n"
    page += "53-1047,Supervisors together,,,,1,2,18,Much faster than average,1,u\n"
    (tmp_path / "ooh" / "occupations_ooh_2024-34.csv").write_text(head + page, "utf-8")
    book = openpyxl.Workbook()
    from tools.occupation_tables import _WAGES

    book.active.append(_WAGES)
    for code in ("00-0000", "31-0000", "31-2011", "53-1047"):
        book.active.append([code, "Title", "detailed", 47910.0, 14.0, "*", *["#"] * 12])
    book.save(tmp_path / "national_M2024_dl.xlsx")

    made = tables(tmp_path)
    own, other, supervisors, _ = made["occupations"]
    assert (own["whose"], own["ooh"], own["license"]) == ("own", "", "")
    assert (other["whose"], other["license"]) == ("wider", "Licensing required.")
    assert other["description"] == 'Help "too. Licensing required.'
    # The survey counts these with others under a code of its own, and so does the Handbook.
    assert [supervisors[key] for key in ("whose", "oews", "ooh")] == ["wider", "53-1047", "53-1047"]
    assert made["parts"] == [{"soc": "31-2011", "onet": "31-2011.01", "name": "others"}]
    assert [(row["task"], row["kind"]) for row in made["tasks"]] == [
        ("A", "core"), ("B", "supplemental"), ("C", "unrated"),
    ]  # fmt: skip
    # One name that is spelt out in two ways is one title of an occupation, and its own is none;
    # what another occupation is called does not lead.
    assert [(row["onet"], row["short"], row["lead"]) for row in made["titles"]] == [
        ("31-2011.00", "OTA", "yes"), ("31-2011.00", "Cook", ""), ("31-2011.00", "Senior Aide", "yes"),
        ("31-2011.00", "Doer", ""), ("31-2011.00", "Helper", "yes"), ("31-2011.01", "OTA", "yes"),
    ]  # fmt: skip
    assert [made["wages"][2][name] for name in ("TOT_EMP", "H_MEAN", "A_MEAN", "A_PCT10")] == [
        "47910", "14.00", "*", "#",
    ]  # fmt: skip
    assert [row["soc_code"] for row in made["outlook"]] == ["53-1047"]


def test_the_sample_gives_a_guide_of_each_of_its_rows(catalog):
    assert len(catalog) == len(SAMPLE) == 40
    assert catalog.findings == ()
    assert {guide.occupation.onet for guide in catalog.values()} == set(SAMPLE)


def test_no_book_of_the_sample_shows_its_seams(prose):
    for slug, text in prose.items():
        seam = re.search(
            r"None|[^\s|] {2,}\S|\b(\w+) \1\b| [.,;:]|\{\{|\{%|[.,;]{2}|“[”.,]"
            r"|\b[Aa] [aeio]\w+|\b1 (?:more )?(?:tasks|occupations)\b|\b(?:[2-9]|\d\d) (?:more )?(?:task|occupation)\b",
            text,
        )
        assert seam is None, (slug, seam)
        assert not re.search(r"(?m)^#+ .*\n+(?=# |\Z)", text), slug


def test_a_book_promises_only_what_it_has(catalog, prose):
    for slug, text in prose.items():
        facts, titles = catalog[slug].facts, {section.title for section in catalog[slug].sections}
        opening = text.partition("O\\*NET, the")[0]
        assert ("what they do" in opening) == ("Read them as a list" in text), slug
        assert ("what the work pays" in opening) == ("median_wage" in facts), slug
        assert ("under the titles in this guide" in text) <= ("What Employers Call It" in titles), (
            slug
        )
        assert ("how many jobs there are" in opening) == ("survey_employment" in facts), slug
        assert ("about the same" in text) <= ("median_wage" in facts), slug
        assert (":::{figures}" in text) == ("median_wage" in facts), slug


def test_two_figures_that_hardly_differ_are_about_the_same(prose):
    # Actors earn $23.33 an hour, and all workers $23.80.
    same, more = (
        f"The median is {how} the {{fact}}`all_median_wage` of all"
        for how in ("about the same as", "more than")
    )
    assert same in prose["actors"]
    assert more in prose["registered-nurses"]


def test_an_occupation_is_not_among_its_own_other_names(prose):
    titles = prose["actors"].partition("What Employers Call It")[2].partition("# Pay")[0]
    assert "“Comedian,”" in titles
    assert "- Actor\n" not in titles


def test_what_no_table_has_on_licenses_is_left_out(prose):
    assert "says: “Licensing or registration required.”" in prose["registered-nurses"]
    assert "Whether a license is needed is not in the tables" in prose["cashiers"]


def test_a_figure_is_only_that_of_the_occupation_or_says_whose_it_is(catalog):
    facts = catalog["actors"].facts
    assert (facts["median_wage"].unit, facts["median_wage"].label) == (
        "USD/hour", "Median pay an hour",
    )  # fmt: skip
    assert "projected_growth" not in catalog["occupational-therapy-assistants"].facts
    assert set(catalog["infantry"].facts) == {"all_median_wage"}
    assert catalog["infantry"].occupation.title is None
    assert catalog["pediatric-surgeons"].facts["median_wage"].value == "$239,200 or more"
    wider = catalog["chief-sustainability-officers"].sections[0].body
    assert "does not count chief sustainability officers by themselves" in wider


def test_figures_of_a_survey_without_farms_are_not_given_as_those_of_farmworkers(prose):
    on_farms = prose["farmworkers-and-laborers-crop-nursery-and-greenhouse"]
    assert "The survey of pay leaves out farms themselves" in on_farms
    assert "It is a large occupation" not in on_farms
    assert "leaves out farms themselves" not in prose["bakers"]


def test_what_a_handbook_asks_for_is_printed_in_words(catalog):
    training = catalog["cashiers"].facts["training"].value
    assert training == "Short-term (a month or less)"
    assert "| Education | Bachelor's degree |" in catalog["actuaries"].sections[5].body


def test_where_the_survey_sees_few_of_the_jobs_the_projection_gives_the_size(prose):
    musicians, actuaries = prose["musicians-and-singers"], prose["actuaries"]
    assert "middling size: there were {fact}`employment` jobs for musicians" in musicians
    assert musicians.count("sees fewer than half of") == 2
    assert "The survey that the pay comes from sees" not in actuaries


def test_the_armed_forces_are_one_employer_and_nurses_have_a_board(prose):
    assert "ask that state’s board whether it counts military training" in prose["infantry"]
    assert "employers look for one" not in prose["infantry"]
    assert "ask its board of nursing which" in prose["nurse-practitioners"]
    assert "may need less than that" not in prose["nurse-practitioners"]


def test_fewer_jobs_are_written_without_a_minus(catalog):
    for guide in catalog.values():
        text = "".join(section.body for section in guide.sections)
        for name in ("projected_growth", "employment_change"):
            if name in guide.facts and f"{{fact}}`{name}`" in text:
                assert guide.facts[name].value >= 0, (guide.slug, name)
    assert "projects a decline of {fact}`decline`" in catalog["cashiers"].sections[4].body
    assert catalog["cashiers"].facts["decline"].value > 0


def test_titles_of_licensed_workers_are_pointed_out(prose):
    known = "but a title in this guide with “Licensed” in it points to one"
    assert all((known in text) <= ("Licensed" in text) for text in prose.values())
    assert known in prose["civil-engineers"]


def test_a_task_by_itself_is_part_of_a_sentence(catalog, prose, table):
    rest = {slug: text.partition("## Beyond the Core\n\n")[2] for slug, text in prose.items()}
    lonely = 0
    for slug, guide in catalog.items():
        tasks = [row for row in table("tasks") if row["onet"] == guide.occupation.onet]
        for kind in ("supplemental", "unrated"):
            found = [row["task"] for row in tasks if row["kind"] == kind]
            if rest[slug] and len(found) == 1:
                lonely += 1
                assert f"“{found[0]}” [@onet]" in rest[slug]
    assert lonely


@pytest.fixture(scope="module")
def changed(tmp_path_factory, table):
    """Makes the guide and the text of the cashiers' row with other cells, such as no row of the sample has."""

    def make(**cells):
        folder = tmp_path_factory.mktemp("changed") / "catalogue"
        shutil.copytree(EXAMPLE, folder)
        row = next(row for row in table("occupations") if row["title"] == "Cashiers") | cells
        wages = table("wages")
        for each in wages:
            if each["OCC_CODE"] == "41-2011":
                each |= {"OCC_CODE": row["oews"], "OCC_TITLE": row["title"]}
        for name, rows in (("occupations", [row]), ("wages", wages)):
            with (folder / "data" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(row if rows == [row] else rows[0]))
                writer.writeheader()
                writer.writerows(rows)
        (guide,) = guidepub.load(folder).values()
        return guide, "\n".join(section.body for section in guide.sections)

    return make


def test_a_group_of_the_rest_is_called_by_its_title(changed):
    """“All other managers” are others than whom? The group is named, and spoken of as such."""
    rest = {"title": "Cashiers, All Other", "name": "other cashiers", "kin": "cashiers"}
    _, text = changed(**rest, onet="41-2019.00", zone="")
    assert (
        "about cashiers for whom the Standard Occupational Classification has no narrower" in text
    )
    assert (
        "one of the largest groups in the country: there were {fact}`survey_employment` jobs in it"
        in text
    )
    assert "Pay of “Cashiers, All Other,” May 2024" in text
    assert "Half of the workers in the group were paid" in text
    assert "other cashiers" not in text


def test_a_part_of_such_a_group_says_so(catalog, prose):
    body = prose["biologists"]
    assert (
        "those of a group, “Biological Scientists, All Other,” of which they are one part" in body
    )
    assert "jobs in the group in May 2024" in body
    assert "other biological scientists" not in body


def test_a_code_that_only_the_survey_has_is_not_printed_as_one_of_the_classification(changed):
    guide, text = changed(oews="41-2018", whose="wider", combined="yes")
    assert (guide.occupation.soc, guide.occupation.title) == ("41-2011", None)
    assert "under a code of its own, 41-2018" in text


def test_a_survey_without_private_households_does_not_count_their_cooks(changed):
    _, text = changed(onet="35-2013.00")
    assert "there are more of these jobs than it counts" in text
    assert "may not hold for those whom a family hires itself" in text
    assert "largest occupations" not in text


def test_two_long_names_are_not_strung_together(prose):
    for slug, text in prose.items():
        named = re.search(r"look also at (?:the work of (.+?)|the first two of these)\.", text)
        assert named is None or len(named[1] or "") <= 80, slug
    assert (
        "the work of counter and rental clerks and that of tellers. The table" in prose["cashiers"]
    )
    assert any("look also at the first two of these. The table" in text for text in prose.values())


def test_occupations_under_one_code_are_listed_once_where_the_pay_is_reported(prose):
    pay = prose["chief-executives"].partition("# Pay")[2].partition("# Job Outlook")[0]
    assert "and so also of the occupation named in the overview." in pay
    assert "chief sustainability officers" not in pay


def test_other_names_are_spoken_of_before_the_others_are(prose):
    """“The others” have been told of: by name, or as such where the list behind it is short."""
    for slug, text in prose.items():
        before, found, _ = text.partition("A search for one name may miss the others")
        assert not found or before.endswith(("names. ", ".” ")), slug
    assert "goes by other names. A search" in prose["bakers"]


def test_growth_is_called_growth(prose):
    assert all("projects a change of" not in text for text in prose.values())
    assert "projects growth of {fact}`projected_growth`" in prose["actuaries"]


def test_each_book_owes_what_the_licence_of_its_data_asks_for(catalog):
    book = assemble(catalog["infantry"], catalog)
    assert {"onet-data", "bls-data"} <= {mark.id for mark in book.notices}


def test_lint_finds_no_error_in_the_sample(catalog):
    guide = catalog["cashiers"]
    assert errors_of(guidepub.lint(guide, catalog)) == []


def test_the_tables_in_the_repository_are_of_the_sample(table):
    for name in ("tasks", "titles", "related"):
        assert {row["onet"] for row in table(name)} <= set(SAMPLE)
