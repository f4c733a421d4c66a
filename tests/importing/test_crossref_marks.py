"""Pandoc's and Quarto's labels are taken out and told, their references told."""

from __future__ import annotations

from words import codes

from guidepub.importing.crossref_marks import without_labels

TEXT = """\
# Overview

See @fig:oven, [@tbl-pay; @sec:pay] and ada@fig-leaf.example.

![An oven](oven.png){#fig:oven width=50%}

::: {#fig-plan}
The plan of a bakery, drawn by hand.
:::

## Pay {#sec:pay}

What bakers earn.

```
@fig:code {#fig:code}
```
"""


def test_labels_and_references_are_told_with_their_lines(converted):
    imported = converted(TEXT, "a.md")
    told = [(f.place.line, f.message) for f in imported.findings if f.code == "I056"]
    assert told == [
        (3, "The reference “@fig:oven” stays as it is written."),
        (3, "The reference “@sec:pay” stays as it is written."),
        (3, "The reference “@tbl-pay” stays as it is written."),
        (5, "The label “fig:oven” was left out."),
        (7, "The label “fig-plan” was left out."),
        (11, "The label “sec:pay” was left out."),
    ]
    assert "{#fig:oven" not in imported.text
    assert ":::" not in imported.text
    assert "## Pay\n" in imported.text
    assert "@fig:code {#fig:code}" in imported.text


def test_many_are_told_in_part(converted):
    imported = converted("# Overview\n\n" + "See @fig:a.\n\n" * 30, "a.md")
    told = [f.message for f in imported.findings if f.code == "I056"]
    assert (len(told), told[-1]) == (13, "So it was with 18 more labels and references.")


def test_long_lines_of_signs_take_no_time():
    hostile = (":::" * 9 + "{#fig-" + "a" * 90_000, "# a" + " " * 90_000 + "{#", "{#fig:" * 20_000)
    assert without_labels(hostile).lines == list(hostile)


def test_plain_texts_are_left_alone(converted):
    text = "# Overview\n\nWrite to ada@tab-press.example, or see [@oews]. Prices {as of} May.\n"
    assert "I056" not in codes(converted(text, "a.md"))
