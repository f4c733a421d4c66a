"""Pages and files as real programs write them, in short examples."""

from __future__ import annotations

import zipfile

import pytest
from words import codes

from guidepub.findings import InputError
from guidepub.importing import import_all
from guidepub.importing.originals.skipped_files import is_about_folder

PAGE = "<html lang='en'><head><title>Glazier</title></head><body><main><h1>Glazier</h1><p>Glaziers cut and fit glass in homes and towers.</p>"


def heads(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("#")]


@pytest.mark.parametrize(
    "fold",
    [
        '<div><button class="accordion-button">Salary</button><div>Pay is by the hour.</div></div>',
        '<h2 class="accordion-header"><button class="accordion-button">Salary</button></h2><div>Pay is by the hour.</div>',
        '<ul><li data-tab="t1">Salary</li></ul><div id="t1" class="tab-content"><p>Pay is by the hour.</p></div>',
        '<font size=4 color=blue>Salary</font><br>Pay is by the hour.',
        '<span style="font-size:14pt"><u>Salary</u></span><br>Pay is by the hour.',
        '<div class="et_pb_toggle_title">Salary</div><div>Pay is by the hour.</div>',
        '<input type="checkbox" id="k"><label for="k">Salary</label><div>Pay is by the hour.</div>',
        '<div><input type="radio" id="a"><label for="a">Salary</label><input type="radio" id="b"><label for="b">Tools</label>'
        "<div>Pay is by the hour.</div><div>Wheels and pliers, mostly.</div></div>",
    ],
)  # fmt: skip
def test_what_opens_a_fold_or_a_tab_is_its_heading(body, fold):
    assert "# Salary\n\nPay is by the hour." in body(PAGE + fold, "a.html")


@pytest.mark.parametrize(
    "menu",
    [
        '<button class="navbar-toggle accordion">Menu</button><div>Pay is by the hour.</div>',
        '<button class="accordion-button">Salary</button>',
        '<label for="zip">Your town</label><input id="zip"><div>Pay is by the hour.</div>',
    ],
)
def test_other_controls_are_no_headings(body, menu):
    made = body(f"{PAGE}<p>They work in pairs.</p>{menu}", "a.html")
    assert heads(made) == ["# Overview and Job Duties"]


def test_a_page_says_who_wrote_it_and_when_in_its_head_or_below_its_title(converted):
    data = '{"@type":"Article","author":{"name":"Ann Lee"},"datePublished":"2017-06-05"}'
    in_head = PAGE.replace("</head>", f'<script type="application/ld+json">{data}</script></head>')
    marked = PAGE + '<p class="subtitle">A trade</p><p class="author">By Ann Lee</p><p class="date">June 2017</p>'  # fmt: skip
    for page in (in_head, marked):
        made = converted(page, "a.html")
        assert [author.name for author in made.guide.authors] == ["Ann Lee"]
        assert made.guide.first_published == 2017
    assert made.guide.subtitle == "A trade"
    assert {p.text: p.fate for p in made.passages}["By Ann Lee"] == "metadata"


@pytest.mark.parametrize("login", ["admin", "https://pane.example/ann", "webmaster"])
def test_a_login_is_no_author(converted, login):
    page = PAGE.replace("</head>", f'<meta name="author" content="{login}"></head>')
    assert not converted(page, "a.html").guide.authors


def test_comments_of_google_docs_are_left_out_with_what_calls_them(converted):
    page = (
        '<html><body class="doc-content"><p class="title">Glazier</p><p>Glaziers cut<sup><a href="#cmnt1"'
        ' id="cmnt_ref1">[a]</a></sup> glass.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a> Sure?</p></div>'
    )
    made = converted(page, "a.html")
    assert made.text.endswith("Glaziers cut glass.\n")
    assert "[a] Sure?" in {passage.text for passage in made.passages}


def test_icons_before_words_are_left_out_and_reported_and_those_within_stay(converted):
    made = converted(
        "# ⛵ Glazier\n\n💡 Glaziers cut 🌷 glass.\n\n## 💶 Salary\n\nBy the hour.\n", "a.md"
    )
    assert "\nGlaziers cut 🌷 glass.\n" in made.text
    assert heads(made.text)[-1] == "# Salary"
    assert sorted(codes(made)) == ["I007", "I007", "I058"]


