"""What is said of a model that cannot be made in Python: the words that files are told, and fields."""

from __future__ import annotations

import datetime
import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import guidepub.model
from guidepub import Catalog, Fact, Guide, Imprint, InputError, Section
from guidepub.model.validation.frozen import Model

SECTIONS = (Section(title="Overview", body="Text."),)
ODD = (
    3, "x", "", object(), [1], {1: 2}, {"a": {"b": 1}}, [{"b": 2}], None, 1.5, float("nan"),
    datetime.datetime(2026, 1, 1, 3), "x" * 300, -1, 10**5000,
)  # fmt: skip
PYDANTICS = ("Input ", "Field required", "not permitted", "should be a valid", "should have")


def kinds(model: type[Model] = Model) -> Iterator[type[Model]]:
    for kind in model.__subclasses__():
        yield kind
        yield from kinds(kind)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: Guide(title=3, sections=SECTIONS),
            ["Guide D011 title: A text is expected here. Give a text, in quotes."],
        ),
        (
            lambda: Guide(**{"titel": "A", "sections": SECTIONS}),
            ["Guide D010 The key “titel” is unknown. Did you mean “title”?"],
        ),
        (
            lambda: Guide(title="A", tags="trades", authors=[{"nme": "Ada"}], sections=SECTIONS),
            [
                "a D010 authors.0: The key “nme” is unknown. Did you mean “name”?",
                'a D011 tags: A list is expected here. Write ["trades"].',
            ],
        ),
        (
            lambda: Guide(title="A", facts={"pay": {"unit": "USD"}}, sections=SECTIONS),
            [
                "a D012 facts.pay: The key “value” is missing. Add it, or say which table has it: "
                "table, key and column."
            ],
        ),
        (
            lambda: Guide(title="A", facts={"a_education": Fact(value="B")}, sections=SECTIONS),
            [
                "a D011 facts.a_education.value: The fact “a_education” is not a level of education: "
                "“B”. Choose from: none, high-school, some-college, certificate, associate, "
                "bachelor, master, doctoral, professional."
            ],
        ),
        (
            lambda: Guide(title="A", facts={"pay": "much"}, sections=SECTIONS),
            [
                "a D011 facts.pay: A mapping of keys to values is expected here. Write it after "
                'its key, as in {"value": "much"}. Choose from: value, table, key, column, where, '
                "otherwise, broad, unit, as_of, period, source, label, note."
            ],
        ),
        (
            lambda: Catalog.of(print="x"),
            [
                "Catalog D011 print: A mapping of keys to values is expected here. Write it after "
                "its key. Choose from: press, paper, bleed, bleed_at_spine, marks, signature, caliper, "
                "standard."
            ],
        ),
        (
            lambda: SECTIONS[0].__delattr__("title"),
            [
                "Section D011 title: A model cannot be changed. Make another: model_copy(update={…})."
            ],
        ),
        (
            lambda: Fact(value=1, unit="dollar"),
            ["Fact D011 unit: “dollar” is not a unit. Did you mean “USD”?"],
        ),
        (
            lambda: Catalog.of(imprint="Lakeside"),
            [
                "Catalog D011 imprint: A mapping of keys to values is expected here. "
                'Write {"name": "Lakeside"}.'
            ],
        ),
        (
            lambda: Imprint(name="A", colour="red"),
            [
                "Imprint D011 colour: “red” has the wrong form. "
                'Write a colour such as "#1d4e5f", in quotes.'
            ],
        ),
        (
            lambda: Guide.model_validate_json('{"title": 3, "sections": [{}]}'),
            [
                "Guide D011 title: A text is expected here. Give a text, in quotes.",
                "Guide D012 sections.0: The key “title” is missing. Add it.",
            ],
        ),
        (
            lambda: Guide.model_validate_json("{"),
            ["Guide D011 This is not JSON: EOF while parsing an object at line 1 column 1."],
        ),
    ],
)
def test_a_refusal_says_where_what_and_what_to_do(make, expected):
    with pytest.raises(InputError) as caught:
        make()
    assert [str(finding) for finding in caught.value.findings] == expected


def test_no_model_answers_in_the_words_of_a_library():
    for module in pkgutil.iter_modules(guidepub.model.__path__):
        importlib.import_module(f"guidepub.model.{module.name}")
    messages = set()
    for kind in kinds():
        for name in kind.model_fields:
            for value in ODD:
                try:
                    kind.model_validate({name: value})
                except InputError as error:
                    messages |= {finding.message for finding in error.findings}
    assert len(messages) > 100
    assert [words for words in messages if any(other in words for other in PYDANTICS)] == []
