"""A leaf for each section, the first numbered one with the figures that matter most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from guidepub.assembly.directives.referring import section_leaf
from guidepub.assembly.shared.context import BookContext
from guidepub.assembly.texts.columns import on_the_decimal
from guidepub.assembly.texts.prose import GuideProseRenderer
from guidepub.assembly.texts.tracing import hoisted, trace_of_figure
from guidepub.figures.pay import stated_median
from guidepub.markdown import Prose, directive_of, manuscript_of, prose_xhtml, rich_text
from guidepub.model import Leaf
from guidepub.model.guides.sections import Numeral, numerals_of, parts_of
from guidepub.phrases import Phrases
from guidepub.themes.leaves import body_of, markup, words_of
from guidepub.words.manuscript import LeafManuscript, Passage, lines

_PANEL_FACTS = ("projected_growth", "employment", "entry_education")
# The names in EPUB and DPUB-ARIA, if any, of leaves that are not numbered sections.
_MATTER: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        kind: {"leaf_kind": kind, "semantics": semantics, "role": role}
        for kind, semantics, role in (
            ("part", "part", "doc-part"),
            ("unnumbered", "chapter", "doc-chapter"),
            ("foreword", "foreword", "doc-foreword"),
            ("preface", "preface", "doc-preface"),
            ("acknowledgements", "acknowledgments", "doc-acknowledgments"),
            ("appendix", "appendix", "doc-appendix"),
            ("about-author", "", "region"),
            ("also-by", "", "region"),
        )
    }
)
# Signs of a figure beyond which it is set as words, not as a large number.
_LONG_FIGURE = 9
_HEADING = "{http://www.w3.org/1999/xhtml}h2"


def section_leaves(
    context: BookContext, texts: dict[str, Prose], renderer: GuideProseRenderer
) -> list[Leaf]:
    """Return a leaf for each section, given its parsed prose by the section's id."""
    leaves: list[Leaf] = []
    kinds = context.guide.kinds
    rows = zip(texts.items(), parts_of(kinds), numerals_of(kinds), strict=True)
    for (section_id, text), part, numeral in rows:
        if not context.holds(section_id):
            continue
        kind = numeral.kind
        assert text.title is not None
        # In the order in which they print, since sources are numbered by it.
        title = rich_text(text.title, renderer, section_id)
        is_first = numeral == Numeral("section", "1")
        panel, panel_text = _panel(context) if is_first else ("", ())
        deck, prose = _parted(text, prose_xhtml(text, renderer, section_id, context.traced))
        headings, headings_text = _headings(context, prose)
        leaf_id = section_leaf(section_id)
        label = numbered_label(context.phrases, numeral)
        printed = manuscript_of(text, renderer.text_renderer, leaf_id, panel_text, section_id)
        within = part == "bodymatter" and any(leaf.kind == "part" for leaf in leaves)
        leaf = context.leaf(
            kind,
            leaf_id,
            title.plain,
            part,
            in_contents=True,
            heading=title,
            text=_labelled(
                _opened(printed, len(panel_text), headings_text, has_deck=bool(deck)), label
            ),
            template=kind if kind in ("section", "part") else "matter",
            label=label,
            level=2 if within and kind != "part" else 1,
            **({"number": int(numeral.text)} if kind == "section" else _MATTER[kind]),
            deck=markup(deck),
            headings=markup(headings),
            panel=markup(panel),
            prose=markup(on_the_decimal(prose, context.guide.language)),
        )
        leaves.append(leaf)
    return leaves


def numbered_label(phrases: Phrases, numeral: Numeral) -> str:
    """Return the text before the title of an appendix or of a part: “Appendix A”, or nothing."""
    if numeral.kind == "section" or not numeral.text:
        return ""
    return (phrases.get("numbered", numeral.kind) or "").format(number=numeral.text)


def _labelled(manuscript: LeafManuscript, label: str) -> LeafManuscript:
    before = (Passage("label", label),) if label else ()
    return replace(manuscript, passages=(*before, *manuscript.passages))


def _parted(text: Prose, xhtml: str) -> tuple[str, str]:
    """Return the deck that begins a section, which is below its title, and the rest."""
    first = directive_of(text.tokens[0]) if text.tokens else None
    if first is None or first[0].name != "deck":
        return "", xhtml
    deck, end, rest = xhtml.partition("</p>")
    return deck + end, rest


def _headings(context: BookContext, prose: str) -> tuple[str, tuple[Passage, ...]]:
    """Return the list of a section's headings for its opening, and its text.

    Both are empty where the theme lists none, or none of so few.
    """
    least = int(context.theme.headings_listed or 0)
    found = body_of(prose).findall(_HEADING) if least else []
    if not found or len(found) < least:
        return "", ()
    entries = [{"id": each.get("id"), "title": words_of(each)} for each in found]
    label = context.phrases["in_this_section"]
    listed = context.templates.block(
        "in-this-section.xhtml", phrases=context.phrases.words, entries=entries
    )
    return listed, lines(label, *(str(entry["title"]) for entry in entries))


def _opened(
    manuscript: LeafManuscript, panel: int, headings: Sequence[Passage], *, has_deck: bool
) -> LeafManuscript:
    """Return what a section prints in its own order: deck and list of headings before the panel.

    `panel` is how many passages the panel has.
    """
    title, *others = manuscript.passages
    behind = panel + has_deck
    deck, rest = others[panel:behind], [*others[:panel], *others[behind:]]
    return replace(manuscript, passages=(title, *deck, *headings, *rest))


def _panel(context: BookContext) -> tuple[str, tuple[Passage, ...]]:
    """Return the panel of figures and its text, empty where a guide names none and has one."""
    facts, evidence = context.guide.facts, context.evidence
    keys = context.guide.at_a_glance
    if keys is None:
        keys = tuple(key for key in (stated_median(facts), *_PANEL_FACTS) if key in facts)
    if len(keys) < (2 if context.guide.at_a_glance is None else 1):
        return "", ()
    entries, passages = [], [Passage("title", context.phrases["at_a_glance"])]
    for key in keys:
        figure = evidence.figure(key)
        label, under = (
            evidence.label(key),
            evidence.under_figure(facts[key], context.citations.mark),
        )
        entries.append(
            {
                "label": markup(label.xhtml),
                "figure": _traced_figure(context, key, figure[:1].upper() + figure[1:]),
                "words": isinstance(facts[key].value, str) or len(figure) > _LONG_FIGURE,
                "evidence": markup(under.xhtml),
            }
        )
        passages += lines(label.plain, figure, under.plain)
    panel = context.templates.block(
        "at-a-glance.xhtml",
        id=f"{context.id_prefix}at-a-glance",
        phrases=context.phrases.words,
        entries=entries,
    )
    return hoisted(panel) if context.traced else panel, tuple(passages)


def _traced_figure(context: BookContext, key: str, figure: str) -> str:
    """Return a figure as the panel's template prints it, with its fact where it is traced."""
    return markup(trace_of_figure(key, figure)) if context.traced else figure
