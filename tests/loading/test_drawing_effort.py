"""Small drawings that ask for a lot of work are refused before anybody draws them."""

from __future__ import annotations

import time

import pytest

from guidepub.loading.pictures.drawings import fault_of_svg

RECT = '<rect width="1" height="1"/>'
LINE = '<path d="M0 0h1"/>'
FILLED = '<path d="M0 0h1v1z" fill="url(#g)"/>'


def attributes(count: int, name: str = "a") -> str:
    return " ".join(f'{name}{number}="1"' for number in range(count))


def drawing(inner: str, box: str = "0 0 9 9", more: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"{more}>{inner}</svg>'.encode()


def chain(element: str, ask: str, depth: int, width: int) -> str:
    """Return elements of which each asks for the one before some times."""
    first = f'<{element} id="e0">{RECT}</{element}>'
    parts = (
        f'<{element} id="e{n}">{ask.format(n - 1) * width}</{element}>' for n in range(1, depth)
    )
    return "".join((first, *parts)) + ask.format(depth - 1)


TOO_MUCH = {
    "uses of uses": (chain("g", '<use href="#e{}"/>', 6, 10), "steps"),
    "two uses, thirty deep": (chain("g", '<use href="#e{}"/>', 31, 2), "steps"),
    "masks in masks": (chain("mask", '<rect mask="url(#e{})" width="1"/>', 7, 10), "steps"),
    "clips in styles": (chain("clipPath", '<path style="clip-path: url(#e{})"/>', 7, 10), "steps"),
    "patterns": (chain("pattern", '<rect fill="url(#e{})" width="1"/>', 7, 10), "steps"),
    "markers at each corner": (
        f'<marker id="m">{RECT * 200}</marker><path marker-mid="url(#m)" d="M0 0{" l1 1" * 9000}"/>',
        "steps",
    ),
    "a group's marker": (
        f'<marker id="m">{RECT * 200}</marker><g marker-end="url(#m)">{LINE * 900}</g>',
        "steps",
    ),
    "itself": ('<g id="a"><use href="#a"/></g>', "draws “#a” inside itself"),
    "each other": ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "inside itself"),
    "60,000 attributes": (f"<rect {attributes(60_000)}/>", "attributes"),
    "handed down": (
        "".join(f"<g {attributes(60, f'a{n}x')}>" for n in range(200))
        + RECT * 9000 + "</g>" * 200,
        "steps",
    ),
    "a gradient of 9,000 parts": (
        f"<linearGradient>{'<stop/>' * 9000}</linearGradient>", "<linearGradient> with more than",
    ),
    "a gradient a million times": (
        '<linearGradient spreadMethod="repeat" x2="0.000001"/>', "repeats a gradient",
    ),
    "a shrunk gradient": (
        '<radialGradient spreadMethod="reflect" gradientTransform="scale(0.0001)"/>',
        "repeats a gradient",
    ),
    "a style in a style": (f'<rect style="{"a{" * 3000}"/>', "open brackets"),
    "a long transform": (f'<rect transform="{"rotate(1)" * 2000}"/>', "characters"),
    "a novel": (f"<text>{'word ' * 40_000}</text>", "steps"),
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_would_take_long_is_refused_at_once(name):
    inner, reason = TOO_MUCH[name]
    begin = time.process_time()
    fault = fault_of_svg(drawing(inner))
    assert fault is not None
    assert reason in fault[0]
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    "inner",
    [
        chain("g", '<use href="#e{}"/>', 4, 8),
        f'<g clip-path="url(#c)">{RECT * 900}</g><clipPath id="c">{RECT}</clipPath>',
        f"<g>{FILLED * 900}</g>"
        '<linearGradient id="g" spreadMethod="repeat" x2="25%"><stop/><stop/></linearGradient>',
        f"<g>\n{' ' * 200}{(RECT + chr(10) + ' ' * 60) * 2000}</g>",
        f'<path d="M0 0{" l1 1" * 60_000}"/>',
        "<g>" * 200 + RECT + "</g>" * 200,
        '<a href="#b"><rect id="b" width="1"/></a>',
    ],
)
def test_what_drawing_programs_write_is_taken(inner):
    assert fault_of_svg(drawing(inner)) is None


@pytest.mark.parametrize("box", ["0 0 0 9", "nan nan nan nan", "0 0 1e400 1", "1 2 3", "0 0 -4 4"])
def test_a_view_without_an_area_is_refused(box):
    fault = fault_of_svg(drawing(RECT, box))
    assert fault is not None
    assert "viewBox" in fault[0]


@pytest.mark.parametrize("size", ["1", "100%", "12.5mm", "auto", " 3e2px", ".5in"])
def test_a_size_is_taken(size):
    assert fault_of_svg(drawing(RECT, more=f' width="{size}"')) is None


@pytest.mark.parametrize("size", ["-5", "nan", "1e400", "0", "0.0", ""])
def test_what_is_no_size_is_refused(size):
    fault = fault_of_svg(drawing(RECT, more=f' width="{size}"'))
    assert fault == ("has an invalid width or height", "Export it again.")
