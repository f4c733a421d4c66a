"""Definitions as texts in Python: guides read from them, written to them, and dumped as data."""

from __future__ import annotations

import datetime
import pickle
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import guidepub
from guidepub import (
    Catalog,
    CoverArt,
    Fact,
    Guide,
    InputError,
    Isbns,
    Occupation,
    Person,
    Section,
    Source,
    UsageError,
    dumps,
    loads,
)
from guidepub.batch.stale.freshness import guide_digest
from guidepub.loading.formats.yaml_reader import read_yaml
from guidepub.loading.formats.yaml_writer import flow
from guidepub.loading.guides.written import as_stated

ROOT = Path(__file__).parent.parent.parent
CATALOGS = ("guides", "examples/occupations", "tests/bakery")

TITLES = st.text("ABCdefé #*`'\"", min_size=1, max_size=12).filter(lambda text: "d" in text)
BODIES = st.text("ab\n #-*>`:=|1.", max_size=40)
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), max_size=20
)
NAMES = TEXTS.map(lambda text: f"x{text}x")
VALUES = st.one_of(
    st.integers(0, 10**14),
    st.decimals(0, 10**6, allow_nan=False, allow_infinity=False, places=2),
    NAMES,
)


@pytest.fixture(scope="module")
def catalogs():
    return [guidepub.load(ROOT / name) for name in CATALOGS]


def test_the_guides_of_the_repository_load_equal_from_what_they_are_written_as(catalogs):
    written = 0
    for guide in (guide for catalog in catalogs for guide in catalog.values()):
        assert loads(dumps(guide)) == as_stated(guide)
        written += 1
    assert written > 40


def test_a_dump_gives_the_same_guide_with_all_that_it_knows(catalogs):
    filled = 0
    for guide in (guide for catalog in catalogs for guide in catalog.values()):
        again = Guide.model_validate(guide.model_dump())
        assert again == guide
        assert (again.origin, again.row, again.folder) == (guide.origin, guide.row, guide.folder)
        assert again.row_figures == guide.row_figures
        assert [section.line for section in again.sections] == [
            section.line for section in guide.sections
        ]
        assert again.content_hash == guide.content_hash
        filled += sum(fact.lineage is not None for fact in again.facts.values())
    assert filled > 100


def test_a_dump_keeps_a_guides_pictures(bakery):
    again = Guide.model_validate(pickle.loads(pickle.dumps(bakery["baker"].model_dump())))
    pictures = guidepub.assemble(again, bakery).pictures
    assert pictures
    assert pictures == guidepub.assemble(bakery["baker"], bakery).pictures


def test_json_is_a_definition(tmp_path, bakery):
    file = tmp_path / "baker.json"
    file.write_text(bakery["baker"].model_dump_json(), "utf-8")
    assert loads(file.read_text("utf-8"), "baker.json") == bakery["baker"]


def test_a_dump_states_no_language_where_the_guide_has_none():
    guide = Guide(title="Welder", sections=[Section(title="Work", body="Soldar.")])
    for again in (
        Guide.model_validate(guide.model_dump()),
        Guide.model_validate_json(guide.model_dump_json()),
        loads(dumps(guide)),
    ):
        assert Catalog.of(again, defaults={"language": "es"})["welder"].language == "es"


def test_a_fact_of_a_table_is_dumped_and_written_before_it_is_filled():
    rows = [{"code": "51-4121", "pay": 51000}]
    guide = Guide(
        title="Welder",
        occupation=Occupation(soc="51-4121"),
        facts={"pay": Fact(table="wages", column="pay", key={"code": "{soc}"}, unit="USD/year")},
        sections=[Section(title="Pay", body="{fact}`pay`")],
    )
    assert Guide.model_validate(guide.model_dump()) == guide
    assert Guide.model_validate_json(guide.model_dump_json()) == guide
    assert loads(dumps(guide)) == guide
    filled = guidepub.assemble(guide, Catalog.of(guide, data={"wages": rows})).guide
    assert filled.facts["pay"].value == 51000
    assert as_stated(filled).facts == guide.facts
    assert loads(dumps(filled)) == guide
    again = Guide.model_validate_json(filled.model_dump_json())
    assert again.facts == guide.facts
    assert loads(filled.model_dump_json(), "welder.json").facts == guide.facts
    assert guidepub.assemble(again, Catalog.of(again, data={"wages": rows})).guide == filled


def test_fingerprints_have_the_figures_that_json_leaves_to_their_table(tmp_path):
    def reported(pay):
        fact = Fact(table="wages", column="pay", key={"code": "1"}, unit="USD/year")
        guide = Guide(title="A", facts={"pay": fact}, sections=[Section(title="B", body="C.")])
        filled = guidepub.assemble(
            guide, Catalog.of(guide, data={"wages": [{"code": "1", "pay": pay}]})
        )
        return filled.guide

    one, other = reported(51000), reported(52000)
    assert one.model_dump_json() == other.model_dump_json()
    assert guide_digest(one) != guide_digest(other)
    assert one.content_hash != other.content_hash


@pytest.mark.parametrize("key", ["lineage", "stated", "amount", "of_whom"])
def test_plain_data_cannot_claim_what_only_a_table_gives(bakery, key):
    data = {"value": 51000, "unit": "USD/year", key: {"row": 2}}
    with pytest.raises(InputError, match=f"“{key}” is unknown"):
        Fact.model_validate(data)


