"""Texts of Quarto, R Markdown and Docusaurus: boxes, attributes, notes, code that is run."""

from __future__ import annotations

import pytest

from guidepub.importing.markdown.pandoc_marks import without_marks


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("::: {.callout-note}\n## Pay\nLow.\n:::", "\n**Pay**\\\nLow.\n"),
        ("::: {.callout-tip title='Pay'}\n\nLow.\n:::", "**Pay**\n\nLow.\n"),
        (":::note[Pay]\nLow.\n:::", "**Pay**\\\nLow.\n"),
        ("::: tip Pay\n- Low\n:::", "**Pay**\n- Low\n"),
        (":::: {.columns}\n::: {.column width=40%}\nA\n:::\n::::", "\n\nA\n\n"),
        ("[small]{.smallcaps} `x`{.r} [a](b){target=_blank}", "small `x` [a](b)"),
        ("# Pay {.unnumbered}\n# Pay {-}", "# Pay\n# Pay"),
        ("```\n::: {.x}\n[a]{.b}\n```\n:::", "```\n::: {.x}\n[a]{.b}\n```\n:::"),
        (":::{note} Pay\nLow.\n:::", "**Pay**\\\nLow.\n"),
        (":::{table} Pay\nLow.\n:::", ":::{table} Pay\nLow.\n:::"),
        ("{fact}`pay` and {curly} [note] {.x}", "{fact}`pay` and {curly} [note] {.x}"),
    ],
)
def test_boxes_and_attributes_print_no_words(text, plain):
    assert "\n".join(without_marks(text.split("\n"))) == plain


def test_what_quarto_writes_is_taken_over_or_reported(converted):
    text = (
        "---\ntitle: Surveyor\n---\n\n# Overview\n\n::: {.callout-note}\n## Licence\nAll need one"
        "^[In most states.].\n:::\n\nLand is measured [@wolf, p. 2], $E = mc^2$.\n\n```{r}\nplot(1)\n```\n"
    )
    made = converted(text, "surveyor.qmd")
    assert "**Licence**\\\nAll need one[^1]." in made.text
    assert "[^1]: In most states." in made.text
    assert "\nplot(1)" not in made.text
    reported = [(f.place.line, f.message) for f in made.findings if f.code in ("I020", "I056")]
    assert reported == [
        (12, "“$E = mc^2$” was left as it is written."),
        (14, "Page-script code was removed: plot(1)"),
        (
            0,
            "Citations became plain words: “[@wolf, p. 2]”. The catalogue does not have their works.",
        ),
    ]


def test_code_within_what_is_raw_for_a_format_comes_out_as_it_was_written(converted):
    text = "# Surveyor\n\nLand is measured by them.\n\n```{=mediawiki}\n{{formatnum:48100}}\n```\n"
    made = converted(text, "surveyor.md")
    reported = [f.message for f in made.findings if f.code == "I020"]
    assert reported == ["Page-script code was removed: {{formatnum:48100}}"]


def test_long_lines_of_signs_take_no_time():
    hostile = [
        ":::" * 30_000,
        "# a" + " {.a" * 20_000,
        "[" * 50_000 + "]{.a",
        "`" + "{.a=" * 20_000,
    ]
    assert without_marks(hostile) == hostile


def test_a_long_line_of_spaces_takes_no_time():
    line = f"::: tip{' ' * 20_000}x"
    assert without_marks([line]) == [line]
    short = f"::: tip{' ' * 600}x"
    assert without_marks([short]) == [short]


def test_boxes_of_github_are_not_printed(converted):
    text = "# Broker\n\nThey sell.\n\n> [!NOTE]\n> Get a license.\n\n> [!tip]- Pay\n> Ask.\n"
    made = converted(text, "a.md").text.partition("\n---\n")[2]
    assert "They sell.\n\n> Get a license.\n\n> **Pay**\\\n> Ask." in made
