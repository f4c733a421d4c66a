"""What a section's prose asks of its book: facts, citations, links, pictures, directives."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from guidepub.assembly.blocks import Blocks
from guidepub.assembly.setting import Setting
from guidepub.leaves import render
from guidepub.markdown import Directive

SOURCES_LEAF = "sources"


def section_leaf(section_id: str) -> str:
    """Return a section's id as a leaf, kept apart from those of the leaves of every book."""
    return f"section-{section_id}"


class GuideScribe:
    """Answers a guide's prose; see `guidepub.markdown.Scribe` for what each answer is."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._blocks = Blocks(setting)

    def fact(self, key: str) -> str:  # noqa: D102
        return escape(self._setting.evidence.figure(key))

    def fact_source(self, key: str) -> str | None:  # noqa: D102
        return self._setting.guide.facts[key].source

    def citation(self, keys: Sequence[str]) -> str:  # noqa: D102
        entries = [
            {
                "key": key,
                "number": self._setting.evidence.number(key),
                "title": self._setting.guide.sources[key].title,
            }
            for key in keys
        ]
        file_name = f"{SOURCES_LEAF}.xhtml"
        return render(self._setting.theme, "citation.xhtml", entries=entries, file_name=file_name)

    def link(self, target: str) -> str:  # noqa: D102
        return f"{section_leaf(target[1:])}.xhtml" if target.startswith("#") else target

    def picture(self, target: str) -> str:  # noqa: D102
        return self._setting.pictures.add(target)

    def directive(self, directive: Directive, body: str) -> str:  # noqa: D102
        return self._blocks.render(directive, body)

    def back_to_text(self) -> str:  # noqa: D102
        return self._setting.phrases["back_to_text"]
