"""Note marks and exponents after figures are separated, reported, and never part of a fact."""

from __future__ import annotations

import pytest
from words import docx, paragraph

from guidepub.text.punctuation.note_marks import marked_figures

WAGES = (
    "The median annual wage was $51,000{1} in May 2024.{9} Employment is projected to grow 4{3}"
    " percent from 2024 to 2034. There were about 299,500{4} jobs in 2024."
)


def page(inner: str) -> str:
    return (
        f"<html><body><main><h1>Machinist</h1><h2>Overview</h2><p>{inner}</p></main></body></html>"
    )


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("$51,000<sup>1</sup> a year", "$51,000¹ a year"),
        ("$51,000 <sup>1</sup> a year", "$51,000 ¹ a year"),
        ("<b>$51,000</b><sup>12</sup> a year", "**$51,000**¹² a year"),
        ("<b>$51,000<sup>1</sup></b> a year", "**$51,000¹** a year"),
        ("$51,000<sup>1, 2</sup> a year", "$51,000¹, ² a year"),
        ("$51,000<sup><b>1</b></sup> a year", "$51,000**¹** a year"),
        ("$51,000<span class='superscript'>1</span> a year", "$51,000¹ a year"),
        ("$51,000<span style='vertical-align:super'>1</span> a year", "$51,000¹ a year"),
        ("$51,000<sup>a</sup> a year", "$51,000ᵃ a year"),
        ("51<sup>b</sup> jobs", "51ᵇ jobs"),
        ("4%<sup>c</sup> more", "4%ᶜ more"),
        ("$51,000<sup>*</sup> a year", "$51,000\\* a year"),
        ("$51,000<sup>see p. 3</sup> a year", "$51,000^(see p. 3) a year"),
        ("10<sup>-3</sup> inch", "10^-3 inch"),
        ("10<sup>6</sup> cells", "10⁶ cells"),
        ("2 m<sup>2</sup> of steel", "2 m² of steel"),
        ("9.8 m/s<sup>-2</sup> of it", "9.8 m/s^-2 of it"),
        ("the 2<sup>nd</sup> shift", "the 2nd shift"),
        ("le 1<sup>er</sup> mai", "le 1er mai"),
        ("7<sup>1</sup>/<sub>2</sub> hours", "7¹/₂ hours"),
        ("la 2<sup>e</sup> fois", "la 2e fois"),
        ("M<sup>me</sup> Roy", "Mme Roy"),
        ("Brand<sup>®</sup> tools", "Brand® tools"),
        ("CO<sub>2</sub> and x<sub>i</sub>", "CO₂ and xi"),
    ],
)
def test_what_is_raised_or_lowered_stands_apart(body, html, markdown):
    got = body(page(f"Words {html}."))
    assert f"Words {markdown}." in got


def test_a_mark_that_leads_to_a_note_becomes_one(body):
    got = body(page("Pay is $51,000<sup><a href='#n1'>1</a></sup>.</p><p id='n1'>BLS, 2024."))
    assert "$51,000[^1]." in got
    assert "[^1]: BLS, 2024." in got


def values(imported):
    return {fact.key: str(fact.value) for fact in imported.facts}


FACTS = {"median_wage": "51000", "projected_growth": "4", "employment": "299500"}
RAISED = {"1": "¹", "3": "³", "4": "⁴", "9": "⁹"}


def test_a_mark_is_never_part_of_a_fact_in_a_page(converted):
    marks = [f"<sup>{n}</sup>" for n in range(10)]
    made = converted(page(WAGES.format(*marks)), "text.html")
    assert values(made) == FACTS
    assert "The median annual wage was {fact}`median_wage`¹ in May 2024.⁹" in made.text
    assert "about {fact}`employment`⁴ jobs" in made.text


def test_a_mark_is_never_part_of_a_fact_in_a_plain_text(converted):
    text = WAGES.format(*"⁰¹²³⁴⁵⁶⁷⁸⁹")
    made = converted(f"Machinist\n\nOverview\n\n{text}\n", "text.txt")
    assert values(made) == FACTS


