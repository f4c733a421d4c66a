from lxml import etree

from guidepub.pdf.running import name_running_heads, running_head


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
