"""Labels and references of Pandoc and Quarto become the guide's own, or are reported."""

from __future__ import annotations

from words import codes

from guidepub.importing.markdown.crossref_marks import without_labels
from guidepub.model import Catalog, Source

TEXT = """\
# Baker

## Overview

See [@tbl-pay; @sec:wages], @tbl-PAY again, @fig:oven and ada@fig-leaf.example, `@tbl-pay` too.

![An oven](oven.png){#fig:oven width=50%}

| Job | Pay |
|---|--:|
| Baker | 1 |

: What bakers earn {#tbl-pay}

::: {#fig-plan}
The plan of a bakery, drawn by hand. See @fig-plan.
:::

## Wages {#sec:wages}

What bakers earn [see @autor, p. 12], and [@who].

```
@fig:code {#fig:code}
```
"""


def test_labels_and_references_become_those_of_a_guide(converted):
    catalog = Catalog(sources={"autor": Source(title="Jobs", publisher="P")})
    imported = converted(TEXT, "a.md", catalog)
    assert (
        "See {numref}`tbl-pay`, {ref}`Salary`, {numref}`tbl-pay` again, @fig:oven" in imported.text
    )
    assert ":::{table} What bakers earn\n:name: tbl-pay\n\n| Job" in imported.text
    assert "ada@fig-leaf.example, `@tbl-pay` too." in imported.text
    assert "@fig:code {#fig:code}" in imported.text
    assert "earn [see @autor, p. 12], and \\[@who]." in imported.text
    assert imported.guide is not None
    reported = [(f.place.line, f.message) for f in imported.findings if f.code == "I056"]
    assert reported == [
        (15, "The label “fig-plan” was left out."),
        (16, "The reference “@fig-plan” was not converted."),
        # Its picture was not taken along.
        (0, "References became plain words, without numbers: “@fig:oven”."),
        (0, "Citations became plain words: “[@who]”. The catalogue does not have their works."),
    ]


def test_a_label_that_stands_twice_is_of_the_first(converted):
    table = "| A |\n|---|\n| b | c |\n\n: {} {{#tbl-a}}\n\n"
    text = "# Overview\n\nSee @tbl-a.\n\n" + table.format("One") + table.format("Two")
    imported = converted(text.replace("| A |\n|---|", "| A | B |\n|---|---|"), "a.md")
    assert imported.text.count(":name: tbl-a") == 1
    assert imported.guide is not None


def test_elements_of_these_classes_in_anybody_s_page_are_words(converted):
    page = "<h1>Baker</h1><h2>Overview</h2><p>See <span class='guidepub-reference' title='ref:`x'>"
    page += "this</span> <span class='guidepub-label' title='}`'>and that</span>.</p>"
    imported = converted(page, "a.html")
    assert "See this and that." in imported.text


def test_brackets_around_what_leads_nowhere_stay(converted):
    assert (
        "See \\[\\@tbl-a; \\@fig-b]."
        in converted("# Overview\n\nSee [@tbl-a; @fig-b].\n", "a.md").text
    )


def test_many_are_reported_in_part(converted):
    imported = converted("# Overview\n\n" + "See @fig:a.\n\n" * 30, "a.md")
    reported = [f.message for f in imported.findings if f.code == "I056"]
    assert (len(reported), reported[-1]) == (13, "The same goes for 18 more labels and references.")


def test_long_lines_of_signs_take_no_time():
    hostile = (":::" * 9 + "{#fig-" + "a" * 90_000, "# a" + " " * 90_000 + "{#", "{#fig:" * 20_000)
    assert without_labels(hostile).lines == list(hostile)


def test_plain_texts_are_left_alone(converted):
    text = "# Overview\n\nWrite to ada@tab-press.example, or see \\@oews. Prices {as of} May.\n"
    assert "I056" not in codes(converted(text, "a.md"))
