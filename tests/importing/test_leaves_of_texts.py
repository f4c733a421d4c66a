"""Forewords, acknowledgements and appendices of texts become those of a guide."""

from __future__ import annotations

import guidepub
from guidepub import Catalog
from guidepub.assembly import assemble

TEXT = """# Florist

## Overview

Florists cut and arrange flowers for people who want them at home.

## Appendix B: Salary Tables

The median wage of florists was $34,000 in 2024.

## Foreword

Florists are needed. This was written by Jane Doe in the spring.

## Education

A high school diploma will do, and most learn at work.

## Acknowledgements

Thanks to the growers of Ohio, who let us see their greenhouses.
"""


def test_they_stand_where_a_book_has_them(tmp_path):
    path = tmp_path / "florist.md"
    path.write_text(TEXT, "utf-8")
    guide, _ = guidepub.import_guide(path)
    found = [(section.title, section.kind) for section in guide.sections]
    assert [kind for _, kind in found if kind != "section"] == [
        "foreword",
        "appendix",
        "acknowledgements",
    ]
    assert found[0] == ("Foreword", "foreword")
    assert ("Salary Tables", "appendix") in found
    assert guidepub.loads(guidepub.dumps(guide)) == guide
    assert assemble(guide, Catalog.of(guide)).leaves[-1].kind != "section"
