"""Pages by Word, site builders and old tools, and the files next to them."""

from __future__ import annotations

import sys

import pytest
from words import ROOT, codes

from guidepub.importing import import_all
from guidepub.importing.conversion import convert
from guidepub.importing.originals.foreign import ForeignText

sys.path.insert(0, str(ROOT / "benchmarks"))
import import_mixed

ITEM = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>{}<span>&nbsp;</span></span>{}"
)


def word(inner):
    return f"<html><body lang=EN-US><div class=WordSection1>{inner}</div></body></html>"


def test_a_page_of_word_has_a_title_lists_and_notes(converted):
    items = "".join(ITEM.format(*item) for item in (("·", "Cut"), ("1.", "Read"), ("2.", "Weld")))
    note = "<p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> BLS, 2025.</p>"
    pay = "<b>Salary</b><p class=MsoNormal>It was $51,000<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> in 2024."
    made = converted(word(f"<p class=MsoTitle>Welder</p><p>{items}<p>{pay}</div><div>{note}"), "a.html")  # fmt: skip
    assert made.guide.title == "Welder"
    assert "- Cut\n\n1. Read\n2. Weld\n" in made.text
    assert "$51,000[^1] in 2024." in made.text
    assert "[^1]: BLS, 2025." in made.text


def test_lists_of_google_docs_stand_in_each_other(body):
    lists = (
        "<ul class='lst-kix_a-0 start'><li>Mix</li></ul><ul class='lst-kix_a-1 start'><li>flour</li></ul>"
        "<ul class='lst-kix_a-0'><li>Bake</li></ul><ul class='lst-kix_b-0 start'><li>Sell</li></ul>"
    )
    assert "- Mix\n  - flour\n- Bake\n" in body(f"<h1>Baker</h1><h2>Duties</h2>{lists}")


@pytest.mark.parametrize(
    "inner",
    [
        "<details><summary>Salary</summary><p>Low.</p></details>",
        "<dl><dt>What does a cook do?</dt><dd>Cooks.</dd><dt>How much do cooks make?</dt><dd>Low.</dd></dl>",
        "<p>SALARY</p><p>Low.</p>",
        "<h2>💰 Salary</h2><p>Low.</p>",
    ],
)
def test_what_heads_a_section_without_a_heading_s_tag(body, inner):
    assert "# Salary\n\nLow." in body(f"<h1>Cook</h1><p>Cooks cook.</p>{inner}")


def test_a_few_words_alone_above_the_first_section_are_the_title(converted):
    page = "<font color=red>Miller</font><br><br>OVERVIEW<br><br>Millers grind.<br><br>SALARY<br><br>Low."
    made = converted(f"<html lang=en><body>{page}</body></html>", "a.html")
    assert made.guide.title == "Miller"
    assert "I010" in codes(made)


def test_a_page_that_is_a_listing_is_a_plain_text(converted):
    made = converted("<pre>DIVER\n\nOVERVIEW\n\nThey dive.\n\nSALARY\n\nLow.\n</pre>", "a.html")
    assert (made.guide.title, [s.title for s in made.guide.sections][1]) == ("Diver", "Salary")


def test_code_in_a_page_that_is_a_listing_is_lifted_out_with_its_line(converted):
    code = "DIVER\n\nOVERVIEW\n\nThey <?php echo 1 ?> dive.\n\n{{ more }}\n"
    made = converted(f"<html>\n<body>\n<pre>{code}</pre>", "a.html")
    assert "‹?php echo 1 ?›" in made.text
    assert {f.place.line for f in made.findings if f.code == "I020"} == {7, 9}


def test_one_line_of_code_stays_code(body):
    assert "```" in body("<pre>x = 1</pre>")


def test_latin_1_is_windows_1252_as_in_browsers(body):
    page = b'<meta charset="iso-8859-1"><h1>Cook</h1><p>Pays \x8020 \x96 well.</p>'
    assert "Pays €20 – well." in body(page)


