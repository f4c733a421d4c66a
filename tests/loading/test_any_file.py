"""Whatever a file holds, loading it gives a catalogue or an `InputError`, and soon."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidepub import InputError, load

SCALARS = [
    "1", "-1", "1.5", "1e999", "9" * 40, "true", "null", '""', '"a"', '"\\u0000"', "[]", "{}", "[1]", "2026-11-24",
    "[[[]]]", "nan", "'x'", "0", '"en-US"', '"es"', '"always"', '"\\ud800"',
]  # fmt: skip
KEYS = [
    "title", "slug", "language", "facts", "sources", "sections", "body", "isbn", "occupation", "authors", "edition",
    "published", "tags", "at_a_glance", "imprint", "value", "unit", "source", "period", "origin", "line", "name",
    "data", "notices", "defaults", "when", "text", "file", "id", "version", "titles", "required", "trim", "x", '""',
]  # fmt: skip
PIECES = [
    *SCALARS, *KEYS, *(f"{key}: " for key in KEYS), *(f'"{key}": ' for key in KEYS), *(f"{key} = " for key in KEYS),
    "\n", "\n  ", "\n- ", "---\n", "\n---\n", "# A\n\n", "{", "}", "[", "]", ",", ":", "&a ", "*a", "!x ", "? ", "|\n",
    ">\n", "%", "@", "`", "\t", "\0", "\ud800", "\u2028", "\ufeff", "[[", "]]", '"""', "'''", "#", "...\n", "<<: ",
]  # fmt: skip
text = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=100))
content = st.one_of(text.map(lambda t: t.encode("utf-8", "surrogatepass")), st.binary(max_size=100))


def judge(name, data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        failed = False
        try:
            found = load(folder if name == "catalog.toml" else path).findings
        except InputError as error:
            found, failed = error.findings, True
        assert found or not failed
        for finding in found:
            assert finding.message
            assert finding.place.path.startswith(folder)
            assert finding.place.line <= data.count(b"\n") + data.count(b"\r") + 1


@pytest.mark.parametrize("name", ["a.md", "a.yaml", "a.json", "catalog.toml"])
@given(data=content)
@example(data=b'? {a: b}\n: {c: d}\n"#0": e')
@example(data=b'{"\\ud800": 1}')
@example(data=b"facts: {Bad Key: {value: 1}, a: [], b: {value: 1, x: 2}}")
@example(data=b"[[notices]]\nwhen = {tag = 1}\n")
@example(data=b"[data]\na = {file = 'a', note = {xx = 1}}\n")
def test_any_content_gives_a_catalogue_or_its_faults(name, data):
    judge(name, data)


@given(
    st.dictionaries(
        st.sampled_from(KEYS[:20]),
        st.recursive(
            st.sampled_from([None, 1, -1, 1.5, True, "", "a", "2026-11-24", "en", "USD", [], {}]),
            lambda inner: st.one_of(
                st.lists(inner, max_size=3),
                st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
            ),
            max_leaves=8,
        ),
        max_size=6,
    )
)
def test_any_plain_data_give_a_catalogue_or_their_faults(data):
    judge("a.json", json.dumps(data).encode())


@given(text)
def test_any_prose_gives_a_catalogue_or_its_faults(body):
    judge("a.md", b"---\ntitle: T\n---\n# A\n\n" + body.encode("utf-8", "replace"))
