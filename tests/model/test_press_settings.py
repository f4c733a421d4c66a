import pytest

from guidepub import InputError
from guidepub.model.presses.press import Press


@pytest.mark.parametrize(
    ("written", "points"),
    [("3mm", 3 / 25.4 * 72), ("0.125in", 9), (" .125 IN ", 9), ("0.5cm", 5 / 25.4 * 72), ("9pt", 9), (0, 0), (0.0, 0)],
)  # fmt: skip
def test_a_length_has_its_unit_and_is_kept_in_points(written, points):
    assert Press(bleed=written).bleed == pytest.approx(points)


@pytest.mark.parametrize(
    "written",
    ["3", "", "mm", "3 inches", "-3mm", "1e1mm", "3.mm", "3mm 3mm", 3, True, None, [], "nanmm"],
)
def test_another_length_is_refused(written):
    with pytest.raises(InputError, match="is not a length"):
        Press(bleed=written)


@pytest.mark.parametrize(
    ("field", "value"),
    [("bleed", "37pt"), ("caliper", "0mm"), ("caliper", "4pt"), ("signature", 0), ("signature", 65),
     ("signature", 2.0), ("marks", "no"), ("marks", 1)],
)  # fmt: skip
def test_what_no_press_takes_is_refused(field, value):
    with pytest.raises(InputError) as caught:
        Press(**{field: value})
    assert caught.value.__cause__.errors()[0]["loc"] == (field,)


@pytest.mark.parametrize("value", [["lulu"], {"lulu": 1}, 5, True])
def test_a_printer_and_a_paper_are_named_by_texts(value):
    with pytest.raises(InputError, match="press: "):
        Press(press=value)
    with pytest.raises(InputError, match="paper: "):
        Press(press="lulu", paper=value)


def test_spaces_around_names_of_printers_and_papers_count_for_nothing():
    assert Press(press=" lulu ", paper=" magazine ") == Press(press="lulu", paper="magazine")


@pytest.mark.parametrize(("pages", "leaves"), [(0, 0), (2, 1), (3, 1.5), (200, 100)])
def test_a_spine_is_as_thick_as_its_leaves(pages, leaves):
    assert Press(caliper="0.5pt").spine(pages) == leaves * 0.5
