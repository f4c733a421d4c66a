"""What authors and publishers get wrong most: each is told where it is, and the remedy works."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from definitions import write

import guidepub

GUIDE = """\
---
title: Baker
subtitle: A Guide
authors: [{name: Dana}]
published: 2026-11-24
tags: [food]
facts:
  median_wage: {value: 43460, unit: USD/year, as_of: 2024, source: ooh}
  growth: {value: 6, unit: percent, period: [2024, 2034], source: ooh}
sources:
  ooh:
    title: Outlook
    publisher: Bureau
    retrieved: 2026-11-02
---
# Overview

Bakers bake bread, and earn {fact}`median_wage` [@ooh].

:::{tip} Rise early
The oven is hot at four.
:::

# Outlook

Growth is {fact}`growth`.
"""
CATALOG = """\
[imprint]
id = "house"
name = "My Press"

[defaults]
theme = "classic"
editions = ["screen"]

[sections]
required = ["overview", "outlook"]

[sections.titles]
overview = ["Overview"]
outlook = ["Outlook", "Job Outlook"]

[[notices]]
id = "copyright"
version = 1
language = "en"
status = "approved"
placement = "imprint-page"
when = "always"
text = "Copyright {years} {holder}."
"""


class Mistake(NamedTuple):
    """A right text, what stands there instead, what is told, and what the remedy makes of it.

    Where `mended` is empty, the remedy makes the right text again.
    """

    right: str
    wrong: str
    told: str
    mended: str = ""


GUIDES = {
    "authors as a text": Mistake(
        "[{name: Dana}]",
        "Dana",
        "4:10 D011 A list is expected here. Write [{name: Dana}].",
    ),
    "authors as a list of texts": Mistake(
        "[{name: Dana}]",
        "[Dana]",
        "4:11 D011 A mapping of keys to values is expected here. Write {name: Dana}.",
    ),
    "one author without a list": Mistake(
        "[{name: Dana}]",
        "{name: Dana}",
        "4:10 D011 A list is expected here. Write [first, second].",
    ),
    "tags as a text": Mistake(
        "tags: [food]",
        "tags: food",
        "6:7 D011 A list is expected here. Write [food].",
    ),
    "a heading misspelt": Mistake(
        "# Outlook",
        "# Outlok",
        "24:1 D020 The required section “outlook” is missing, unless “Outlok” is meant for it."
        " Did you mean “Outlook”?",
    ),
    "a heading left out": Mistake(
        "# Outlook\n",
        "",
        "1:1 D020 The required section “outlook” is missing. Its heading may be: Outlook, Job Outlook.",
        "# Job Outlook\n",
    ),
    "an open directive": Mistake(
        "at four.\n:::\n",
        "at four.\n",
        "20:1 D033 The directive “tip” takes in the section “Outlook”. End it with a line ::: above"
        " that heading.",
    ),
    "an open directive at the end": Mistake(
        "Growth is {fact}`growth`.",
        ":::{note}\nGrowth is {fact}`growth`.",
        "26:1 D033 The directive “note” is not closed. End it with a line :::.",
        ":::{note}\nGrowth is {fact}`growth`.\n:::",
    ),
    "a figure with a currency and a comma": Mistake(
        "value: 43460",
        "value: $43,460",
        "8:28 D010 The key “460” is unknown. A comma in braces ends a value: write digits without"
        " it, as in 43460.",
    ),
    "a figure with its unit": Mistake(
        "value: 6,",
        'value: "6%",',
        "9:19 D011 “6%” is no number, yet it has a unit. Remove the unit, or write digits with a point before decimals:"
        " 43460 or 24.50.",
    ),
    "a unit in words": Mistake(
        "USD/year",
        "dollars",
        "8:37 D011 “dollars” is no unit. Did you mean “USD”?",
        "USD",
    ),
    "a unit misspelt": Mistake(
        "unit: percent",
        "unit: per cent",
        "9:28 D011 “per cent” is no unit. Did you mean “percent”?",
    ),
    "a key without a colon": Mistake(
        "title: Baker",
        "title Baker",
        "2:1 D004 Behind the key “title” stands no colon. Write title: Baker",
    ),
    "an inner key without a colon": Mistake(
        "    publisher: Bureau",
        "    publisher Bureau",
        "13:5 D004 Behind the key “publisher” stands no colon. Write publisher: Bureau",
    ),
    "a key without a space": Mistake(
        "title: Baker",
        "title:Baker",
        "2:1 D004 Behind “title:” stands no space. Write title: Baker",
    ),
    "a text with a colon": Mistake(
        "subtitle: A Guide",
        "subtitle: Bread: A Guide",
        '3:11 D004 A text with a colon needs quotation marks. Write subtitle: "Bread: A Guide".',
        'subtitle: "Bread: A Guide"',
    ),
    "a quotation mark left open": Mistake(
        "title: Baker",
        'title: "Baker',
        '2:8 D004 The quotation mark that opens here is not closed on its line. Write title: "Baker"',
        'title: "Baker"',
    ),
    "an inner quotation mark left open": Mistake(
        "title: Outlook",
        "title: 'Outlook",
        "12:12 D004 The quotation mark that opens here is not closed on its line."
        " Write title: 'Outlook'",
        "title: 'Outlook'",
    ),
    "a brace left open": Mistake(
        "2034], source: ooh}",
        "2034], source: ooh",
        "9:11 D004 The bracket that opens here is not closed, or a comma is missing behind it."
        " Close it with '}', and put a comma between what it holds.",
    ),
    "a comma left out": Mistake(
        "value: 6, unit",
        "value: 6 unit",
        "9:11 D004 The bracket that opens here is not closed, or a comma is missing behind it."
        " Close it with '}', and put a comma between what it holds.",
    ),
    "a line indented too little": Mistake(
        "  growth: {value",
        " growth: {value",
        "9:2 D004 This is no valid YAML: did not find expected key. Indent the line as those beside"
        " it.",
    ),
    "a tab": Mistake(
        "    publisher: Bureau",
        "\tpublisher: Bureau",
        "13:1 D004 This is no valid YAML: found a tab character that violates indentation. Indent with"
        " spaces, and put a text that begins with a sign in quotes.",
    ),
    "front matter left open": Mistake(
        "2026-11-02\n---\n",
        "2026-11-02\n",
        "1:1 D004 The front matter is not closed. Begin with a line ---, a line such as"
        " title: Welder, and a line ---.",
    ),
    "a key misspelt": Mistake(
        "published: 2026",
        "publishd: 2026",
        "5:1 D010 The key “publishd” is unknown. Did you mean “published”?",
    ),
    "a date in words": Mistake(
        "published: 2026-11-24",
        "published: November 24, 2026",
        "5:12 D011 “November 24, 2026” is no date. Write a date as 2026-11-24.",
    ),
    "education in words": Mistake(
        "facts:\n",
        "facts:\n  entry_education: {value: Bachelor’s degree}\n",
        "8:28 D011 The fact “entry_education” is no level of education: “Bachelor’s degree”."
        " Write bachelor.",
        "facts:\n  entry_education: {value: bachelor}\n",
    ),
    "a fact misspelt": Mistake(
        "{fact}`growth`",
        "{fact}`grwth`",
        "26:11 D030 The fact “grwth” is not defined. Did you mean “growth”?",
    ),
    "a source misspelt": Mistake(
        "[@ooh]",
        "[@oh]",
        "18:49 D031 The source “oh” is not defined. Did you mean “ooh”?",
    ),
    "a directive misspelt": Mistake(
        ":::{tip}",
        ":::{tipp}",
        "20:1 D032 The directive “tipp” is unknown. Did you mean “tip”?",
    ),
    "a role with a space": Mistake(
        "{fact}`growth`",
        "{fact} `growth`",
        "26:11 D036 “{fact} ” is no mark of this Markdown, and would be printed as it stands."
        " Delete the space: {fact}`key`. Signs that are meant as such take a \\.",
    ),
    "an ISBN with a slip": Mistake(
        "tags: [food]",
        "isbn: {print: 978-0-306-40615-8}",
        "6:15 D011 ",
        "isbn: {print: 978-0-306-40615-7}",
    ),
    "a key that is taken for another": Mistake(
        "tags: [food]",
        "series: Food",
        # The list goes on, and grows with guidepub.
        "6:1 D010 The key “series” is unknown. Known here: at_a_glance, authors, ",
        "tags: [Food]",
    ),
}
CATALOGS = {
    "a theme misspelt": Mistake(
        '"classic"',
        '"clasic"',
        "6:9 C003 The theme “clasic” is not there. Did you mean “classic”?",
    ),
    "a theme that is not there": Mistake(
        '"classic"',
        '"fancy"',
        "6:9 C003 The theme “fancy” is not there. Known here: classic, illustrated, school, school-large.",
    ),
    "a quotation mark left open": Mistake(
        '"My Press"',
        '"My Press',
        "3:8 D004 The quotation mark that opens here is not closed on its line. Close it, or begin"
        " and end a text of several lines with three of them.",
    ),
    "a text of several lines left open": Mistake(
        '"Copyright {years} {holder}."',
        '"""Copyright {years} {holder}.',
        "23:8 D004 The text that opens here is not closed. End it with \"\"\".",
        '"""Copyright {years} {holder}."""',
    ),
    "a text without quotation marks": Mistake(
        '"My Press"',
        "My Press",
        "3:8 D004 This is no valid TOML: Invalid value. Put a text in quotation marks, as in name ="
        ' "My Press".',
    ),
    "a colon for the sign =": Mistake(
        "theme = ",
        "theme: ",
        "6:6 D004 This is no valid TOML: Expected '=' after a key in a key/value pair. Write a key,"
        ' the sign =, and its value: theme = "classic".',
    ),
    "a list as a text": Mistake(
        'editions = ["screen"]',
        'editions = "screen"',
        "7:12 D011 A list is expected here. Write [screen].",
    ),
    "an edition that is none": Mistake(
        '["screen"]',
        '["pdf"]',
        "7:13 D011 “pdf” cannot stand here. Known here: epub, print, print-cover, screen, web.",
    ),
    "a placeholder misspelt": Mistake(
        "{holder}",
        "{holdr}",
        "23:8 N003 The placeholder {holdr} is unknown. Did you mean “holder”?",
    ),
}  # fmt: skip


