"""Headings, measures, sources and legal matter that import recognises in career guides."""

from __future__ import annotations

import sys

import pytest

from guidepub.importing.headings.known import (
    guide_title,
    is_furniture_heading,
    known_section,
    names_its_subject,
    section_of_plain,
)
from guidepub.importing.headings.section_titles import section_of_similar_title
from guidepub.importing.matter.legal import legal_findings, legal_matter
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.originals.residues import extract_code, restored, widget_of
from guidepub.importing.originals.stated_figures import measure_of
from guidepub.model import Catalog, Notice


@pytest.mark.parametrize(
    ("section", "headings"),
    [
        ("overview", ["Overview", "Job Duties", "What Does a Welder Do?", "What Registered Nurses Do",
                      "1. Overview and Job Duties", "Duties and Responsibilities", "Introduction"]),
        ("workplace", ["Work Environment", "WORKING CONDITIONS", "Where Do Nurses Work"]),
        ("outlook", ["Job Outlook", "Career Outlook", "Employment Projections", "Job Market:",
                     "Outlook for Welders", "Career Prospects", "What Is the Job Outlook for Welders?", "Perspectivas laborales"]),
        ("salary", ["Salary", "Pay", "Earnings", "Average Salary", "Salary Information",
                    "How Much Do Welders Make?", "Wages"]),
        ("education", ["Educational Requirements", "Education", "Training", "How to Become a Welder",
                       "Becoming a Paralegal", "Requisitos de formación", "Licensing"]),
        ("programs", ["Accredited Degree Programs", "Find a School"]),
        ("advancement", ["Advancement", "Career Advancement"]),
        ("", ["Tools", "Interview with a Welder", "A " * 100]),
    ],
)  # fmt: skip
def test_headings_are_known_by_what_they_stand_over(section, headings):
    assert {known_section(heading) for heading in headings} == {section}


@pytest.mark.parametrize(
    ("section", "headings"),
    [
        ("overview", ["Aufgaben", "Was macht eine Floristin?", "¿Qué hacen los floristas?",
                      "O que faz um florista?", "En quoi consiste le métier", "Présentation du métier"]),
        ("outlook", ["Where Is the Trade Going?", "Où va le métier ?", "Hacia dónde va el oficio",
                     "Wohin geht der Beruf?", "Para onde vai a profissão?", "The Road Ahead"]),
        ("education", ["Accreditation", "Paths Into the Trade", "Pour devenir fleuriste",
                       "So wird man Florist", "Por dónde empezar", "Registro profissional"]),
        ("salary", ["Ce que l’on gagne", "Lo que se cobra"]),
        ("workplace", ["Arbeitsumfeld", "Wo arbeiten Floristen?", "Conditions de travail",
                       "Ambiente de trabalho", "Condiciones de trabajo del florista"]),
        ("outlook", ["Berufsaussichten für Floristen", "Florist – Job Outlook", "Débouchés",
                     "Perspectivas de empleo para floristas", "Mercado de trabalho", "Outlook for Jobs"]),
        ("salary", ["Gehalt als Florist", "Florist: Verdienst", "Salaire d’un fleuriste",
                    "Combien gagne un fleuriste ?", "¿Cuánto gana un florista?", "Löhne und Gehälter",
                    "Salário do florista", "Salario y perspectivas"]),
        ("education", ["Wie wird man Florist?", "Ausbildung zum Floristen", "Comment devenir fleuriste ?",
                       "Cómo convertirse en florista", "Como se tornar florista", "Études"]),
        ("advancement", ["Perspectives d'évolution", "Weiterbildung", "Plano de carreira"]),
        ("", ["Information", "Abbildung", "Quellen", "Preguntas frecuentes", "Outils", "Florist"]),
    ],
)  # fmt: skip
def test_headings_of_five_languages_are_known_with_and_without_the_occupation(section, headings):
    assert {heading: known_section(heading) for heading in headings} == dict.fromkeys(
        headings, section
    )


