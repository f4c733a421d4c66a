import re

import pytest
from lxml import etree

from guidepub.themes.covers import covers
from guidepub.themes.covers.clusters import GENERAL, cluster_of, shipped_clusters

SVG = "{http://www.w3.org/2000/svg}"


CLUSTERS = shipped_clusters()
WELDING, NURSING = CLUSTERS["production"], CLUSTERS["health-care"]


def pattern(slug, cluster=WELDING):
    return covers.pattern(slug, cluster.palette)


def tiles(slug):
    return etree.fromstring(pattern(slug)).findall(f"{SVG}g")


@pytest.mark.parametrize("cluster", CLUSTERS.values(), ids=CLUSTERS)
def test_a_palette_is_four_different_colours(cluster):
    palette = covers.palette(cluster)
    colours = [palette.field, palette.middle, palette.light, palette.contrast]
    assert len(set(colours)) == 4
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours)


def test_every_group_of_the_classification_has_its_own_field():
    fields = {each.palette.field for each in CLUSTERS.values()}
    assert len(fields) == len(CLUSTERS) == 24


@pytest.mark.parametrize("soc", [None, "", "99-9999", "x"])
def test_without_a_known_group_the_colours_are_neutral(soc):
    assert cluster_of(soc, CLUSTERS.values()).name == GENERAL


def contrast(first, second):
    """Return the contrast of two colours (WCAG 2.2, relative luminance)."""

    def luminance(colour):
        channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("cluster", CLUSTERS.values(), ids=CLUSTERS)
def test_white_can_be_read_on_the_field(cluster):
    assert contrast("#ffffff", cluster.palette.field) >= 7


@pytest.mark.parametrize(
    "colour",
    ["#1d4e5f", "#7c2d12", "#000000", "#ffffff", "#ffdd00", "#e0935a", "#808080", "#00ff00"],
)
@pytest.mark.parametrize("name", ["health-care", "production", GENERAL])
def test_the_colours_of_an_imprint_are_legible_and_distinct(colour, name):
    palette = covers.palette(CLUSTERS[name], colour)
    assert contrast("#ffffff", palette.field) >= 7
    assert contrast(palette.light, palette.field) >= 4.5
    assert contrast(palette.contrast, palette.field) >= 3
    assert len({palette.field, palette.middle, palette.light}) == 3


def test_a_dark_colour_of_an_imprint_is_the_field_itself_with_the_group_s_contrast():
    palette = covers.palette(WELDING, "#1d4e5f")
    assert palette.field == "#1d4e5f"
    assert palette.contrast == WELDING.palette.contrast


def test_a_book_has_its_imprint_s_colour_or_its_group_s():
    assert covers.colour_of_book(WELDING, "#7c2d12") == "#7c2d12"
    assert covers.colour_of_book(WELDING, None) == WELDING.palette.middle


@pytest.mark.parametrize(
    ("size", "rows"),
    [((432, 648), 5), ((419.5, 595.3), 4), ((612, 792), 4), ((396, 612), 5), ((600, 200), 1)],
)
def test_the_band_ends_between_two_rows_of_tiles(size, rows):
    assert covers.band_height(*size) == pytest.approx(rows * size[0] / 6)


def test_a_guide_keeps_its_cover():
    assert pattern("welder") == pattern("welder")


def test_a_pattern_is_a_hidden_drawing_of_tiles_within_its_frame():
    drawing = etree.fromstring(pattern("welder"))
    assert drawing.get("aria-hidden") == "true"
    assert drawing.get("viewBox") == "0 0 432 432"
    assert 18 <= len(tiles("welder")) <= 36


def test_a_tile_turns_about_its_centre():
    turns = set()
    for number in range(20):
        for tile in tiles(f"guide-{number}"):
            turn, x, y = re.fullmatch(
                r"rotate\((\d+) ([\d.]+) ([\d.]+)\)", tile.get("transform")
            ).groups()
            turns.add(int(turn))
            assert float(x) % 72 == float(y) % 72 == 36
            assert 0 < float(x) < 432
            assert 0 < float(y) < 432
    assert turns == {0, 90, 180, 270}


def test_shapes_stay_inside_their_tile():
    for number in range(20):
        for tile in tiles(f"guide-{number}"):
            centre = [float(part) for part in re.findall(r"[\d.]+", tile.get("transform"))[1:]]
            for shape in tile:
                if shape.tag == f"{SVG}circle":
                    assert [float(shape.get("cx")), float(shape.get("cy"))] == centre
                    assert 0 < float(shape.get("r")) <= 36
                elif shape.tag == f"{SVG}path":
                    start = [float(part) for part in re.findall(r"[\d.]+", shape.get("d"))[:2]]
                    assert start[0] == centre[0] - 36
                    assert start[1] in (centre[1] - 36, centre[1])


def test_a_thousand_covers_are_all_different():
    assert len({pattern(f"guide-{number}") for number in range(1000)}) == 1000


def test_the_arrangement_comes_from_the_slug_and_the_colours_from_the_group():
    welding, nursing = pattern("a"), pattern("a", NURSING)
    assert re.sub("#[0-9a-f]{6}", "#", welding) == re.sub("#[0-9a-f]{6}", "#", nursing)
    assert welding != nursing
