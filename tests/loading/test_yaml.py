import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guidepub.findings import InputError
from guidepub.loading.formats.yaml_reader import read_yaml
from guidepub.words.characters import FORBIDDEN

PATH = Path("a.yaml")


def data(text):
    document = read_yaml(PATH, text)
    assert document.findings == []
    return document.data


def faults(text, first_line=1):
    """Return what is wrong with a text, fatal or not."""
    try:
        found = read_yaml(PATH, text, first_line).findings
    except InputError as error:
        found = list(error.findings)
    return [str(finding).removeprefix("a.yaml:") for finding in found]


words = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20).filter(
    # PyYAML takes 1e5 for a word, as YAML 1.1 does.
    lambda text: not FORBIDDEN.search(text) and not re.fullmatch(r"[-+.\d][-+.\deE]*", text)
)
scalars = st.one_of(
    words,
    st.booleans(),
    st.none(),
    st.integers(-(10**20), 10**20),
    st.floats(-(10**9), 10**9).map(lambda number: round(number, 6)),
)
plain = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(words, inner, max_size=4)),
    max_leaves=12,
)
mappings = st.dictionaries(words, plain, min_size=1, max_size=5)


@given(mappings, st.sampled_from([True, False, None]), st.booleans(), st.sampled_from([20, 80]))
def test_it_reads_what_pyyaml_writes_as_pyyaml_reads_it(value, flow, unicode, width):
    text = yaml.dump(value, default_flow_style=flow, allow_unicode=unicode, width=width)
    assert yaml.safe_load(text) == value
    assert data(text) == exactly(value)


def exactly(value):
    """Return plain data with decimals in place of floats, as they are written."""
    if isinstance(value, dict):
        return {key: exactly(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [exactly(inner) for inner in value]
    return Decimal(repr(value)) if isinstance(value, float) else value


@given(mappings, st.sampled_from(["'", '"', "|", ">"]))
def test_it_reads_every_style_of_scalar(value, style):
    text = yaml.dump(value, default_style=style, allow_unicode=True, Dumper=TextDumper)
    assert data(text) == yaml.load(text, yaml.BaseLoader)


class TextDumper(yaml.SafeDumper):
    """Writes every scalar as text, without a tag."""

    def represent_scalar(self, tag, value, style=None):
        return super().represent_scalar("tag:yaml.org,2002:str", value, style)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1), ("-1", -1), ("+1", 1), ("007", "007"), ("010", "010"), ("-01", "-01"), ("0", 0), ("0.50", Decimal("0.50")), ("1_000", "1_000"), ("0x1F", "0x1F"), ("0o17", "0o17"),
        ("1.5", Decimal("1.5")), ("24.50", Decimal("24.50")), (".5", Decimal("0.5")), ("1.", Decimal(1)), ("1e3", Decimal("1e3")), ("01.5", "01.5"), ("1e99999999999999999999", "1e99999999999999999999"), ("1:30", "1:30"), ("1.2.3", "1.2.3"),
        ("true", True), ("True", True), ("FALSE", False), ("tRue", "tRue"), ("yes", "yes"), ("no", "no"),
        ("on", "on"), ("y", "y"), ("null", None), ("~", None), ("", None), ("nil", "nil"),
        (".inf", ".inf"), (".nan", ".nan"), ("2026-11-24", "2026-11-24"), ("31-2011", "31-2011"),
        ("'1'", "1"), ('"true"', "true"), ("'~'", "~"), ("''", ""), ("!!str 12", "12"), ("! 12", "12"),
        ("9" * 31, int("9" * 31)), ("9" * 32, "9" * 32), ("９", "９"),
    ],
)  # fmt: skip
def test_plain_scalars_are_those_of_yaml_1_2(text, value):
    read = data(f"a: {text}\n")["a"]
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize("key", ["1", "null", "true", "1.5", "2026-11-24", "~"])
def test_a_key_is_always_a_text(key):
    assert data(f"{key}: x") == {key: "x"}


