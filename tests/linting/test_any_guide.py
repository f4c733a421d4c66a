"""Whatever stands in a guide, lint tells findings whose places lie in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from definitions import definition, write
from hypothesis import given
from hypothesis import strategies as st

import guidepub
from guidepub.linting import lint

ROOT = Path(__file__).parents[2]
_PIECES = st.sampled_from(
    ["Bakers", "must have a", "bachelor’s degree", "median wage is", "$40,000", "10 percent", "by 2016",
     "(", ")", "[@", "]", "{fact}`x`", "{{", "}}", "<b>", "&nbsp;", "![i](x)", "[here](http://a.b)", "\n\n",
     "\n", "- ", "> ", "## ", "#### ", "| a | |", "\n|--|--|\n", "`", "**", "```", ":::{note}", ":::", "©",
     "will earn", "guaranteed job", ",", ".", "!", "\\", "<!-- guidepub: ignore X001 a -->", "[^1]", "é", "\t"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map(" ".join))
def test_any_text_gives_findings_with_places_in_its_file(tmp_path_factory, body):
    folder = tmp_path_factory.mktemp("any")
    write(folder, {"baker.md": definition(body)})
    lines = (folder / "baker.md").read_text("utf-8").split("\n")
    found = guidepub.loading.survey(folder)
    for guide in (*found.catalog.values(), *found.drafts):
        for finding in lint(guide, found.catalog):
            assert 1 <= finding.place.line <= len(lines)
            assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1


def test_one_text_beyond_all_bounds_is_read_without_toil():
    for piece in (
        "$1,",
        "must have a bachelor’s degree or ",
        "2010-2020 ",
        "( ",
        "a.b.",
        "10 percent ",
    ):
        made = guidepub.Guide(title="Baker", sections=[{"title": "One", "body": piece * 600}])
        assert lint(made, guidepub.Catalog.of(made)) is not None


ANY_LANGUAGE = """
A lead-in to figures, 2019 to 2024:

- 40 percent of bakers earn $40,000, or 2,5 % more than 12.000 euros.
- Two thirds of 300 workers; “one in four”, 3/4, 1 in 10.

For example: what 1,200 people earn, suppose a baker has $52,000.

| Year | Jobs |
|--|--|
| 2024 | 74.900 |

Never mind that. The bakery is always open, and never on Sundays? No license is needed!
"""


@pytest.mark.parametrize(
    "language", ["ar", "da", "el", "he", "hi", "hu", "it", "ja", "nl", "pl", "ru", "tr", "zh-Hant"]
)
def test_a_language_without_words_of_its_own_is_linted_too(tmp_path, language):
    write(tmp_path, {"baker.md": definition(ANY_LANGUAGE, f"language: {language}")})
    found = guidepub.loading.survey(tmp_path)
    for guide in (*found.catalog.values(), *found.drafts):
        assert lint(guide, found.catalog) is not None


@pytest.mark.parametrize("folder", ["guides", "hebrew", "leftward"])
def test_guides_in_many_languages_have_no_errors(folder):
    catalog = guidepub.load(ROOT / "tests" / "languages" / folder)
    for guide in catalog.values():
        assert not [each for each in lint(guide, catalog) if each.severity == "error"]


def test_the_shipped_guides_are_clean(samples):
    assert {slug: lint(guide, samples) for slug, guide in samples.items()} == {
        slug: [] for slug in samples
    }


def test_a_second_run_finds_the_same():
    found = guidepub.loading.survey(ROOT / "tests" / "linting" / "seed")
    catalog, (guide,) = found.catalog, found.drafts
    assert lint(guide, catalog) == lint(guide, catalog) == sorted(lint(guide, catalog))
