"""Headings, lists and languages that readers recognise in a text although they are not marked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from guidepub.findings import Severity
from guidepub.importing import reading

PAGE = "<html lang='en'><head><title>Florist</title></head><body><main>{}</main></body></html>"


def titles(made):
    return [section.title for section in made.guide.sections]


def codes(made):
    return [finding.code for finding in made.findings]


@pytest.mark.parametrize(
    "tabs",
    [
        '<ul class="nav nav-tabs"><li><a href="#a" data-toggle="tab">Job Outlook</a></li>'
        '<li><a href="#b" data-toggle="tab">Education</a></li></ul>'
        '<div class="tab-content"><div class="tab-pane" id="a"><p>{}</p></div>'
        '<div class="tab-pane" id="b"><p>{}</p></div></div>',
        '<div role="tablist"><button role="tab" aria-controls="a">Job Outlook</button>'
        '<button role="tab" aria-controls="b">Education</button></div>'
        '<div role="tabpanel" id="a"><p>{}</p></div><div role="tabpanel" id="b" hidden>{}</div>',
    ],
)
def test_a_tab_s_label_heads_its_panel(converted, tabs):
    inner = tabs.format("Few new shops open in towns.", "Most florists learn at work.")
    made = converted(PAGE.format(f"<h1>Florist</h1><p>They arrange flowers.</p>{inner}"), "a.html")
    assert titles(made)[1:] == ["Career Outlook", "Educational Requirements"]
    assert "Few new shops" in made.guide.sections[1].body
    assert "learn at work" in made.guide.sections[2].body


def test_a_panel_with_a_heading_of_its_own_keeps_it(converted):
    inner = (
        '<h1>Florist</h1><p>They arrange flowers.</p><a href="#a" data-toggle="tab">More</a>'
        '<div class="tab-pane" id="a"><h2>Salary</h2><p>Most are paid by the hour.</p></div>'
    )
    assert titles(converted(PAGE.format(inner), "a.html"))[1:] == ["Salary"]


@pytest.mark.parametrize(
    "inner",
    [
        "<h1>Florist</h1>They arrange flowers.<br><br><b>Job Outlook</b><br>Few shops open."
        "<br><br><b><u>Education</u></b><br>Most learn at work.",
        "<h1>Florist</h1><p>They arrange flowers.</p><p><strong>Job Outlook:</strong></p>"
        "<p>Few shops open.</p><p><strong>Education</strong></p><p>Most learn at work.</p>",
        "<b>Florist</b><br><br>They arrange flowers.<br><b>Job Outlook</b><br>Few shops open."
        "<br><b>Education</b><br>Most learn at work.",
        "<h1>Florist</h1>They arrange flowers.<br><br><span style='color:red; font-weight: bold'>"
        "Job Outlook</span><br>Few shops open.<p style='font-weight:700'>Education</p>"
        "<p>Most learn at work.</p>",
    ],
)
def test_bold_lines_head_the_sections_of_a_page_without_headings(converted, inner):
    made = converted(PAGE.format(inner), "a.html")
    assert titles(made)[1:] == ["Career Outlook", "Educational Requirements"]
    assert made.guide.title == "Florist"
    assert "**" not in made.text


def test_a_text_s_first_bold_line_is_its_title_where_none_is_marked(converted):
    made = converted("**Chef**\n\nThey cook.\n\n**Salary**\n\nBy the hour.\n", "a.md")
    assert (made.guide.title, titles(made)[1:]) == ("Chef", ["Salary"])
    assert "I010" not in codes(made)
    made = converted("**Salary**\n\nBy the hour.\n\n**Outlook**\n\nGood.\n", "a.md")
    assert made.guide.title == "A"


def test_bold_words_stay_bold_where_headings_are_marked(converted):
    text = (
        "# Florist\n\nThey arrange.\n\n## Salary\n\n**Salary**\n\nBy the hour.\n\n**Tip**\n\nAsk."
    )
    assert "**Salary**" in converted(text, "a.md").text
    assert "**Tip**" in converted(text, "a.md").text


@pytest.mark.parametrize("cell", ["$48,100<br>a year", "<p>$48,100</p><p>a year</p>"])
def test_lines_of_a_cell_stay_in_it_and_apart(body, cell):
    rows = f"<tr><th>Job</th><th>Pay</th></tr><tr><td>Florist</td><td>{cell}</td></tr>"
    text = f"<h1>Florist</h1><h2>Pay</h2><p>They sell.</p><table>{rows}<tr><td>A | B</td><td>1</td></tr></table>"
    assert r"| Florist | $48,100 a year |" in body(PAGE.format(text), "a.html")
    assert r"| A \| B | 1 |" in body(PAGE.format(text), "a.html")


def test_a_column_of_links_beside_the_text_is_furniture_and_a_cell_of_links_is_not(converted):
    column = "<td><a href='a'>Home</a><br><a href='b'>Careers</a></td>"
    text = "They arrange flowers for weddings and shops. " * 12
    page = f"<table><tr>{column}<td><h1>Florist</h1>{text}</td></tr></table>"
    made = converted(PAGE.format(page), "a.html")
    assert "Careers" not in made.text
    assert any(p.fate == "furniture" and "Careers" in p.text for p in made.passages)
    data = f"<table><tr><th>School</th><th>Sites</th></tr><tr><td>East</td>{column}</tr></table>"
    made = converted(PAGE.format(f"<h1>Florist</h1><p>{text}</p>{data}"), "a.html")
    assert "Careers" in made.text


@pytest.mark.parametrize("target", ["https://www.bls.gov/ooh/a.htm", "#overview", "b.html"])
def test_a_link_may_end_within_a_word(converted, target):
    page = f'<h1>Florist</h1><p>Florists arrange <a href="{target}">flower</a>s early.</p>'
    made = converted(PAGE.format(page), "a.html")
    assert "I019" not in codes(made)
    assert re.search(r"flowers|flower\]\([^)]*\)s", made.text)


def test_words_loose_in_a_table_are_kept(converted):
    table = "<table>Before all.<tr>Between.<td>A cell</td><td>Two</td></tr></table><table>No row.</table>"
    made = converted(PAGE.format(f"<h1>Florist</h1><p>They arrange.</p>{table}"), "a.html")
    assert all(words in made.text for words in ("Before all. Between.", "A cell", "No row."))


@pytest.mark.parametrize("bullet", ["• ", "\uf0b7\t", "➢"])
def test_typed_bullets_make_a_list(converted, bullet):
    plain = f"Florist\n\nFlorists do many things:\n\n{bullet}cut stems\n{bullet}dress tables\n"
    page = PAGE.format(
        f"<h1>Florist</h1><p>Florists do many things:<br>{bullet}cut <b>stems</b><br>"
        f"{bullet}dress tables<br>They work early.</p>"
    )
    assert "do many things:\n\n- cut stems\n- dress tables" in converted(plain).text
    assert (
        "do many things:\n\n- cut **stems**\n- dress tables\n\nThey work"
        in converted(page, "a.html").text
    )


def test_one_line_with_a_bullet_is_no_list(converted):
    assert "• one" in converted("# Florist\n\n• one\n\nThey arrange flowers.\n", "a.md").text


def test_short_lines_set_in_below_a_lead_in_are_a_list_that_lost_its_bullets(converted):
    text = "Florist\n\nFlorists do many things:\n\n cut stems\n dress tables\n\nThey rise early.\n"
    assert "things:\n\n- cut stems\n- dress tables\n\nThey rise" in converted(text).text


def test_a_first_heading_that_names_its_subject_is_the_title(converted):
    text = "<h2>Steps to Become a Florist</h2><p>Many.</p><h2>Salary</h2><p>By the hour.</p>"
    made = converted(text, "a.html")
    assert made.guide.title == "Steps to Become a Florist"
    assert codes(made) == ["I010"]
    made = converted("<h2>Job Outlook</h2><p>Few shops.</p><h2>Salary</h2><p>Low.</p>", "b.html")
    assert made.guide.title == "B"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("# Florista\n\nLos floristas preparan ramos y centros de mesa para las bodas.\n", "es"),
        ("# Fleuriste\n\nLes fleuristes préparent des bouquets pour les mariages.\n", "fr"),
        ("# Floristin\n\nFloristinnen binden Sträuße für Hochzeiten und Läden.\n", "de"),
        ("# Florist\n\nFlorists arrange flowers for weddings and for shops.\n", "en-US"),
        ("# Florist\n\nFlowers.\n", "en-US"),
    ],
)
def test_the_language_is_found_from_the_text(converted, text, language):
    assert converted(text, "a.md").guide.language == language


def test_a_language_without_books_is_reported(converted):
    text = "# Bloemist\n\nBloemisten maken boeketten voor bruiloften en helpen de klanten in de winkel.\n"
    made = converted(text, "a.md")
    assert made.guide.language == "en-US"
    assert "“nl”" in next(f.message for f in made.findings if f.code == "I015")


def test_what_a_text_says_of_its_language_holds(converted):
    text = "---\nlang: en\ntitle: Florista\n---\nLos floristas preparan ramos para las bodas.\n"
    assert converted(text, "a.md").guide.language == "en-US"


def test_facts_are_called_in_the_language_of_the_text(converted):
    text = "# Florista\n\n## Salario\n\nEl salario medio es de 24.500 dólares al año en 2023.\n"
    made = converted(text, "a.md")
    assert made.guide.facts["mean_wage"].value == 24500
    assert made.guide.facts["mean_wage"].label in (None, "")


def test_what_no_font_can_print_is_reported_once_with_its_line(converted):
    made = converted("Florist\n\nOverview\n\nFlowers 🌷 and 🌷 more.\n\nWith π and ½.\n")
    (reported,) = [f for f in made.findings if f.code == "I058"]
    assert (reported.place.line, "TULIP" in reported.message) == (5, True)
    assert "🌷" in made.text


@pytest.mark.parametrize(
    ("lose", "lost"),
    [
        (lambda blocks: blocks[:-1], ("by", "the", "hour")),
        (lambda blocks: (*blocks[:-1], replace(blocks[-1], markdown="By the.")), ("hour",)),
    ],
)
def test_a_word_that_a_reader_loses_stops_the_import(converted, monkeypatch, lose, lost):
    real = reading.read_markdown

    def losing(*args):
        original = real(*args)
        return replace(original, blocks=tuple(lose(original.blocks)))

    importers = [
        replace(each, read=losing if ".md" in each.suffixes else each.read)
        for each in reading.IMPORTERS
    ]
    monkeypatch.setattr(reading, "IMPORTERS", tuple(importers))
    made = converted("# Florist\n\nThey arrange flowers.\n\n## Salary\n\nBy the hour.\n", "a.md")
    (reported,) = [f for f in made.findings if f.code == "I019"]
    assert reported.severity is Severity.ERROR
    assert all(f"“{word}”" in reported.message for word in lost)


def typed(body, lines):
    return body(f"A Title\n\nOverview\n\n{lines}\n", "a.txt").partition("\n\n")[2]


@pytest.mark.parametrize(
    ("lines", "markdown"),
    [
        ("State    Jobs\nOhio     1,200\nMaine      300",
         "| State | Jobs |\n| --- | --: |\n| Ohio | 1,200 |\n| Maine | 300 |"),
        ("Town\tShops\nKent\t3\nBath\t4", "| Town | Shops |\n| --- | --: |\n| Kent | 3 |\n| Bath | 4 |"),
        ("Town    Trade\n-----   -----\nKent    roses", "| Town | Trade |\n| --- | --- |\n| Kent | roses |"),
        ("Hours:     40 a week\nUniform:   none", "- Hours: 40 a week\n- Uniform: none"),
        ("They cut  stems.\nThey sell roses at  markets.", "They cut stems. They sell roses at markets."),
        ("A school teaches how to    Many go to a college\n"
         "cut stems and to keep      in the evening. Very few\n"
         "flowers fresh.             have to.",
         "A school teaches how to cut stems and to keep flowers fresh.\n\n"
         "Many go to a college in the evening. Very few have to."),
    ],
    ids=["spaces", "tabs", "rules", "facts", "prose", "columns of prose"],
)  # fmt: skip
def test_columns_set_with_spaces_stay_apart(body, lines, markdown):
    assert typed(body, lines) == markdown


def test_a_typed_table_s_head_is_reported(converted):
    imported = converted("A Title\n\nOverview\n\nTown   Shops\nKent   3\n", "a.txt")
    (reported,) = [f for f in imported.findings if f.code == "I054"]
    assert (reported.place.line, "Town | Shops" in reported.message) == (5, True)
    assert not [f for f in imported.findings if f.code == "I019"]


def test_a_word_that_links_bear_is_missed_like_any_other(converted, monkeypatch):
    real = reading.read_html

    def losing(*args):
        original = real(*args)
        blocks = (replace(block, markdown="They work.") for block in original.blocks[-1:])
        return replace(original, blocks=(*original.blocks[:-1], *blocks))

    monkeypatch.setattr(reading, "read_html", losing)
    made = converted(
        PAGE.format("<h1>Florist</h1><p>They arrange.</p><p>They work here.</p>"), "a.html"
    )
    (reported,) = [f for f in made.findings if f.code == "I019"]
    assert "“here”" in reported.message


@pytest.mark.parametrize(
    ("rows", "left"),
    [("<th>Town<th>Shops<th>Profile<tr><td>Kent<td>3<td>View more", "Profile View more"),
     (f"<th>Town<th>Shops{'<tr><td>Kent<td>3' * 399}<tr><td>Bath<td>7", "Bath 7")],
    ids=["a column of empty links", "rows beyond what a book can have"],
)  # fmt: skip
def test_what_is_left_out_of_a_table_is_reported_and_not_missed(converted, rows, left):
    page = f"<h1>Florist</h1><p>They arrange.</p><table><tr>{rows}</table>"
    made = converted(PAGE.format(page), "a.html")
    assert "I019" not in codes(made)
    assert [(p.text, p.fate) for p in made.passages if "table" in p.note] == [(left, "left out")]


def test_no_line_is_reported_rather_than_a_wrong_one(converted):
    page = f"<h1>Florist</h1><p>They arrange.</p>{chr(10) * 65_600}<p><img src='q.png' alt='A vase'></p>"
    (reported,) = (f for f in converted(PAGE.format(page), "a.html").findings if f.code == "I050")
    assert reported.place.line == 0


def test_short_lines_that_all_have_labels_are_a_list(converted):
    lines = "Number of Jobs, 2023: 335,000\nJob Outlook, 2023–33: −2% (Decline)"
    made = converted(f"Carrier\n\nQuick Facts\n\n{lines}\n", "a.txt")
    assert "- Number of Jobs, 2023: {fact}`employment`\n- Job Outlook" in made.text
    assert "projected_growth: {value: -2, unit: percent, period: [2023, 2033]}" in made.text
    prose = "Note: they walk the whole day\nand carry up to 35 pounds of mail."
    assert "- Note" not in converted(f"Carrier\n\n{prose}\n", "a.txt").text


def test_a_box_to_tick_is_no_words(converted):
    made = converted("# Locksmith\n\n- [ ] cut keys\n- [x] open safes\n- [y] none\n", "a.md")
    assert "- cut keys\n- open safes\n- \\[y] none" in made.text


def test_the_year_behind_a_figure_in_a_table_is_the_fact_s(converted):
    rows = "|  |  |\n|---|---|\n| Median pay | $35,000 (2022) |\n| Job growth | 6% (2016-2026) |\n"
    text = converted(f"# Handler\n\nThey load planes.\n\n{rows}", "a.md").text
    assert 'median_wage: {value: 35000, unit: "USD/year", as_of: 2022}' in text
    assert "projected_growth: {value: 6, unit: percent, period: [2016, 2026]}" in text


def test_a_line_in_italics_that_names_a_section_is_a_heading_beside_bold_ones(converted):
    text = "<h1>Florist</h1>They arrange flowers.<br><br><b>Salary</b><br>Few earn much.<br><br><i>Job Outlook</i><br>Few shops open.<br><br><i>Roses and tulips</i><br>They sell best."
    made = converted(PAGE.format(text), "a.html")
    assert titles(made)[1:] == ["Salary", "Career Outlook"]
    assert "*Roses and tulips*" in made.text


def test_a_large_line_above_short_paragraphs_is_the_title(converted):
    text = "<html><head><title>jobs4</title></head><body><table><tr><td><font size=5>Ferronnier</font><p><font size=4>Activités</font><br>Le ferronnier forge des grilles et des rampes.<p><font size=4>Formation</font><br>Un CAP se prépare en deux ans.</td></tr></table></body></html>"
    assert converted(text, "a.html").guide.title == "Ferronnier"


@pytest.mark.parametrize("name", ["text.txt", "text.md"])
def test_lines_of_an_address_and_of_labels_end_where_they_did(body, name):
    mark = "" if name.endswith("txt") else "## "
    text = f"{mark or ''}Weaver\n\n{mark}Overview\n\nWeavers set up looms.\n\nGuild of Weavers\n12 Mill Lane\nOldham\n\nWeavers sing.\nThey weave, too.\nThen they rest.\n\n{mark}Training\n\nOne year.\n"
    made = body(text, name)
    assert "Guild of Weavers\\\n12 Mill Lane\\\nOldham" in made
    assert "Weavers sing. They weave, too. Then they rest." in made


def test_labels_in_one_paragraph_of_markdown_stand_on_lines_of_their_own(body):
    text = "# Weaver\n\n## Pay\n\n**Median pay:** $38,000\n**Jobs (2023):** 4,200\n"
    made = body(text, "text.md")
    assert "`median_wage`\\\n**Jobs" in made


def test_fields_in_small_letters_are_a_list_of_facts(converted):
    text = "Weaver\n\nOverview\n\nWeavers weave.\n\nmedian pay: $38,000\njobs: 4,200\ngrowth: -3%\n"
    assert {fact.key for fact in converted(text).facts} == {
        "median_wage", "employment", "projected_growth",
    }  # fmt: skip


def test_a_sign_that_one_of_the_lines_of_such_a_list_has_is_none_of_its_words(body):
    text = "Beekeeper\n\nOverview\n\nBeekeepers do many things:\n\n check hives\n\t➢ sell pollen\n · heal - or try to heal - bees\n"
    assert "- check hives\n- sell pollen\n- heal - or try to heal - bees" in body(text, "a.txt")
