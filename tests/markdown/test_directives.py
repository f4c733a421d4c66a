import pytest
from renderers import ENGLISH, faults

from guidepub.markdown import FORMS, directive_of, parse


def directive(text, line=1):
    """Return the first directive of a text."""
    return next(
        found[0] for token in parse(text, ENGLISH, line).tokens if (found := directive_of(token))
    )


def test_a_directive_has_a_name_an_argument_options_and_a_body():
    found = directive(
        "a\n\n:::{figure}  my oven.svg \n:alt: An oven: hot. \n:width:60%\n\nBody\n:::"
    )
    assert (found.name, found.argument) == ("figure", "my oven.svg")
    assert dict(found.options) == {"alt": "An oven: hot.", "width": "60%"}
    assert found.body == "\nBody"
    assert (found.line, found.body_line) == (3, 6)
    assert dict(found.option_lines) == {"alt": 4, "width": 5}


def test_lines_are_counted_as_in_the_file():
    found = directive(":::{figure} a\n:alt: b\n:::", line=11)
    assert (found.line, found.option_lines["alt"]) == (11, 12)


def test_a_body_may_begin_with_a_colon_that_is_no_option():
    assert directive(":::{note}\n: a\n:::").body == ": a"


@pytest.mark.parametrize("name", FORMS)
def test_every_directive_can_be_written_without_a_fault(name):
    examples = {
        "programs": ":::{programs} Schools\n:campus: online\n:degree: baking\n:table: p\n:::",
        "chart": ":::{chart} Pay\n:facts: a, b\n:alt: c\n:::",
        "workplaces": ":::{workplaces} Places\n:facts: a\n:alt: b\n:::",
        "growth": ":::{growth} Jobs\n:facts: a\n:table: t\n:label: b\n:value: c\n:all: d\n:::",
        "wages": ":::{wages} Pay\n:p90: a\n:alt: b\n:::",
        "jobs": ":::{jobs} Jobs\n:now: a\n:then: b\n:alt: c\n:::",
        "openings": ":::{openings} Openings\n:change: a\n:alt: c\n:::",
        "ladder": ":::{ladder} Steps\n:facts: a, b\n:alt: c\n:::",
        "interests": ":::{interests} What it feeds\n:social: b\n:alt: c\n:::",
        "states": ":::{states} Where\n:table: t\n:label: b\n:value: c\n:unit: jobs\n:::",
        "related": ":::{related} Near\n:table: t\n:label: b\n:value: c\n:unit: jobs\n:level: d\n:::",
        "day": ":::{day} Shift\n:table: t\n:label: b\n:value: c\n:unit: hours\n:start: 7:00\n:::",
        "figures": ":::{figures}\n:::",
        "columns": ":::{columns}\n- Body\n:::",
        "deck": ":::{deck} What bakers do\n:::",
        "qr": ":::{qr} A page\n:url: https://example.org\n:::",
        "table": ":::{table} Pay\n:source: a\n:note: b\n\n| a |\n|---|\n| 1 |\n:::",
        "figure": ":::{figure} a.svg\n:alt: An oven.\n:width: 100%\n:source: a\n:::",
    }
    assert faults(examples.get(name, f":::{{{name}}} Title\nBody\n:::")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":::{notes}\na\n:::", "1:1 D032 The directive “notes” is unknown. Did you mean “note”?"),
        (":::{}\na\n:::", "1:1 D032 This ::: does not end a directive."),
        (":::note\na\n:::", "1:1 D032 The directive “note” is unknown. Write :::{note} with braces."),
        (":::note A title\na\n:::", "1:1 D032 The directive “note A title” is unknown. Write :::{note} with braces."),
        ("::: {.tip}\na\n:::", "1:1 D032 The directive “.tip” is unknown. Did you mean “tip”?"),
        (":::warnings\na\n:::", "1:1 D032 The directive “warnings” is unknown. Did you mean “warning”?"),
        (":::spoiler\na\n:::", "1:1 D032 The directive “spoiler” is unknown. Choose from: chart,"),
        ("~~~{note}\na\n~~~", "1:1 D032 A directive needs a fence of colons."),
        (":::{tip}\na\n:::\n:::", "4:1 D032 This ::: does not end a directive."),
        (":::{programs}\n:campsu: both\n:::", "2:1 D033 The directive “programs” has no option “campsu”. Did you mean “campus”?"),
        (":::{tip}\n:a: b\nc\n:::", "2:1 D033 The directive “tip” has no option “a”."),
        (":::{programs}\n:campus: Online\n:::", "2:1 D033 The option “campus” cannot be “Online”. Choose from: online, campus, both."),
        (":::{programs}\n:degree: \n:::", "2:1 D033 The option “degree” cannot be “”."),
        (":::{programs}\n:degree: a\n:degree: b\n:::", "3:1 D033 The option “degree” occurs twice."),
        (":::{programs}\n:degree: a\nb\n:::", "1:1 D033 The directive “programs” takes no text."),
        (":::{figure} a\n:alt: b\n:width: 0%\n:::", "3:1 D033 The option “width” cannot be “0%”."),
        (":::{figure} a\n:alt: b\n:width: 101%\n:::", "3:1 D033 The option “width” cannot be “101%”."),
        (":::{figure}\n:alt: b\n:::", "1:1 D033 The directive “figure” needs an image’s path."),
        (":::{figure} a\n:::", "1:1 D043 The directive “figure” lacks its option “alt”."),
        (":::{note}\n:::", "1:1 D033 The directive “note” needs a text."),
        (":::{table}\na\n:::", "1:1 D033 The directive “table” needs a title."),
        (":::{chart} a\n:::", "1:1 D033 A chart can draw either facts or the rows of a table."),
        (":::{chart} a\n:table: b\n:::", "1:1 D033 A chart of a table lacks :label:, :value:, :unit:."),
        (":::{chart} a\n:table: b\n:label: c\n:value: d\n:unit: e\n:where: f\n:::", "6:1 D033 The option “where” cannot be “f”."),
        ("- a\n\n  :::{notes}\n  a\n  :::", "3:3 D032 The directive “notes” is unknown."),
        ("> :::{programs}\n> :campsu: a\n> :::", "2:3 D033 The directive “programs” has no option “campsu”."),
        ("::::{note}\n:::{notes}\na\n:::\n::::", "2:1 D032 The directive “notes” is unknown."),
    ],
)  # fmt: skip
def test_a_fault_is_reported_where_it_stands(text, expected):
    (fault,) = faults(text)
    assert fault.startswith(expected)


def test_every_fault_of_a_directive_is_reported():
    assert len(faults(":::{figure}\n:wide: 5\n:width: x\n:::")) == 4


def nested(depth):
    opening = [f"{':' * (3 + depth - level)}{{note}}" for level in range(depth)]
    return "\n".join([*opening, "a", *[line.partition("{")[0] for line in opening[::-1]]])


def test_four_directives_may_stand_in_one():
    assert faults(nested(4)) == []


def test_deeper_ones_are_refused_with_their_line():
    assert faults(nested(5)) == ["5:1 D033 Directives are nested too deeply. Flatten them."]


@pytest.mark.parametrize(
    "text", ["> :::{note}\n> a\n> ", "- :::{note}\n  a\n  ", ":::{note}\n> \n> :::{tip}\n> "]
)
def test_a_directive_that_nothing_ends_before_an_empty_last_line_is_reported(text):
    assert [fault for fault in faults(text) if "is not closed" in fault]
