"""Texts from publishers' tools: other markup, line ends, captions, icons, forms."""

from __future__ import annotations

import re

import pytest
from words import codes, docx, paragraph

from guidepub.importing.markdown.confluence_marks import as_markdown, is_confluence
from guidepub.importing.markdown.reader import with_all_cells
from guidepub.importing.originals.skipped_files import is_about_folder
from guidepub.importing.originals.spoken_language import is_in_another_language
from guidepub.importing.plain.divided_words import LineJoiner

PAGE = "<html lang='en'><head><title>Baker</title></head><body><main><h1>Baker</h1><p>Bakers knead dough and heat ovens before dawn.</p>"
END = "</main></body></html>"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        # A list made of a table without heads keeps the table's caption, also a long one.
        (PAGE + "<table><caption>Shifts of a week.</caption><tr><td>Early 1</td><td>two</td></tr><tr><td>Late 2</td><td>three</td></tr></table>" + END, "Shifts of a week.\n\n- Early 1: two"),
        (PAGE + f"<table><caption>{'Hours of each shift, ' * 14}as agreed.</caption><tr><th>Shift</th><th>Hours</th></tr><tr><td>Early</td><td>8</td></tr></table>" + END, "as agreed.\n\n| Shift"),
        # One column of bold words and sentences is a page, and no list.
        (PAGE + "<table><tr><td><b>PAY</b></td></tr><tr><td>By the hour.</td></tr></table>" + END, "# Salary\n\nBy the hour."),
        # Icons are letters that no font of a book has.
        (PAGE + "<h2><i>&#xf155;</i> Salary</h2><p><i>&#xf0a4;</i> By the hour &#xf0d6;</p>" + END, "# Salary\n\nBy the hour"),
        # Words of a heading that is a sentence are said, too.
        ("# Baker\n\n## Pay\n\nBy the hour.\n\n# This wage is the union's own.\n\n## Training\n\nThree years.", "By the hour.\n\nThis wage is the union's own."),
    ],
)  # fmt: skip
def test_no_words_of_a_page_are_lost(body, page, words):
    assert words in body(page, "a.html" if "<html" in page else "a.md")


def test_code_of_a_server_stands_in_no_title_and_no_attribute(converted):
    page = (
        '<html><head><title><?= $job ?> | Site</title></head><body><main><h1>Baker</h1><p>Bakers knead<?php if ($a) echo " here"; ?> dough.</p>'
        '<img src="<?= $i ?>" alt="A loaf by <?= $who ?>"></main></body></html>'
    )
    made = converted(page, "a.php")
    assert made.guide is not None
    assert made.guide.title == "Baker"
    assert "\ufdd0" not in made.text + "".join(passage.text for passage in made.passages)
    assert any("A loaf by <?= $who ?>" in passage.text for passage in made.passages)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["It takes day-to-", "day care."], "It takes day-to-day care."),
        (["A mother-in-", "law helps."], "A mother-in-law helps."),
        (["They use GPS-", "based tools."], "They use GPS-based tools."),
        (["The 2024-", "2034 forecast."], "The 2024-2034 forecast."),
        (["The Cities-", "Duluth line."], "The Cities-Duluth line."),
        (["They pro-", "ject it."], "They project it."),
        (["Ends here -", "And goes on."], "Ends here - And goes on."),
    ],
)
def test_hyphens_of_the_writer_stay(lines, text):
    joiner = LineJoiner(" ".join(lines), "en-US")
    assert " ".join(filter(None, joiner.whole_lines(lines))) == text
    assert joiner.joined(lines) == text


@pytest.mark.parametrize(
    "inner",
    [
        "Il pose des chau-<br>dières et purge les radia-<br>teurs.",
        "Il pose des chau-<br>dières<br>et purge les radia-<br>teurs.",
    ],
)
def test_words_that_breaks_part_are_whole(body, inner):
    made = body(f"<html lang='fr'><body><main><h1>Chauffagiste</h1><p>{inner}</p></main></body></html>", "a.html")  # fmt: skip
    assert "chaudières" in made
    assert "radiateurs" in made