def test_a_heading_may_be_a_letter_or_two_off_where_rapidfuzz_is_there(monkeypatch):
    off = {"Work Enviroment": "workplace", "Requirement for Education": "education",
           "Perspectivas laboraels": "outlook", "Berufsausichten": "outlook"}  # fmt: skip
    assert {heading: known_section(heading) for heading in off} == off
    assert not any(names_its_subject(heading) for heading in off)
    section_of_similar_title.cache_clear()
    section_of_plain.cache_clear()
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    assert known_section("Berufsausichten") == ""
    section_of_similar_title.cache_clear()
    section_of_plain.cache_clear()


def test_headings_of_a_site_are_none_of_the_text():
    for heading in ("Related Articles", "Leave a Reply", "Share this:", "12 comments", "Contents"):
        assert is_furniture_heading(heading)
    for heading in ("Related Experience", "Job Duties", "Share of Jobs by Industry in 2024"):
        assert not is_furniture_heading(heading) or heading.startswith("Share")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Pediatric Nurse Career Guide", "Pediatric Nurse"),
        ("Welder: Career Profile", "Welder"),
        ("Welders : Occupational Outlook Handbook: : Bureau", "Welders"),
        ("Dental Hygienist | Harbor College", "Dental Hygienist"),
        ("Career Guide", "Career Guide"),
        ("X-Ray Technician", "X-Ray Technician"),
    ],
)
def test_a_title_is_the_occupation_s(written, title):
    assert guide_title(written) == title


def test_labels_of_tables_name_measures():
    named = {
        "2024 Median Pay": "median_wage",
        "Number of Jobs, 2024": "employment",
        "Job Outlook, 2024–34": "projected_growth",
        "Change, 2024–34: Numeric": "employment_change",
        "Projected Employment, 2034": "projected_employment",
        "Typical Entry-Level Education": "entry_education",
    }
    assert {label: measure_of(label)["key"] for label in named} == named
    assert measure_of("Industry") is None


@pytest.mark.parametrize(
    "code",
    [
        "$_SESSION['degreeOfInterest'] = \"\";",
        "<?php echo $x->y; ?>",
        "<% if (a) { %>",
        "{{ page.title | upcase }}",
        "{% include a.html x=\"1\" %}",
        "{{< youtube abc >}}",
        "@if ($user)",
        "[caption id=\"1\" align=\"left\"]",
        "[/caption]",
        "var x = 1;",
    ],
)  # fmt: skip
def test_page_script_code_is_lifted_and_kept(code):
    found = []
    text = f"Before it.\n{code}\nBehind it."
    tokenized = extract_code(text, 10, found)
    assert code.strip("[]") not in tokenized
    assert [(residue.source, residue.line) for residue in found] == [(code, 11)]
    assert restored(tokenized, found) == text


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 [about €4] for {a} set; see [the list] (@noon).",
        "Variables let you vary a thing = a lot.",
        "Use a < b and c > d; 100% {sic}.",
    ],
)
def test_words_are_no_code(text):
    found = []
    assert extract_code(text, 1, found) == text
    assert found == []


@pytest.mark.parametrize(
    ("code", "directive"),
    [
        (
            "$_SESSION['title'] = \"Nursing\"; $_SESSION['campusType'] = \"BOTH\";"
            " $_SESSION['degreeOfInterest'] = \"\";",
            ":::{programs} Nursing\n:campus: both\n:::",
        ),
        (
            "<?php show(['campusType' => 'ONLINE', 'degreeOfInterest' => 'nursing']); ?>",
            ":::{programs}\n:campus: online\n:degree: nursing\n:::",
        ),
        (
            "{% include programs.html campus='on campus' degree='welding' title='Schools' %}",
            ":::{programs} Schools\n:campus: campus\n:degree: welding\n:::",
        ),
        ("{{ page.title }}", None),
        ("[gallery ids=\"1\"]", None),
    ],
)  # fmt: skip
def test_a_known_widget_becomes_its_directive(code, directive):
    found = []
    extract_code(code, 1, found)
    widget = widget_of(found)
    assert (widget.markdown if widget else None) == directive


