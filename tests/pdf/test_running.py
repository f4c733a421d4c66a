from definitions import guide
from lxml import etree

import guidepub
from guidepub import Catalog
from guidepub.pdf import BookPages
from guidepub.pdf.covers.wrap import wrap_html
from guidepub.pdf.leaves.document import book_html
from guidepub.pdf.leaves.running import name_running_heads, running_head


def test_a_title_of_two_lines_is_repeated_whole():
    assert running_head("  Job\n Outlook ") == "Job Outlook"


def test_a_longer_title_is_cut_behind_a_word():
    cut = running_head("Electrical and Electronics Installers, " * 4)
    assert cut == "Electrical and Electronics Installers, Electrical and Electronics…"
    assert len(running_head("w" * 300)) == 77


def test_marks_are_no_part_of_a_running_head():
    leaf = etree.fromstring(
        '<section><h1>What the <em>RN</em> covers<a class="citation">[1]</a>'
        '<a class="noteref">1</a> now</h1></section>'
    )
    name_running_heads(leaf, 76)
    assert leaf[0].get("data-running") == "What the RN covers now"


def test_a_short_title_runs_in_the_heads_and_on_the_spine_alone(baker_book):
    short = baker_book.guide.model_copy(update={"short_title": "Bread & Rolls"})
    book = baker_book.model_copy(update={"guide": short})
    html = book_html(book)
    assert ' data-running="Bread &amp; Rolls"' in html
    assert html.count("Bread &amp; Rolls") == 1
    assert '<span class="spine-title">Bread &amp; Rolls</span>' in wrap_html(book, 40)


def test_no_word_of_a_running_head_is_hyphenated():
    made = guide("Text.\n\n" * 80, title="Long-Distance Machinery Maintenance Technician")
    pages = BookPages(guidepub.assemble(made, Catalog.of(made)))
    with pages.attended():
        laid = pages.laid_out("screen")
    margins = [box for page in laid.document.pages for box in page._page_box.children[1:]]
    lines = {each.text for box in margins for each in box.descendants() if hasattr(each, "text")}
    assert "technician" in lines
    assert not [line for line in lines if line.endswith("tech-")]
