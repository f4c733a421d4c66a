import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub.findings import InputError
from guidepub.loading.formats.toml_reader import read_toml

PATH = Path("a.toml")

EXAMPLE = """\
# A comment with "quotes" and [brackets].
a = 1.5
"b.c".d = 'x' # [z]
when = {tags = ["x",
  "y"], z.q = 2026-01-02 10:00:00}
[t]
k = \"\"\"
[no]
a = 1 "" x\"\"\"
list = [
  [1, 2], # one
  [3]
]
x = -1.5e+3
[[n]]
id = 1
[n.sub]
z = '''
[[n]]'''
[[n]]
id = '\\'
  y = \"\"\""q\"\"\"\"\"
[t.u]
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("a",), (2, 1), (2, 5)),
        (("b.c", "d"), (3, 1), (3, 11)),
        (("when",), (4, 1), (4, 8)),
        (("when", "tags", 1), None, (5, 3)),
        (("when", "z", "q"), (5, 9), (5, 15)),
        (("t",), (6, 2), None),
        (("t", "k"), (7, 1), (7, 5)),
        (("t", "list", 0, 1), None, (11, 7)),
        (("t", "list", 1), None, (12, 3)),
        (("t", "x"), (14, 1), (14, 5)),
        (("n",), (15, 3), None),
        (("n", 0, "id"), (16, 1), (16, 6)),
        (("n", 0, "sub", "z"), (18, 1), (18, 5)),
        (("n", 1), (20, 3), None),
        (("n", 1, "id"), (21, 1), (21, 6)),
        (("n", 1, "y"), (22, 3), (22, 7)),
        (("t", "u"), (23, 2), None),
    ],
)
def test_keys_and_values_have_places(path, key, value):
    document = read_toml(PATH, EXAMPLE)
    assert document.data == tomllib.loads(EXAMPLE)
    assert document.keys.get(path) == key
    assert document.values.get(path) == value


def quoted(text):
    """Return a text as a basic string of TOML, which is one of JSON but for a few signs."""
    return json.dumps(text.replace("\x7f", ""), ensure_ascii=False)


letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
keys = st.one_of(st.from_regex(r"[A-Za-z0-9_-]{1,6}", fullmatch=True), letters.map(quoted))
scalars = st.one_of(
    st.integers(-(10**9), 10**9).map(str),
    st.booleans().map(lambda flag: str(flag).lower()),
    letters.map(quoted),
    st.sampled_from(["1.5", "2026-11-24", "2026-11-24 10:00:00Z", "'x # [y]'", '"""a\n[b]\n"""']),
)
lists = st.lists(scalars, max_size=3).map(lambda items: f"[\n  {', '.join(items)}\n]")


@given(st.lists(st.tuples(keys, st.one_of(scalars, lists)), max_size=5))
def test_every_pair_of_any_table_has_its_place(pairs):
    pairs = list(
        {tomllib.loads(f"{key}=0").popitem()[0]: (key, text) for key, text in pairs}.items()
    )
    text = "[[t]]\n" + "".join(f"{key} = {value}\n" for _, (key, value) in pairs)
    document = read_toml(PATH, text)
    lines = text.split("\n")
    for name, (key, value) in pairs:
        line, column = document.keys["t", 0, name]
        assert lines[line - 1][column - 1 :].startswith(key)
        line, column = document.values["t", 0, name]
        assert lines[line - 1][column - 1 :].startswith(value.split("\n")[0])


def fault(text):
    with pytest.raises(InputError) as caught:
        read_toml(PATH, text)
    return str(caught.value).removeprefix("a.toml:")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = ", "1:4 D004 This is not valid TOML: Invalid value."),
        ("a = 1 b = 2", "1:7 D004"),
        ("[a\nb = 1", "1:3 D004"),
        ("a = 2026-13-45", "1:9 D004"),
        ("a = '''x\n\n\n", "1:5 D004"),
        ("a = 1\n  a = 2\n", "2:3 D005 The key “a” occurs twice; first on line 1. Remove one."),
        ("[a]\n[a]\n", "2:1 D005"),
        ("a = " + "9" * 5000, "1:5 D004 This is not valid TOML: A number is too long."),
        (
            "a = 1\nb = [" + "8" * 5000 + "]",
            "2:6 D004 This is not valid TOML: A number is too long.",
        ),
        (
            "a = " + "[" * 100_000,
            "1:37 D007 The file is nested more than 32 levels deep. Flatten it.",
        ),
        ("a = " + "{b = " * 100_000, "1:165 D007"),
        ("a" + ".a" * 100_000 + " = 1", "1:66 D007"),
        ("[a" + ".a" * 100_000 + "]", "1:67 D007"),
        ("a = {b" + ".b" * 100_000 + " = 1}", "1:71 D007"),
        ('a = "' + '\\"' * 100_000, "1:5 D004"),
        ('"' * 100_000, "1:3 D004"),
    ],
)
def test_what_is_wrong_is_reported_with_its_place(text, expected):
    assert fault(text).startswith(expected)


def test_dots_and_brackets_in_texts_and_comments_are_no_depth():
    text = "# " + "[" * 99 + "\na = '" + "a." * 99 + '\'\nb = """' + "{" * 99 + '"""\n'
    assert len(read_toml(PATH, text).data) == 2


def test_a_text_that_was_read_before_is_read_as_if_for_the_first_time():
    first = read_toml(PATH, EXAMPLE)
    first.data["when"]["tags"].clear()
    first.data["n"][0]["id"] = 9
    first.keys.clear()
    first.findings.append("a fault")
    again = read_toml(PATH, EXAMPLE)
    assert again.data == tomllib.loads(EXAMPLE)
    assert again.keys
    assert not again.findings
