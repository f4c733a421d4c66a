"""Safe changes: what they mend, and that nothing else is touched."""

from __future__ import annotations

import pytest
from definitions import definition, write
from hypothesis import given
from hypothesis import strategies as st

import guidepub
from guidepub.linting import Edit, apply, edits, lint


def mended(tmp_path, text, name="baker.md"):
    path = write(tmp_path, {name: text}) / name
    catalog = guidepub.load(tmp_path)
    (guide,) = catalog.values()
    made = apply(path, edits(guide, catalog))
    return made, path.read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Bakers mix the the dough.", "Bakers mix the dough."),
        ("Bakers mix , and bake.", "Bakers mix, and bake."),
        ("Bakers mix,, and bake.", "Bakers mix, and bake."),
        ("Dough ( of rye ) rests.", "Dough (of rye) rests."),
        ("Rye &mdash; and wheat.", "Rye — and wheat."),
        ("The bakerâ€™s oven.", "The baker’s oven."),
        ("The baker=E2=80=99s oven.", "The baker’s oven."),
        ("Flour costs $ 5 here, for example.", "Flour costs $5 here, for example."),
        ("It isn´t so.", "It isn’t so."),
        ("*Rye* , **wheat** .", "*Rye*, **wheat**."),
    ],
)
def test_a_slip_with_one_answer_is_mended(tmp_path, before, after):
    made, data = mended(tmp_path, definition(before))
    assert data == definition(after).encode()
    assert made >= 1
    # Nothing is left to do.
    assert mended(tmp_path, data)[0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "He had had enough. Walla Walla is a place.",
        "Bakers mix mix dough.",
        "A paragraph that ends,",
        "`the the` and &lt;b&gt; and &#42;.",
        "Bread.Butter, recieved (",
        "See https://a.example/x,y and a@b.example.",
    ],
)
def test_what_needs_a_thought_is_left_alone(tmp_path, text):
    assert mended(tmp_path, definition(text)) == (0, definition(text).encode())


def test_line_ends_and_a_byte_order_mark_stay(tmp_path):
    text = definition("The the oven.\n\nMix , bake.").replace("\n", "\r\n")
    data = b"\xef\xbb\xbf" + text.encode()
    made, after = mended(tmp_path, data)
    assert made == 2
    assert after == data.replace(b"The the oven", b"The oven").replace(b"Mix , bake", b"Mix, bake")


def test_a_yaml_guide_is_mended_in_its_place(tmp_path):
    text = "title: Baker\nsections:\n  - title: One\n    body: |\n      Mix the the dough.\n"
    assert mended(tmp_path, text, "baker.yaml")[1] == text.replace("the the", "the").encode()


def test_a_json_guide_is_mended_where_its_text_stands_as_it_is(tmp_path):
    text = '{"title": "Baker", "sections": [{"title": "One", "body": "Mix the the &quot;dough."}]}'
    made, after = mended(tmp_path, text, "baker.json")
    assert (made, after) == (1, text.replace("the the", "the").encode())
    broken = text.replace("Mix the", r"Mix \u0074he")
    assert mended(tmp_path, broken, "baker.json") == (0, broken.encode())


def test_a_change_is_made_only_where_the_file_still_reads_so(tmp_path):
    path = write(tmp_path, {"a.md": "One, two\n"}) / "a.md"
    stale = [
        Edit(1, 1, "Two", "x"),
        Edit(9, 1, "One", "x"),
        Edit(1, 5, "two", "x"),
        Edit(0, 0, "", "x"),
    ]
    assert apply(path, stale) == 0
    assert path.read_text("utf-8") == "One, two\n"


def test_two_changes_of_one_line_do_not_move_each_other(tmp_path):
    path = write(tmp_path, {"a.md": "aa bb cc\n"}) / "a.md"
    assert apply(path, [Edit(1, 1, "aa", "aaaa"), Edit(1, 7, "cc", "c"), Edit(1, 4, "bb", "")]) == 3
    assert path.read_text("utf-8") == "aaaa  c\n"


_WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "Bread",
            ",",
            "(",
            ")",
            "&amp;",
            "*",
            "`",
            " ",
            "\n",
            "a",
            "[x]",
            "{",
            ".",
            "$ 5",
            "<!--",
        ]
    ),
    max_size=25,
)


@given(_WORDS)
def test_mending_never_makes_a_new_fault(tmp_path_factory, words):
    folder = tmp_path_factory.mktemp("mend")
    text = definition("Bread " + " ".join(words) + " end.")
    write(folder, {"baker.md": text})
    catalog = guidepub.load(folder)
    if "baker" not in catalog:
        return
    before = {finding.code for finding in lint(catalog["baker"], catalog)}
    apply(folder / "baker.md", edits(catalog["baker"], catalog))
    again = guidepub.load(folder)
    assert {finding.code for finding in lint(again["baker"], again)} <= before
