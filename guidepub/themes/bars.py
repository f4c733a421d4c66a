"""Charts for screens of every width: their words are text of the page, and break as it does.

A drawing's words grow and shrink with its width, and can be read neither on a telephone nor by
who sets large type. So each bar of a chart gets its words above it, and is drawn alone.
"""

from __future__ import annotations

from importlib import resources
from string import Template

from lxml import etree

_HTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"


def spread_charts(leaf: etree._Element) -> None:
    """Put bars with words above them in place of the charts that a leaf has as drawings.

    The whole has the class `bars` and the chart's text alternative, each bar the class `bar-row`,
    in which are `bar-words`, with the `bar-figure`, and the drawn `bar`.
    """
    for drawing in list(leaf.iter(f"{_SVG}svg")):
        if drawing.get("data-span"):
            chart = _spread(drawing)
            chart.tail = drawing.tail
            parent = drawing.getparent()
            assert parent is not None
            parent.replace(drawing, chart)


def bar_rules(frame: str = "") -> str:
    """Return the rules by which such charts are laid out.

    `frame` stands before each selector, if they are to match in a part of a document only.
    """
    text = resources.files("guidepub.themes").joinpath("bars.css").read_text("utf-8")
    return Template(text).substitute(frame=frame)


def _spread(drawing: etree._Element) -> etree._Element:
    span = float(drawing.get("data-span", "1"))
    said = drawing.findtext(f"{_SVG}desc") or drawing.findtext(f"{_SVG}title") or ""
    chart = etree.Element(f"{_HTML}div", {"class": "bars", "role": "img", "aria-label": said})
    words: list[str] = []
    for part in drawing:
        if part.tag == f"{_SVG}rect":
            _add_row(chart, words, part, span)
            words = []
        elif part.tag == f"{_SVG}text" and part.get("x") == "0":
            words.append(_text_of(part))
        elif part.tag == f"{_SVG}text":
            # What stands behind a bar is its figure.
            _add_figure(chart[-1][0], _text_of(part))
    return chart


def _add_row(chart: etree._Element, words: list[str], drawn: etree._Element, span: float) -> None:
    """Add a bar with its label, and its figure if that stands above the bar in the drawing."""
    row = etree.SubElement(chart, f"{_HTML}div", {"class": "bar-row"})
    above = etree.SubElement(row, f"{_HTML}div", {"class": "bar-words"})
    etree.SubElement(above, f"{_HTML}span").text = words[0]
    if len(words) > 1:
        _add_figure(above, words[1])
    own = {"class": "bar", "aria-hidden": "true", "viewBox": "0 0 100 1"}
    place = {key: f"{100 * float(drawn.get(key, '0')) / span:.2f}" for key in ("x", "width")}
    bar = etree.SubElement(row, f"{_SVG}svg", {**own, "preserveAspectRatio": "none"})
    etree.SubElement(
        bar, f"{_SVG}rect", {**place, "y": "0", "height": "1", "fill": drawn.get("fill", "")}
    )


def _add_figure(above: etree._Element, figure: str) -> None:
    above[-1].tail = " "
    etree.SubElement(above, f"{_HTML}span", {"class": "bar-figure"}).text = figure


def _text_of(part: etree._Element) -> str:
    return "".join(map(str, part.itertext()))