def test_pictures_that_say_something_and_headings_of_a_picture_alone_stay(converted):
    made = converted(
        "# Glazier\n\nGlaziers cut.\n\n❌ No gloves.\n\n🇨🇦 By the hour.\n\n## 🌷\n\nMore.\n", "a.md"
    )
    assert "\n❌ No gloves.\n\n🇨🇦 By the hour.\n" in made.text
    assert heads(made.text)[-1].endswith("🌷")
    assert "I007" not in codes(made)


@pytest.mark.parametrize(
    ("name", "is_about"),
    [
        *(
            (name, True)
            for name in ("README.de.md", "readme_zh-CN.md", "LICENSE-MIT", "SECURITY.md")
        ),
        *((name, False) for name in ("security-guard.md", "security.md", "license-clerk.txt")),
    ],
)
def test_a_guide_whose_name_begins_as_that_of_a_readme_is_imported(name, is_about):
    assert is_about_folder(name) is is_about


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ("{{Literatur |Autor=Anna Groß |Titel=Glas im Bau |Jahr=2019}}", "Anna Groß. Glas im Bau. 2019"),
        ("{{citar livro|autor=Souza, R.|título=Vidros|ano=2001}}", "Souza, R. Vidros. 2001"),
        ("{{Ouvrage|prénom1=Jean|nom1=Petit|titre=Le verre}}", "Jean Petit. Le verre"),
        ("{{cita libro|autor=Ruiz|nota=sin título}}", "Ruiz. sin título"),
        ("{{Quelle Buch|Verband der Glaser|isbn=x}}", "Verband der Glaser"),
    ],
)  # fmt: skip
def test_works_that_wikis_cite_keep_their_words_in_any_language(body, marks, words):
    made = body(f"'''Glaser''' ist ein Beruf.<ref>{marks}</ref>\n\n== Lohn ==\nTarif.\n", "a.wiki")
    assert f"[^1]: {words}\n" in made


def test_a_wiki_s_terms_on_one_line_and_its_list_of_notes(body):
    text = (
        "'''Glaser''' ist ein Beruf.\n; Geselle: nach drei Jahren\n\n== Lohn ==\nTarif.\n\n"
        "== Einzelnachweise ==\n{{Einzelnachweise}}\n{{Belege}}\n\n{{Portal|Beruf}}\n[[Categoria:Beruf]]\n"
    )
    made = body(text, "a.wiki")
    assert "Geselle\n: nach drei Jahren" in made
    assert "Einzelnachweise" not in made
    assert "Portal" not in made
    assert made.endswith("Tarif.\n\n<!-- guidepub: unsettled {{Belege}} -->")


def test_lists_and_tables_of_rich_text_as_programs_write_them(body):
    text = (
        r"{\rtf1\ansi Glazier\par Overview\par Glaziers cut and fit glass.\par "
        r"{\pntext 1.\tab}measure\par {\pntext 2.\tab}cut\par Tools\par "
        r"\trowd\cellx1\cellx2 {\intbl Tool\par}\cell {\intbl Use\par}\cell \row"
        r"\trowd\cellx1\cellx2 {\intbl Wheel\par}\cell {\intbl cutting\par}\cell \row}"
    )
    made = body(text, "a.rtf")
    assert "1. measure\n2. cut" in made
    assert "- Wheel: cutting" in made


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("- **From:** Ann Lee\n- **Subject:** Glazier\n\n# Glazier\n\n", "a.md"),
        ("De: Ana\nPara: Luis\nAsunto: vidriero\n\nVIDRIERO\n\nFunciones\n\n", "a.txt"),
        ("<table><tr><td>Von:</td><td>Anna</td></tr><tr><td>Betreff:</td><td>Glaser</td></tr></table><h1>Glaser</h1>", "a.html"),
    ],
)  # fmt: skip
def test_the_head_of_a_mail_is_left_out_however_it_is_set(body, head, name):
    made = body(f"{head}Glaziers cut and fit glass in homes.", name)
    assert made.partition("\n\n")[2] == "Glaziers cut and fit glass in homes."