def test_marks_of_confluence_are_read(body):
    text = (
        "h1. Baker\n\n{toc}\n\nBakers *knead* dough.\n\nh2. Training\n\n{info:title=How long}\nThree years.\n{info}\n\n"
        "* bread\n** rye\n# first\n\n||Step||Years||\n|one|2|\n\nh2. Pay\n\nBy the hour, see {{x}} and [the list|https://a.example/].\n\n{code}\n{not a macro}\n{code}"
    )
    made = body(text, "a.txt")
    assert "# Educational Requirements\n\n**How long** Three years." in made
    assert "- bread\n  - rye\n" in made
    assert "**knead**" in made
    assert "# Salary" in made
    assert "{not a macro}" in made
    assert "{toc}" not in made
    assert "h2." not in made


@pytest.mark.parametrize("text", ["h1. one heading alone\n", "## Baker\n\nh2. a\n\nh2. b\n", "a h2. b\nc h3. d"])  # fmt: skip
def test_other_texts_are_not_of_confluence(text):
    assert not is_confluence(text)
    assert as_markdown("Use {braces} and *stars *")[0] == "Use {braces} and *stars *"


@pytest.mark.parametrize(
    "tabs",
    [
        '[su_tabs]\n[su_tab title="Pay &amp; Hours"]\nBy the hour.\n[/su_tab]\n[/su_tabs]',
        "[tabgroup]\n[tab name='Salary']\nBy the hour.\n[/tab]\n[/tabgroup]",
        '[vc_tta_accordion]\n[vc_tta_section title="What Bakers Earn" tab_id="1"]\n\nBy the hour.\n\n[/vc_tta_section]\n[/vc_tta_accordion]',
    ],
)
def test_tabs_of_shortcodes_are_headings_in_markdown(body, tabs):
    made = body(f"# Baker\n\nBakers knead dough.\n\n{tabs}\n", "a.md")
    assert "# Salary\n\nBy the hour." in made
    assert "[" not in made


@pytest.mark.parametrize(
    "line",
    [
        "Click or tap here to enter text.",
        "Wählen Sie ein Element aus.",
        "[Text fehlt]",
        "Angaben folgen.",
        "Falta el texto",
        "Cliquez ici pour entrer du texte.",
        "Texto em elaboração",
        "XXX",
        "Contents [hide]",
        "Sommaire [masquer]",
        "\\vspace{1cm}",
        "\\pagebreak",
        "**READ MORE:** [How to Become a Cook](/cook/)",
        "**Mehr dazu:** [So wird man Koch](/koch/)",
        "von Redaktion | 12.04.2022 | Lesezeit: 4 Minuten",
    ],
)
def test_what_tools_leave_in_a_text_is_not_printed(body, line):
    made = body(f"# Baker\n\nBakers knead dough and heat ovens before dawn.\n\n{line}\n\n## Pay\n\nBy the hour.\n", "a.md")  # fmt: skip
    assert made.replace("\\", "").strip() == (
        "# Overview and Job Duties\n\nBakers knead dough and heat ovens before dawn.\n\n# Salary\n\nBy the hour."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Text follows the pattern of a loaf.",
        "Recommended: a certificate in food safety.",
        "All information is missing on small shops, says the guild.",
        "It pays x to xxx a day.",
        "A path is C:\\begin, and a tag is \\label, say printers of recipes.",
    ],
)
def test_sentences_about_such_things_stay(body, line):
    made = body(f"# Baker\n\nBakers knead dough and heat ovens.\n\n{line}\n\n## Pay\n\nBy the hour.\n", "a.md")  # fmt: skip
    assert line.split(" ")[-1].strip(".") in made


FRENCH = "Le relieur coud les cahiers, colle le dos et couvre le livre. Le salaire est de 1 890 euros par mois en France, et les ateliers sont petits."


def test_a_template_s_false_language_gives_way(converted):
    page = f"<html lang='en-US'><head><title>Relieur</title></head><body><main><h1>Relieur</h1><h2>Missions</h2><p>{FRENCH}</p></main></body></html>"
    assert converted(page, "a.html").guide.language == "fr"
    assert not is_in_another_language(FRENCH, "fr")
    assert not is_in_another_language(FRENCH, "oc")
    assert not is_in_another_language("The chef says: le pain est dans le four. It is the best of the day for them.", "en")  # fmt: skip


