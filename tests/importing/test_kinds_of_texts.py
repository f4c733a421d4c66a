"""Kinds of texts that publishers have: how import reads figures, headings and what is broken."""

from __future__ import annotations

import pytest
from words import counted


def florist(*sections: str) -> str:
    return "# Florist\n\nFlorists arrange flowers.\n\n" + "\n\n".join(sections) + "\n"


def facts(made):
    return {key: (fact.value, fact.as_of or fact.period) for key, fact in made.guide.facts.items()}


def codes(made):
    return [finding.code for finding in made.findings]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The median salary for a florist is $34k, with salaries from $24k to $48k.", {"median_wage": (34000, None)}),
        ("Employment of florists is projected to fall six percent by 2034.", {"projected_growth": (-6, 2034)}),
        ("Job growth (2022–2032): -18%.", {"projected_growth": (-18, (2022, 2032))}),
        ("Florists earn a median of $650 a week.", {}),
        ("In Ohio, the number of florists is to grow 21 percent, adding 180 new jobs.", {}),
        ("The average salary of $34,857 is a 2.5 percent increase over the $33,504 of 2020.", {"mean_wage": (34857, None)}),
        ("The average salary was $32,690 in grocery stores.", {}),
        ("Unionized florists report an average salary of $82,664.", {}),
        ("The median wage is equal to or greater than $239,200.", {}),
        ("Employment is projected to grow 1-2 percent.", {}),
        ("Job growth for gardeners: 6 percent.", {"projected_growth_gardeners": (6, None)}),
    ],
)  # fmt: skip
def test_a_figure_is_a_fact_only_where_it_is_the_guide_s(converted, sentence, found):
    made = converted(florist(f"## Salary\n\n{sentence}"), "a.md")
    assert facts(made) == found
    assert "I032" not in codes(made)


def test_figures_are_read_in_the_language_of_the_text(converted):
    text = (
        "---\ntitle: Florista\nlang: es\n---\nLos floristas preparan ramos.\n\n## Salario\n\n"
        "El salario medio es de 24.500 dólares al año según un estudio de 2023.\n"
    )
    assert facts(converted(text, "a.md")) == {"mean_wage": (24500, 2023)}


def test_under_another_occupation_s_name_the_average_salary_is_that_one_s(converted):
    text = (
        "# Best Trades\n\nTwo.\n\n## {}\n\nThe average salary is $34,000.\n\n## Tools\n\nShears.\n"
    )
    assert facts(converted(text.format("Gardener"), "a.md")) == {}
    assert facts(converted(text.format("Salary"), "a.md")) == {"mean_wage": (34000, None)}


def test_a_figure_that_the_prose_prints_with_a_hyphen_for_a_minus_refers_to_its_fact(converted):
    made = converted(florist("## Job Outlook\n\nJob growth (2022–2032): -18%."), "a.md")
    assert "Job growth (2022–2032): {fact}`projected_growth`." in made.text


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Florist Job & Career Outlook", "Career Outlook"),
        ("Florist Education Requirements", "Educational Requirements"),
        ("How Do Florists Get Paid?", "Salary"),
        ("Registered Nurse Work Environment", "Work Environment"),
        ("Florist Stories", "Florist Stories"),
        ("Career Stories", "Career Stories"),
    ],
)
def test_a_heading_may_begin_with_the_occupation(converted, heading, section):
    made = converted(florist(f"## {heading}\n\nFew new shops open."), "a.md")
    assert [part.title for part in made.guide.sections][1:] == [section]


def test_words_loose_in_a_list_are_items(converted):
    page = (
        "<html lang='en'><head><title>Florist</title></head><body><main><h1>Florist</h1>"
        "<p>Florists cut.</p><ul>"
        "Loose at first.<li>One</li>Loose between.<ul>Loose inside.<li>Two</li></ul></ul>"
        "<dir>Florists learn at work.</dir></main></body></html>"
    )
    made = converted(page, "a.html")
    body = made.text.rpartition("---\n")[2]
    assert counted(body) == counted(
        "Overview and Job Duties Florists cut. Loose at first. One Loose between. Loose inside. Two"
        " Florists learn at work."
    )


def test_what_a_site_shows_around_a_text_is_left_out_and_in_the_report(converted):
    chrome = ["> **Also Read: How to Garden**", "Share this on Facebook!", "12 comments"]
    kept = "Share this love of flowers. It pays."
    made = converted(florist("## Job Outlook\n\nShops open.", kept, *chrome), "a.md")
    assert kept in made.text
    for words in ("Also Read", "Facebook", "12 comments"):
        assert words not in made.text
    assert [passage.fate for passage in made.passages].count("metadata") == 3


