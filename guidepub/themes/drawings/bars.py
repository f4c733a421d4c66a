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
# The parts of shapes, and the short keys on them.
_SHAPES = frozenset({f"{_SVG}rect", f"{_SVG}polygon", f"{_SVG}text"})
# The width of a swatch before words, in units of the drawing.
_SWATCH = 26.0


def spread_charts(leaf: etree._Element) -> None:
    """Put bars with words above them in place of the charts that a leaf has as drawings.

    The whole has the class `bars` and the chart's text alternative, each bar the class `bar-row`,
    in which are `bar-words`, with the `bar-figure`, and the drawn `bar`.
    """
    for drawing in list(leaf.iter(f"{_SVG}svg")):
        if drawing.get("data-span"):
            kinds = {
                "data-strip": _spread_strip,
                "data-shape": _spread_shape,
                "data-plane": _spread_plane,
            }
            spread = next((kinds[key] for key in kinds if drawing.get(key)), _spread)
            chart = spread(drawing)
            chart.tail = drawing.tail
            parent = drawing.getparent()
            assert parent is not None
            parent.replace(drawing, chart)


def bar_rules(frame: str = "", leftward: bool = False) -> str:
    """Return the rules by which such charts are laid out.

    `frame` is before each selector, if they are to match in a part of a document only. Bars
    of documents that are `leftward`, read from right to left, begin on the right.
    """
    text = resources.files("guidepub.themes.drawings").joinpath("bars.css").read_text("utf-8")
    mirrored = f"{frame}.bars svg.bar {{\n  transform: scaleX(-1);\n}}\n" if leftward else ""
    return Template(text).substitute(frame=frame) + mirrored


def _chart(drawing: etree._Element) -> etree._Element:
    description = drawing.findtext(f"{_SVG}desc") or drawing.findtext(f"{_SVG}title") or ""
    return etree.Element(f"{_HTML}div", {"class": "bars", "role": "img", "aria-label": description})


def _spread_strip(drawing: etree._Element) -> etree._Element:
    """Return a strip with the ends of its scale above it, and a row for each mark below it."""
    span, top = float(drawing.get("data-span", "1")), float(drawing.get("data-top", "0"))
    height = float(drawing.get("data-strip", "1"))
    rects = [part for part in drawing if part.tag == f"{_SVG}rect"]
    left = min(float(rect.get("x", "0")) for rect in rects)
    chart = _chart(drawing)
    groups = [part for part in drawing if part.tag == f"{_SVG}g"]
    (ends,) = (group for group in groups if group.get("data-ends"))
    _add_words(chart, list(map(_text_of, ends))).set("class", "bar-row bar-ends")
    strip = _bare(chart[-1], "bar strip", f"{left:g} 0 {span - left:g} {height:g}")
    for rect in rects:
        y = f"{float(rect.get('y', '0')) - top:.1f}"
        etree.SubElement(strip, f"{_SVG}rect", {**dict(rect.attrib), "y": y})
    for group in groups:
        if group is not ends:
            _add_words(chart, [group.get(key, "") for key in ("data-label", "data-figure")])
            kind = group.get("data-mark")
            _swatch(chart[-1][0], [rect for rect in strip if rect.get("class") == kind], height)
    return chart


def _spread_shape(drawing: etree._Element) -> etree._Element:
    """Return the drawing with no words but its keys, and below it a row for each group of words."""
    chart, box = _chart(drawing), drawing.get("data-shape", "")
    shape = _bare(chart, drawing.get("data-kind", ""), f"0 0 {box}")
    del shape.attrib["preserveAspectRatio"]
    # Lengths of the stylesheet are in parts of the page's type, not of that of the keys.
    type_of_keys = {key: drawing.get(key, "") for key in ("font-family", "font-size", "fill")}
    parts = etree.SubElement(shape, f"{_SVG}g", type_of_keys)
    parts.extend([part for part in drawing if part.tag in _SHAPES])
    for group in drawing.findall(f"{_SVG}g"):
        row = _add_words(chart, _words_of(group))
        if square_box := group.get("data-square"):
            square = _bare(row[0], "square", square_box)
            row[0].insert(0, square)
            square.extend(group.findall(f"{_SVG}rect"))
    return chart


def _spread_plane(drawing: etree._Element) -> etree._Element:
    """Return a row for each level, and for each occupation below it one with a bar."""
    chart = _chart(drawing)
    for group in drawing.findall(f"{_SVG}g"):
        row = _add_words(chart, _words_of(group))
        if part := group.get("data-part"):
            bar = _bare(row, "bar", "0 0 100 1")
            fill = group.findall(f"{_SVG}rect")[0].get("fill", "")
            own = {"x": "0", "width": part, "y": "0", "height": "1", "fill": fill}
            etree.SubElement(bar, f"{_SVG}rect", own)
        else:
            row.set("class", "bar-row bar-level")
    return chart