def test_a_page_s_head_and_a_front_matter_say_more(converted):
    page = PAGE.replace("</head>", "<meta name='description' content='All about bread.'></head>")
    assert converted(page + END, "a.html").guide.description == "All about bread."
    text = "---\ntitle: Maurer\ndate: '12. März 2017'\n---\n\n## Lohn\n\nNach Tarif.\n"
    assert converted(text, "a.md").guide.first_published == 2017


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("5 Steps to Becoming an Auctioneer", "Auctioneer"),
        ("Cinco pasos para ser florista", "Florista"),
        ("Les 6 étapes pour devenir fleuriste", "Fleuriste"),
        ("In 5 Schritten zum Tischler", "Tischler"),
        ("7 passos para se tornar padeiro", "Padeiro"),
    ],
)
def test_a_title_of_steps_names_the_occupation(converted, title, name):
    made = converted(f"# {title}\n\nA {name.lower()} works hard and early, day by day, for the whole town and for all of its many people.\n", "a.md")  # fmt: skip
    assert made.text.split("title: ")[1].split("\n")[0].strip('"') == name


def test_a_page_without_a_name_is_called_by_its_text(converted):
    inner = "<h2>Starting Out</h2><p>Ushers are paid by the hour. An usher comes early.</p><h2>Pay</h2><p>Low.</p>"
    page = f"<html lang='en'><head><title>Untitled Document</title></head><body><main>{inner}</main></body></html>"
    assert "title: Usher\n" in converted(page, "a.html").text


@pytest.mark.parametrize("name", ["requirements.txt", "robots.txt", "CODE_OF_CONDUCT.md", "HISTORY.md", "requirements-dev.txt"])  # fmt: skip
def test_files_of_tools_are_about_their_folder(name):
    assert is_about_folder(name)


@pytest.mark.parametrize("name", ["code-reader.md", "history.md", "security.txt", "notice-server.txt"])  # fmt: skip
def test_guides_with_such_names_are_guides(name):
    assert not is_about_folder(name)


