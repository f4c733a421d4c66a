import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub.findings import InputError
from guidepub.loading.formats.json_reader import read_json

PATH = Path("a.json")


def faults(text):
    try:
        found = read_json(PATH, text).findings
    except InputError as error:
        found = list(error.findings)
    return [str(finding).removeprefix("a.json:") for finding in found]


values = st.recursive(
    st.one_of(st.text(max_size=20), st.booleans(), st.none(), st.integers(-(10**20), 10**20),
              st.floats(allow_nan=False, allow_infinity=False)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)  # fmt: skip


def paths(value, path=()):
    """Yield the paths of all that a value holds, with the values."""
    yield path, value
    if isinstance(value, (dict, list)):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in items:
            yield from paths(inner, (*path, key))


@given(
    st.dictionaries(st.text(max_size=5), values, max_size=4),
    st.sampled_from([None, 0, 2, "\t"]),
    st.booleans(),
)
def test_every_value_and_every_key_of_any_object_has_its_place(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    document = read_json(PATH, text)
    assert document.data == json.loads(text, parse_float=Decimal)
    assert document.findings == []
    lines = text.split("\n")
    decoder = json.JSONDecoder(parse_float=Decimal)
    for path, inner in paths(document.data):
        line, column = document.values[path]
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert decoder.raw_decode(rest)[0] == inner
        if path and isinstance(path[-1], str):
            line, column = document.keys[path]
            assert decoder.raw_decode(lines[line - 1], column - 1)[0] == path[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1, "a": 2}', ["1:10 D005 The key “a” occurs twice; first on line 1. Remove one."]),
        ('{"a": 1,\n "\\u0061": 2}', ["2:2 D005"]),
        ('{"a": [{"b": 1, "b": 2}]}', ["1:17 D005"]),
        ('{"a": {"b": 1}, "c": {"b": 2}}', []),
        ('{"a": 1,}', ["1:9 D004 This is not valid JSON: Expecting property name enclosed in double quotes"]),
        ("{'a': 1}", ["1:2 D004"]),
        ('{"a": 1', ["1:8 D004 This is not valid JSON: Expecting ',' delimiter."]),
        ('{"a": 1} x', ["1:10 D004 This is not valid JSON: Extra data."]),
        ('{"a": "\n"}', ["1:8 D004 This is not valid JSON: Invalid control character at."]),
        ('{"NaN": "NaN",\n"a": [NaN]}', ["2:7 D004 This is not valid JSON: NaN is not one of its numbers."]),
        ('{"a": -Infinity}', ["1:7 D004 This is not valid JSON: -Infinity is not one of its numbers."]),
        ("nul", ["1:1 D004"]),
        ("[]", ["1:1 D004 An object of keys and values is expected here."]),
        ('"a"', ["1:1 D004 An object"]),
        ("[" * 100_000, ["1:33 D007 The file is nested more than 32 levels deep. Flatten it."]),
        ('{"a":' * 100_000, ["1:161 D007"]),
        ('{"a": ' + "[" * 500 + "]" * 500 + "}", ["1:38 D007"]),
        ('{"a": ' + "[" * 31 + "]" * 31 + "}", []),
        ("[" + '"' * 100_000, ["1:4 D004"]),
        ('{"a": "' + '\\"' * 100_000, ["1:7 D004"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_reported_with_its_place(text, expected):
    found = faults(text)
    assert len(found) == len(expected)
    for fault, beginning in zip(found, expected, strict=True):
        assert fault.startswith(beginning)


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("9" * 31, int("9" * 31)),
        ("9" * 10_000, "9" * 10_000),
        ("1e999", Decimal("1e999")),
        ("1E2", Decimal(100)),
        ("24.50", Decimal("24.50")),
        ("1e99999999999999999999", "1e99999999999999999999"),
        ("0." + "1" * 40, "0." + "1" * 40),
    ],
)
def test_a_number_of_any_length_is_read(number, value):
    (read,) = read_json(PATH, f'{{"a": {number}}}').data.values()
    assert (read, str(read)) == (value, str(read) if number == "1E2" else str(value))


@pytest.mark.parametrize(
    ("body", "place"),
    [('"x y"', "2:12"), ('"x\\ny"', "2:9"), ('"\\u0078 y"', "2:9")],
)
def test_a_place_in_a_text_is_exact_unless_something_is_escaped(body, place):
    document = read_json(PATH, f'{{\n"body": {body}}}')
    assert str(document.place_in(("body",), 1, 3)) == f"a.json:{place}"
