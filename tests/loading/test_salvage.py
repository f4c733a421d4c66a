"""A fault in one part of a file does not hide those in the others."""

import pytest
from definitions import write

from guidepub import InputError, load

PROSE = (
    "Earn {fact}`wage` {fact}`gone` [@bls] [@nobody].\n\n:::{chart} Pay\n:facts: wage, pay\n:::\n"
)
FACTS = """facts:
  wage: {value: 1, unit: USD, source: bls}
  pay: {value: 2, unit: USD}
  entry_education: {value: none}
sources:
  bls: {title: Wages, publisher: BLS}
"""
HIDDEN = ["D030", "D031"]


def codes(folder, head, body=PROSE, name="a.md"):
    """Return the codes of a guide's findings, in the order of the file."""
    text = f"---\n{head}---\n# Overview\n\n{body}" if name == "a.md" else head
    write(folder, {name: text})
    with pytest.raises(InputError) as caught:
        load(folder / name)
    return [finding.code for finding in caught.value.findings]


def test_without_a_fault_in_the_front_matter_the_prose_is_judged(tmp_path):
    assert codes(tmp_path, f"title: A\n{FACTS}") == HIDDEN


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("published: soon", "D011"),
        ("isbn: {epub: 1234}", "D011"),
        ("subtitel: x", "D010"),
        ('occupation: {soc: "31-2011", y: 1}', "D010"),
        ("language: xx", "D011"),
        ("slug: A B", "D011"),
        ("edition: 1\nedition: 2", "D005"),
        ("tags: [&a x]", "D006"),
        ("at_a_glance: 5", "D011"),
        ("authors: [{name: A}, 5]", "D011"),
    ],
)
def test_a_fault_in_the_front_matter_does_not_hide_those_of_the_prose(tmp_path, line, code):
    found = codes(tmp_path, f"title: A\n{line}\n{FACTS}")
    assert found[0] == code
    assert found[-2:] == HIDDEN


@pytest.mark.parametrize("title", ["", "title: 5\n", "title: ''\n"])
def test_nor_does_a_missing_title(tmp_path, title):
    assert codes(tmp_path, title + FACTS)[1:] == HIDDEN


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{value: 1, unit: USD, source: bls}", "{value: 1, unit: USD, source: bls, x: 1}"),
        ("{value: 1, unit: USD, source: bls}", "{unit: USD, source: bls}"),
        ("{value: none}", "{value: asociate}"),
        ("{title: Wages, publisher: BLS}", "{title: Wages}"),
    ],
)
def test_a_faulty_fact_or_source_is_not_reported_as_missing_too(tmp_path, right, wrong):
    found = codes(tmp_path, "title: A\n" + FACTS.replace(right, wrong))
    assert len(found) == 3
    assert found[1:] == HIDDEN


@pytest.mark.parametrize("wrong", ["facts: 5", "sources: []"])
def test_without_any_facts_or_sources_the_prose_is_not_judged(tmp_path, wrong):
    assert codes(tmp_path, f"title: A\n{wrong}\n") == ["D011"]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("{body: '{fact}`gone`'}", ["D012", "D030"]),
        ("{title: '', body: '{fact}`gone`'}", ["D011", "D030"]),
        ("{title: A, body: 5}", ["D011"]),
        ("5", ["D011"]),
        ("{title: A, x: 1, body: '{fact}`gone`'}", ["D010", "D030"]),
        ('{title: A, body: "\\0"}', ["D008"]),
    ],
)
def test_a_faulty_section_keeps_what_is_right(tmp_path, section, expected):
    head = f"title: A\nsections:\n  - {section}\n  - {{title: B, body: '{{fact}}`other`'}}\n"
    assert codes(tmp_path, head, name="a.yaml") == [*expected, "D030"]


def test_required_sections_are_asked_for_whatever_else_is_wrong(tmp_path):
    write(
        tmp_path,
        {
            "catalog.toml": '[sections]\nrequired = ["pay"]\n[sections.titles]\npay = ["Pay"]\n',
            "a.md": "---\ntitle: A\nedition: x\n---\n# Overview\n\nText.\n",
        },
    )
    assert [finding.code for finding in load(tmp_path).findings] == ["D020", "D011"]