def test_a_section_whose_summary_became_facts_prints_them(body):
    rows = "".join(
        f"<tr><th>{label}</th><td>{figure}</td></tr>"
        for label, figure in (("Median pay in 2024", "$52,000 per year"), ("Number of jobs, 2024", "57,000"))
    )  # fmt: skip
    made = body(f"{PAGE}<h2>Salary</h2><table>{rows}</table>", "a.html")
    assert "# Salary\n\n- Median pay in 2024: {fact}`median_wage` per year\n- Number of jobs, 2024: {fact}`employment`" in made  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("# Florist\n\nFlorists bind.\n\n> **Also Read: [How to Become a Gardener](/g/)**\n", "a.md", "Florist"),
        ("<title>Berufe-Lexikon: Glaser</title><h1>Berufe-Lexikon</h1><h1>Glaser</h1><p>Glaser schneiden Glas.", "a.html", "Glaser"),
        ("# Cómo ser vidriero\n\nEl vidriero corta cristales.\n\n## Salario\n\nPor horas.\n", "a.md", "Vidriero"),
        ("Home › Careers › Glazier\n\nGlazier\nby Ann Lee | May 3, 2021 | 4 Comments\n\nGlaziers cut glass.\n", "a.txt", "Glazier"),
        ("Accueil > Métiers > Vitrier\n\nVitrier\n\nLe métier\n\nLe vitrier pose des vitres.\n", "a.txt", "Vitrier"),
    ],
)  # fmt: skip
def test_a_text_is_called_by_its_occupation_and_not_by_its_site(converted, text, name, title):
    assert converted(text, name).guide.title == title


def test_a_table_of_labels_and_prose_that_lays_out_a_page_gives_sections(body):
    rows = "".join(
        f"<tr><td><b>{label}</b></td><td>{words}</td></tr>"
        for label, words in (
            ("Missions", "Le vitrier découpe le verre et le pose dans les fenêtres."),
            ("Formation", "Un CAP en deux ans, que l’on prépare souvent dans un atelier."),
            ("Salaire", "Le débutant gagne le Smic et progresse vite avec les chantiers."),
        )
    )
    page = f"<html lang=fr><h2>Vitrier</h2><img src=spacer.gif width=1><table>{rows}</table>"
    made = body(page, "a.html")
    assert heads(made) == ["# Présentation et missions", "# Formation requise", "# Salaire"]
    assert "spacer" not in made


def test_each_file_of_a_folder_is_imported_refused_or_named(tmp_path):
    texts = {"a.md": "# Glazier\n\nGlaziers cut.\n", "empty.txt": "", "b.doc": "x", "README.md": "# Site\n\nIt is.\n"}  # fmt: skip
    others = (".DS_Store", "LICENSE", "README.md", "blob.bin", "logo.png", "pay.csv")
    (tmp_path / "sub").mkdir()
    for name in (*texts, *others, "sub/s.css"):
        (tmp_path / name).write_text(texts.get(name, "x"), "utf-8")
    imports = import_all([tmp_path], tmp_path / "out", dry_run=True)
    [over] = [done for done in imports if done.state == "left out"]
    assert [finding.code for finding in over.findings] == ["I061"]
    assert f": {', '.join((*others, 'sub/s.css'))}. " in str(over.findings[0].message) + " "
    named = {done.path.name: done.state for done in imports if done is not over}
    assert named == {"a.md": "new", "empty.txt": "failed", "b.doc": "failed"}


def test_files_of_a_zip_that_are_no_pages_are_named(tmp_path):
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for name in ("Glazier.md", "Pay.csv", "img/a.png", "README.md"):
            made.writestr(name, "# Glazier\n\nGlaziers cut.\n")
    first, guide = import_all([archive], tmp_path / "out", dry_run=True)
    assert ": Pay.csv, README.md." in first.findings[0].message
    assert (first.state, guide.state) == ("left out", "new")


@pytest.mark.parametrize(
    "tail",
    [
        "(c) 2012 Guías S.A. Prohibida su reproducción.",
        "Aviso legal\nLa información de esta ficha no tiene carácter contractual.",
        "Les informations sont données à titre indicatif. Reproduction interdite.",
        "Haftungsausschluss: Alle Angaben ohne Gewähr.",
    ],
)
def test_legal_matter_at_the_end_of_a_text_goes_to_the_register(converted, tail):
    made = converted(f"Vidriero\n\nSalario\n\nPor convenio.\n\n{tail}\n", "a.txt")
    assert made.text.endswith("\n\nPor convenio.\n")
    assert made.passages[-1].fate == "notice"
    assert "I042" in codes(made)