PLACES = """\
title: Baker
tags: [a, "b"]
facts:
  wage:
    value: 1
  "pay": {value: 2}
sections:
  - title: A
    body: |

      x
        y
  - {title: B, body: plain}
  - title: C
    body: "quoted"
  - title: D
    body: "a\\nb"
  - title: E
    body: >
      folded
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), (1, 1), (1, 8)),
        (("tags",), (2, 1), (2, 7)),
        (("tags", 1), None, (2, 11)),
        (("facts", "wage"), (4, 3), (5, 5)),
        (("facts", "wage", "value"), (5, 5), (5, 12)),
        (("facts", "pay", "value"), (6, 11), (6, 18)),
        (("sections", 0), None, (8, 5)),
        (("sections", 1, "body"), (13, 16), (13, 22)),
    ],
)
def test_keys_and_values_have_places(path, key, value):
    document = read_yaml(PATH, PLACES)
    assert document.keys.get(path) == key
    assert document.values[path] == value


@pytest.mark.parametrize(
    ("index", "line", "column", "place"),
    [
        (0, 2, 1, "11:7"),
        (0, 3, 3, "12:9"),
        (1, 1, 3, "13:24"),
        (2, 1, 1, "15:12"),
        (3, 2, 1, "17:11"),
        (4, 1, 1, "19:11"),
    ],
)
def test_a_place_in_a_text_is_reported_where_its_lines_stand_in_the_file(
    index, line, column, place
):
    document = read_yaml(PATH, PLACES)
    assert str(document.place_in(("sections", index, "body"), line, column)) == f"a.yaml:{place}"


def test_lines_are_counted_from_the_first_of_the_file():
    document = read_yaml(PATH, "a: 1\nb: |\n  c", first_line=10)
    assert document.values["a",] == (10, 4)
    assert str(document.place_in(("b",), 1, 1)) == "a.yaml:12:3"


@pytest.mark.parametrize(
    ("path", "of_key", "place"),
    [
        (("facts", "wage", "value", "gone"), False, "5:5"),
        (("facts", "wage", "gone"), True, "4:3"),
        (("gone",), True, "1:1"),
        ((), False, "1:1"),
    ],
)
def test_what_has_no_place_is_reported_at_the_nearest_thing_above(path, of_key, place):
    assert str(read_yaml(PATH, PLACES).place(path, of_key)) == f"a.yaml:{place}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2", ["2:1 D005 The key “a” occurs twice; first on line 1. Remove one."]),
        ("a: {b: 1, b: 2}", ["1:11 D005 The key “b” occurs twice; first on line 1. Remove one."]),
        ("a: 1\n'a': {b: 1, b: 2}", ["2:1 D005", "2:13 D005"]),
        ("a: &x 1", ["1:4 D006 YAML anchors are not read here. Remove “&…”, or put a text that begins with & in quotes."]),
        ("a: &x [1]", ["1:4 D006"]),
        ("a: *x", ["1:4 D006 YAML aliases are not read here. Write the value out."]),
        ("*x : 1", ["1:1 D006", "1:1 D004 A key must be a word."]),
        ("a: !x 1", ["1:4 D006 YAML tags are not read here. Remove “!…”, or put a text that begins with ! in quotes."]),
        ("a: !!binary eA==", ["1:4 D006"]),
        ("a: !!set {b, c}", ["1:4 D006"]),
        ("? [a]\n: b", ["1:3 D004 A key must be a word. Put it, or the text that begins with {, in quotes."]),
        ("? {a: b}\n: {c: d}\n'#0': e", ["1:3 D004"]),
        ("{a: b}: c", ["1:1 D004"]),
        ("- a", ["1:1 D004 A mapping of keys to values is expected here."]),
        ("a", ["1:1 D004"]),
        ("# a", ["1:1 D004"]),
        ("a: 1\n---\nb: 2", ["2:1 D004 Only one YAML document is read here."]),
        ("a: 1\n...\nb: 2", ["3:1 D004 This is not valid YAML: did not find expected <document start>."]),
        ("a: b: c", ['1:4 D004 A text with a colon needs quotation marks. Write a: "b: c".']),
        ("a: @b", ["1:4 D004 A text that begins with @ needs quotation marks. Write a: \"@b\"."]),
        ("a: [b\nc: d", ["1:4 D004 The bracket that opens here is not closed, or a comma is missing after it. Close it with ']', and"]),
        ("a: 'b", ["1:4 D004 The quotation mark that opens here is not closed on its line."]),
        ('a: "\\x"', ["1:7 D004"]),
        ('a: "\\ud83e"', ["1:7 D004"]),
        ("a:\n\tb: 1", ["2:1 D004"]),
        ("a: |\n1", ["2:2 D004"]),
        ("a: [\n", ["2:1 D004"]),
        ("%YAML 3.0\n---\na: 1", ["1:1 D004"]),
        ("[" * 900, ["1:33 D007 The file is nested more than 32 levels deep. Flatten it."]),
        ("{a: " * 100_000, ["1:129 D007"]),
        ("- " * 100_000, ["1:65 D007"]),
        ("a: " + "[" * 31 + "]" * 31, []),
        ("a: " + "[" * 32 + "]" * 32, ["1:35 D007"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_reported_with_its_place(text, expected):
    found = faults(text)
    assert len(found) == len(expected)
    for fault, beginning in zip(found, expected, strict=True):
        assert fault.startswith(beginning)


def test_brackets_without_end_are_reported_as_too_deep():
    # PyYAML 6.0.4 tells them at the place where its parser gives up.
    (fault,) = faults("[" * 100_000)
    assert fault.endswith("D007 The file is nested more than 32 levels deep. Flatten it.")


def test_of_a_key_that_stands_twice_the_first_counts():
    document = read_yaml(PATH, "a: {b: 1}\na: {c: 2}\nd: 3")
    assert document.data == {"a": {"b": 1}, "d": 3}
    assert document.values["a",] == (1, 4)
    assert ("a", "c") not in document.keys


def test_laughs_are_not_multiplied():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    assert len(faults("\n".join(lines))) == 30 + 29 * 10
