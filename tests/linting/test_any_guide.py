"""Whatever stands in a guide, lint tells findings whose places lie in the file."""

from __future__ import annotations

from pathlib import Path

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


def test_the_shipped_guides_are_clean(samples):
    assert {slug: lint(guide, samples) for slug, guide in samples.items()} == {
        slug: [] for slug in samples
    }


def test_a_second_run_tells_the_same():
    found = guidepub.loading.survey(ROOT / "tests" / "linting" / "seed")
    catalog, (guide,) = found.catalog, found.drafts
    assert lint(guide, catalog) == lint(guide, catalog) == sorted(lint(guide, catalog))
