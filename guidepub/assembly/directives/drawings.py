"""The blocks of directives that draw figures: charts, strips, squares, and all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from types import MappingProxyType

from guidepub.assembly.charts.charted import Charted, charted
from guidepub.assembly.charts.days import day_of
from guidepub.assembly.charts.drawn import Backing, Graphic, described, lettering
from guidepub.assembly.charts.interests import interests_of
from guidepub.assembly.charts.jobs import jobs_of, openings_of
from guidepub.assembly.charts.ladders import ladder_of
from guidepub.assembly.charts.related import related_of
from guidepub.assembly.charts.states import states_of
from guidepub.assembly.charts.wages import strip_of
from guidepub.assembly.charts.workplaces import shares_of
from guidepub.assembly.directives.captions import caption_number, captioned, captioned_text
from guidepub.assembly.directives.referring import Referring
from guidepub.assembly.shared.context import BookContext
from guidepub.findings import Finding, InputError, Place
from guidepub.loading import career_drawings
from guidepub.markdown import Directive, RichText
from guidepub.themes.covers.chart_colours import chart_colours
from guidepub.themes.drawings.charts import bar_chart, parted
from guidepub.themes.drawings.drawing import ChartStyle, chart_width
from guidepub.themes.leaves import markup
from guidepub.words.manuscript import BlockText, Passage

GRAPHICS: Mapping[str, Callable[[Directive, BookContext], Graphic]] = MappingProxyType(
    {
        "chart": charted,
        "growth": charted,
        "wages": strip_of,
        "jobs": jobs_of,
        "openings": openings_of,
        "ladder": ladder_of,
        "interests": interests_of,
        "day": day_of,
        "states": states_of,
        "related": related_of,
        "workplaces": shares_of,
    }
)
"""What each directive draws."""

DRAWING = frozenset({*GRAPHICS, "figures"})
"""The directives that draw figures."""

# The parts of a page's width and height that a chart takes at most: the widest measure that a
# theme has, and what a caption and its source leave.
_CHART_WIDTH, _CHART_HEIGHT = 0.82, 0.66


def drawing_block(
    directive: Directive,
    name: str,
    lines: Mapping[str, RichText],
    context: BookContext,
    referring: Referring,
) -> tuple[str, BlockText]:
    """Return a drawing's XHTML, whose ids begin with `name`, and the words that it adds.

    Raises:
        InputError: it has nothing to draw, or too much (D033); its table cannot be read (C001).
    """
    if directive.name == "figures":
        return _figures(directive, name, lines, context, referring)
    graphic = _graphic(directive, context)
    place = referring.place_of(directive)
    number = referring.numbered(place) if place is not None else ""
    lines = captioned(lines, number)
    make = _chart if isinstance(graphic, Charted) else _single
    xhtml, text = make(directive, graphic, name, lines, context)
    if place is not None:
        text = replace(text, label=caption_number(number), name=place.name)
    return xhtml, text


def _single(
    directive: Directive,
    graphic: Graphic,
    name: str,
    lines: Mapping[str, RichText],
    context: BookContext,
) -> tuple[str, BlockText]:
    """Return a drawing in one piece."""
    title = lines["title"].plain
    words = lines["alt"].plain if "alt" in lines else graphic.alternative_text(title, context)
    evidence = graphic.cited.line(context)
    block = _figure(
        name,
        lines["title"].xhtml,
        graphic.drawn(title, words, name, _style(context)),
        evidence.xhtml,
        context,
    )
    own = [] if "alt" in lines else [words]
    return block, _text(directive, graphic.lettering(context), evidence, own)


def _figures(
    directive: Directive,
    name: str,
    lines: Mapping[str, RichText],
    context: BookContext,
    referring: Referring,
) -> tuple[str, BlockText]:
    """Return all drawings that a guide has the facts for, with one line of sources below them."""
    drawings = career_drawings(directive, context.guide)
    if not drawings:
        return "", BlockText()
    graphics = [_graphic(drawing, context) for drawing in drawings]
    line = _joined(graphics).line(context)
    before, alternatives, blocks = [], [], []
    group = referring.place_of(directive)
    if "title" not in lines:
        heading_name = group.name if group is not None else ""
        heading_words = context.phrases["career_in_figures"]
        before.append(Passage("caption", heading_words, name=heading_name))
    for drawing, graphic in zip(drawings, graphics, strict=True):
        title = context.phrases.get("figures", drawing.name) or ""
        words = graphic.alternative_text(title, context)
        alternatives.append(words)
        own, caption = f"{name}-{drawing.name}", escape(title)
        if place := referring.place_of(directive, drawing.name):
            number = referring.numbered(place)
            own, caption = place.name, captioned_text(caption, number)
            before.append(Passage("label", caption_number(number), name=own))
        before += [Passage("caption", title), *graphic.lettering(context)]
        shown = graphic.drawn(title, words, own, _style(context))
        blocks.append(_figure(own, caption, shown, "", context))
    heading = lines["title"].xhtml if "title" in lines else escape(before[0].text)
    xhtml = context.templates.block(
        "figures.xhtml",
        id=name,
        title=markup(heading),
        drawings=[markup(block) for block in blocks],
        evidence=markup(line.xhtml),
    )
    text = _text(directive, before, line, alternatives)
    return xhtml, replace(text, name=group.name) if group is not None else text


def _chart(
    directive: Directive,
    chart: Graphic,
    name: str,
    lines: Mapping[str, RichText],
    context: BookContext,
) -> tuple[str, BlockText]:
    """Return bars or pins, in as many drawings as they need pages."""
    assert isinstance(chart, Charted)
    bars, form, evidence = chart.bars, chart.form, chart.cited.line(context)
    trim, style = context.trim, _style(context)
    tallest = style.width * _CHART_HEIGHT * trim.height / (_CHART_WIDTH * trim.width)
    parts = parted(bars, tallest, style.width, form)
    heads = [lines["title"].plain]
    heads += [f"{heads[0]} {context.phrases['continued']}"] * (len(parts) - 1)
    alternatives, drawn = [], []
    for head, part in zip(heads, parts, strict=True):
        alternatives.append(described(chart.kind, head, part, context))
        drawn += [Passage("caption", head), *lettering(part)]
    # The first head is the directive's title.
    text = _text(directive, drawn[1:], evidence, alternatives["alt" in lines :])
    if "alt" in lines:
        alternatives[0] = lines["alt"].plain
    blocks = []
    for number, (head, part, words) in enumerate(zip(heads, parts, alternatives, strict=True)):
        own = f"{name}-{number}" if number else name
        drawing = bar_chart(part, head, words, own, style, bars, form)
        # The caption's own marks and notes are in the first one only.
        caption = escape(heads[number]) if number else lines["title"].xhtml
        is_last = number == len(parts) - 1
        blocks.append(_figure(own, caption, drawing, evidence.xhtml if is_last else "", context))
    return "\n".join(blocks), text


def _graphic(directive: Directive, context: BookContext) -> Graphic:
    graphic = GRAPHICS[directive.name](directive, context)
    if refusal := graphic.refusal():
        place = Place(context.guide.known_by, directive.line, 1)
        raise InputError([Finding(place, "D033", refusal.message, refusal.remedy)])
    return graphic


def _joined(graphics: Sequence[Graphic]) -> Backing:
    """Return what some drawings are made from."""
    cited = [graphic.cited for graphic in graphics]
    return Backing(
        tuple(fact for each in cited for fact in each.facts),
        tuple(other for each in cited for other in each.others),
    )


def _figure(name: str, caption: str, drawing: str, evidence: str, context: BookContext) -> str:
    """Return the figure of a drawing, given its caption and its sources as XHTML."""
    return context.templates.block(
        "chart.xhtml",
        id=name,
        caption=markup(caption),
        chart=markup(drawing),
        evidence=markup(evidence),
    )


def _text(
    directive: Directive,
    before: Iterable[Passage],
    evidence: RichText,
    alternatives: Sequence[str],
) -> BlockText:
    line = directive.line
    return BlockText(
        "",
        tuple(replace(passage, line=line) for passage in before if passage.text),
        (Passage("caption", evidence.plain, line),) if evidence.plain else (),
        tuple(Passage("alternative", words, line) for words in alternatives),
    )


def _style(context: BookContext) -> ChartStyle:
    theme = context.theme
    ink, bar, tint = chart_colours(theme, context.colour)
    points = _CHART_WIDTH * context.trim.width
    width = chart_width(float(theme.least_type or 0), points)
    return ChartStyle(theme.chart_font, ink, tint, bar, width)
