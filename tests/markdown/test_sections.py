import pytest

from guidepub.markdown import split_sections


def test_a_first_level_heading_begins_a_section():
    before, (first, second) = split_sections("x\n# A *b*\n\nc\n## d\n# E\nf")
    assert before == "x"
    assert (first.title, first.heading_line) == ("A *b*", 2)
    assert (first.body, first.body_line) == ("\nc\n## d", 3)
    assert (second.title, second.body, second.body_line) == ("E", "f", 7)


def test_a_heading_may_be_underlined():
    _, (section,) = split_sections("A\n===\nb")
    assert (section.title, section.heading_line, section.body_line) == ("A", 1, 3)
    assert section.body == "b"


@pytest.mark.parametrize(
    "text",
    ["```\n# a\n```", "~~~\n# a", ":::{note}\n# a\n:::", "    # a", "> # a", "- # a", "\\# a", "#a",
     "## a", "b\n---", "<div>\n# a", "####### a"],
)  # fmt: skip
def test_nothing_else_is_a_heading(text):
    before, sections = split_sections(text)
    titles = [section.title for section in sections]
    assert (before, titles) == (text, []) or text.startswith("<div>")


def test_a_heading_below_raw_html_is_one():
    assert [section.title for section in split_sections("<div>\n\n# a")[1]] == ["a"]


@pytest.mark.parametrize(
    ("text", "title"), [("# a #", "a"), ("   # a", "a"), ("#", ""), ("# ", ""), ("#\ta", "a")]
)
def test_a_heading_s_marks_are_not_its_title(text, title):
    assert [section.title for section in split_sections(text)[1]] == [title]


def test_lines_add_up_to_the_text():
    text = "a\n\n# B\nc\n\n# D\n# E\n\nf\n"
    before, sections = split_sections(text)
    bodies = [f"# {section.title}\n{section.body}" for section in sections]
    assert "\n".join([before, *bodies]) == text.replace("# D\n# E", "# D\n\n# E")


def test_without_a_heading_all_stands_before():
    assert split_sections("a\nb") == ("a\nb", ())


@pytest.mark.parametrize("text", ["# A\n\n> :::{note}\n> a\n> ", "# A\n\n> :::\n> "])
def test_what_nothing_ends_before_an_empty_last_line_is_of_its_section(text):
    (section,) = split_sections(text)[1]
    assert section.body == text.removeprefix("# A\n")


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("# Foreword {.foreword}", "Foreword", "foreword"),
        ("# Foreword {.foreword} #", "Foreword", "foreword"),
        ("About Us  {.about-author}\n===", "About Us", "about-author"),
        ("# {.foreword}", "{.foreword}", ""),
        ("# A {#b}", "A {#b}", ""),
        ("# A {.b} c", "A {.b} c", ""),
        ("# A{.b}", "A{.b}", ""),
    ],
)
def test_what_a_section_is_stands_in_braces_behind_its_title(text, title, kind):
    (section,) = split_sections(text)[1]
    assert (section.title, section.kind) == (title, kind)
