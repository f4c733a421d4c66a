"""The table of clusters: which cluster an occupation belongs to, its colours, tools and place."""

from __future__ import annotations

import pytest

from guidepub import Guide, UsageError
from guidepub.model import Catalog, Occupation, Section
from guidepub.phrases import shipped_phrases
from guidepub.themes.covers.clusters import (
    GENERAL,
    PLACES,
    cluster_of,
    shipped_clusters,
    tab_top,
    with_own_tools,
)
from guidepub.themes.covers.marks import marks
from guidepub.themes.stylesheets.colours import contrast, night_shades, shades

CLUSTERS = shipped_clusters()
NURSE, DENTIST, WELDER = "29-1141", "29-1021", "51-4121"
BY_NAME = pytest.mark.parametrize("cluster", CLUSTERS.values(), ids=CLUSTERS)


def guide(soc: str | None = None, cluster: str | None = None) -> Guide:
    return Guide(
        title="A Guide",
        sections=(Section(title="Overview", body="Words."),),
        occupation=Occupation(soc=soc) if soc else None,
        cluster=cluster,
    )


@BY_NAME
def test_words_of_a_cluster_can_be_read_inside_and_out(cluster):
    """WCAG 2.2 AA: 4.5 to 1 for words, 3 to 1 for drawings and large type."""
    colours, own = cluster.palette, shades(cluster.palette.middle)
    assert contrast(colours.field, "#ffffff") >= 7
    assert contrast(colours.light, colours.field) >= 4.5
    assert contrast(colours.contrast, colours.field) >= 3
    assert contrast(own["--accent-deep"], "#ffffff") >= 4.5
    assert contrast(own["--accent-deep"], own["--accent-tint"]) >= 4.5
    assert contrast(own["--accent-middle"], "#ffffff") >= 3
    night = night_shades(cluster.palette.middle)
    assert contrast(night["--accent-deep"], night["--accent-tint"]) >= 4.5


@BY_NAME
def test_a_cluster_has_tools_that_are_drawn_and_a_place(cluster):
    assert set(cluster.tools) <= marks().keys()
    assert len(set(cluster.tools)) == 7
    assert 1 <= cluster.place <= PLACES


def test_each_field_is_called_something():
    named = shipped_phrases("en")["clusters"]
    assert isinstance(named, dict)
    assert named.keys() == CLUSTERS.keys() - {GENERAL}


def test_clusters_can_be_distinguished():
    assert len({each.palette.field for each in CLUSTERS.values()}) == len(CLUSTERS)
    assert len({each.place for each in CLUSTERS.values()}) == len(CLUSTERS) == PLACES
    assert len({frozenset(each.tools) for each in CLUSTERS.values()}) == len(CLUSTERS)
    codes = [digits for each in CLUSTERS.values() for digits in each.soc]
    assert len(codes) == len(set(codes)) == 23


def test_the_lowest_tab_lies_above_the_middle_of_the_smallest_page():
    assert tab_top(1) == 0
    assert tab_top(PLACES) <= 220


@pytest.mark.parametrize(
    ("code", "name"),
    [(NURSE, "health-care"), ("31-9091", "health-care-support"), (WELDER, "production"),
     ("99-9999", GENERAL), (None, GENERAL)],
)  # fmt: skip
def test_the_first_digits_of_a_code_choose(code, name):
    assert cluster_of(code, CLUSTERS.values()).name == name
    assert Catalog().cluster_of(guide(code)).name == name


def test_a_nurse_is_no_cook_and_a_dentist_has_a_tooth():
    nurse, cook = (Catalog().cluster_of(guide(code)) for code in (NURSE, "35-2014"))
    assert set(nurse.tools).isdisjoint(cook.tools)
    assert with_own_tools(CLUSTERS["health-care"], DENTIST).icon == "tooth"
    assert with_own_tools(CLUSTERS["health-care"], NURSE) == CLUSTERS["health-care"]
    assert with_own_tools(CLUSTERS[GENERAL], None) == CLUSTERS[GENERAL]


def test_a_guide_names_another_cluster():
    assert Catalog().cluster_of(guide(DENTIST, "science")) == CLUSTERS["science"]
    with pytest.raises(UsageError, match="“science”"):
        Catalog().cluster_of(guide(NURSE, "scince"))


def test_a_catalogue_changes_a_row_and_leaves_the_rest():
    made = Catalog.of(clusters={"health-care": {"colour": "#0b5d66", "place": 3}})
    nurse, known = made.cluster_of(guide(NURSE)), CLUSTERS["health-care"]
    assert nurse.palette.field == "#0b5d66"
    assert (nurse.tools, nurse.place) == (known.tools, 3)
    assert made.cluster_of(guide(WELDER)) == Catalog().cluster_of(guide(WELDER))


def test_a_catalogue_has_clusters_of_its_own():
    own = {"soc": ["29-102"], "colour": "#2b5797", "tools": ["mirror", "tooth"]}
    made = Catalog.of(clusters={"dentistry": own})
    assert made.cluster_of(guide(DENTIST)).tools == ("mirror", "tooth")
    assert made.cluster_of(guide(NURSE)).name == "health-care"
    assert made.cluster_of(guide(WELDER, "dentistry")).name == "dentistry"


def test_a_catalogue_s_own_cluster_outweighs_guidepub_s_of_the_same_digits():
    made = Catalog.of(clusters={"nursing": {"soc": ["29"], "colour": "#2b5797"}})
    assert made.cluster_of(guide(NURSE)).name == "nursing"