def _words_of(group: etree._Element) -> list[str]:
    """Return a group's label, and its figure if it has one."""
    return [words for key in ("data-label", "data-figure") if (words := group.get(key))]


def _swatch(words: etree._Element, rects: list[etree._Element], height: float) -> None:
    """Put a piece of what words are about before them."""
    swatch = _bare(words, "swatch", f"0 0 {_SWATCH:g} {height:g}")
    words.insert(0, swatch)
    for rect in rects:
        is_band = rect.get("class") in ("thin", "thick")
        width = _SWATCH if is_band else float(rect.get("width", "0"))
        place = {"x": f"{(_SWATCH - width) / 2:g}", "width": f"{width:g}"}
        etree.SubElement(swatch, f"{_SVG}rect", {**dict(rect.attrib), **place})


def _add_words(chart: etree._Element, words: list[str]) -> etree._Element:
    """Add a row with a label, and with a figure if there is one."""
    row = etree.SubElement(chart, f"{_HTML}div", {"class": "bar-row"})
    above = etree.SubElement(row, f"{_HTML}div", {"class": "bar-words"})
    etree.SubElement(above, f"{_HTML}span").text = words[0]
    if len(words) > 1:
        _add_figure(above, words[1])
    return row


def _pin_piece(rect: etree._Element, span: float, top: float, height: float) -> etree._Element:
    """Return a piece of a pin that keeps its thickness, and its head's roundness, at any width."""
    x, y, width, high = (float(rect.get(key, "0")) for key in ("x", "y", "width", "height"))
    fill = {"fill": rect.get("fill", "")}
    if rect.get("rx"):
        size = f"{width / height:.3f}em"
        own = {"x": f"{100 * x / span:.2f}%", "y": f"{0.5 - width / height / 2:.3f}em"}
        corner = {"rx": f"{width / height / 2:.3f}em"}
        return etree.Element(
            f"{_SVG}rect", {**own, "width": size, "height": size, **corner, **fill}
        )
    is_upright = high > width
    return etree.Element(
        f"{_SVG}rect",
        {
            "x": f"{100 * x / span:.2f}%",
            "y": f"{(y - top) / height:.3f}em",
            "width": f"{width:g}" if is_upright else f"{100 * width / span:.2f}%",
            "height": f"{high / height:.3f}em",
            **fill,
        },
    )


def _bare(row: etree._Element, kind: str, box: str) -> etree._Element:
    """Add a drawing without words, which is as wide as its row."""
    own = {"class": kind, "aria-hidden": "true", "viewBox": box, "preserveAspectRatio": "none"}
    return etree.SubElement(row, f"{_SVG}svg", own)


def _spread(drawing: etree._Element) -> etree._Element:
    span = float(drawing.get("data-span", "1"))
    chart = _chart(drawing)
    words: list[str] = []
    pin = float(drawing.get("data-pin", "0"))
    for part in drawing:
        if part.tag == f"{_SVG}rect" and pin:
            if words:
                top = float(part.get("y", "0"))
                _add_words(chart, words)
                etree.SubElement(
                    chart[-1], f"{_SVG}svg", {"class": "bar pin", "aria-hidden": "true"}
                )
            chart[-1][-1].append(_pin_piece(part, span, top, pin))
            words = []
        elif part.tag == f"{_SVG}rect":
            if words:
                _add_words(chart, words)
                _bare(chart[-1], "bar", "0 0 100 1")
            chart[-1][-1].append(_bar_piece(part, span))
            words = []
        elif part.tag == f"{_SVG}text" and part.get("x") == "0":
            words.append(_text_of(part))
        elif part.tag == f"{_SVG}text":
            # The text after a bar is its figure.
            _add_figure(chart[-1][0], _text_of(part))
    return chart


def _bar_piece(drawn: etree._Element, span: float) -> etree._Element:
    """Return a bar, or the line for zero, as high as its row at any width."""
    place = {key: f"{100 * float(drawn.get(key, '0')) / span:.2f}" for key in ("x", "width")}
    own = {**place, "y": "0", "height": "1", "fill": drawn.get("fill", "")}
    if kind := drawn.get("class"):
        own["class"] = kind
    return etree.Element(f"{_SVG}rect", own)


def _add_figure(above: etree._Element, figure: str) -> None:
    above[-1].tail = " "
    etree.SubElement(above, f"{_HTML}span", {"class": "bar-figure"}).text = figure


def _text_of(part: etree._Element) -> str:
    return "".join(map(str, part.itertext()))