@pytest.mark.parametrize("key", ["origin", "row", "row_figures", "released", "others"])
def test_no_file_states_where_a_guide_comes_from(key):
    with pytest.raises(InputError, match=f"The key “{key}” is unknown"):
        loads(f"---\ntitle: Welder\n{key}: []\n---\n# Work\n\nText.\n")


MADE = Guide(
    title="Welder: “no #1” & more",
    subtitle="true",
    slug="welder-guide",
    language="es",
    authors=[Person(name="Ada Weld", role="editor", language="en")],
    edition=2,
    published=datetime.date(2026, 11, 24),
    first_published=2019,
    isbn=Isbns(epub="978-0-306-40615-7"),
    price="USD 14.95",
    cover=CoverArt(image="art.jpg", alt="Sparks."),
    description='First line.\nSecond: "line".',
    tags=["trades", "no", "12"],
    notices=["disclaimer@2"],
    at_a_glance=[],
    facts={
        "pay": Fact(value=Decimal("24.50"), unit="USD/hour", as_of=2024, source="a:b"),
        "plain": Fact(value=Decimal("24.50")),
        "text": Fact(value="24.50"),
        "growth": Fact(value=-1.5, unit="percent", period=(2024, 2034)),
    },
    sources={"a:b": Source(title="H: a", publisher="B", retrieved="2026-11-01")},
    sections=[Section(title="C #", body="\n\n    code\n"), Section(title="Two", body="")],
)


def test_every_field_is_written():
    text = dumps(MADE)
    assert loads(text) == MADE
    assert "# Two\n" in text
    assert Guide.model_validate(MADE.model_dump()) == MADE


@settings(max_examples=150)
@given(
    NAMES, st.lists(st.tuples(TITLES, BODIES), min_size=1, max_size=3),
    st.dictionaries(st.text("abc_", min_size=1).map("f{}".format), VALUES, max_size=3),
    st.lists(NAMES, max_size=2),
)  # fmt: skip
def test_what_is_written_loads_equal_or_is_refused(title, parts, values, tags):
    try:
        guide = Guide(
            title=title,
            slug="made",
            tags=tags,
            facts={key: Fact(value=value) for key, value in values.items()},
            sections=[Section(title=heading, body=body) for heading, body in parts],
        )
    except InputError:
        return
    try:
        text = dumps(guide)
    except UsageError as error:
        # Only what Markdown takes for other than it is meant.
        assert any("#" in part or "`" in part or "=" in part or ":" in part or "-" in part
                   for part in (*parts[0], *parts[-1], *(p for pair in parts for p in pair))), error  # fmt: skip
        return
    assert loads(text) == guide


@given(st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)))
def test_data_in_yaml_of_one_line_reads_back(data):
    document = read_yaml(Path("a.yaml"), f"data: {flow(data)}")
    assert document.findings == []
    assert document.data == {"data": data}


@pytest.mark.parametrize("sign", ["\x7f", "\x85", "\u2028", "\ufeff", "\\", '"', "\t", "😀"])
def test_signs_that_yaml_would_not_take_read_back(sign):
    assert read_yaml(Path("a.yaml"), f"a: {flow(f'x{sign}x')}").data == {"a": f"x{sign}x"}


@pytest.mark.parametrize("body", ["# Other", "```\ncode", ":::{note}\ntext", "Other\n==="])
def test_prose_that_would_become_another_section_is_not_written(body):
    guide = Guide(title="Welder", sections=[Section(title="Work", body=body)])
    with pytest.raises(UsageError, match="“Work” cannot be written as Markdown"):
        dumps(guide)


def test_a_text_is_called_as_the_caller_says():
    with pytest.raises(InputError) as caught:
        loads("---\ntitle: Welder\nsulg: a\n---\n# Work\n\nText.\n", "upload.md")
    assert str(caught.value).startswith("upload.md:3:1 D010 The key “sulg” is unknown.")


def test_a_text_has_the_slug_of_its_name_or_title():
    text = "---\ntitle: Arc Welder\n---\n# Work\n\nText.\n"
    assert loads(text).slug == "arc-welder"
    assert loads(text, "welding.md").slug == "welding"
    assert loads(text).origin is None


@pytest.mark.parametrize(("name", "text"), [
    ("a.yaml", "title: Welder\nsections: [{title: Work, body: Text.}]"),
    ("a.json", '{"title": "Welder", "sections": [{"title": "Work", "body": "Text."}]}'),
])  # fmt: skip
def test_the_name_decides_the_format(name, text):
    assert loads(text, name).sections == (Section(title="Work", body="Text."),)


def test_a_name_of_another_kind_is_refused():
    with pytest.raises(UsageError, match=r"notes\.txt"):
        loads("a", "notes.txt")


def test_findings_name_a_guide_without_a_file_and_its_section():
    guide = Guide(
        title="Arc Welder",
        notices=["nope"],
        sections=[Section(title="Work", body="Text."), Section(title="The Pay", body="{fact}`a`")],
    )
    catalog = Catalog.of(guide)
    with pytest.raises(InputError) as caught:
        guidepub.assemble(guide, catalog)
    places = {str(finding.place) for finding in caught.value.findings}
    assert places == {"arc-welder", "arc-welder#the-pay:1:1"}
    reported = guidepub.lint(guide, catalog)
    assert reported
    assert all(finding.place.path.startswith("arc-welder") for finding in reported)