def told(folder, catalog=CATALOG, guide=GUIDE):
    """Return what loading tells of a catalogue with one guide, without the names of folders."""
    write(folder, {"catalog.toml": catalog, "baker.md": guide})
    try:
        found = guidepub.load(folder).findings
    except guidepub.InputError as error:
        found = error.findings
    return [str(finding).replace(f"{folder}/", "") for finding in found]


def with_mistake(text, mistake):
    assert mistake.right in text
    wrong = text.replace(mistake.right, mistake.wrong, 1)
    return wrong, text.replace(mistake.right, mistake.mended or mistake.right, 1)


@pytest.mark.parametrize("name", GUIDES)
def test_a_mistake_in_a_guide_is_told_and_its_remedy_works(name, tmp_path):
    wrong, mended = with_mistake(GUIDE, GUIDES[name])
    (finding,) = told(tmp_path, guide=wrong)
    assert finding.startswith(f"baker.md:{GUIDES[name].told}")
    assert told(tmp_path, guide=mended) == []


@pytest.mark.parametrize("name", CATALOGS)
def test_a_mistake_in_a_catalogue_is_told_and_its_remedy_works(name, tmp_path):
    wrong, mended = with_mistake(CATALOG, CATALOGS[name])
    (finding,) = told(tmp_path, catalog=wrong)
    assert finding.startswith(f"catalog.toml:{CATALOGS[name].told}")
    assert told(tmp_path, catalog=mended) == []


def test_keys_for_other_programs_are_taken(tmp_path):
    guide = GUIDE.replace("tags: [food]", "x-shelf: [A, {b: 3}]")
    assert told(tmp_path, f"x-tool = 3\n{CATALOG}", guide) == []
