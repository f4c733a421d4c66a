"""Thirty ways in which a book can lose some of its text, and the book that they are planted in.

A loss in the XHTML of a leaf stands for what a template or a step between leaf and file could
do; a loss in the styles for a theme's; a loss in the bytes for any tool's after it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import guidepub
from guidepub.files import zip_archive
from guidepub.model import Book

GUIDE = """---
title: Ropemaker
subtitle: Hemp, Tar & Patience
published: 2026-11-24
description: How ropes are made.
facts:
  median_wage: {value: 41250, unit: USD/year, as_of: 2024, source: wages}
  wage_p90: {value: 60010, unit: USD/year, as_of: 2024, source: wages}
  projected_growth: {value: -3.5, unit: percent, period: [2024, 2034], source: outlook}
sources:
  wages: {title: Wage Statistics, publisher: Bureau of Labor, url: "https://wages.example/ropes"}
  outlook: {title: Occupational Outlook, publisher: Bureau of Labor}
---
# Overview

Half of all ropemakers earn more than {fact}`median_wage` a year, and their number changes by {fact}`projected_growth` in ten years.

A rope is laid from *strands*, and a strand from **yarns**[^yarn]. See [the trade](https://trade.example/hemp) or [the school](#training).

## What the *guild* license covers

The well-known walk is long, which nobody who walks it forgets[^walk].

3. Hackle the hemp.
4. Spin the yarn.
5. Lay the rope.

- Tar keeps water out.

Bight
: A loop that does not cross itself.

> A rope is only as good as its splice.

```
turns = length / lay
```

[^yarn]: Yarns are spun from fibre by hand or machine.
[^walk]: The longest walk in the country measures a quarter of a mile.

# Training

:::{table} Courses by school
:note: Fees are for residents.
:source: wages

| School | Weeks | Fee |
|--------|------:|----:|
| Harbor | 12 | 900 |
| Quay | 26 | 1,450 |
| Dock | 8 | 610 |
:::

:::{tip} Try the walk
Ask to spin for one afternoon before you sign.
:::

:::{figure} knot.svg
:alt: A bowline, tied in white rope.
The king of knots.
:::

:::{chart} Pay compared
:facts: median_wage, wage_p90
:::

The first day is spent on knots, the second on hemp, and nobody minds the smell of tar.
"""
CATALOG = '[imprint]\nname = "Cordage Press"\n[defaults]\ntheme = "{theme}"\n'
KNOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'


@dataclass(frozen=True)
class Loss:
    """A loss: what it replaces in the XHTML of the leaves, and what is told of it.

    `told` stands in the message. Editions that the loss does not touch are not in `editions`.
    """

    old: str
    new: str
    code: str
    reported: str
    editions: tuple[str, ...] = ("print", "screen", "epub", "web")


IN_LEAVES = {
    "a word of a heading": Loss("What the ", "", "T001", "[-What the-] guild"),
    "a heading's half": Loss("Training</h1>", "</h1>", "T001", "a title is missing: “Training”"),
    "a word in the midst": Loss("Half of all ropemakers", "Half of ropemakers", "T001", "[-all-]"),
    "a figure": Loss(r"than <span class=\"fact\">\$41,250", "than <span>$41,520", "T001", "$41,250"),
    "a minus": Loss("by <span class=\"fact\">−", "by <span class=\"fact\">", "T001", "−3.5%"),
    "a citation": Loss(r"<a class=.citation. [^>]*>\[2\]</a> in ten", " in ten", "T001", "[2]"),
    "emphasis with its words": Loss("<em>strands</em>", "", "T001", "strands,-]"),
    "a joined word": Loss("king of knots", "kingof knots", "T002", "[-king of-]{+kingof+}"),
    "a hyphen": Loss("well-known", "wellknown", "T002", "[-well-known-]"),
    "a note's text": Loss("from fibre by hand or machine", "by hand", "T003", "Yarns are spun"),
    "a row": Loss(r"<tr>\s*<td>Quay.*?</tr>", "", "T001", "a table’s cell is missing: “Quay”"),
    "a cell": Loss("610", "", "T001", "a table’s cell is missing: “610”"),
    "a table's head": Loss("Weeks", "", "T001", "a table’s head is missing: “Weeks”"),
    "a note under a table": Loss("Fees are for residents. ", "", "T001", "Fees are for residents."),
    "a box's label": Loss(r'<span class="box-kind">\w+</span>', "", "T001", "a label is missing"),
    "a box's title": Loss("Try the walk", "", "T001", "a caption is missing: “Try the walk”"),
    "a term": Loss("<dt>Bight</dt>", "<dt>&#160;</dt>", "T001", "a term is missing: “Bight”"),
    "a quotation's word": Loss("only as good", "as good", "T001", "[-only-]"),
    "code": Loss("turns = length / lay", "turns = length", "T001", "turns = length [-/ lay-]"),
    "an item": Loss("<li>Tar keeps water out.</li>", "<li>Tar.</li>", "T001", "Tar keeps water out."),
    "a drawing's lettering": Loss(">Median pay a year</text>", "></text>", "T001", "Median pay"),
    "a source's work": Loss("<cite>Wage Statistics</cite>", "", "T001", "a source differs"),
    "an entry of the contents": Loss(">Training</a>", ">Train</a>", "T001", "entry of the contents"),
    "a last word": Loss("smell of.tar.", "smell of.", "T001", "tar.-]"),
    "a list's beginning": Loss(' start="3"', "", "T004", "does not have its number"),
    "an alternative": Loss(
        "A bowline, tied in white rope.", "Knot", "T006", "lacks its text alternative", ("screen", "epub", "web")
    ),
    "a link's target": Loss(
        "https://trade.example/hemp", "https://trade.example/", "T007", "https://trade.example/hemp",
        ("screen", "epub", "web"),
    ),
    "a link inside": Loss(
        r'href="section-training.xhtml">the school', 'href="section-overview.xhtml">the school', "T007",
        "#section-training", ("screen", "epub", "web"),
    ),
}  # fmt: skip


def assembled(folder: Path, theme: str = "classic", styles: str = "") -> Book:
    """Return the book, with a theme of its own where some styles are given."""
    name = "own" if styles else theme
    files = {"catalog.toml": CATALOG.format(theme=name), "ropemaker.md": GUIDE, "knot.svg": KNOT}
    if styles:
        files["themes/own/theme.toml"] = f'inherits = "{theme}"\n'
        files |= {f"themes/own/styles/{sheet}.css": styles for sheet in ("paged", "epub", "web")}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    catalog = guidepub.load(folder)
    assert not catalog.findings, [str(finding) for finding in catalog.findings]
    return guidepub.assemble(catalog["ropemaker"], catalog)


def planted(book: Book, losses: Sequence[Loss]) -> Book:
    """Return the book with some losses, each in one place of the XHTML of its leaves."""
    texts = {leaf.id: leaf.xhtml for leaf in book.leaves}
    for loss in losses:
        name = next(name for name, text in texts.items() if re.search(loss.old, text, re.S))
        texts[name] = re.sub(loss.old, loss.new, texts[name], count=1, flags=re.S)
    leaves = (leaf.model_copy(update={"xhtml": texts[leaf.id]}) for leaf in book.leaves)
    return book.model_copy(update={"leaves": tuple(leaves)})


def rewritten(epub: bytes, change: Callable[[str, str], str]) -> bytes:
    """Return an EPUB whose documents and styles were changed by a function of name and text."""
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    changed = {
        name: change(name, data.decode()).encode() if name.endswith((".xhtml", ".css")) else data
        for name, data in entries.items()
    }
    return zip_archive(changed.items(), frozenset({"mimetype"}))


IN_STYLES = {
    "not displayed": ("h2 em { display: none }", "guild-]"),
    "not visible": (
        "figcaption { visibility: hidden }",
        "a caption is missing: “Courses by school”",
    ),
    "of no size": ("blockquote { font-size: 0 }", "a quotation is missing: “A rope is only"),
}
"""What a theme's rule takes out of sight, and what is told of it."""