def test_prompts_of_a_form_of_word_are_left_out(converted):
    field = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt = field.format("<w:showingPlcHdr/>", paragraph("Type your duties."))
    filled = field.format("", paragraph("They sell bread."))
    made = converted(docx(paragraph("Bakers knead dough."), prompt, filled), "a.docx")
    assert "They sell bread." in made.text
    assert "Type your duties" not in made.text
    assert "I053" in codes(made)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", '# Baker\n\nThey knead.\n\n{% tabs %}\n{% tab title="Pay" %}\nBy the hour.\n{% endtab %}\n{% endtabs %}\n'),
        ("a.md", '# Baker\n\nThey knead.\n\n{{< tabs >}}\n{{< tab "Pay" >}}\nBy the hour.\n{{< /tab >}}\n{{< /tabs >}}\n'),
        ("a.mdx", "import Tabs from '@theme/Tabs';\n\n# Baker\n\nThey knead.\n\n<Tabs>\n<TabItem value=\"a\" label=\"Pay\">\n\nBy the hour.\n\n</TabItem>\n</Tabs>\n"),
        ("a.txt", '# Baker\n\nThey knead.\n\n[tab title="Pay"]\n\nBy the hour.\n\n[/tab]\n'),
        ("a.html", f'{PAGE}[toggle title="Pay"]By the hour.[/toggle]{END}'),
        ("a.html", f'{PAGE}<div><ul><li><a href="#t1">Pay</a></li><li><a href="#t2">Tools</a></li></ul><div id="t1"><p>By the hour.</p></div><div id="t2"><p>Scrapers, mostly.</p></div></div>{END}'),
        ("a.html", f"""{PAGE}<button onclick="show(event, 'p')">Pay</button><div id="w" class="tabcontent"><p>They knead.</p></div><div id="p" class="tabcontent" style="display:none"><p>By the hour.</p></div>{END}"""),
        ("a.html", f'{PAGE}<a data-toggle="collapse" href="#c">Pay</a><div id="c" class="collapse"><p>By the hour.</p></div>{END}'),
        ("a.html", f'{PAGE}<table><tr><td>Pay</td><td>By the hour. Nights earn more, and so do most of the feast days of a year.</td></tr><tr><td>Training</td><td>Three years in a shop, and a school beside it on a day of each week.</td></tr></table>{END}'),
        ("a.txt", "[b][size=5]Baker[/size][/b]\n\nThey knead.\n\n[b]Pay[/b]\n\nBy the hour.\n\n[list]\n[*]tips\n[/list]\n"),
        ("a.txt", "= Baker\n:toc:\n\nThey knead.\n\n== Pay\n\nBy the hour.\n\nNOTE: Nights earn more.\n"),
        ("a.txt", "#+TITLE: Baker\n\nThey knead.\n\n* Pay\n\nBy the hour.\n"),
        ("a.txt", "Baker\n=====\n\nThey knead.\n\nPay\n---\n\nBy the hour.\n\n.. note::\n\n   Nights earn more.\n"),
        ("a.txt", "h1. Baker\n\np. They knead.\n\nh2. Pay\n\np. By the hour.\n"),
        ("a.md", "# Baker\n\nThey knead.\n\n\\newpage\n\\section*{Pay}\n\nBy the hour.\n\n\\begin{itemize}\n\\item \\textbf{tips}\n\\end{itemize}\n"),
    ],
)  # fmt: skip
def test_tabs_and_marks_of_tools_are_headings(body, name, text):
    made = body(text, name)
    assert "# Salary\n\nBy the hour." in made
    assert not [mark for mark in ("{%", "{{", "[/", "TabItem", "[b]", ":toc:", "#+", ".. ", "p. ", "\\begin", "\\item") if mark in made]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("40 hours for 50 weeks\n= 2,000 hours\n\n2,000 hours for $22\n= $44,000\n", "= $44,000"),
        ("They bake,\np. ej. rye,\np. ej. wheat. Some,\nz. B. here, knead.\n\ni. e. they work.\n", "bake, p. ej. rye, p. ej. wheat. Some, z. B. here, knead.\n\ni. e. they"),
        ("Type [b]word[/b] for bold letters and [i]word[/i] for slanted ones.\n", "[b]word[/b] for bold letters and [i]word[/i]"),
        ("[b]Duties[/b]\n\n[b]Tools[/b]\n\n[s]he signs. “[i]n 1998” is on the photo [left].\n", "[s]he signs. “[i]n 1998” is on the photo [left]."),
        ("They write of wikis.\n\nh1. is a heading there.\nh2. is below it.\n", "h1. is a heading there. h2. is"),
        ("Of ten who begin,\n9 of 10\nstay.\n", "9 of 10 stay."),
        (":toc:\n:author: Ann\n\n.NET pays well.\n\n[quote, John Smith]\n____\nBake.\n____\n", ".NET pays well.\n\nJohn Smith:"),
        ("#+TITLE: Baker\n\n#+CAPTION: A loaf of rye\n", "A loaf of rye"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_mark_of_a_tool_is_kept(body, text, words):
    made = body(f"{'' if text[0] in ':#' else 'Baker' + chr(10) * 2}{text}", "a.txt")
    assert words in re.sub(r"\\(?=[\[=])", "", made)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The clerk runs the\nexport function of the port and may\nimport \"fresh fish\"\nfor shops.", 'runs the export function of the port and may import "fresh fish" for'),
        ("They \\textbf{bake \\emph{rye}} daily.", "They **bake *rye*** daily."),
        ('```\n[tab title="Pay"]\nx\n[/tab]\n```\n\nThey bake.\n\n[tab title="Pay"]By the hour.[/tab]', '[tab title="Pay"]\nx\n[/tab]\n```\n\nThey bake.\n\n**Pay** By the hour.'),
        ("They bake.[^Note]\n\n[^note]: About ovens.", "About ovens."),
        ("### Saws powered by batteries\n\nLight ones.\n\n- Sign the guest book\n- Site built by hand", "powered by batteries\n\nLight ones.\n\n- Sign the guest book\n- Site built by hand"),
        ("They negotiate photo credits with editors. Letters are edited for length and clarity. Stars are best viewed at night.", "photo credits with editors. Letters are edited for length and clarity. Stars"),
        ("Photos from each day are kept for years.", "Photos from each day are kept"),
    ],
)  # fmt: skip
def test_no_words_of_markdown_are_taken_for_marks_or_a_site(body, text, words):
    assert words in body(f"# Baker\n\nThey knead.\n\n{text}\n", "a.md")


