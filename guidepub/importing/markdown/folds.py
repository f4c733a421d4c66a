"""Reads codes for tabs and folds: `[su_tab title="Pay"]`, `{% tab title="Pay" %}`.

Sites show the title above the content, so it becomes a heading.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from guidepub.importing.headings.known import known_section

_NAME = r"(?:\w{1,20}[_-])?(?:tab|toggle|spoiler|accordion[_-]?(?:item|tab|section|panel)?|section|collapse|expand|panel)"
_HOLDER = r"(?:\w{1,20}[_-])?(?:tabs|tab[_-]?(?:group|set|container|pane)s?|toggles|spoilers|accordions?|accordion[_-]group|tour)"
_TITLE = re.compile(
    r"""\b(?:title|name|label|heading|header|tab_title)\s?=\s?(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')"""
)
_QUOTED = re.compile(r"""\s*(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')""")
_LISTING = re.compile(
    r"(?ms)(^[ ]{0,3}`{3}.*?(?:^[ ]{0,3}`{3}|\Z)|^[ ]{0,3}~{3}.*?(?:^[ ]{0,3}~{3}|\Z))"
)
# Characters that mark a title until the words around it are known.
_TITLED = "\ufdd7\ufdd8"
_MADE = re.compile(rf"(?m)^(?P<before>[^\n{_TITLED}]*){_TITLED[0]}(?P<level>\d)(?P<words>[^\n{_TITLED}]*){_TITLED[1]}(?P<after>[^\n{_TITLED}]*)")  # fmt: skip
_VALUE = re.compile(r"""\bvalue\s?=\s?(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')""")


@dataclass(frozen=True, slots=True)
class _Code:
    """A tool's codes for the beginning of a fold (name, arguments), for its end, and for groups."""

    hint: str
    begin: re.Pattern[str]
    end: re.Pattern[str]
    holder: re.Pattern[str]
    titles: tuple[re.Pattern[str], ...]


_CODES = (
    # WordPress and its plug-ins: `[vc_tta_section title="…"]`.
    _Code(
        "[/",
        re.compile(rf"\[({_NAME})(\s[^\]\n]{{1,600}})\]", re.I),
        re.compile(rf"\[/({_NAME})\]", re.I),
        re.compile(rf"\[/?{_HOLDER}(?:\s[^\]\n]{{0,600}})?\]", re.I),
        (_TITLE,),
    ),
    # GitBook and Liquid: `{% tab title="…" %}`.
    _Code(
        "{%",
        re.compile(r"\{%-?\s{0,3}(tab|content-tab|accordion-item|details|expand)(\s[^%\n]{1,600}?)-?%\}"),
        re.compile(r"\{%-?\s{0,3}end(tab|content-tab|accordion-item|details|expand)\s{0,3}-?%\}"),
        re.compile(r"\{%-?\s{0,3}(?:end)?(?:tabs|content-tabs|accordion)\b[^%\n]{0,300}%\}"),
        (_TITLE, _QUOTED),
    ),
    # Hugo: `{{< tab "…" >}}`, `{{% tab name="…" %}}`.
    _Code(
        "{{",
        re.compile(r"\{\{[<%]\s{0,3}(tab|tabitem|details|expand|collapse|accordion-item)(\s[^<>%\n]{1,600}?)[>%]\}\}"),
        re.compile(r"\{\{[<%]\s{0,3}/\s?(tab|tabitem|details|expand|collapse|accordion-item)\s{0,3}[>%]\}\}"),
        re.compile(r"\{\{[<%]\s{0,3}/?\s?(?:tabs|tabpane|accordion|tabbed)\b[^<>%\n]{0,300}[>%]\}\}"),
        (_TITLE, _QUOTED),
    ),
    # Docusaurus, Mintlify and other MDX: `<TabItem value="pay" label="…">`.
    _Code(
        "</T",
        re.compile(r"<(TabItem|Tab|TabPanel)(\s[^<>\n]{1,600})>"),
        re.compile(r"</(TabItem|Tab|TabPanel)>"),
        re.compile(r"</?(?:Tabs|TabGroup|TabList)\b[^<>\n]{0,600}>"),
        (_TITLE, _VALUE),
    ),
)  # fmt: skip


def with_fold_titles(text: str, headed: Callable[[str, int], str]) -> str:
    """Return a text with the titles of its tabs and folds as headings.

    `headed` makes a heading from words and a level. Codes that only group tabs are removed. Lines
    keep their numbers.
    """
    for code in _CODES:
        if code.hint in text:
            text = _with_titles(text, code, headed)
    return text


def _with_titles(text: str, code: _Code, headed: Callable[[str, int], str]) -> str:
    names: set[str] = set()

    def heading(fold: re.Match[str]) -> str:
        found = next(filter(None, (form.search(fold[2]) for form in code.titles)), None)
        words = html.unescape(found[1] or found[2]).strip() if found else ""
        if not words:
            return fold[0]
        names.add(fold[1].lower())
        return headed(words[:1].upper() + words[1:], 2 if known_section(words) else 3)

    made = code.begin.sub(heading, text)
    if not names:
        return text
    bare = code.end.sub(lambda end: "" if end[1].lower() in names else end[0], made)
    return code.holder.sub("", bare)


def heading_element(words: str, level: int) -> str:
    """Return an HTML heading."""
    return f"<h{level}>{html.escape(words, quote=False)}</h{level}>"


def with_fold_lines(text: str) -> str:
    """Return Markdown, or a plain text, with the titles of its tabs and folds as headings.

    A title with other words on its line becomes bold instead. Code is not changed.
    """
    parts = _LISTING.split(text)
    parts[::2] = [_with_headings(part) for part in parts[::2]]
    return "".join(parts)


def _with_headings(text: str) -> str:
    made = with_fold_titles(text, lambda words, level: f"{_TITLED[0]}{level}{words}{_TITLED[1]}")
    return _MADE.sub(_headed_line, made) if made != text else text


def _headed_line(line: re.Match[str]) -> str:
    if line["before"].strip() or line["after"].strip():
        return f"{line['before']}**{line['words']}** {line['after'].lstrip()}"
    return f"{'#' * int(line['level'])} {line['words']}"
