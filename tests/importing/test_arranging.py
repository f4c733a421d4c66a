"""Sections as the catalogue asks for them."""

from __future__ import annotations

from words import codes

from guidepub.markdown import printed_words
from guidepub.model import Catalog, SectionRules


def titles(imported) -> list[str]:
    return [section.title for section in imported.guide.sections]


def test_sections_come_in_the_catalogue_s_order_under_its_titles(converted, register):
    text = "# Job Market\n\na\n\n# Requirements\n\nb\n\n# Tools\n\nc\n\n# Overview\n\nd\n"
    imported = converted(text, "a.md", register)
    assert titles(imported) == ["Overview", "Career Outlook", "Educational Requirements", "Tools"]


def test_without_a_catalogue_sections_get_their_usual_titles(converted):
    imported = converted("# Employment Projections\n\na\n\n# Tools\n\nb\n", "a.md")
    assert titles(imported) == ["Career Outlook", "Tools"]


def test_a_catalogue_may_call_its_sections_otherwise(converted):
    rules = SectionRules(
        required=("prospects",), titles={"prospects": ("The Future", "Job Outlook")}
    )
    imported = converted("# Career Prospects\n\na\n", "a.md", Catalog(sections=rules))
    assert titles(imported) == ["The Future"]


def test_sections_of_one_kind_are_joined(converted):
    imported = converted("# Education\n\na\n\n# Salary\n\nb\n\n# Training\n\nc\n", "a.md")
    assert titles(imported) == ["Educational Requirements", "Salary"]
    assert "a\n\n## Training\n\nc" in imported.text
    assert "I012" in codes(imported)


def test_programs_are_the_education_of_a_text_that_has_no_other(converted):
    text = "# Welder\n\n## Salary\n\na\n\n## Programs\n\nb\n"
    assert titles(converted(text, "a.md")) == ["Salary", "Educational Requirements"]
    text += "\n## Education\n\nc\n"
    assert "Accredited Programs" in titles(converted(text, "a.md"))


def test_a_required_section_is_made_of_a_subsection(converted, register):
    text = "# Overview\n\na\n\n# Training\n\nb\n\n## Job Outlook\n\nc\n\n### Growth\n\nd\n\n## Tools\n\ne\n"
    imported = converted(text, "a.md", register)
    assert titles(imported) == ["Overview", "Job Outlook", "Educational Requirements"]
    assert imported.guide.sections[1].body.strip() == "c\n\n## Growth\n\nd"


def test_a_section_of_two_is_parted_by_what_it_states(converted, register):
    text = (
        "# Overview\n\na\n\n# Education\n\nb\n\n# Salary and Job Outlook\n\nPay differs.\n\n"
        "Employment is projected to grow 5 percent from 2024 to 2034.\n\nSo much for growth.\n"
    )
    imported = converted(text, "a.md", register)
    bodies = {section.title: section.body for section in imported.guide.sections}
    assert "Pay differs." in bodies["Salary"]
    assert "So much for growth." in bodies["Job Outlook"]


def test_a_required_section_that_is_missing_is_marked_and_reported(converted, register):
    imported = converted("# Overview\n\na\n", "a.md", register)
    assert titles(imported) == ["Overview", "Career Outlook", "Educational Requirements"]
    assert codes(imported).count("I013") == 2
    assert "<!-- guidepub: unsettled the original has no section “outlook” -->" in imported.text


def test_a_heading_without_text_is_reported(converted):
    imported = converted("# Overview\n\na\n\n# Tools\n\n# Salary\n\nb\n", "a.md")
    assert titles(imported) == ["Overview and Job Duties", "Salary"]
    assert [p.fate for p in imported.passages if p.text == "Tools"] == ["left out"]


def test_text_before_the_first_heading_belongs_to_the_overview(converted):
    imported = converted("Lead.\n\n# Salary\n\nb\n\n# Overview\n\nc\n", "a.md")
    assert imported.guide.sections[0].body.strip().startswith("Lead.")
    assert titles(imported) == ["Overview and Job Duties", "Salary"]


def test_a_text_without_a_title_has_that_of_its_file(converted):
    imported = converted("Just words.", "dental-hygienist_2.txt")
    assert imported.guide.title == "Dental hygienist 2"
    assert "I010" in codes(imported)