@pytest.mark.parametrize(
    "code",
    ["[[+site.name]]", "#{company}", "«Company_Name»", "@Model.Owner", "{SITE_NAME}", "*|FNAME|*"],
)
def test_placeholders_of_page_makers_are_lifted_out(converted, code):
    made = converted(f"# Glazier\n\nGlaziers at {code} cut glass.\n", "a.md")
    assert f"Glaziers at <!-- guidepub: unsettled {code} --> cut glass." in made.text
    assert codes(made) == ["I020"]


@pytest.mark.parametrize(
    "words", ["TBD", "(coming soon)", "To be written.", "Próximamente…", "*folgt*"]
)
def test_a_text_that_is_still_to_come_is_none(converted, words):
    made = converted(f"# Glazier\n\nGlaziers cut.\n\n## Salary\n\n{words}\n", "a.md")
    assert made.text.endswith("\n\nGlaziers cut.\n")
    assert codes(made) == ["I013"]
    assert "an announcement of a future text" in {passage.note for passage in made.passages}


def test_bullets_among_numbers_keep_their_kind(body):
    text = "Glazier\n\nTools\n\nThey need:\n\n1. wheels\n2. pliers\n* a rule\n"
    assert body(text, "a.txt").endswith("1. wheels\n2. pliers\n- a rule")


def test_a_text_that_a_mail_quotes_is_read_without_the_signs_of_quotation(body):
    quoted = ["Florist", "", "Overview", "", "Florists cut > 9 flowers and tie", "them.", "", "Salary",
              "", "The pay is low."]  # fmt: skip
    lines = [
        "From: Ann <a@example.org>",
        "To: Bo",
        "Subject: Text",
        "",
        *(f"> {q}" for q in quoted),
    ]
    made = body("\n".join([*lines, "", "Kind regards", "Ann"]), "a.txt")
    assert made == (
        "# Overview and Job Duties\n\nFlorists cut > 9 flowers and tie them.\n\n"
        "# Salary\n\nThe pay is low."
    )


def test_a_row_that_begins_with_a_bar_quotes_nothing(body):
    rows = "\n".join(f"| A{n} | {n} |" for n in range(8))
    assert "| A1 | 1 |" in body(
        f"# Florist\n\n## Facts\n\n| Key | No |\n|---|---|\n{rows}\n", "a.md"
    )


@pytest.mark.parametrize(
    ("template_language", "language", "text"),
    [
        ("en", "pt", "# Marceneiro\n\nO marceneiro projeta móveis sob medida e folheia tampos. Os cursos do sistema duram de seis meses a dois anos, e as vagas não faltam."),
        ("de", "fr", "# Relieur\n\nLe relieur coud les cahiers et pose la couverture. Il travaille dans un atelier avec des outils."),
        ("es", "pt", "# Padeiro\n\nO padeiro faz pão à noite e não dorme. As lojas abrem às seis, e os clientes não esperam por uma fornada."),
        ("en", "en", "# Baker\n\nBakers bake bread at night. Ovens heat, doughs rise, loaves cool; shops open by six."),
    ],
)  # fmt: skip
def test_a_language_that_a_template_says_yields_to_that_of_the_words(
    converted, template_language, language, text
):
    made = converted(f"---\nlang: {template_language}\n---\n\n{text}\n", "a.md")
    assert made.guide.language.startswith(language)


def test_a_list_that_holds_headings_is_parts_with_lists(body):
    html = (
        "<h1>Farrier</h1><h2>Overview</h2><p>Farriers shoe horses.</p><menu><h2>Education</h2>"
        "Most learn from a master.<li>A certificate</li><li>A test</li>Practice is in stables.</menu>"
    )
    assert body(html, "a.html").endswith(
        "# Educational Requirements\n\nMost learn from a master.\n\n- A certificate\n- A test"
        "\n\nPractice is in stables."
    )


def test_bold_cells_alone_in_their_rows_are_headings(body):
    def row(size, words):
        return f'<tr><td style="font-size:{size}px">{words}</td></tr>'

    rows = [row(28, "Gardener"), row(20, "Overview"), row(14, "Gardeners plan gardens and dig."),
            row(20, "Training"), row(14, "Schools teach it in two years.")]  # fmt: skip
    made = body(f"<title>Gardener</title><table>{''.join(rows)}</table>", "a.html")
    assert made == (
        "# Overview and Job Duties\n\nGardeners plan gardens and dig.\n\n"
        "# Educational Requirements\n\nSchools teach it in two years."
    )