def test_steps_in_a_page_keep_their_numbers(body):
    steps = "<ol><li><h3>Finish school</h3><p>Take chemistry.</p></li><li><h3>Ask</h3><p>Then do step 1 again.</p></li></ol>"
    assert "1. **Finish school** Take" in body(f"{PAGE}<h2>Training</h2>{steps}{END}", "a.html")


def test_tables_of_markdown_are_widened_in_one_pass():
    lines = with_all_cells(["|-|"] * 20_000)
    assert len(lines) == 20_000


def test_no_cell_and_no_note_of_markdown_is_dropped(body):
    table = "| Rank | Pay |\n|---|---|\n| Aide | less | and tips |\n"
    made = body(f"# Baker\n\nThey knead.[^a]\n\n{table}\n[^a]: Called.\n\n[^b]: Never called, about ovens.\n", "a.md")  # fmt: skip
    assert "and tips" in made
    assert "Never called, about ovens." in made


def test_lines_at_the_top_of_a_text_say_what_it_is(converted):
    made = converted("Título: Orfebre\nAutora: Ana López\nFecha: 2 de marzo de 2018\nIdioma: español\n\nSalario\n\nLos talleres pagan por pieza.\n")  # fmt: skip
    assert (made.guide.title, made.guide.language, made.guide.first_published) == (
        "Orfebre",
        "es",
        2018,
    )
    kept = converted("Title: Baker\nMedian pay: $30,000\n\nBakers knead dough.\n")
    assert "30,000" in kept.text


def test_similar_occupations_are_no_part_of_the_pay(body):
    text = "# Ergotherapeut\n\nSie üben mit Kindern.\n\n## Gehalt\n\nNach Tarif.\n\n## Ähnliche Berufe\n\nLogopäden verdienen im Mittel 3.100 Euro im Monat, Physiotherapeuten 3.080 Euro.\n"
    assert "\n# Ähnliche Berufe\n" in body(text, "a.md")


@pytest.mark.parametrize(
    ("foot", "year"),
    [("© Éditions du Four, 2016. Tous droits réservés.", 2016), ("(c) Trade Press Ltd 2011-2013. All rights reserved.", 2011)],
)  # fmt: skip
def test_a_copyright_may_name_its_owner_first(converted, foot, year):
    assert converted(f"# Baker\n\n## Pay\n\nBy the hour.\n\n{foot}\n", "a.md").guide.first_published == year  # fmt: skip


def test_rows_of_links_and_numbers_of_pages_are_left_out(body):
    row = '<p><a href="/">Home</a> | <a href="/shops">Our Shops</a></p>'
    assert "Our Shops" not in body(f"{PAGE}<h2>Pay</h2><p>By the hour.</p>{row}{END}", "a.html")
    text = "Baker                Career Guide No. 14\n\nPay\n\nBy the hour.\n2 / 5\nAnd by night.\n\nPage 3/9\n\n7 of 9\n\n8 of 9\n\nCareer Guide No. 14                Baker\n\nMore is said.\n"
    made = body(text, "a.txt")
    assert "2 / 5" not in made
    assert " of 9" not in made
    assert "No. 14" not in made


def test_what_a_table_is_too_wide_for_is_reported(converted):
    def row(word):
        return "<tr>" + "".join(f"<td>{word}{number}</td>" for number in range(26)) + "</tr>"

    imported = converted(f"<h1>Pay</h1><table>{row('a')}{row('b')}</table>", "a.html")
    (too_wide,) = [finding for finding in imported.findings if finding.code == "I052"]
    assert "after column 24" in too_wide.message
    assert "b23" in imported.text
    assert "b24" not in imported.text
    assert [p.text for p in imported.passages if p.fate == "left out"] == ["a24 a25 b24 b25"]
