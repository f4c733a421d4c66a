"""Directives of other packages: the one that the documentation shows, and those that do not work."""

from __future__ import annotations

import pytest
from definitions import definition, guide, write
from packages import documented, package

import guidepub
from guidepub import Catalog, InputError, lint
from guidepub.batch.stale.versions import versions
from guidepub.editions import Production

CODE = """

def fails(title):
    raise RuntimeError("no")


def bare():
    return 3


def star(*words):
    return ""


def section():
    return "# A new section"


def large():
    return "a " * 40_000


def odd():
    return "a\\x00"


def rich(body):
    return (f":::{{note}} First\\n{body}\\n:::\\n\\n:::{{tip}} Second\\nTwo\\nlines, and a note.[^n]\\n:::\\n\\n"
            "| Hour | Work |\\n|---|---|\\n| four | dough |\\n\\n[^n]: Before *dawn*.\\n")


def gone(body):
    return "Text {fact}`nothing` and [@nobody].\\n\\n![](none.png)\\n"


note = bare
"""


@pytest.fixture(scope="module", autouse=True)
def installed(tmp_path_factory):
    code = documented("library.md", "# house_directives.py") + CODE
    names = {name: f"house_directives:{name}" for name in
             ("fails", "bare", "star", "section", "large", "odd", "rich", "gone", "note", "missing")}  # fmt: skip
    names |= {"pull-quote": "house_directives:pull_quote", "Not A Name": "house_directives:bare"}
    with package(
        tmp_path_factory.mktemp("site"),
        "house_directives",
        {"house_directives.py": code},
        "guidepub.directives",
        names,
    ):
        yield


def faults(body, **fields):
    made = guide(body, **fields)
    try:
        guidepub.assemble(made, Catalog.of(made))
    except InputError as error:
        return [f"{each.place.line} {each.code} {each.message} {each.remedy}".strip()
                for each in error.findings]  # fmt: skip
    return []


def test_the_directive_of_the_documentation_is_printed_and_proved():
    made = guide("Bread.\n\n:::{pull-quote}\n:who: Dana, *baker*\nNobody sleeps.\n:::\n")
    book = guidepub.assemble(made, Catalog.of(made))
    (section,) = (leaf for leaf in book.leaves if leaf.kind == "section")
    assert '<div class="made pull-quote">\n<blockquote>' in section.xhtml
    assert "Dana, <em>baker</em>" in section.xhtml
    production = Production(book)
    assert production.file("epub")
    assert b"Nobody sleeps." in production.file("web")


def test_all_that_prose_can_be_is_proved_in_every_file():
    made = guide("One.\n\n:::{rich}\nA *word*, `{not}` and a link: <https://press.example>.\n:::\n")
    book = guidepub.assemble(made, Catalog.of(made))
    production = Production(book)
    for edition in ("screen", "epub", "web"):
        assert production.file(edition)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (":::{pull-quote} Title\n:who: D\nText.\n:::", "3 D033 The directive “pull-quote” takes no title."),
        (":::{pull-quote}\nText.\n:::", "3 D033 The directive “pull-quote” needs :who:. Change its arguments."),
        (":::{pull-quote}\n:who: D\n:::", "3 D033 The directive “pull-quote” needs a text."),
        (":::{pull-quote}\n:yaer: D\nText.\n:::", "4 D033 The directive “pull-quote” has no option “yaer”. Did you mean “year”?"),
        (":::{pull-quote}\n:who: D\n:year: soon\nText.\n:::", "3 D033 The directive “pull-quote”: a year has four digits, and “soon” has not."),
        (":::{pull-quot}\n:::", "3 D032 The directive “pull-quot” is unknown. Did you mean “pull-quote”?"),
        (":::{pull-quote}\n:who: D\n:name: d\nText.\n:::", "3 D033 The directive “pull-quote” cannot have a label."),
        (":::{fails} x\n:::", "3 D073 The directive “fails” failed: RuntimeError: no. Fix the package"),
        (":::{bare}\n:::", "3 D073 The directive “bare” returns “int” instead of text."),
        (":::{star}\n:::", "3 D073 The directive “star” has the parameter “words”, which does not take a single option."),
        (":::{section}\n:::", "3 D073 The directive “section” returns the section “A new section”."),
        (":::{large}\n:::", "3 D073 The directive “large” returns more than 64 KiB."),
        (":::{odd}\n:::", "3 D073 The directive “odd” returns the character U+0000, which no book can contain."),
        (":::{missing}\n:::", "3 D073 “house_directives:missing” cannot be loaded: AttributeError"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_reported_with_the_line_of_the_directive(body, expected):
    (found,) = faults(f"Bread.\n\n{body}\n")
    assert found.startswith(expected)


def test_what_it_refers_to_is_reported_at_its_line_too():
    found = faults("Bread.\n\n:::{gone}\nx\n:::\n")
    assert [each.split(" ")[:2] for each in found] == [["3", "D030"], ["3", "D031"], ["3", "D040"], ["3", "D043"]]  # fmt: skip


def test_guidepub_s_own_directives_come_first():
    assert faults(":::{note}\nBread.\n:::\n") == []


def test_lint_reads_what_it_makes_and_changes_nothing_of_it(tmp_path):
    body = ":::{pull-quote}\n:who: Dana\nYou are guaranteed a job.\n:::\n"
    path = write(tmp_path, {"baker.md": definition(body)}) / "baker.md"
    catalog = guidepub.load(path)
    found = [each for each in lint(catalog["baker"], catalog) if each.code == "M001"]
    assert [each.place.line for each in found] == [7]


def test_a_notice_can_be_owed_by_it():
    notice = {"id": "quotes", "version": 1, "language": "en", "status": "approved",
              "approved": "2026-01-01", "placement": "back", "when": {"directives": ["pull-quote"]},
              "text": "Quotations are real."}  # fmt: skip
    made = guide(":::{pull-quote}\n:who: D\nText.\n:::\n")
    book = guidepub.assemble(made, Catalog.of(made, notices=[notice]))
    assert [each.id for each in book.notices if each.version] == ["quotes"]


def test_books_are_made_anew_for_another_version_of_the_package():
    versions.cache_clear()
    assert versions()["house_directives"] == "1.0"
    versions.cache_clear()