def test_works_of_known_publishers_get_their_keys():
    citations = Citations()
    url = "https://www.bls.gov/ooh/production/welders.htm?utm_source=a"
    assert citations.linked("Handbook", "Handbook", url) == "Handbook [@bls-ooh]"
    assert citations.cited("https://nursing.example.org/x", "A study") == "nursing-example"
    assert citations.cited("https://nursing.example.org/y", "click here") == "nursing-example-2"
    titles = {source.key: (source.title, source.url) for source in citations.sources}
    assert titles["bls-ooh"][1] == "https://www.bls.gov/ooh/production/welders.htm"
    assert titles["nursing-example-2"][0] == "nursing.example.org"


def test_links_within_a_site_are_kept_whole_and_others_only_as_words():
    citations = Citations()
    assert citations.linked("x", "x", "/a") == "x"
    assert citations.lost == ["/a"]
    citations.set_address("https://site.example/b/c.html")
    assert citations.linked("x", "x", "../a (1).htm") == "[x](https://site.example/a%20%281%29.htm)"
    assert citations.linked("x", "x", "#top") == "x"
    assert citations.linked("x", "x", "javascript:x()") == "x"
    assert citations.linked("x", "x", "mailto:a@b.example") == "[x](mailto:a@b.example)"


def paragraphs(*texts: str) -> list[OriginalBlock]:
    return [
        OriginalBlock("paragraph", text, text, number, number)
        for number, text in enumerate(texts, 1)
    ]


def test_legal_matter_stands_at_the_end_or_under_its_heading():
    blocks = [
        *paragraphs("Nurses are not guaranteed a job by a degree alone.", "They care for people."),
        OriginalBlock("heading", "Disclaimer", "", 3, 3, level=2),
        *paragraphs("This guide is a rough sketch."),
        *paragraphs("Copyright © 2019-2021 A Press. All rights reserved."),
    ]
    matter = legal_matter(blocks)
    assert [block.text for block in matter.blocks] == [block.text for block in blocks[2:]]
    assert matter.year == 2019


def test_legal_matter_is_held_against_the_register(register):
    retired = next(n for n in register.notices if n.id == "disclaimer" and n.status == "retired")
    approved = next(
        n for n in register.notices
        if n.id == "disclaimer" and n.status == "approved" and n.language == "en"
    )  # fmt: skip
    first = approved.text.strip().split("\n\n")[0]

    def reported(text: str, notices=register.notices) -> list[str]:
        matter = legal_matter(paragraphs("Disclaimer: " + text))
        return [f.code for f in legal_findings(matter, notices, "en-US", "x")]

    assert reported(retired.text) == ["I041"]
    assert reported(first + " But not on Sundays.") == ["I040"]
    assert reported("We promise nothing.") == ["I040"]
    assert reported("We promise nothing.", ()) == ["I042"]


def test_the_register_s_own_words_are_not_reported(register):
    approved = next(
        n for n in register.notices
        if n.id == "disclaimer" and n.status == "approved" and n.language == "en"
    )  # fmt: skip
    block = OriginalBlock("paragraph", " ".join(approved.text.split()), "", 1, 1)
    matter = legal_matter([OriginalBlock("heading", "Disclaimer", "", 1, 9, level=2), block])
    assert legal_findings(matter, register.notices, "en-US", "x") == []


