"""Unmarked headings, and lines that only look like headings."""

from __future__ import annotations

import pytest

_PROSE = (
    "They guide ships in all weathers, and they know each shoal of the river that they work on."
)


def _headings(made):
    return [p.text for p in made.passages if p.fate == "heading"]


def test_capitals_and_questions_right_above_their_text_are_headings(converted):
    text = f"Ship Pilot\n\nKEY ACTIVITIES\n- steer\n- signal\n\nENTRY\n{_PROSE}\n\nHow much do they earn?\n{_PROSE}\n"
    found = _headings(converted(text, "x.txt"))
    assert found == ["KEY ACTIVITIES", "ENTRY", "How much do they earn?"]


def test_capitals_above_capitals_or_figures_are_none(converted):
    text = f"Ship Pilot\n\nPay\n\n{_PROSE}\n\nALPHA SHIPPING\nPORT OFFICE\n\nGRADE 2 PILOTS\n{_PROSE}\n"
    assert _headings(converted(text, "x.txt")) == ["Pay"]


def test_headings_before_the_text_of_their_paragraphs_are_found(converted):
    text = f"Ship Pilot\n\nSalary.  {_PROSE}\n\nTraining.  {_PROSE}\n\nAfloat.  {_PROSE}\n"
    made = converted(text, "x.txt")
    assert _headings(made) == ["Salary", "Training", "Afloat"]
    assert made.text.count("They guide ships") == 3


def test_bold_words_with_a_stop_head_their_paragraphs(converted):
    text = f"# Ship Pilot\n\n**What it pays.** {_PROSE}\n\n**Training.** {_PROSE}\n"
    assert _headings(converted(text, "x.md")) == ["What it pays", "Training"]


def test_a_space_before_the_colon_makes_no_difference(converted):
    text = f"# Pilote\n\nSalaire : {_PROSE}\n\nFormation : {_PROSE}\n"
    assert _headings(converted(text, "x.md")) == ["Salaire", "Formation"]


def test_an_outline_has_its_headings_in_bold_items(converted):
    text = "title: Ship Pilot\ntype: occupation\n\n- **Salary**\n\t- It pays.\n- **Training**\n\t- It takes years.\n"
    made = converted(text, "x.md")
    assert (made.guide.title, _headings(made)) == ("Ship Pilot", ["Salary", "Training"])


def test_what_follows_an_underlined_heading_is_its_text(converted):
    text = f"Rauchfangkehrer\n\nGehalt\n¯¯¯¯¯¯\n{_PROSE}\n\nÄhnlich\n¯¯¯¯¯¯¯\nHafner, Installateur, Spengler\n"
    made = converted(text, "x.txt")
    assert _headings(made) == ["Gehalt", "Ähnlich"]
    assert "Hafner, Installateur, Spengler" in made.text


def test_a_label_with_its_text_counts_with_numbered_headings_and_is_none(converted):
    text = f"Ship Pilot\n\n1. Pay\n\n{_PROSE}\n\n2. Training\n\n{_PROSE}\n\n3. Hours\n\n{_PROSE}\n\n4. Related jobs: mate; diver\n"
    made = converted(text, "x.txt")
    assert len(_headings(made)) == 3
    assert "mate; diver" in made.text


@pytest.mark.parametrize("line", ["M. Villaescusa", "Por Julieta Arancibia", "With Marjorie Teague", "Von Anna Maria Huber"])  # fmt: skip
def test_who_wrote_it_is_no_heading(converted, line):
    text = f"Ship Pilot\n\nPay\n\n{_PROSE}\n\n{line}\n\n{_PROSE}\n"
    assert _headings(converted(text, "x.txt")) == ["Pay"]


def test_words_that_lines_part_are_whole_in_other_languages(converted):
    text = (
        "Mechatroniker\n\nAusbildung\n\nNach der Prüfung zum Industrie-\nmeister lernt man weiter.\n\n"
        "Die Feuer\u00adstätten sind heiß, und das ist bei der Arbeit der Gesellen zu bedenken.\n"
    )
    made = converted(text, "x.txt")
    assert "Industriemeister" in made.text
    assert "Feuerstätten" in made.text
    text = "Soldador\n\nSalário\n\nO soldador trabalha o aço-\n-carbono e o inox, e o mes-\ntre ensina.\n"
    made = converted(text, "x.txt")
    assert "aço-carbono e o inox, e o mestre" in made.text


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Median Salary (2023): $38,910", ("median_wage", 38910)),
        ("Average Bookbinder Salary: $38,910 per year", ("mean_wage", 38910)),
        ("Annual Openings: 1,900", ("annual_openings", 1900)),
    ],
)
@pytest.mark.parametrize("below", ["", "\nPay is best in cities and in the north.\n"])
def test_a_label_with_its_figure_alone_is_no_heading(converted, line, fact, below):
    text = f"Bookbinder\n\nOverview\n\nBookbinders sew books.\n\nSalary\n\n{line}\n{below}"
    made = converted(text, "a.txt")
    assert [(each.key, each.value) for each in made.facts] == [fact]
    assert f"\n\n{line.partition(':')[0]}: {{fact}}`{fact[0]}`" in made.text


