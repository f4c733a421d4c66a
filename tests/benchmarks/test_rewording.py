from benchmarks.catalogue import SAMPLES
from benchmarks.rewording import reworded

TEXT = """\
---
title: plain words
---
# plain words

Bakers make bread from flour {fact}`flour` and [rise](#early), with `salt`.

:::{note} about bread
dough rests long
:::
"""


def test_each_number_gives_other_words_of_the_same_lengths():
    texts = [reworded(TEXT, number) for number in range(3)]
    assert texts[0] == TEXT
    assert len(set(texts)) == 3
    assert {len(text) for text in texts} == {len(TEXT)}


def test_titles_keys_roles_and_links_stay():
    changed = reworded(TEXT, 1)
    for kept in ("# plain words", "{fact}`flour`", "[rise](#early)", ":::{note} about bread"):
        assert kept in changed
    assert changed.startswith("---\ntitle: plain words\n---\n")
    assert reworded("title: only a title\n", 1) == "title: only a title\n"


def test_a_sample_in_yaml_keeps_what_comes_before_its_sections():
    text = (SAMPLES / "paralegal.yaml").read_text("utf-8")
    head = text[: text.index("\nsections:")]
    assert reworded(text, 2).startswith(head)
    assert reworded(text, 2) != text