def test_code_in_an_address_leaves_no_trace_of_import_s_own(converted):
    made = converted(florist("![Roses]({{ site.url }}/roses.jpg) and [x]({{ u }}/y)"), "a.md")
    assert "unsettled image /roses.jpg Roses" in made.text
    assert "%EF%B7" not in made.text + " ".join(f.message for f in made.findings)


def test_a_break_at_the_end_of_an_item_is_no_sign(converted):
    made = converted(florist("- One  \\\n- Two  \\\n\nA shell goes on with \\\nthis."), "a.md")
    assert "- One\n- Two\n" in made.text


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("They earn well ( and some earn more.", 1),
        ("They earn well ( and some) earn more.", 0),
        ("Jobs will grow 2 percent (.", 1),
        ("They earn well, see table ??.", 1),
        ("Do they earn well?? They do (or so they say).", 0),
        ("They earn well (http://) and more (www.).", 2),
        ("They earn well (see https://a.example).", 0),
    ],
)
def test_each_citation_that_was_cut_away_is_reported(converted, sentence, lost):
    made = converted(f"Florist\n\nOverview\n\n{sentence}\n", "a.txt")
    assert codes(made).count("I023") == lost


@pytest.mark.parametrize(("language", "printed"), [("en", "11ᵃ percent"), ("es", "11a percent")])
def test_a_raised_letter_is_an_ordinal_only_where_the_language_has_such(
    converted, language, printed
):
    page = (
        f"<html lang='{language}'><head><title>Florist</title></head><body><main>"
        "<p>It falls 11<sup>a</sup> percent.</p></main></body></html>"
    )
    assert printed in converted(page, "a.html").text


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Show me the money!", "Salary"),
        ("Is there really that much work?", "Career Outlook"),
        ("Do I need a degree?", "Educational Requirements"),
        ("Where you'll be sitting", "Work Environment"),
        ("What does a florist make?", "Salary"),
    ],
)
def test_questions_and_plain_talk_head_the_sections_of_a_guide(converted, heading, words):
    made = converted(florist(f"## {heading}\n\nSome words."), "a.md")
    assert words in [section.title for section in made.guide.sections]


def test_numbered_lines_alone_are_headings_of_a_plain_text(converted):
    text = "FLORIST\n\n1. THE OCCUPATION\n\nThey arrange flowers.\n\n2. WAGES\n\nThey are low.\n"
    made = converted(text, "a.txt")
    assert [section.title for section in made.guide.sections] == [
        "Overview and Job Duties",
        "Salary",
    ]


def test_a_summary_beside_an_overview_keeps_its_title(converted):
    made = converted(florist("## Summary\n\na", "## Job Duties\n\nb"), "a.md")
    assert [section.title for section in made.guide.sections] == [
        "Overview and Job Duties",
        "Summary",
    ]


def test_figures_are_read_in_portuguese(converted):
    text = "# Enfermeiro\n\n## Mercado de trabalho\n\nO emprego deve crescer 6 % de 2024 a 2034.\n"
    assert facts(converted(text, "a.md")) == {"projected_growth": (6, (2024, 2034))}


def test_spanish_with_commas_in_its_thousands_is_that_of_the_united_states(converted):
    text = "# Florista\n\n## Salario\n\nEl salario medio fue de $43,460 al año en 2024; hay {}.\n"
    assert facts(converted(text.format("49,000 empleos"), "a.md"))["mean_wage"] == (43460, 2024)
    assert "mean_wage" not in facts(converted(text.format("49.000 empleos"), "a.md"))


def test_a_table_of_percentiles_states_the_wages_of_a_year(converted):
    row = "| {} | {} |"
    rows = [
        row.format("Percentile", "10% | 25% | 50% (median) | 75% | 90%"),
        "|---|---|---|---|---|---|",
        row.format("Hourly wage", "$16.20 | $19.00 | $23.33 | $28.00 | $34.10"),
        row.format("Annual wage", "$33,700 | $39,520 | $48,530 | $58,240 | $70,930"),
    ]
    found = {key: value for key, (value, _) in facts(converted(florist("## Salary", "\n".join(rows)), "a.md")).items()}  # fmt: skip
    assert (found["wage_p10"], found["median_wage"], found["wage_p90"]) == (33700, 48530, 70930)
    assert str(found["median_hourly_wage"]) == "23.33"


def test_a_sentence_of_many_figures_was_a_table_and_states_nothing(converted):
    cells = " ".join(f"{n}% ${n},000" for n in range(10, 50, 10))
    assert facts(converted(florist(f"## Salary\n\n{cells} a median of $51,940."), "a.md")) == {}


def test_a_table_of_which_a_cell_holds_paragraphs_lays_out_a_page(body):
    cell = "<b>Salary</b><br><br>Low.<br><br><b>Job Outlook</b><br><br>Fair.<br><br>"
    page = f"<table><tr><td><a href=a>A</a></td><td><h4>Florist</h4>{cell}</td></tr></table>"
    assert "# Salary\n\nLow." in body(page)


