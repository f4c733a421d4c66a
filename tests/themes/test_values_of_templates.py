"""What templates are given, compared with the tables of docs/themes.md."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import guidepub
from guidepub.themes.templates import fill

DOCS = Path(__file__).parents[2] / "docs" / "themes.md"
# Every leaf gets these; what two of them hold stands in a table of its own.
COMMON = {"id", "title", "heading", "label", "guide", "imprint", "cluster", "phrases"}

# A guide that marks words has an index and a glossary; headings are listed in its openings.
MARKED = guidepub.Section(
    title="Words",
    body="""
:::{deck} What bakers say.
:::

An {index}`oven` is no {term}`proofer`.

## At night

:::{quote} A baker
“It rises.”
:::

## By day

:::{margin} Dough
It rests.
:::

## Tomorrow

:::{worksheet} Ask
- What time?
:::

:::{columns}
- Bread
:::

:::{qr} Bread
:url: https://example.org
:::
""",
)


def names_in(value: Any) -> set[str]:
    """Return the keys in a value, at whatever depth."""
    if isinstance(value, dict):
        return set(value).union(*map(names_in, value.values()))
    return set().union(*map(names_in, value)) if isinstance(value, (list, tuple)) else set()


@pytest.fixture(scope="module")
def given() -> dict[str, dict[str, Any]]:
    """Return what each template was given while a catalogue with one of everything was assembled."""
    seen: dict[str, dict[str, Any]] = defaultdict(dict)

    def watched(theme: Any, template: str, values: dict[str, Any]) -> str:
        seen[template] |= values
        return fill(theme, template, values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guidepub.themes.templates.fill", watched)
        for folder in (Path(__file__).parents[1] / "bakery", Path(__file__).parents[2] / "guides"):
            catalog = guidepub.load(folder)
            looks = catalog.defaults.model_copy(update={"theme": "illustrated"})
            claims = guidepub.Accessibility(
                certified_by="A Reader", contact="a@example.org", report="https://example.org/a"
            )
            catalog = catalog.model_copy(update={"defaults": looks, "accessibility": claims})
            for guide in catalog.values():
                sections = (*guide.sections, MARKED)
                cited = "".join(f"As others say [see @{key}, p. 3].\n" for key in guide.sources)
                leaves = (
                    guidepub.Section(title="Foreword", body=cited or "Hello.", kind="foreword"),
                    *sections,
                    guidepub.Section(title="Later", body="Years.", kind="part"),
                    guidepub.Section(title="Old Age", body="Rest."),
                )
                more = {"glossary": {"proofer": "A warm cupboard."}, "dedication": "To all."}
                asked = guide.model_copy(
                    update={"lists": ("figures", "tables"), "sections": leaves, **more}
                )
                guidepub.assemble(asked, catalog)
                guidepub.handout(asked, catalog, ["Words"])
    return seen


def reported() -> dict[str, set[str]]:
    """Return the names in the second column of each row, by what stands in the first."""
    rows = re.findall(r"^\| `([a-z.-]+)` \| (.*) \|$", DOCS.read_text("utf-8"), re.M)
    return {name: set(re.findall(r"`([a-z_]+)`", text)) for name, text in rows}


def test_the_tables_tell_what_each_template_gets(given):
    known = {name: names for name, names in reported().items() if name.endswith(".xhtml")}
    own = {"imprint-page.xhtml", "notice.xhtml"}
    assert known.keys() == given.keys() - own
    for template, names in known.items():
        values = dict(given[template])
        leaf = "guide" in values
        for name in ("phrases", *(COMMON if leaf else ())):
            if name in values:
                values[name] = None
        assert names | (COMMON if leaf else set()) == names_in(values), template


def test_the_tables_tell_what_mappings_hold(given):
    for name in ("guide", "imprint", "cluster"):
        assert reported()[name] == set(given["cover.xhtml"][name])
    assert reported()["phrases"] <= set(given["cover.xhtml"]["phrases"])
