"""The body: a leaf for each section, the first with the figures that matter most."""

from __future__ import annotations

from guidepub.assembly.columns import on_the_decimal
from guidepub.assembly.prose import GuideScribe, section_leaf
from guidepub.assembly.setting import Setting
from guidepub.assembly.tracing import hoisted, trace_of_figure
from guidepub.leaves import markup
from guidepub.leaves import render as render_template
from guidepub.manuscript import Passage, lines
from guidepub.markdown import Prose, manuscript_of, render, said
from guidepub.model import Leaf

_PANEL_FACTS = ("median_wage", "projected_growth", "employment", "entry_education")
# Signs of a figure beyond which it is set as words, not as a large number.
_LONG_FIGURE = 9


def section_leaves(setting: Setting, texts: dict[str, Prose]) -> list[Leaf]:
    """Return a leaf for each section, given its parsed prose by the section's id."""
    scribe = GuideScribe(setting, tuple(texts))
    leaves = []
    for number, (section_id, text) in enumerate(texts.items(), 1):
        assert text.title is not None
        # In the order in which they print, since sources are numbered by it.
        title = said(text.title, scribe, section_id)
        panel, panel_text = _panel(setting) if number == 1 else ("", ())
        prose = render(text, scribe, section_id, setting.traced)
        leaf_id = section_leaf(section_id)
        leaf = setting.leaf(
            "section",
            leaf_id,
            title.plain,
            "bodymatter",
            in_contents=True,
            said=title,
            text=manuscript_of(text, scribe.teller, leaf_id, panel_text),
            number=number,
            panel=markup(panel),
            prose=markup(on_the_decimal(prose, setting.guide.language)),
        )
        leaves.append(leaf)
    return leaves


def _panel(setting: Setting) -> tuple[str, tuple[Passage, ...]]:
    """Return the panel of figures and its text, empty where a guide has fewer than two."""
    facts, evidence = setting.guide.facts, setting.evidence
    keys = setting.guide.at_a_glance
    if keys is None:
        keys = tuple(key for key in _PANEL_FACTS if key in facts)
    if len(keys) < 2:
        return "", ()
    entries, passages = [], [Passage("title", setting.phrases["at_a_glance"])]
    for key in keys:
        figure = evidence.figure(key)
        label, under = evidence.label(key), evidence.under_figure(facts[key])
        entries.append(
            {
                "label": markup(label.xhtml),
                "figure": _shown(setting, key, figure[:1].upper() + figure[1:]),
                "words": isinstance(facts[key].value, str) or len(figure) > _LONG_FIGURE,
                "evidence": under,
            }
        )
        passages += lines(label.plain, figure, under)
    panel = render_template(
        setting.theme, "at-a-glance.xhtml", phrases=setting.phrases.words, entries=entries
    )
    return hoisted(panel) if setting.traced else panel, tuple(passages)


def _shown(setting: Setting, key: str, figure: str) -> str:
    """Return a figure as the panel's template prints it, with its fact where it is traced."""
    return markup(trace_of_figure(key, figure)) if setting.traced else figure