@pytest.mark.parametrize(
    ("words", "address", "title"),
    [
        ("Annual Survey of Florists", "https://a.example/x1", "Annual Survey of Florists"),
        ("here", "https://a.example/reports/florist-survey-2025.pdf", "Florist survey 2025"),
        ("this page", "https://a.example/", "a.example"),
        ("This page", "https://a.example/wages", "a.example"),
        ("what florists earn in Ohio", "https://a.example/florist-pay", "Florist pay"),
        ("hier", "https://a.example/lehre-und-lohn.html", "Lehre und lohn"),
        ("más información", "https://a.example/?p=12", "a.example"),
        ("AIFD", "https://a.example/12", "AIFD"),
        ("PayWatch", "https://a.example/12", "PayWatch"),
        ("Read the report", "https://a.example/12-34", "a.example"),
    ],
)
def test_a_source_is_called_by_its_title_or_its_address(words, address, title):
    citations = Citations()
    citations.linked(words, words, address)
    assert [source.title for source in citations.sources] == [title]


def _register(language, title):
    return Catalog(
        notices=(
            Notice(id="warning", version=1, language=language, status="approved",
                   placement="back", when="always", title=title, text="Ask a school first."),
        )
    )  # fmt: skip


@pytest.mark.parametrize("mark", ["", "## "], ids=["plain text", "Markdown"])
@pytest.mark.parametrize(
    ("language", "title", "prose"),
    [
        ("de", "Haftungshinweis", "Küfer machen Fässer aus Eiche in einer kleinen Werkstatt."),
        ("de", "Was zu beachten ist", "Küfer machen Fässer aus Eiche in einer kleinen Werkstatt."),
        ("es", "Descargo de responsabilidad", "El tonelero hace barriles de roble en un taller."),
        ("fr", "Mentions légales", "Le tonnelier fabrique des tonneaux en bois de chêne."),
        ("de", "Haftungshinweis", "Coopers make barrels of oak in a small shop of their own."),
    ],
)
def test_what_stands_under_the_title_of_a_notice_is_left_to_the_register(
    converted, mark, language, title, prose
):
    text = f"Cooper\n\n{mark}Overview\n\n{prose}\n\n{mark}{title}\n\nCall the office.\n"
    imported = converted(text, "a.md" if mark else "a.txt", _register(language, title))
    assert prose in imported.text
    assert "office" not in imported.text
    assert title not in imported.text
    assert [f.code for f in imported.findings if f.code.startswith("I04")] == ["I040"]
    fates = {p.text: p.fate for p in imported.passages}
    assert fates[title] == fates["Call the office."] == "notice"


def test_a_fault_of_a_definition_that_is_not_written_is_reported_on_the_original(converted):
    register = _register("en", "Read This")
    words = "Nobody is promised a place, a wage or a license, and each school sets its own price."
    notice = register.notices[0].model_copy(update={"text": words})
    catalog = register.model_copy(update={"notices": (notice,)})
    imported = converted(f"# Cooper\n\n## Overview\n\nBarrels. {words}\n", "a.md", catalog)
    (fault,) = [f for f in imported.findings if f.code == "N006"]
    assert fault.place.path.endswith("a.md")
    assert "Its definition cannot be built" in fault.message
    assert "cooper.md" not in fault.place.path


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("Training takes three and a half years. A test follows in the last month. No liability is assumed, and no warranty.", True),
        ("Die Ausbildung dauert drei Jahre. Danach folgt eine Prüfung. Alle Angaben ohne Gewähr.", True),
        ("Il gagne 25 000 euros par an. Il varie selon la région. Le tout à titre indicatif.", True),
        ("This guide was made with care. Its figures come from surveys. It is for informational purposes only.", False),
        ("All rights reserved. Welders join metal with heat. They read blueprints and cut parts.", False),
    ],
)  # fmt: skip
def test_a_paragraph_that_begins_as_prose_loses_no_words_for_its_legal_end(text, is_kept):
    blocks = [
        OriginalBlock("paragraph", "Welders join metal.", ""),
        OriginalBlock("paragraph", text, ""),
    ]
    assert bool(legal_matter(blocks).blocks) is not is_kept