def test_two_levels_of_education_are_reported_and_none_is_taken(converted):
    text = "# Education\n\nYou must have a master’s degree.\n\nYou need to have an associate’s degree.\n"
    imported = converted(text, "a.md")
    assert "I033" in codes(imported)
    assert "entry_education" not in imported.guide.facts


def test_a_figure_that_is_stated_twice_differently_is_reported(converted):
    text = (
        "# Salary\n\nThe median wage was $50,000 in 2021.\n\nThe median wage was $60,000 in 2021.\n"
    )
    imported = converted(text, "a.md")
    assert "I032" in codes(imported)
    assert imported.guide.facts["median_wage"].value == 50_000
    assert "was $60,000 in" in imported.text


def test_a_directive_waits_for_its_table(converted, register):
    text = "# Overview\n\na\n\n$_SESSION['campusType'] = \"ONLINE\";\n"
    assert "\n:::{programs}\n:campus: online\n:::\n" in converted(text, "a.md", register).text
    waiting = converted(text, "a.md", Catalog())
    assert "<!-- guidepub: unsettled :::{programs} :campus: online ::: waits for" in waiting.text
    assert waiting.guide is not None


def test_facts_about_others_have_short_labels(converted):
    text = (
        "# Salary\n\nThe median wage for bakers was $30,000 in 2020.\n\nThe median wage for "
        "bakers and cooks of small towns by the sea was $40,000 in 2020.\n"
    )
    facts = converted("---\ntitle: Welder\n---\n" + text, "a.md").guide.facts
    assert {key: fact.label for key, fact in facts.items()} == {
        "median_wage_bakers": "Median pay a year, bakers",
        "median_wage_bakers_and_cooks_of_small_towns": "Median pay a year, bakers and cooks of small towns",
    }


def test_a_heading_and_a_caption_are_printed_as_they_stand(converted):
    prose = "<p>" + "Welders join parts of metal with heat. " * 6 + "</p>"
    table = "<table><caption>Pay *now* [^2]</caption><tr><th>A<th>B<tr><td>x<td>y</table>"
    html = f"<body><h2>Tools {{fact}}`x` [^1] *and* [@y]</h2>{prose}{table}</body>"
    imported = converted(html, "a.html")
    assert printed_words(titles(imported)[0]) == "Tools {fact}`x` [^1] *and* [@y]"
    assert "Pay \\*now\\* \\[^2]" in imported.text
    assert not {"D030", "D031", "D034"} & set(codes(imported))


def test_text_below_a_heading_of_no_section_goes_where_its_words_belong(converted):
    text = (
        "# Florist\n\n## Overview\n\nThey arrange flowers.\n\n### Let us be frank\n\n"
        "Wages are low: a florist is paid $16 an hour, and no bonus.\n\n### Tools\n\nShears.\n"
    )
    imported = converted(text, "a.md")
    assert titles(imported) == ["Overview and Job Duties", "Salary"]
    assert "# Salary\n\n## Let us be frank\n\nWages" in imported.text
    assert "## Tools\n\nShears." in imported.guide.sections[0].body
    assert "I060" in codes(imported)


def test_what_could_stand_in_two_sections_stays_where_it_is(converted):
    text = (
        "# Florist\n\n## Overview\n\nThey tie.\n\n## Frankly\n\nWages are paid by the hour: $16 an hour."
        "\n\n## What school costs\n\nA florist is paid $30,000 a year once trained.\n"
    )
    shown = ["Overview and Job Duties", "Salary", "What school costs"]
    assert titles(converted(text, "a.md")) == shown


def test_what_no_section_of_ours_is_about_leaves_the_section_that_it_stands_in(converted):
    text = (
        "# Florist\n\n## Education\n\nA diploma.\n\n### Traits you will need\n\nPatience, good eyes, "
        "steady hands.\n\n### Evening classes\n\nTwo courses a year at the college.\n"
    )
    guide = converted(text, "a.md").guide
    assert [section.title for section in guide.sections][-1] == "Traits you will need"
    assert "Evening classes" in guide.sections[0].body


def test_sections_in_other_letters_are_joined_by_all_of_their_words(converted):
    headings = ("Зарплата 2024", "Вопросы 2024", "Зарплата 2024")
    body = "\n\n".join(f"## {heading}\n\nПекари работают в школе." for heading in headings)
    made = converted(f"# Пекарь\n\n{body}\n", "a.md")
    assert titles(made) == ["Зарплата 2024", "Вопросы 2024"]
