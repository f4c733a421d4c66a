"""Run-in headings of parts: bold words, short sentences, capitals, list items."""

from __future__ import annotations

import pytest

BODIES = (
    "The median wage of sweeps is $40,000 a year.",
    "A high school diploma and a course of six weeks; then comes the exam.",
    "Soot, ladders and roofs; six days a week from August on.",
)
LEADS = "What it pays", "How to get in", "Working conditions"


@pytest.mark.parametrize(
    "form", ["**{}.** {}\n\n", "**{}?** {}\n\n", "**{}**\n\n- {}\n\n", "- **{}**\n  - {}\n"]
)
def test_leads_in_bold_are_headings(converted, form):
    leads = [*zip(LEADS, BODIES, strict=True), ("Neighbours", "Mason, roofer, home inspector.")]
    body = "".join(form.format(lead, text) for lead, text in leads)
    imported = converted(f"# Sweep\n\nSweeps clean chimneys.\n\n{body}", "a.md")
    found = {section.title: section.body for section in imported.guide.sections}
    assert "diploma" in found["Educational Requirements"]
    assert "ladders" in found["Work Environment"]
    assert "roofer" in found.get("Neighbours", found.get("Neighbours?", ""))


@pytest.mark.parametrize("form", ["<tr><td>{}</td><td>{}</td></tr>", "<p>{}</p><p>{}</p>"])
def test_rows_of_a_table_and_lines_in_capitals_lead_too(converted, form):
    leads = [*zip(LEADS, BODIES, strict=True), ("Like this", "Mason, roofer, flagger")]
    parts = "".join(form.format(lead.upper(), text) for lead, text in leads)
    page = f"<h1>Sweep</h1>{parts if 'tr' not in form else f'<table>{parts}</table>'}"
    found = {section.title for section in converted(page, "a.html").guide.sections}
    assert {"Salary", "Educational Requirements", "Work Environment"} <= found


def test_short_sentences_lead_where_most_paragraphs_begin_so(converted):
    leads = [*zip(LEADS, BODIES, strict=True), ("Like this", "Mason, roofer, flagger.")]
    text = "Sweep\n\n" + "".join(f"{lead}. {body}\n\n" for lead, body in leads)
    found = {section.title for section in converted(text).guide.sections}
    assert {"Salary", "Educational Requirements", "Work Environment"} <= found


def test_prose_that_begins_so_stays_prose(converted):
    reported = (
        "# Sweep\n\n## Overview\n\n**Pay** is low, and **hours** are long.\n\n**Soot** gets everywhere.\n\n"
        "**Roofs** are steep in this town.\n\nYes. It is so.\n\nNo. It is not.\n\nWell. Who knows.\n"
    )
    assert len(converted(reported, "a.md").guide.sections) == 1


LABELLED = (
    "Overview: Court reporters write down every word that is said at trials.",
    "Pay: The median annual wage was $67,310 in May 2024.",
    "Outlook: The number of jobs stays about the same for years.",
    "Education: Postsecondary certificate.",
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("COURT REPORTER\n\n" + "\n".join(LABELLED), "a.txt"),
        ("COURT REPORTER\n\n" + "\n".join((*LABELLED[:3], "Openings are few.", LABELLED[3])), "a.txt"),
        ("COURT REPORTER\n\n" + "\n\n".join(LABELLED), "a.txt"),
        ("# Court Reporter\n\n" + "\n".join(f"- {line}" for line in LABELLED), "a.md"),
        ("<h1>Court Reporter</h1><p>" + "<br>".join(LABELLED) + "</p>", "a.html"),
    ],
)  # fmt: skip
def test_lines_that_begin_with_titles_of_sections_are_sections(converted, text, name):
    found = {section.title: section.body for section in converted(text, name).guide.sections}
    assert [*found] == [
        "Overview and Job Duties", "Salary", "Career Outlook", "Educational Requirements"
    ]  # fmt: skip
    assert "Postsecondary certificate." in found["Educational Requirements"]


def test_lines_of_facts_stay_a_list(body):
    text = "# Court Reporter\n\n- Pay: $67,310\n- Outlook: 0%\n- Education: certificate\n- Duties: many\n"
    assert body(text, "a.md").count("\n- ") == 4


def test_a_lead_in_bold_names_the_section_that_headings_lack(body):
    page = (
        '<html lang="en"><body><h1>Cobbler</h1><h2>Overview</h2><p><b>Education</b> matters little.</p>'
        "<p><b>Salary:</b> It is low.</p><p>Cobblers resole shoes.<br><br><b>Outlook:</b> Few shops open.</p>"
        "</body></html>"
    )
    made = body(page)
    assert "Few shops open." in made.partition("# Career Outlook")[2]
    assert "**Education** matters little." in made
    # What stands behind a lead may be of the section above.
    assert "**Salary:** It is low." in made


def test_a_minus_behind_a_lead_is_no_dash(converted):
    text = "# Florist\n\n## Overview\n\nFlorists sell flowers.\n\n**Job Outlook:** -4% from 2023 to 2033\n"
    made = converted(text, "florist.md")
    assert str(made.guide.facts["projected_growth"].value) == "-4"


@pytest.mark.parametrize(
    ("text", "below"),
    [
        (
            "Overview: welders join metal in shops and yards.\n\nPay: welders are paid by the hour.\n",
            ["Welders join metal in shops and yards.", "Welders are paid by the hour."],
        ),
        (
            "**Resumen:** los soldadores unen piezas de metal.\n\n**Sueldo:** ganan según el convenio.\n",
            ["Los soldadores unen piezas de metal.", "Ganan según el convenio."],
        ),
        (
            "Overview: iOS developers write programs for phones.\n\nPay: by the hour\n\nOutlook: few jobs open each year.\n",
            ["iOS developers write programs for phones.", "Few jobs open each year."],
        ),
    ],
)
def test_a_sentence_after_a_label_that_became_a_heading_begins_with_a_capital(body, text, below):
    made = body(f"# Welder\n\n{text}", "a.md")
    for sentence in below:
        assert f"\n\n{sentence}" in made