def test_what_names_a_table_below_a_section_s_heading_begins_no_section(body):
    text = (
        "Surveyor\n\nOverview\n\nSurveyors measure land.\n\nSalary\n\n"
        "Employment and wages, May 2023\n\nArea\tEmployment\tAnnual median wage\n"
        "United States\t58,340\t$48,940\nOregon\t1,120\t$55,900\n"
    )
    made = body(text, "a.txt")
    assert "# Salary\n\n## Employment and wages, May 2023" in made
    assert "Outlook" not in made


def test_how_to_become_one_is_the_title_where_another_section_is_on_training(body):
    made = body(
        "# How to Become a Mechanic\n\nMechanics take engines out of boats.\n\n"
        "# What Training Do Mechanics Need?\n\nYards take on helpers with a course.\n\n"
        "# Job Outlook\n\nThere are many boats.\n",
        "a.md",
    )
    assert "take engines" in made.partition("# Educational")[0]


@pytest.mark.parametrize("last", ["© 2019 Trade Press.", "All rights reserved."])
def test_prose_behind_a_legal_sentence_stays(body, last):
    prose = "Roofers with a crew bid on larger houses. A crew of five lays one in three days."
    made = body(f"# Roofer\n\nRoofers lay tiles.\n\n{last} {prose}\n", "a.md")
    assert made.endswith(prose)
    assert last not in made


@pytest.mark.parametrize(
    "hole", ["[CITY]", "[Name]", "[Company Name]", "[YEAR]", "[INSERT PHOTO]", "[$XX,XXX]", "[Firmenname]", "[Ciudad]"]
)  # fmt: skip
def test_what_waits_for_its_text_in_brackets_is_lifted_out(converted, hole):
    made = converted(f"# Glazier\n\nGlaziers at {hole} cut glass.\n", "a.md")
    assert f"Glaziers at <!-- guidepub: unsettled {hole} --> cut glass." in made.text
    assert codes(made) == ["I020"]


@pytest.mark.parametrize(
    "words", ["[sic]", "[see below]", "[OSHA]", "[the company]", "[Smith]", "[Name](http://a.example)"]
)  # fmt: skip
def test_other_words_in_brackets_stay(converted, words):
    made = converted(f"# Glazier\n\nGlaziers at {words} cut glass.\n", "a.md")
    assert "unsettled" not in made.text
    assert words[1:].partition("]")[0] in made.text


def test_a_page_that_only_leads_to_others_is_refused(converted):
    def card(name):
        return f'<article><h2><a href="/{name}/">{name}</a></h2><p>{name}s work. <a href="/{name}/">More</a></p></article>'

    cards = "".join(map(card, ("Welder", "Baker", "Florist")))
    page = f"<html><body><header><h1>Careers</h1></header><main>{cards}</main></body></html>"
    with pytest.raises(InputError) as refused:
        converted(page, "a.html")
    assert "“Welder”, “Baker”, “Florist”" in refused.value.findings[0].message
    text = (
        "<h2>Overview</h2><p>Trades are many, and each has tools of its own. "
        + "So it goes on. " * 20
    )
    assert converted(page.replace("<main>", f"<main>{text}"), "a.html").guide


def test_sections_that_are_links_are_a_guide(body):
    def card(name):
        return f'<li><h2><a href="/{name}/">{name}</a></h2><p>{name} is told of.</p></li>'

    cards = "".join(map(card, ("Overview", "Salary", "Education", "Job Outlook")))
    assert "Salary is told of." in body(
        f"<title>Welder</title><h1>Welder</h1><ul>{cards}</ul>", "a.html"
    )


def test_a_table_of_percentiles_keeps_its_own_words(body):
    rows = "| 10 % | 24.100 € |\n| Median | 33.900 € |\n| 90 % | 45.000 € |\n"
    head = "| Perzentil | Jahresgehalt |\n|---|---|\n"
    made = body(f"---\nlang: de\n---\n# Schreiner\n\n## Verdienst\n\n{head}{rows}", "a.md")
    assert "- Perzentil 10 %, Jahresgehalt: {fact}`wage_p10`" in made