@pytest.mark.parametrize(
    "line",
    [
        "Openings: 12.7k/yr",
        "Jobs: 7.4k",
        "Length Of Apprenticeship: 4 Years",
        "Training: On The Job",
    ],
)
def test_what_stands_behind_a_label_at_the_end_is_not_lost(body, line):
    text = f"Roofer\n\nOverview\n\nRoofers lay shingles.\n\nOutlook\n\nJobs will grow.\n\n{line}\n"
    assert line in body(text, "a.txt")


def test_a_second_heading_of_a_section_above_nothing_is_reported(converted):
    text = "# Roofer\n\n## Outlook\n\nJobs will grow.\n\n## Job Outlook\n"
    found = [finding for finding in converted(text, "a.md").findings if finding.code == "I013"]
    assert any("“Job Outlook” has no text below it" in finding.message for finding in found)


def test_a_heading_states_a_figure_and_stays_one(converted):
    text = (
        "# Bookbinder\n\nBookbinders sew books.\n\n## Salary\n\n### Median annual salary: $38,910\n\n"
        "Pay is best in cities.\n\n### Average salary in Ohio: $41,000\n\nOhio has libraries.\n\n"
        "## Projected Job Growth: -8% (2022-2032)\n\nOpenings come when somebody retires.\n"
    )
    made = converted(text, "a.md")
    assert {each.key: each.value for each in made.facts} == {
        "median_wage": 38910,
        "projected_growth": -8,
    }
    assert "\n## Median annual salary: {fact}`median_wage`\n" in made.text
    assert (
        "\n# Career Outlook\n\n## Projected Job Growth: {fact}`projected_growth` (20" in made.text
    )
    assert "\n## Average salary in Ohio: $41,000\n" in made.text


def test_words_that_only_headings_have_are_text(converted):
    text = (
        "# Bookbinder\n\nBookbinders sew books.\n\n## Salary: $38,910 a year\n\n"
        "## Outlook\n\n### Openings come when somebody retires\n\n## Education\n"
    )
    made = converted(text, "a.md")
    assert "\n# Salary\n\nSalary: $38,910 a year\n" in made.text
    assert "\n# Career Outlook\n\nOpenings come when somebody retires\n" in made.text
    assert [each.message for each in made.findings if each.code == "I013"] == [
        "The heading “Education” has no text below it and was left out."
    ]


def test_headings_may_have_their_numbers_in_brackets(body):
    text = (
        "ARBORIST\n\n(1) Description of the Occupation\n\nArborists climb, prune and fell trees.\n\n"
        "(2) Remuneration\n\nIt depends on the county.\n\n(3) Qualifications\n\nA course and a test.\n"
    )
    made = body(text, "text.txt")
    assert "# Salary\n\nIt depends on the county." in made
    assert "# Educational Requirements\n\nA course and a test." in made


def test_the_label_of_a_heading_that_states_a_figure_says_which_section_it_is(converted):
    text = (
        "# Stonecutter\n\nStonecutters saw slabs.\n\n## Projected Job Growth: 3% (2024-2034)\n\n"
        "Few sheds open, and few close.\n\n## Median annual salary: $46,210\n\nCarvers of letters "
        "name their own price.\n"
    )
    made = converted(text, "a.md")
    assert (
        "\n# Career Outlook\n\n## Projected Job Growth: {fact}`projected_growth` (20" in made.text
    )
    assert "\n# Salary\n\n## Median annual salary: {fact}`median_wage`\n" in made.text


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("J O B   O U T L O O K", "JOB OUTLOOK"),
        ("  E A R N I N G S", "EARNINGS"),
        ("C O N D I T I O N S  D E  T R A V A I L", "CONDITIONS DE TRAVAIL"),
        ("A U S B I L D U N G", "AUSBILDUNG"),
        ("2. F O R M A C I Ó N", "FORMACIÓN"),
    ],
)
def test_words_whose_letters_are_set_apart_are_headings(converted, line, words):
    made = converted(f"S A W Y E R\n\n{line}\n\n{_PROSE}\n", "x.txt")
    assert _headings(made) == [words]
    page = f"<h1>S A W Y E R</h1><p>{_PROSE}</p><p><b>{line.strip()}</b></p><p>Sawyers.</p>"
    assert line.split("  ")[-1].strip() not in converted(page, "x.html").text


def test_letters_that_spell_nothing_stay_apart(body):
    text = body(f"Guitar Teacher\n\nOverview\n\n{_PROSE}\n\nE A D G B E\n\nA B C D E\n", "x.txt")
    assert "E A D G B E" in text
    assert "A B C D E" in text
