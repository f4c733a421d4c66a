"""Large print: no type of a book in `school-large` is under 18 points, whatever it says.

ACB, Best Practices and Guidelines for Large Print Documents, 2025.
"""

from __future__ import annotations

import pytest
from definitions import write

import guidepub
from benchmarks.examining import smallest_type
from guidepub.editions import SharedParts, unproved_file
from guidepub.pdf.leaves.running import longest_head, running_head

GUIDE = """---
title: Baker of Bread in the Mornings of Long Winters and Short Summers by the Sea of the North
subtitle: A Trade
authors: [{name: Ann Oakes}, {name: Bo Reed, role: editor}]
published: 2026-11-24
facts:
  median_wage: {value: 51000, unit: USD/year, as_of: 2024, source: bls}
  wage_p90: {value: 71000, unit: USD/year, as_of: 2024, source: bls}
sources:
  bls: {title: A Handbook, publisher: BLS, url: "https://www.bls.example/a"}
---
# Overview

They lay `ropes` of 10^6^ grains of H~2~O[^1] [@bls].

[^1]: A note with `code`, and a list:

    - an item

```
x = 1
```

:::{table} Wages
:source: bls
:note: A note.

| A | B | C | D | E | F |
|---|---|---|---|---|---|
| 1 | 2 | 3 | 4 | 5 | 6 |
:::

:::{chart} Pay
:facts: median_wage, wage_p90
:::

## Lower[^2]

[^2]: Another note.

:::{tip} Ask
Whom?
:::

:::{figure} knot.svg
:alt: A knot.

A knot.
:::
"""
KNOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'


@pytest.fixture(params=["us-letter", "a5"])
def book(request, tmp_path):
    settings = f'[defaults]\ntheme = "school-large"\ntrim = "{request.param}"\n'
    files = {"catalog.toml": settings, "baker.md": GUIDE, "knot.svg": KNOT}
    catalog = guidepub.load(write(tmp_path, files))
    return guidepub.assemble(catalog["baker"], catalog)


def test_no_type_is_under_18_points(book, tmp_path):
    path = tmp_path / "baker.pdf"
    path.write_bytes(unproved_file(SharedParts(book), "screen"))
    assert smallest_type(path) == 18.0


def test_running_heads_have_two_lines_at_most(book):
    longest = longest_head(book)
    assert 50 <= longest <= 76
    assert len(running_head(book.guide.title, longest)) <= longest + 1