def test_numbered_lines_with_text_below_them_are_headings_and_those_of_a_list_are_not(converted):
    heads = "Florist\n\n1) A day\n\nLong.\n\n2) Some talk\n\nOf this.\n\n3) The end\n\nOf that.\n"
    assert len(converted(heads, "a.txt").guide.sections) == 3
    items = "Florist\n\nOverview\n\n1) Cut\n\n2) Wire\n\n3) Sell\n\nThat is all.\n"
    assert "1. Cut\n" in converted(items, "a.txt").text


def test_a_question_alone_heads_its_answer_in_a_plain_text(converted):
    text = (
        "Padeiro\n\nQuem é o padeiro?\n\nÉ quem faz o pão.\n\nQuanto ganha um padeiro?\n\nPouco.\n"
    )
    made = converted(text, "a.txt")
    assert "## Quem é o padeiro?\n" in made.text or "# Quem é o padeiro?\n" in made.text
    assert "Salário" in " ".join(s.title for s in made.guide.sections)


def test_a_heading_with_nothing_below_it_is_the_title(converted):
    page = "<html lang=en><body><p><b>Nurse</b></p><p><b>Job Duties</b></p><p>Care.</p><p><b>Salary</b></p><p>Fair.</p></body></html>"
    assert converted(page, "a.html").guide.title == "Nurse"


STAND_INS = "Florists in {} arrange flowers in the shops of each town, and sell them."


@pytest.mark.parametrize("field", ["[[state]]", "%CITY%", "{occupation}", "##ORT##", "@@STADT@@", "<<VILLE>>", "[[median_wage]]"])  # fmt: skip
@pytest.mark.parametrize("form", ["md", "txt"])
def test_fields_of_templates_are_reported_and_not_printed(converted, field, form):
    made = converted(f"Florist\n\nOverview\n\n{STAND_INS.format(field)}\n", f"a.{form}")
    assert "I020" in codes(made)
    assert (
        f"Florists in <!-- guidepub: unsettled {field.replace('<', '‹').replace('>', '›')} -->"
        in made.text
    )


@pytest.mark.parametrize("words", ["[[roses]]", "{see below}", "50% AND 20% of shops", "x << y >> z", "(#12 and ##)"])  # fmt: skip
def test_what_looks_like_a_field_is_kept(converted, words):
    assert "I020" not in codes(converted(f"# Florist\n\n{STAND_INS.format(words)}\n", "a.md"))


def test_a_field_makes_no_text_a_page_of_a_wiki(converted):
    text = "Panadero\n\nFunciones\n\nLos panaderos de [[ciudad]] hacen pan.\n\nSalario\n\nGanan {{salario}} euros.\n"
    made = converted(text, "a.txt")
    assert [section.title for section in made.guide.sections] == ["Panorama y funciones", "Salario"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Printed on 2/14/2024 10:32 AM"), ("en", "Page generated: 2024-02-14T10:32"),
        ("fr", "Imprimé le 14/02/2024 à 10:32"), ("fr", "Document généré le 14 février 2024 à 10h32"),
        ("de", "Ausdruck vom 14.02.2024, 10:32 Uhr"), ("es", "Impreso el 14/02/2024 a las 10:32"),
        ("pt", "Impresso em 14/02/2024 às 10:32"),
    ],
)  # fmt: skip
def test_when_a_page_was_printed_is_left_out(converted, language, line):
    text = f"Florist\n\nOverview\n\nFlorists arrange flowers.\n\nSalary\n\nPay is low.\n\n{line}\n"
    assert "2024" not in converted(text, "a.txt").text.partition("\n---\n")[2]


@pytest.mark.parametrize(
    ("language", "title", "sentence", "found"),
    [
        ("en", "Teacher", "The number of students will rise 5 percent by 2032.", {}),
        ("es", "Farmacéutico", "El número de recetas crecerá un 8 % hasta 2030.", {}),
        ("fr", "Opticien", "Le nombre de clients devrait augmenter de 8 % d’ici 2030.", {}),
        ("pt", "Padeiro", "O número de padarias vai crescer 5 % até 2032.", {}),
        ("es", "Maestro de primaria", "El número de maestras crecerá un 8 % hasta 2030.", {"projected_growth": (8, 2030)}),
        ("fr", "Opticien", "Le nombre d’emplois devrait augmenter de 4 % d’ici 2032.", {"projected_growth": (4, 2032)}),
    ],
)  # fmt: skip
def test_a_growth_of_others_than_the_workers_is_none_of_the_jobs(
    converted, language, title, sentence, found
):
    made = converted(
        f"---\nlanguage: {language}\n---\n# {title}\n\n## Perspectives\n\n{sentence}\n", "a.md"
    )
    assert facts(made) == found
