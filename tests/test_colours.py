import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub.themes.stylesheets.colours import contrast, css_colour, shades

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#000", "#fff", 21),
        ("#777777", "#ffffff", 4.478),
        ("#0000ff", "#ffffff", 8.592),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


@given(colours)
def test_whatever_the_colour_its_shades_can_be_read(accent):
    made = shades(accent)
    assert (made["--accent"] == accent) == (contrast(accent, "#ffffff") >= 4.5)
    assert contrast(made["--accent"], "#ffffff") >= 4.5
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in made.values())
    assert contrast(made["--accent-deep"], made["--accent-tint"]) >= 4.5
    assert contrast(made["--accent-deep"], "#ffffff") >= 4.5
    assert contrast(made["--accent-middle"], "#ffffff") >= 3


def test_shades_cannot_be_changed():
    with pytest.raises(TypeError):
        shades("#1d4e5f")["--accent"] = "#000000"


@pytest.mark.parametrize("text", ["", "color()", "rgb(1)", "a b", "12"])
def test_what_is_no_colour_of_css_is_none(text):
    assert css_colour(text) is None


def test_a_colour_of_css_is_read():
    assert list(css_colour("#ff0000").to("srgb")) == [1, 0, 0, 1]
    assert css_colour("currentColor") == "currentcolor"
