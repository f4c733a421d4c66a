"""Arrays for HarfBuzz are those that WeasyPrint asks for, without a type for each length."""

from __future__ import annotations

import pytest

from guidepub.pdf.engine.weasyprint import embedded_fonts, ffi
from guidepub.pdf.shortcuts.subsetting import arrays_have_few_types


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("hb_codepoint_t[3]", [1, 5, 9]),
        ("hb_codepoint_t[0]", ()),
        ("hb_codepoint_t[4]", (7, 8)),
        ("hb_tag_t[100]", None),
        ("char[4]", None),
        ("unsigned int *", 100),
    ],
)
def test_an_array_holds_what_it_is_made_of(kind, values):
    def contents(made):
        return bytes(ffi.buffer(made))

    expected = contents(ffi.new(kind, values))
    with arrays_have_few_types():
        assert contents(embedded_fonts.ffi.new(kind, values)) == expected
    assert embedded_fonts.ffi is ffi


def test_lengths_make_no_types(monkeypatch):
    asked: list[str] = []
    new = ffi.new

    def noted(kind, *more):
        asked.append(kind)
        return new(kind, *more)

    monkeypatch.setattr(ffi, "new", noted)
    with arrays_have_few_types():
        for count in range(200, 210):
            embedded_fonts.ffi.new(f"hb_codepoint_t[{count}]", tuple(range(count)))
    assert set(asked) == {"hb_codepoint_t[]"}
