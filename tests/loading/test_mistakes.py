"""What authors and publishers get wrong most: each is told where it is, and the remedy works."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from definitions import write

import guidepub
from guidepub.loading.beside import data_facts
from guidepub.tables.reading import read_file

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
    reported: str
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
        "24:1 D020 The required section “outlook” is missing, unless “Outlok” is meant to be it."
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
        "20:1 D033 The directive “tip” includes the section “Outlook”. End it with a line ::: above"
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
        "9:19 D011 “6%” is not a number, but it has a unit. Remove the unit, or write digits with a point before decimals:"
        " 43460 or 24.50.",
    ),
    "a unit in words": Mistake(
        "USD/year",
        "dollars",
        "8:37 D011 “dollars” is not a unit. Did you mean “USD”?",
        "USD",
    ),
    "a unit misspelt": Mistake(
        "unit: percent",
        "unit: per cent",
        "9:28 D011 “per cent” is not a unit. Did you mean “percent”?",
    ),
    "a key without a colon": Mistake(
        "title: Baker",
        "title Baker",
        "2:1 D004 There is no colon after the key “title”. Write title: Baker",
    ),
    "an inner key without a colon": Mistake(
        "    publisher: Bureau",
        "    publisher Bureau",
        "13:5 D004 There is no colon after the key “publisher”. Write publisher: Bureau",
    ),
    "a key without a space": Mistake(
        "title: Baker",
        "title:Baker",
        "2:1 D004 There is no space after “title:”. Write title: Baker",
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
        "9:11 D004 The bracket that opens here is not closed, or a comma is missing after it."
        " Close it with '}', and put commas between its items.",
    ),
    "a comma left out": Mistake(
        "value: 6, unit",
        "value: 6 unit",
        "9:11 D004 The bracket that opens here is not closed, or a comma is missing after it."
        " Close it with '}', and put commas between its items.",
    ),
    "a line indented too little": Mistake(
        "  growth: {value",
        " growth: {value",
        "9:2 D004 This is not valid YAML: did not find expected key. Indent the line like those around it.",
    ),
    "a tab": Mistake(
        "    publisher: Bureau",
        "\tpublisher: Bureau",
        "13:1 D004 There is a tab here, where YAML allows only spaces. Use spaces instead.",
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
        "5:12 D011 “November 24, 2026” is not a date. Write a date as 2026-11-24.",
    ),
    "education in words": Mistake(
        "facts:\n",
        "facts:\n  entry_education: {value: Bachelor’s degree}\n",
        "8:28 D011 The fact “entry_education” is not a level of education: “Bachelor’s degree”."
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
        "26:11 D036 “{fact} ” is not markup in this Markdown, and would be printed literally."
        " Delete the space: {fact}`key`. Write literal characters after a \\.",
    ),
    "an ISBN with a slip": Mistake(
        "tags: [food]",
        "isbn: {print: 978-0-306-40615-8}",
        "6:15 D011 ",
        "isbn: {print: 978-0-306-40615-7}",
    ),
    "a text that begins with a sign": Mistake(
        "subtitle: A Guide",
        "subtitle: @Home",
        '3:11 D004 A text that begins with @ needs quotation marks. Write subtitle: "@Home".',
        'subtitle: "@Home"',
    ),
    "a text that begins with a hyphen": Mistake(
        "subtitle: A Guide",
        "subtitle: - A Guide",
        '3:11 D004 A text that begins with - needs quotation marks. Write subtitle: "- A Guide".',
        'subtitle: "- A Guide"',
    ),
    "a text that begins with brackets": Mistake(
        "subtitle: A Guide",
        "subtitle: [Draft] Guide",
        "3:11 D004 A text that begins with [ needs quotation marks."
        ' Write subtitle: "[Draft] Guide".',
        'subtitle: "[Draft] Guide"',
    ),
    "a text that begins with emphasis": Mistake(
        "subtitle: A Guide",
        "subtitle: *The* Guide",
        '3:11 D004 A text that begins with * needs quotation marks. Write subtitle: "*The* Guide".',
        'subtitle: "(The) Guide"',
    ),
    "a text that begins with an ampersand": Mistake(
        "subtitle: A Guide",
        "subtitle: &Sons",
        "3:11 D006 YAML anchors are not read here. Remove “&…”, or put a text that begins with &"
        " in quotes.",
        'subtitle: "&Sons"',
    ),
    "a sign for a unit": Mistake(
        "unit: percent",
        "unit: %",
        '9:28 D004 A text that begins with % needs quotation marks. Write "%".',
    ),
    "a sign in quotes for a unit": Mistake(
        "unit: percent",
        'unit: "%"',
        "9:28 D011 “%” is not a unit. Did you mean “percent”?",
    ),
    "a unit with its period in words": Mistake(
        "USD/year",
        "USD per year",
        "8:37 D011 “USD per year” is not a unit. Did you mean “USD/year”?",
    ),
    "a hyphen before the first fact": Mistake(
        "  median_wage:",
        "  - median_wage:",
        "8:3 D004 A list begins here, but line 9 has no hyphen. Remove the hyphen, or"
        " write one in line 9.",
    ),
    "a hyphen before a source": Mistake(
        "  ooh:\n",
        "  - ooh:\n",
        "11:3 D011 A mapping of keys to values is expected here. Remove the hyphens or brackets,"
        " and begin each line with its key.",
    ),
    "a price without its currency": Mistake(
        "tags: [food]",
        "price: 14.95",
        '6:8 D011 A text is expected here. Write a price such as "USD 14.95".',
        'price: "USD 14.95"',
    ),
    "a period with a dash": Mistake(
        "[2024, 2034]",
        "2024-2034",
        "9:45 D011 A list is expected here. Write [2024, 2034].",
    ),
    "a year of two digits": Mistake(
        "as_of: 2024",
        "as_of: 24",
        "8:54 D011 24 is below 1000. Write 1000 or more.",
    ),
    "a language with an underscore": Mistake(
        "tags: [food]",
        "language: en_US",
        "6:11 D011 “en_US” is not a known language. Write en-US.",
        "language: en-US",
    ),
    "a key with a capital": Mistake(
        "title: Baker",
        "Title: Baker",
        "2:1 D010 The key “Title” is unknown. Did you mean “title”?",
    ),
    "a key with nothing behind it": Mistake(
        "title: Baker",
        "title:",
        "2:1 D012 The key “title” has no value. Fill it in.",
    ),
    "a number sign in a text": Mistake(
        "title: Baker",
        "title: Baker #1 Guide",
        "2:8 D039 The text after “Baker” is a comment, and is lost. To keep it, write"
        ' "Baker #1 Guide".',
        'title: "Baker #1 Guide"',
    ),
    "a number sign and a backslash in a text": Mistake(
        "title: Baker",
        "title: Baker #1 \\ Guide",
        "2:8 D039 The text after “Baker” is a comment, and is lost. To keep it, write"
        ' "Baker #1 \\\\ Guide".',
        'title: "Baker #1 \\\\ Guide"',
    ),
    "curly quotation marks": Mistake(
        "title: Baker",
        "title: “Baker”",
        "2:8 D039 These quotation marks are printed; YAML’s own are straight ones."
        ' Write "Baker". To keep them, write "“Baker”".',
        'title: "“Baker”"',
    ),
    "front matter behind empty lines": Mistake(
        "---\ntitle",
        "\n\n---\ntitle",
        "1:1 D004 There are empty lines above the front matter. Delete them.",
    ),
    "front matter of another program": Mistake(
        "---\ntitle",
        "+++\ntitle",
        "1:1 D004 The front matter begins with a line ---, not with “+++”. Write --- on a line of its own.",
    ),
    "front matter that ends with dots": Mistake(
        "2026-11-02\n---\n",
        "2026-11-02\n...\n",
        "15:1 D004 The front matter ends with a line ---, not with “...”. Write --- on a line of its own.",
    ),
    "front matter that ends with a dash": Mistake(
        "2026-11-02\n---\n",
        "2026-11-02\n—-\n",
        "15:1 D004 The front matter ends with a line ---, not with “—-”. Write --- on a line of its own.",
    ),
    "a key in another language": Mistake(
        "title: Baker",
        "título: Baker",
        "2:1 D010 The key “título” is unknown. Did you mean “title”?",
    ),
    "a key of another program": Mistake(
        "published:",
        "date:",
        "5:1 D010 The key “date” is unknown. Did you mean “published”?",
    ),
    "a directive in another language": Mistake(
        ":::{tip}",
        ":::{consejo}",
        "20:1 D032 The directive “consejo” is unknown. Did you mean “tip”?",
    ),
    "a directive of another program": Mistake(
        ":::{tip}",
        "::: {.callout-tip}",
        "20:1 D032 The directive “.callout-tip” is unknown. Did you mean “tip”?",
    ),
    "a language by its name": Mistake(
        "tags: [food]",
        "language: English",
        "6:11 D011 “English” is not a known language. Write en.",
        "language: en",
    ),
    "a unit in another language": Mistake(
        "USD/year",
        "USD/Jahr",
        "8:37 D011 “USD/Jahr” is not a unit. Did you mean “USD/year”?",
    ),
    "a year for a key": Mistake(
        "value: 6,",
        "value: 6, 2024: 6,",
        "9:22 D010 The key “2024” is unknown. Choose from: ",
    ),
    "a comma before decimals": Mistake(
        "value: 6,",
        "value: 6,5,",
        "9:21 D010 The key “5” is unknown. A comma in braces ends a value: write a point before"
        " decimals, as in 24.50.",
        "value: 6.5,",
    ),
    "quotation marks of another language": Mistake(
        "title: Baker",
        "title: « Baker »",
        "2:8 D039 These quotation marks are printed; YAML’s own are straight ones."
        ' Write "Baker". To keep them, write "« Baker »".',
    ),
    "an option without its first colon": Mistake(
        ":::{tip} Rise early\n",
        ":::{tip} Rise early\nname: early\n",
        "21:5 D033 The option “name” lacks one of its colons. Write :name: early",
        ":::{tip} Rise early\n:name: early\n",
    ),
    "an option without its second colon": Mistake(
        ":::{tip} Rise early\n",
        ":::{tip} Rise early\n:name early\n",
        "21:1 D033 The option “name” lacks one of its colons. Write :name: early",
        ":::{tip} Rise early\n:name: early\n",
    ),
    "a directive on one line": Mistake(
        ":::{tip} Rise early\nThe oven is hot at four.\n:::\n",
        ":::{tip} Rise early: the oven is hot. :::\n\nText.\n:::\n",
        "20:1 D033 The directive “tip” cannot end on its first line. Put its text on lines of its"
        " own, and ::: by itself on the last.",
    ),
    "a directive of two colons": Mistake(
        ":::{tip} Rise early\nThe oven is hot at four.\n:::\n",
        "::{tip} Rise early\nThe oven is hot at four.\n::\n",
        "20:1 D036 This is not a directive, and is printed literally. Begin and end it with three"
        " colons.",
    ),
    "an indented directive": Mistake(
        ":::{tip} Rise early\nThe oven is hot at four.\n:::\n",
        "    :::{tip} Rise early\n    The oven is hot at four.\n    :::\n",
        "20:1 D036 An indented directive is printed as code. Begin it at the margin.",
    ),
    "an address with a space": Mistake(
        "Growth is {fact}`growth`.",
        "Growth is {fact}`growth`. [More](https://a.example/my jobs)",
        "26:27 D036 “[More](https://a.example/my jobs)” is not markup in this Markdown, and would be printed literally. Put an address with a space in <…>: [words](<…>).",
        "Growth is {fact}`growth`. [More](<https://a.example/my jobs>)",
    ),
    "an apostrophe within apostrophes": Mistake(
        "title: Baker",
        "title: 'Baker's guide'",
        "2:8 D004 The text ends at its second ', but more follows it."
        ' Write title: "Baker\'s guide".',
        'title: "Baker\'s guide"',
    ),
    "an ISBN by itself": Mistake(
        "tags: [food]",
        "isbn: 978-1-950961-00-9",
        "6:7 D011 A mapping of keys to values is expected here. Write it after its key, as in"
        " {epub: 978-1-950961-00-9}. Choose from: print, epub.",
        "isbn: {epub: 978-1-950961-00-9}",
    ),
    "a fact in braces alone": Mistake(
        "{fact}`median_wage`",
        "{median_wage}",
        "18:29 D036 “{median_wage}” is not markup in this Markdown, and would be printed literally. Write {fact}`key` to print a figure.",
    ),
    "a fact between apostrophes": Mistake(
        "{fact}`median_wage`",
        "{fact}‘median_wage’",
        "18:29 D036 “{fact}‘median_wage’” is not markup in this Markdown, and would be printed literally. Write its words between backticks: {fact}`key`.",
    ),
    "a role of reStructuredText": Mistake(
        "{fact}`median_wage`",
        ":fact:`median_wage`",
        "18:29 D036 “:fact:” is not markup in this Markdown, and would be printed literally."
        " Write the words alone, or a role in braces: {ref}`label`.",
    ),
    "a key that is taken for another": Mistake(
        "tags: [food]",
        "series: Food",
        # The list goes on, and grows with guidepub.
        "6:1 D010 The key “series” is unknown. Choose from: at_a_glance, authors, ",
        "tags: [Food]",
    ),
    "a key in Polish": Mistake(
        "title: Baker",
        "tytuł: Baker",
        "2:1 D010 The key “tytuł” is unknown. Did you mean “title”?",
    ),
    "a figure in groups": Mistake(
        "value: 43460",
        "value: 43 460",
        "8:24 D011 “43 460” is not a number, but it has a unit. Write 43460.",
    ),
    "a figure in groups of points": Mistake(
        "value: 43460",
        "value: 1.043.460",
        "8:24 D011 “1.043.460” is not a number, but it has a unit. Write 1043460.",
    ),
    "a comma before decimals in quotes": Mistake(
        "value: 6,",
        'value: "6,5",',
        "9:19 D011 “6,5” is not a number, but it has a unit. Write 6.5.",
        "value: 6.5,",
    ),
    "a figure in words behind a comma": Mistake(
        "value: 43460",
        "value: 1,2 millones",
        "8:26 D010 The key “2 millones” is unknown. A comma in braces ends a value: write all"
        " digits and no words, as in 1200000.",
    ),
    "a month before a year": Mistake(
        "as_of: 2024",
        "as_of: maj 2024",
        "8:54 D011 A whole number is expected here. Write the year alone: 2024.",
    ),
    "two sources of a fact": Mistake(
        "as_of: 2024, source: ooh",
        "as_of: 2024, source: [ooh, bls]",
        "8:68 D011 A text is expected here. Write one without brackets: ooh.",
    ),
    "a citation of another program": Mistake(
        "[@ooh]",
        "{cita}`ooh`",
        "18:49 D032 The role “cita” is unknown. Write [@key] to cite a source.",
    ),
    "a fact between guillemets": Mistake(
        "{fact}`growth`",
        "{fact}«growth»",
        "26:11 D036 “{fact}«growth»” is not markup in this Markdown, and would be printed literally. Write its words between backticks: {fact}`key`.",
    ),
    "a fact in parentheses": Mistake(
        "{fact}`growth`",
        "{fact}(growth)",
        "26:11 D036 “{fact}(growth)” is not markup in this Markdown",
    ),
    "a fact with square brackets": Mistake(
        "{fact}`growth`",
        "[fact]`growth`",
        "26:11 D036 “[fact]” is not markup in this Markdown, and would be printed literally."
        " Write braces: {fact}`key`.",
    ),
    "a space in a footnote’s mark": Mistake(
        "Growth is {fact}`growth`.",
        "Growth is {fact}`growth`.[^ 1]",
        "26:26 D036 “[^ 1]” is not markup in this Markdown, and would be printed literally."
        " Write a footnote’s label without spaces: [^1].",
        "Growth is {fact}`growth`.[^1]\n\n[^1]: A year.",
    ),
    "an option with the sign =": Mistake(
        ":::{tip} Rise early\n",
        ":::{tip} Rise early\nname=early\n",
        "21:1 D033 The option “name” is not between colons. Write :name: early",
        ":::{tip} Rise early\n:name: early\n",
    ),
    "an option with a space before its second colon": Mistake(
        ":::{tip} Rise early\n",
        ":::{tip} Rise early\n:name : early\n",
        "21:1 D033 There is a space within the option “name”. Write :name: early",
        ":::{tip} Rise early\n:name: early\n",
    ),
    "a line behind a table": Mistake(
        "Growth is",
        "| A | B |\n|---|---|\n| 1 | 2 |\nGrowth is",
        "29:1 D036 A line without | directly below a table is printed as a row. Put an empty line"
        " above it, or a | after its cell.",
        "| A | B |\n|---|---|\n| 1 | 2 |\n\nGrowth is",
    ),
    "a table with tabs": Mistake(
        "Growth is",
        "A\tB\n1\t2\n\nGrowth is",
        "26:1 D036 Lines with tabs are not a table. Write it with | between cells and a row"
        " |---|---| below the head.",
        "| A | B |\n|---|---|\n| 1 | 2 |\n\nGrowth is",
    ),
    "a picture of a wiki": Mistake(
        "Growth is",
        "![[oven.png]] Growth is",
        "26:1 D036 “![[oven.png]]” is not markup in this Markdown, and would be printed literally."
        " Write ![What it shows](file.png).",
    ),
    "a picture with the brackets turned round": Mistake(
        "Growth is",
        "!(An oven)[oven.png] Growth is",
        "26:1 D036 “!(An oven)[oven.png]” is not markup in this Markdown, and would be printed literally. Turn the brackets round: ![What it shows](file.png).",
    ),
    "a picture with a space in its mark": Mistake(
        "Growth is",
        "![An oven] (oven.png) Growth is",
        "26:1 D036 “![An oven] (oven.png)” is not markup in this Markdown, and would be printed literally. Delete the space: ![What it shows](file.png).",
    ),
    "a picture with a size": Mistake(
        "Growth is",
        "![An oven](oven.png =300x) Growth is",
        "26:1 D036 “![An oven](oven.png =300x)” is not markup in this Markdown, and would be printed literally. Delete the size; :::{figure} has :width: 60%.",
    ),
    "a picture without its mark": Mistake(
        "Growth is",
        "[An oven](oven.png) Growth is",
        "26:11 D035 The link “oven.png” leads out of the book. Put a ! before a picture:"
        " ![What it shows](oven.png).",
    ),
    "an address without https": Mistake(
        "Growth is",
        "[More](www.bls.gov/ooh) Growth is",
        "26:8 D035 The link “www.bls.gov/ooh” leads out of the book. Write https://www.bls.gov/ooh",
        "[More](https://www.bls.gov/ooh) Growth is",
    ),
    "an address with a slip before its slashes": Mistake(
        "Growth is",
        "[More](htps:/bls.example) Growth is",
        "26:8 D035 The link “htps:/bls.example” leads out of the book. Write https://bls.example",
        "[More](https://bls.example) Growth is",
    ),
    "an address between quotation marks": Mistake(
        "Growth is",
        '[More]("https://bls.example") Growth is',
        '26:8 D035 The link “"https://bls.example"” leads out of the book. Delete the quotation'
        " marks: https://bls.example",
        "[More](https://bls.example) Growth is",
    ),
    "an address of mail alone": Mistake(
        "Growth is",
        "[Ann](ann@press.example) Growth is",
        "26:7 D035 The link “ann@press.example” leads out of the book. Write"
        " mailto:ann@press.example",
        "[Ann](mailto:ann@press.example) Growth is",
    ),
    "a section without its sign": Mistake(
        "Growth is",
        "[Jobs](Outlook) Growth is",
        "26:8 D035 The link “Outlook” leads out of the book. Write #outlook.",
        "[Jobs](#outlook) Growth is",
    ),
    "an address in angle brackets without https": Mistake(
        "Growth is",
        "<www.bls.example> Growth is",
        "26:1 D036 “<www.bls.example>” is not markup in this Markdown, and would be printed literally. Write https:// before it.",
        "<https://www.bls.example> Growth is",
    ),
}
CATALOGS = {
    "a theme misspelt": Mistake(
        '"classic"',
        '"clasic"',
        "6:9 C003 The theme “clasic” does not exist. Did you mean “classic”?",
    ),
    "a theme that is not there": Mistake(
        '"classic"',
        '"fancy"',
        "6:9 C003 The theme “fancy” does not exist. Choose from: classic, illustrated, school, school-large.",
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
        "3:8 D004 This is not valid TOML: Invalid value. Put a text in quotation marks, as in name ="
        ' "My Press".',
    ),
    "a colon for the sign =": Mistake(
        "theme = ",
        "theme: ",
        "6:6 D004 This is not valid TOML: Expected '=' after a key in a key/value pair. Write a key,"
        ' the sign =, and its value: theme = "classic".',
    ),
    "a list as a text": Mistake(
        'editions = ["screen"]',
        'editions = "screen"',
        '7:12 D011 A list is expected here. Write ["screen"].',
    ),
    "an edition that is none": Mistake(
        '["screen"]',
        '["pdf"]',
        "7:13 D011 “pdf” is not allowed here. Choose from: epub, print, print-cover, screen, web.",
    ),
    "curly quotation marks": Mistake(
        '"My Press"',
        "“My Press”",
        '3:8 D004 TOML does not allow curly quotation marks. Write straight ones: "My Press".',
    ),
    "a table with a colon": Mistake(
        "[imprint]",
        "imprint:",
        "1:8 D004 The name of a table needs brackets. Write [imprint].",
    ),
    "a table that should be one of several": Mistake(
        "[[notices]]",
        "[notices]",
        "16:2 D011 A list is expected here. Write [[notices]], with two brackets on each side.",
    ),
    "a table as one of several": Mistake(
        "[imprint]",
        "[[imprint]]",
        "1:3 D011 A mapping of keys to values is expected here. Write [imprint], with one bracket on"
        " each side.",
    ),
    "a path of Windows": Mistake(
        'name = "My Press"',
        'name = "My Press"\nabout = "C:\\Users\\us.txt"',
        "4:14 D004 This is not valid TOML: Invalid hex value. Write / in place of each backslash.",
        'name = "My Press"\nabout = "C:/Users/us.txt"',
    ),
    "a yes with a capital": Mistake(
        "[sections]",
        "[print]\nmarks = True\n[sections]",
        "10:9 D004 true or false is expected here. Write true or false, in lower case.",
        "[print]\nmarks = true\n[sections]",
    ),
    "a number with a comma": Mistake(
        'theme = "classic"',
        'theme = "classic"\nwage_scale = 160,000',
        "7:17 D004 A comma ends a value. Write digits without it, as in 43460.",
        'theme = "classic"\nwage_scale = 160000',
    ),
    "a number as a text": Mistake(
        'theme = "classic"',
        'theme = "classic"\nwage_scale = "160,000"',
        "7:14 D011 A whole number is expected here. Write digits alone.",
        'theme = "classic"\nwage_scale = 160000',
    ),
    "a date in another order": Mistake(
        'when = "always"',
        'when = "always"\napproved = 03/02/2026',
        "23:13 D004 This is not a date. Write a date as 2026-11-24.",
        'when = "always"\napproved = 2026-03-02',
    ),
    "a comment of another language": Mistake(
        "[sections]\n",
        "// What guides must have\n[sections]\n",
        "9:1 D004 A comment begins with # here. Write # before it.",
        "# What guides must have\n[sections]\n",
    ),
    "a list left open": Mistake(
        '["Outlook", "Job Outlook"]',
        '["Outlook", "Job Outlook"',
        "14:11 D004 This is not valid TOML: Unclosed array. Close the list with ], and put commas between its items.",
    ),
    "a list without its comma": Mistake(
        '["Outlook", "Job Outlook"]',
        '["Outlook" "Job Outlook"]',
        "14:11 D004 This is not valid TOML: Unclosed array. Close the list with ], and put commas between its items.",
    ),
    "braces over two lines": Mistake(
        "[sections]\n",
        '[data]\njobs = {file = "jobs.csv",\n  key = "code"}\n[sections]\n',
        "10:27 D004 This is not valid TOML: Invalid initial character for a key part. Write the braces on one line, or use a [table].",
        '[data]\njobs = {file = "jobs.csv", key = "code"}\n[sections]\n',
    ),
    "a key twice": Mistake(
        'theme = "classic"',
        'theme = "classic"\ntheme = "school"',
        "7:1 D005 The key “theme” occurs twice; first on line 6. Remove one.",
    ),
    "a fact of the catalogue with a value": Mistake(
        "[sections]\n",
        "[facts]\npay = {value = 3}\n[sections]\n",
        "10:7 D011 The fact “pay” of the catalogue has no table to take it from. State one with from, key and column; or state the value in each guide.",
        "[sections]\n",
    ),
    "a length without a unit": Mistake(
        "[sections]\n",
        "[print]\nbleed = 3\n[sections]\n",
        '10:9 D011 “3” is not a length. Write a length such as "3mm" or "0.125in", in quotes.',
        '[print]\nbleed = "3mm"\n[sections]\n',
    ),
    "a placeholder misspelt": Mistake(
        "{holder}",
        "{holdr}",
        "23:8 N003 The placeholder {holdr} is unknown. Did you mean “holder”?",
    ),
}  # fmt: skip


JOBS = "code,title,pay\n51-3011,Bakers,43460\n"
FROM_TABLE = "  pay: {from: jobs, key: '{soc}', column: pay, unit: USD/year}\n"
PRINTED = (
    "# Outlook\n\n:::{table} Pay\n:table: jobs\n:order: pay falling\n:columns: title | pay\n:::"
)
TABLES = {
    "columns parted by commas": (
        (GUIDE, "title | pay", "title, pay"),
        "baker.md:31:1 C001 The table “jobs” has no column “title, pay”. Write | between columns.",
    ),
    "an order in another language": (
        (GUIDE, "pay falling", "pay fallend"),
        "baker.md:30:1 C001 The table “jobs” has no column “pay fallend”. Write rising or falling"
        " after one column.",
    ),
    "a column misspelt": (
        (GUIDE, "column: pay", "column: Pay"),
        "baker.md:9:43 C001 The table “jobs” has no column “Pay”. Did you mean “pay”?",
    ),
    "the guide’s code without braces": (
        (GUIDE, "key: '{soc}'", "key: soc"),
        "baker.md:9:8 D060 The fact “pay” has no figure: the table “jobs” has no row for code = soc."
        ' Put values of the guide itself in braces: key: "{soc}".',
    ),
    "a code without a row": (
        (JOBS, "51-3011", "51-3012"),
        "baker.md:9:8 D060 The fact “pay” has no figure: the table “jobs” has no row for code ="
        " 51-3011. Add the row, or fix the key it is looked up by.",
    ),
    "a workbook of old": (
        (CATALOG, "jobs.csv", "jobs.xls"),
        "jobs.xls C001 “.xls” is not a kind of table. Save it as .xlsx or .csv, and name that file.",
    ),
    "a file misspelt": (
        (CATALOG, "jobs.csv", "job.csv"),
        "job.csv D001 The table’s file cannot be read: No such file or directory. Did you mean"
        " “jobs.csv”? Name its file under [data] in catalog.toml.",
    ),
    "a path with a backslash": (
        (CATALOG, '"jobs.csv"', "'data\\jobs.csv'"),
        "data\\jobs.csv D001 The table’s file cannot be read: No such file or directory. Write / in"
        " place of each backslash.",
    ),
    "a title above the columns": (
        (JOBS, "code,title", "Pay of bakers\ncode,title"),
        "jobs.csv:2 C001 The row has 3 cells, but the first row 1. If line 2 names the columns, say so"
        " in catalog.toml: header = 2.",
    ),
    "a column twice": (
        (JOBS, "code,title,pay", "code,pay,pay"),
        "jobs.csv:1 C001 The column “pay” occurs twice in the first row. Give each column a name of"
        " its own.",
    ),
}


def reported(folder, catalog=CATALOG, guide=GUIDE):
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
def test_a_mistake_in_a_guide_is_reported_and_its_remedy_works(name, tmp_path):
    wrong, mended = with_mistake(GUIDE, GUIDES[name])
    (finding,) = reported(tmp_path, guide=wrong)
    assert finding.startswith(f"baker.md:{GUIDES[name].reported}")
    assert reported(tmp_path, guide=mended) == []


@pytest.mark.parametrize("name", CATALOGS)
def test_a_mistake_in_a_catalogue_is_reported_and_its_remedy_works(name, tmp_path):
    wrong, mended = with_mistake(CATALOG, CATALOGS[name])
    (finding,) = reported(tmp_path, catalog=wrong)
    assert finding.startswith(f"catalog.toml:{CATALOGS[name].reported}")
    assert reported(tmp_path, catalog=mended) == []


@pytest.mark.parametrize("name", TABLES)
def test_a_mistake_with_a_table_is_reported_and_the_right_one_is_not(name, tmp_path):
    (right, good, bad), expected = TABLES[name]
    data = '[data]\njobs = {file = "jobs.csv", key = "code"}\n\n[[notices]]'
    occupation = 'occupation: {soc: "51-3011"}\nfacts:\n'
    texts = {
        "catalog.toml": CATALOG.replace("[[notices]]", data),
        "baker.md": GUIDE.replace("facts:\n", f"{occupation}{FROM_TABLE}").replace(
            "# Outlook", PRINTED
        ),
        "jobs.csv": JOBS,
        "jobs.xls": JOBS,
    }
    write(tmp_path, texts)
    assert not guidepub.load(tmp_path).findings
    file = {GUIDE: "baker.md", CATALOG: "catalog.toml", JOBS: "jobs.csv"}[right]
    assert good in texts[file]
    write(tmp_path, {file: texts[file].replace(good, bad)})
    (finding,) = guidepub.load(tmp_path).findings
    assert str(finding).replace(f"{tmp_path}/", "") == expected


def test_a_rule_below_a_heading_is_not_reported_as_the_end_of_front_matter(tmp_path):
    guide = GUIDE.replace("2026-11-02\n---\n", "2026-11-02\n") + "\n***\n\nMore.\n"
    assert "baker.md:1:1 D004 The front matter is not closed." in "".join(
        reported(tmp_path, guide=guide)
    )


def test_a_number_sign_in_a_list_is_reported_without_the_bracket_that_it_hides(tmp_path):
    found = reported(tmp_path, guide=GUIDE.replace("tags: [food]", "tags: [food #1, bread]"))
    assert any(each.endswith('To keep it, write "food #1".') for each in found)


def test_a_heading_without_its_space_is_reported_with_the_line_to_write(tmp_path):
    found = reported(tmp_path, guide=GUIDE.replace("# Overview", "#Overview"))
    line = "baker.md:16:1 D023 This is not a heading. Write a space after the #: # Overview"
    assert line in found
    assert reported(tmp_path, guide=GUIDE) == []


def test_sections_of_the_second_level_are_reported_with_the_line_to_write(tmp_path):
    found = reported(tmp_path, guide=GUIDE.replace("# Overview", "## Overview"))
    assert (
        "baker.md:16:1 D023 There is text before the first section. Sections have headings of the"
        " first level. Write: # Overview"
    ) in found


def test_a_column_that_the_catalogue_misspells_is_reported_there(tmp_path, monkeypatch):
    write(tmp_path, {"jobs.csv": JOBS})
    data = '[data]\njobs = {file = "jobs.csv", key = "code"}\n[facts]\n'
    fact = 'pay = {from = "jobs", column = "wage", unit = "USD/year"}\n'
    catalog = CATALOG.replace("[[notices]]", f"{data}{fact}[[notices]]")
    guide = GUIDE.replace("facts:\n", 'occupation: {soc: "51-3011"}\nfacts:\n')
    assert reported(tmp_path, catalog, guide) == [
        "catalog.toml:19:32 C001 The table “jobs” has no column “wage”. Choose from: code, pay, title."
    ]
    # Where it stands is looked for only if something is wrong: hundreds of guides share it.
    monkeypatch.setattr(data_facts, "read_toml", None)
    data_facts._read_catalog.cache_clear()
    assert reported(tmp_path, catalog.replace('"wage"', '"pay"'), guide) == []


def test_cells_that_are_copied_from_a_spreadsheet_are_read(tmp_path):
    table = guidepub.DataTable(file="jobs.csv", content=JOBS.replace(",", "\t").encode())
    assert read_file(table, Path("jobs.csv")).rows[0]["pay"] == "43460"


def test_keys_for_other_programs_are_taken(tmp_path):
    guide = GUIDE.replace("tags: [food]", "x-shelf: [A, {b: 3}]")
    assert reported(tmp_path, f"x-tool = 3\n{CATALOG}", guide) == []