def test_a_mark_is_never_part_of_a_fact_in_a_word_file(converted):
    pytest.importorskip("mammoth")
    head, *rest = WAGES.replace("{9}", "").split("{")
    runs = f"<w:r><w:t xml:space='preserve'>{head}</w:t></w:r>"
    for part in rest:
        mark, _, words = part.partition("}")
        runs += (
            f"<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>{mark}</w:t></w:r>"
            f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"
        )
    made = converted(
        docx(paragraph("Overview", "Heading1"), f"<w:p>{runs}</w:p>"), "machinist.docx"
    )
    assert values(made) == FACTS


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        (r"$51,000{\super 1} a year", "$51,000¹ a year"),
        (r"4\super 3\nosupersub  percent", "4³ percent"),
        (r"4{\up6\fs16 3}\up0  percent", "4³ percent"),
        (r"51{\super 1}2 jobs", "51¹2 jobs"),
        (r"51,000{\super a} jobs, 4 %{\super b}", "51,000ᵃ jobs, 4 %ᵇ"),
        (r"10{\super 6} cells, H{\sub 2}O", "10⁶ cells, H₂O"),
        (r"\uc0 2{\super 4} m", "2⁴ m"),
        (r"le 1{\super er} mai, la 2{\super e} fois", "le 1er mai, la 2e fois"),
        (r"6{\super\super0 3} percent", "63 percent"),
    ],
)
def test_what_is_raised_in_rich_text_stands_apart(body, source, markdown):
    got = body(rf"{{\rtf1\ansi Machinist\par Overview\par Words {source}.\par}}", "a.rtf")
    assert f"Words {markdown}." in got


def test_each_mark_behind_a_figure_is_reported_with_its_line_and_marked(converted):
    made = converted(
        page("Pay is $51,000<sup>1</sup> on 2 m<sup>2</sup>,\nor 10<sup>3</sup>."), "t.html"
    )
    reported = [finding.message for finding in made.findings if finding.code == "I023"]
    assert reported == [
        "A raised character follows a figure in “…Pay is $51,000¹ on 2 m², or 10³.…”: it may mark a note, or be an exponent.",
        "A raised character follows a figure in “…Pay is $51,000¹ on 2 m², or 10³.…”: it may mark a note, or be an exponent.",
    ]
    assert "<!-- guidepub: unsettled there may be a note mark in “…Pay is" in made.text


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("51,000¹ and 4%² and 5ᵃ", ["¹", "²", "ᵃ"]),
        ("51,000* and 4†", ["*", "†"]),
        ("10^-3 and 10^(see) and a^2", ["^", "^"]),
        ("2 m² of CO₂ and 5*3 and 2nd", []),
        ("7¹/₂ hours and 37¹⁄₂ hours", []),
        ("$48,100¹/year for 1³/₁₆ inches", ["¹"]),
    ],
)
def test_marks_are_those_behind_figures(text, marks):
    assert [match[0] for match in marked_figures(text)] == marks


@pytest.mark.parametrize("bar", ["/", "&frasl;"])
def test_a_figure_before_a_fraction_is_no_fact(converted, bar):
    half = f"<sup>1</sup>{bar}<sub>2</sub>"
    made = converted(
        page(f"The median hourly wage was $23{half} in May 2024. It is projected to grow 5{half}%"),
        "a.html",
    )
    assert made.facts == ()
    assert "$23¹" in made.text
    assert "unsettled" not in made.text


def test_a_note_called_behind_a_figure_leaves_no_sign(converted):
    text = "# Broker\n\nThey earned $56,790[^1] in 2016; others $44,090[^1] more.\n\n[^1]: BLS.\n"
    assert "$56,790[^1] in 2016; others $44,090[^1] more." in converted(text, "a.md").text


def test_a_number_in_brackets_behind_a_figure_is_no_part_of_it(converted):
    text = (
        "# Bookbinder\n\n## Outlook\n\nEmployment of bookbinders will fall 8 [2] percent from 2023 to "
        "2033. There were 2,300 [a] bookbinders in 2023, and about 190 [4] openings a year.\n"
    )
    made = converted(text, "a.md")
    assert {fact.key: fact.value for fact in made.facts} == {
        "projected_growth": -8,
        "employment": 2300,
        "annual_openings": 190,
    }


STATED = "<html lang='{}'><body><h1>{}</h1><h2>{}</h2><p>{}</p><ol><li id='n1'>A survey.</li></ol></body></html>"