def test_documents_that_are_not_read_are_reported_and_a_site_s_parts_are_not(tmp_path):
    hidden = ("~$b.doc", "~$g.docx", ".h.doc")
    for name in ("a.txt", "b.doc", "c.mhtml", "d.css", "e.js", "f.png", *hidden):
        (tmp_path / name).write_text("Cook\n\nOverview\n\nCooks cook.\n")
    reported = {
        r.path.name: codes(r) for r in import_all(tmp_path, tmp_path / "out") if r.state == "failed"
    }
    assert reported == {"b.doc": ["I001"], "c.mhtml": ["I001"]}


def test_a_document_that_is_not_read_has_one_remedy_in_a_folder_and_alone(tmp_path):
    path = tmp_path / "b.DOC"
    path.write_text("Cook")
    alone, below = (
        [f for result in import_all(each, tmp_path / "out") for f in result.findings]
        for each in (path, tmp_path)
    )
    assert alone == below
    assert alone[0].remedy == "Save it as .docx or .odt, and import that."


def test_notes_of_rich_text_are_kept_and_what_it_hides_is_reported(converted):
    text = rb"{\rtf1\ansi Roofer\par Overview\par They roof{\footnote A note.} well.\par{\v gone}Salary\par Low.\par}"
    made = converted(text, "a.rtf")
    assert "They roof[^n1] well.\n\n[^n1]: A note." in made.text
    assert "# Salary\n\nLow.\n" in made.text
    assert "I053" in codes(made)


@pytest.mark.parametrize(("suffix", "maker"), import_mixed.MAKERS)
def test_a_guide_of_each_form_gives_its_sections_and_figures(tmp_path, suffix, maker):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(maker("Kite Mender", import_mixed.sections_of("Kite Mender", 3)))
    made = convert(ForeignText(path), None)
    assert "I019" not in codes(made)
    titles = [section.title for section in made.guide.sections]
    assert titles[-3:] == ["Salary", "Career Outlook", "Educational Requirements"]
    assert {"median_wage", "projected_growth", "entry_education"} <= set(made.guide.facts)


def test_styles_of_indesign_are_headings_by_their_names(converted):
    made = converted(
        '<?xml version="1.0"?>\n<html><head><title>roofer_v7</title></head><body>'
        '<div class="_idGenObjectStyleOverride-1"><p class="ChapterTitle">Roofer</p>'
        '<p class="Body_Text">Roofs.</p><p class="A-Head ParaOverride-1">Job Outlook</p>'
        '<p class="Body_Text">Good.</p><p class="Heading_2">By state</p><p>Ohio.</p></div></body></html>',
        "roofer.html",
    )
    assert made.guide.title == "Roofer"
    assert "# Career Outlook\n\nGood.\n\n## By state\n\nOhio." in made.text
    assert "I020" not in codes(made)


def test_what_reviewers_deleted_and_noted_in_word_is_no_text(converted):
    call = "<span class=MsoCommentReference><a href='#_msocom_1'>[JM1]</a></span>"
    notes = (
        "<div style='mso-element:comment-list'><p class=MsoCommentText>[JM1]Check this!</p></div>"
    )
    pay = "It was <del cite='mailto:a' datetime='2020'>$31,000</del><ins cite='mailto:a'>$34,500</ins> a year."
    page = word(f"<p class=MsoTitle>Tanner</p><h1>Salary</h1><p class=MsoNormal>{pay}{call}</p>")
    made = converted(page.replace("</body>", f"{notes}</body>"), "a.html")
    assert "It was $34,500 a year.\n" in made.text
    assert {"$31,000", "[JM1]Check this!"} <= {
        p.text for p in made.passages if p.fate == "furniture"
    }


def test_words_that_stand_for_deleted_ones_are_all_that_is_kept(body):
    page = (
        "<h1>Tanner</h1><p>Pay is <del>low</del> <ins>fair</ins>, and <del>never</del> rises.</p>"
    )
    assert "Pay is fair, and ~~never~~ rises." in body(page)
