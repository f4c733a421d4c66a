import ast
import pickle
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

import guidepub
from guidepub.findings import (
    CODES,
    Finding,
    FindingsError,
    InputError,
    Place,
    RenderError,
    Severity,
    capped,
    did_you_mean,
    errors_of,
    in_reading_order,
    reported_once,
)

FAULT = Finding(Place("a.md", 3, 7), "D030", "The fact “x” is not defined.", "Define it.")


def codes_in(source: str) -> set[str]:
    """Return the codes that a module's text names outside of the table's own keys."""
    if not re.search(r"[A-Z]\d{3}", source):
        return set()
    nodes = list(ast.walk(ast.parse(source)))
    keys = {key for node in nodes if isinstance(node, ast.Dict) for key in node.keys}
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant)
        and node not in keys
        and isinstance(node.value, str)
        and re.fullmatch(r"[A-Z]\d{3}", node.value)
    }


def test_every_code_in_the_source_stands_in_the_table_and_the_other_way_round():
    package = Path(guidepub.__file__).parent
    used = set().union(*(codes_in(path.read_text("utf-8")) for path in package.rglob("*.py")))
    # Some rules are rows of a table of words, under their codes.
    for path in package.rglob("linting/data/*.toml"):
        tables = tomllib.loads(path.read_text("utf-8")).values()
        keys = {key for table in tables if isinstance(table, dict) for key in table}
        used |= {key for key in keys if re.fullmatch(r"[A-Z]\d{3}", key)}
    assert used == set(CODES)


@pytest.mark.parametrize("text", CODES.values())
def test_a_code_s_title_is_a_short_sentence_without_a_stop(text):
    assert text[0].isupper()
    assert not text.endswith(".")
    assert len(text) < 72


def test_codes_stand_in_order_within_each_letter():
    for letter in {code[0] for code in CODES}:
        codes = [code for code in CODES if code[0] == letter]
        assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("a.md", 3, 7), "a.md:3:7"),
        (Place("a.md", 3), "a.md:3"),
        (Place("a.md"), "a.md"),
        (Place(), "<guide>"),
        (Place("", 3, 7), "<guide>:3:7"),
        (Place("a\n\x1b[31m.md", 1), "a��[31m.md:1"),
        (Place("a\udcff.md"), r"a\xFF.md"),
    ],
)
def test_a_place_reads_as_editors_and_terminals_know_it(place, text):
    assert str(place) == text


def test_a_finding_reads_place_code_message_remedy():
    assert str(FAULT) == "a.md:3:7 D030 The fact “x” is not defined. Define it."


def test_a_finding_without_a_remedy_ends_with_its_message():
    assert str(Finding(Place("a.md"), "D001", "Gone.")) == "a.md D001 Gone."


def test_a_finding_as_a_dictionary_is_plain_data():
    assert FAULT.as_dict() == {
        "place": {"path": "a.md", "line": 3, "column": 7},
        "code": "D030",
        "message": "The fact “x” is not defined.",
        "remedy": "Define it.",
        "severity": "error",
    }


@pytest.mark.parametrize("sign", ["\n", "\r", "\0", "\x1b", "\x85", "\u2028", "\u202e"])
def test_a_message_is_one_line_that_a_terminal_can_show(sign):
    finding = Finding(Place(), "D010", f"The key “a{sign}b” is unknown.", f"Known: c{sign}d.")
    assert finding.message == "The key “a�b” is unknown."
    assert finding.remedy == "Known: c�d."


def test_what_is_no_character_is_written_out():
    finding = Finding(Place(), "D010", "“a\ud800b\udcffc”", "\udfff")
    assert (finding.message, finding.remedy) == (r"“a\uD800b\xFFc”", r"\uDFFF")


def test_a_message_has_an_end():
    finding = Finding(Place(), "D010", "x" * 5000)
    assert len(finding.message) == 400
    assert finding.message.endswith("x…")


def test_findings_sort_by_place_then_code():
    findings = [
        Finding(Place("b.md", 1), "D001", ""),
        Finding(Place("a.md", 10), "D001", ""),
        Finding(Place("a.md", 9), "D002", ""),
        Finding(Place("a.md", 9), "D001", ""),
    ]
    assert sorted(findings) == findings[::-1]


def test_an_error_sorts_its_findings_and_says_them_all():
    first, second = Finding(Place("a"), "D001", "One."), Finding(Place("b"), "D002", "Two.")
    error = FindingsError([second, first])
    assert error.findings == (first, second)
    assert str(error) == "a D001 One.\nb D002 Two."