@pytest.mark.parametrize(
    ("language", "title", "heading", "text", "facts"),
    [
        (
            "en",
            "Roofer",
            "Salary",
            'Roofers had a median hourly wage of $24.05<a href="#n1" class="ref">2</a> in 2023.',
            {"median_hourly_wage": "24.05"},
        ),
        (
            "en",
            "Roofer",
            "Job Outlook",
            'Employment of roofers is projected to grow 6<a href="#n1" style="font-size:60%">3</a> percent from 2023 to 2033.',
            {"projected_growth": "6"},
        ),
        (
            "de",
            "Imkerin",
            "Aussichten",
            'Die Zahl der Imkerinnen soll von 2022 bis 2032 um 3<span class="fussnote">2</span> Prozent steigen.',
            {"projected_growth": "3"},
        ),
        (
            "fr",
            "Luthier",
            "Salaire",
            "Le salaire médian des luthiers est de 24 300 €<sup>1</sup> brut par an, soit 2 025<sup>2</sup> € par mois.",
            {"median_wage": "24300", "median_monthly_wage": "2025"},
        ),
        (
            "pt",
            "Oleiro",
            "Salário",
            "O salário mediano do oleiro é de 890 euros<sup>a</sup> por mês.",
            {"median_monthly_wage": "890"},
        ),
        (
            "es",
            "Campanero",
            "Salario",
            "El salario mediano del campanero es de 21.300 €<sup>(1)</sup> al año.",
            {"median_wage": "21300"},
        ),
        (
            "en",
            "Farrier",
            "Pay",
            "<ul><li>Median annual pay<sup>a</sup>: $48,600<sup>1</sup></li><li>Growth, 2022-32: 5%<sup>3</sup></li></ul>",
            {"median_wage": "48600", "projected_growth": "5"},
        ),
    ],
)
def test_marks_of_notes_are_no_part_of_a_figure(converted, language, title, heading, text, facts):
    page = STATED.format(language, title, heading, text)
    found = converted(page, "page.html").guide.facts
    assert {key: str(fact.value) for key, fact in found.items()} == facts


def test_raised_letters_of_an_abbreviation_are_part_of_it(body):
    page = STATED.format(
        "es", "Campanero", "Funciones", "En el n.<sup>o</sup> 3 está el 1.<sup>er</sup> taller."
    )
    assert "En el n.º 3 está el 1.er taller." in body(page)


def test_marks_of_notes_of_pandoc_are_raised(converted):
    text = "# Cooper\n\n## Pay\n\nCoopers had a median annual wage of $43,210^1^ in 2022.\n"
    imported = converted(text, "cooper.md")
    assert str(imported.guide.facts["median_wage"].value) == "43210"
    assert "\\^" not in imported.text


FRAMES = """<div class="site"><header><h2>Berufe A–Z</h2></header>{}</div>"""
FRAME = """<div class="frame"><header><h2>{}</h2></header><p>{}</p></div>"""


def test_headers_of_parts_hold_headings_and_the_header_of_a_site_does_not(body):
    parts = (
        ("Tierpfleger: ein Beruf für Frühaufsteher", "Tierpfleger füttern und misten jeden Tag."),
        ("Wie wird man Tierpfleger?", "Die Ausbildung dauert drei Jahre."),
        ("Was verdient man?", "Zoos zahlen nach Tarif, Tierheime oft darunter."),
    )
    text = body(FRAMES.format("".join(FRAME.format(*part) for part in parts)))
    assert "# Ausbildung\n\nDie Ausbildung dauert" in text
    assert "# Gehalt\n\nZoos zahlen" in text
    assert "Berufe A–Z" not in text
    article = "<article><header><h2>Pay</h2></header><p>Zoos pay by the hour.</p></article>"
    related = "<section><header><h2>Related articles</h2></header><p>Read of grooms.</p></section>"
    text = body(
        f"<main><h1>Zookeeper</h1><p>Zookeepers feed lions and bears.</p>{article}{related}</main>"
    )
    assert "# Salary\n\nZoos pay by the hour." in text
    assert "grooms" not in text


def test_brackets_behind_raised_figures_and_letters_of_notes_stay_apart(body):
    page = '<html lang="de"><h1>Geigenbauer</h1><p>Rund 1.400<sup>2)</sup> gibt es; es werden 3<sup>a</sup> Prozent mehr, am 3<sup>a</sup> Tag.</p></html>'
    assert "²) gibt es; es werden 3ᵃ Prozent" in body(page)
