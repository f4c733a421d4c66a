"""What a theme may say of notices: what is refused names the rule, what is honest passes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from definitions import write
from honest import honest
from tricks import tricks

from guidepub.findings import InputError
from guidepub.themes import find_theme, shipped_themes
from guidepub.themes.limits.notices import notice_faults
from guidepub.themes.limits.pages import BOX, PAGE
from guidepub.themes.limits.properties import ALLOWED_BY_KIND, BAND, WORDS, Property

TRICKS = {f"{trick.family}: {trick.name}": trick for trick in tricks()}
# Of these a finished file tells, or they reach no notice.
LATE = frozenset(
    {"sheets: small by steps", "sheets: leading that stays", "sheets: boxes that leave no room",
     "sheets: letters that fill a screen", "pages: another leaf over it",
     "pages: another leaf pulled over it", "pages: another leaf beside it",
     "pages: a leaf before, overflowing", "pages: the next leaf turned back",
     "pages: leaves that flow together"}
)  # fmt: skip


def refused(folder: Path, files: dict[str, str | bytes], settings: str = "") -> list[str]:
    """Return what is told of a theme of these files, each without its folder."""
    own = {f"themes/own/{name}": data for name, data in files.items()}
    write(folder, {"themes/own/theme.toml": settings or 'inherits = "classic"\n', **own})
    try:
        find_theme("own", folder)
    except InputError as error:
        return [str(finding).replace(f"{folder}/themes/own/", "") for finding in error.findings]
    return []


@pytest.mark.parametrize("name", shipped_themes())
def test_shipped_themes_are_judged_like_any_other(name):
    assert list(notice_faults(find_theme(name))) == []


def test_there_are_enough_themes_on_trial():
    assert len(TRICKS) >= 150
    assert len(honest()) >= 30


@pytest.mark.parametrize("name", TRICKS)
def test_a_trick_is_refused_with_its_place(name, tmp_path):
    trick = TRICKS[name]
    found = refused(tmp_path, trick.files)
    if trick.family in ("faces", "elsewhere") or name in LATE:
        assert found == []
        return
    # A rule that is not closed is told by itself (C003), too.
    place = next(each.split(" ")[0] for each in found if " C008 " in each)
    file, *line = place.split(":")
    assert file in trick.files
    assert trick.family == "templates" or all(number.isdigit() for number in line[:2])


@pytest.mark.parametrize("name", honest())
def test_an_honest_theme_passes(name, tmp_path):
    assert refused(tmp_path, honest()[name]) == []


def test_a_finding_says_what_is_allowed(tmp_path):
    css = "p { margin: 0 }\n.wording p {\n  font-size: 2pt;\n  opacity: 0.5;\n}"
    size, opacity = refused(tmp_path, {"styles/book.css": css})
    assert size == (
        "styles/book.css:3:3 C008 In the rule “.wording p”, “font-size: 2pt”: for rules that could affect a notice, these values are allowed: 0.75 to 3 em or 6 to 72 pt or 75 to 300 %. docs/themes.md, “Notices”, "
        "lists what a theme may set for them."
    )
    assert opacity.startswith(
        "styles/book.css:4:3 C008 In the rule “.wording p”, “opacity: 0.5”: the rule could affect a notice, for which no theme may set “opacity”."
    )


def test_the_custom_property_that_is_to_blame_is_named(tmp_path):
    css = ":root {\n  --ink: transparent;\n}"
    (finding, *_) = refused(tmp_path, {"styles/book.css": css})
    assert finding.startswith("styles/book.css:2:3 C008 This custom property does not fit the rule")


def test_a_theme_without_parent_is_judged_too(tmp_path):
    files = {"styles/book.css": ".wording { display: none }"}
    (finding,) = [f for f in refused(tmp_path, files, 'inherits = ""\n') if " C008 " in f]
    assert finding.startswith("styles/book.css:1:12 C008")


def test_what_is_wrong_in_a_parent_is_reported(tmp_path):
    write(tmp_path, {"themes/base/styles/book.css": ".wording { display: none }"})
    (finding,) = refused(tmp_path, {}, 'inherits = "base"\n')
    assert "themes/base/styles/book.css:1:12 C008" in finding


def rows_of(table: Mapping[str, Property], known: Mapping[str, Property]) -> list[str]:
    """Return what a table allows beyond another one, as the documentation has it: sides in one."""
    own = {name: each.allowed for name, each in table.items() if known.get(name) != each}
    sides = {name for name in own if set(name.split("-")[1:]) & {"top", "right", "bottom", "left"}}
    return [f"| `{name}` | {allowed} |" for name, allowed in own.items() if name not in sides]


def test_the_documentation_lists_what_is_allowed():
    text = (Path(__file__).parents[2] / "docs" / "themes.md").read_text("utf-8")
    beside = {**ALLOWED_BY_KIND["link"], **ALLOWED_BY_KIND["beside"]}
    tables = [(WORDS, {}), (beside, WORDS), (BAND, WORDS), (PAGE, WORDS), (BOX, WORDS)]
    missing = [row for table, known in tables for row in rows_of(table, known) if row not in text]
    assert missing == []
