"""S008: whether a translation is up to date with its original."""

from __future__ import annotations

import pytest
from definitions import guide

from guidepub import Catalog, Fact, TranslationOf, lint

ORIGINAL = guide(
    "Bakers bake.", facts={"pay": Fact(value=51000, unit="USD/year")}, slug="baker", title="Baker"
)


def reported(original, translation_of, *others):
    made = guide("Panaderos.", slug="panadero", language="es", translation_of=translation_of)
    found = lint(made, Catalog.of(made, original, *others))
    return [f"{each.message} {each.remedy}" for each in found if each.code == "S008"]


def test_a_translation_of_its_original_as_it_is_has_no_fault():
    assert reported(ORIGINAL, TranslationOf(guide="baker", state=ORIGINAL.state)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Bakers"},
        {"description": "New."},
        {"sections": guide("Bakers bake bread.").sections},
        {"facts": {"pay": Fact(value=52000, unit="USD/year")}},
    ],
)
def test_a_change_of_the_original_is_reported_with_its_state(change):
    changed = guide(**(ORIGINAL.model_dump() | change))
    (message,) = reported(changed, {"guide": "baker", "state": ORIGINAL.state})
    assert "“baker” has changed since it was translated" in message
    assert f'state: "{changed.state}"' in message


@pytest.mark.parametrize(
    "change", [{"published": "2027-01-01"}, {"edition": 2}, {"tags": ["food"]}, {"price": "USD 9"}]
)
def test_what_no_translator_renders_is_no_change(change):
    changed = guide(**(ORIGINAL.model_dump() | change))
    assert reported(changed, TranslationOf(guide="baker", state=ORIGINAL.state)) == []


def test_blank_lines_and_figures_of_a_table_are_no_change():
    cell = Fact(table="wages", column="pay", key={"code": "1"}, unit="USD/year")
    one, other = (
        Catalog.of(
            guide("\n\nBakers bake.\n", facts={"pay": cell}),
            data={"wages": [{"code": "1", "pay": pay}]},
        )["baker"]
        for pay in (51000, 52000)
    )
    assert one.state == other.state == guide("Bakers bake.", facts={"pay": cell}).state


def test_a_bare_slug_asks_for_the_state():
    (message,) = reported(ORIGINAL, "baker")
    assert "not say which state of “baker”" in message
    assert ORIGINAL.state in message


def test_an_original_that_is_not_there_is_reported():
    assert reported(ORIGINAL, "bakr") == [
        "The catalogue has no guide “bakr”, which this one translates. Did you mean “baker”?"
    ]


def test_nothing_is_reported_where_the_translation_alone_was_read():
    made = guide("Panaderos.", slug="panadero", translation_of="baker")
    assert [each.code for each in lint(made, Catalog.of(made)) if each.code == "S008"] == []


@pytest.mark.parametrize(("language", "remedy"), [("fr", "en-US"), ("en-US", None), (None, None)])
def test_another_language_of_the_original_is_reported(language, remedy):
    stated = {"guide": "baker", "state": ORIGINAL.state, "language": language}
    found = reported(ORIGINAL, stated)
    assert found == [
        f"The guide “baker”, which this one translates, is not in “fr”. Write language: {remedy}."
    ] * (remedy is not None)