@pytest.mark.parametrize("kind", [FindingsError, InputError, RenderError])
def test_an_error_survives_the_way_to_another_process(kind):
    error = pickle.loads(pickle.dumps(kind([FAULT])))
    assert type(error) is kind
    assert error.findings == (FAULT,)
    assert error.exit_code == 1


def test_only_errors_stop_a_book():
    warning = Finding(Place(), "D022", "Order.", severity=Severity.WARNING)
    assert errors_of([warning, FAULT]) == [FAULT]


@pytest.mark.parametrize(
    ("word", "known", "remedy"),
    [
        ("wag", ["wage", "growth"], "Did you mean “wage”?"),
        ("xyz", ["wage", "growth"], "Choose from: growth, wage."),
        ("xyz", [], ""),
        ("a" * 59 + "b", ["a" * 60], f"Did you mean “{'a' * 60}”?"),
        ("a" * 60 + "b", ["a" * 60], f"Choose from: {'a' * 60}."),
        ("a" * 60, ["a" * 61], f"Choose from: {'a' * 61}."),
        ("x", [f"n{n:02}" for n in range(34)], "Choose from: "
         + ", ".join(f"n{n:02}" for n in range(32)) + ", …."),
        ("Online", ["online", "campus"], "Did you mean “online”?"),
        ("lang", ["language", "slug"], "Did you mean “language”?"),
        # Two words that only share some letters.
        ("series", ["sources", "slug"], "Choose from: slug, sources."),
    ],
)  # fmt: skip
def test_a_remedy_names_the_likeliest_word_or_some_that_are_known(word, known, remedy):
    assert did_you_mean(word, known) == remedy


def test_a_hundred_findings_are_kept_as_they_are():
    findings = [Finding(Place("a.md", line), "D030", "") for line in range(100, 0, -1)]
    assert capped(findings) == findings[::-1]


def test_equal_findings_are_reported_once():
    assert capped([FAULT] * 300) == [FAULT]


def test_beyond_a_hundred_one_finding_says_that_there_are_more():
    looked_at = []

    def endless():
        for line in range(10**9):
            looked_at.append(line)
            yield Finding(Place("a.md", line), "D030", "")

    kept = capped(endless())
    assert len(kept) == 101
    assert str(kept[-1]) == (
        "a.md D009 The file has more faults than are reported here. Fix these first."
    )
    assert len(looked_at) == 101


def row_finding(line: int, message: str, code: str = "A005") -> Finding:
    return Finding(Place("t.md", 9, 1), code, message, "Write.", row=Place("t.csv", line))


def reported(findings):
    return [str(each).removeprefix("t.md:9:1 ") for each in reported_once(findings)]


def test_what_rows_have_alike_is_reported_once_and_the_others_are_counted():
    rows = [row_finding(line, f"It has {line:,} words.") for line in (7, 1200, 9)]
    assert reported(rows) == ["A005 It has 7 words. Write. (t.csv:7, and in 2 more rows)"]
    assert reported(rows[:2]) == ["A005 It has 7 words. Write. (t.csv:7, and in 1 more row)"]
    assert reported(rows[:1]) == ["A005 It has 7 words. Write. (t.csv:7)"]


def test_what_differs_and_what_one_row_has_twice_is_reported_each_time():
    assert len(reported([row_finding(2, "“ab” is wrong."), row_finding(3, "“cd” is wrong.")])) == 2
    assert len(reported([row_finding(2, "One."), row_finding(3, "One.", "A006")])) == 2
    twice = [row_finding(line, f"Word {number}.") for line in (2, 3) for number in (1, 2)]
    assert reported(twice) == [
        f"A005 Word {number}. Write. (t.csv:2, and in 1 more row)" for number in (1, 2)
    ]
    assert len(list(reported_once([FAULT, FAULT]))) == 2


def test_findings_are_read_by_place_and_row_before_their_words():
    rows = [row_finding(10, "A."), row_finding(9, "B."), FAULT]
    assert in_reading_order(rows) == [FAULT, rows[1], rows[0]]


def test_a_row_that_the_finding_names_is_not_named_again():
    row = Place("t.csv", 18)
    at_row = Finding(row, "C001", "The cell is not a number.", row=row)
    assert str(at_row) == "t.csv:18 C001 The cell is not a number."
    named = Finding(Place("t.md", 3), "D060", f"The cell is empty ({row}).", row=row)
    assert str(named).count("t.csv:18") == 1
    others = replace(named, message="The cell is empty (t.csv:19).", row=Place("t.csv", 19))
    assert reported([named, others])[0].endswith("(t.csv:18). (and in 1 more row)")
    assert at_row.as_dict()["row"] == {"path": "t.csv", "line": 18}
