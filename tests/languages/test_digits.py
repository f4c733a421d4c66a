"""A book in the digits of its own that the CLDR gives its language: facts, lists, notes, pages."""

from __future__ import annotations

import re

import pytest
from definitions import write
from finished import Epub

import guidepub
from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.figures.locales import digit_style
from guidepub.themes.stylesheets.mirroring import counted_in
from guidepub.words.digits import in_digits

CATALOG = """[imprint]
name = "كلية البحيرة"
[[notices]]
id = "disclaimer"
version = 2
language = "ar"
title = "إخلاء مسؤولية"
when = "always"
text = "تتغيّر الأرقام بعد 3 سنوات. للاستفسار: 202-555-0147."
"""
GUIDE = """---
title: اللحّام
language: ar-EG
published: 2026-11-24
facts:
  pay: {value: 51000.5, unit: USD/hour, as_of: 2024, source: bls}
sources:
  bls: {title: Outlook Handbook 2024, publisher: BLS, language: en}
---

# العمل

يكسب نصفهم {fact}`pay`، ويزيدون 2% حتى 2034.[^one] انظر {ref}`part-2` في SOC 51-4121، {index}`لحام`.

1. افحص اللحام.
2. انتظر 10 دقائق.

> Welders join parts, and 40% work in shops.[^one] It holds!

يحمل AWS[^one] كثيرون.

| أ | ب |
| --- | --- |
| ABC[^one] | د |

[^one]: يعملون 8 ساعات.

# التعليم

يكفي {index}`لحام` واحد.
"""


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    files = {"catalog.toml": CATALOG, "lahham.md": GUIDE}
    catalog = guidepub.load(write(tmp_path_factory.mktemp("digits"), files))
    assert catalog.findings == ()
    return guidepub.Production(guidepub.assemble(catalog["lahham"], catalog))


def test_pages_bear_them_and_are_proved(production):
    pages = Pages(production.file("screen"))
    text = " ".join(" ".join(pages.whole.units).split())
    pages.close()
    for printed in (
        "٥١٬٠٠٠٫٥٠ US$",
        "٢٪",
        "٢٠٣٤",
        "١٠ دقائق",
        "٢٤ نوفمبر ٢٠٢٦",
        "بعد ٣ سنوات",
        "٨ ساعات",
    ):
        assert printed in text
    # Codes, telephone numbers, and what stands in Latin words.
    for printed in ("202-555-0147", "SOC 51-4121", "Handbook 2024", "and 40% work"):
        assert printed in text
    rest = re.sub(r"202-555-0147|SOC 51-4121|2024|40%", "", text)
    # Folios, contents, the index, and numbers of lists, notes and sections.
    assert not re.search("[0-9]", rest)


def test_epubs_and_pages_of_the_web_have_them_too(production):
    # For the EPUB's page list the pages of print are laid out, where a line ends before a
    # reference: its last word stood out of the column (R004).
    epub = Epub(production.file("epub"))
    assert "٥١٬٠٠٠٫٥٠" in " ".join("".join(document.itertext()) for _, document in epub.documents())
    page = production.file("web").decode()
    # A note bears one number, also where Latin words call it.
    calls = re.findall(r'role="doc-noteref"[^>]*>([^<]*)<', page)
    assert calls == ["١"] * 4
    assert '<p dir="ltr">Welders' in page
    assert "list-style-type: arabic-indic" in page
    assert "٥١٬٠٠٠٫٥٠" in page


@pytest.mark.parametrize(
    ("language", "style"),
    [("ar", None), ("ar-EG", "arabic-indic"), ("ar-MA", None), ("fa", "persian"), ("he", None), ("mr", None)],
)  # fmt: skip
def test_a_language_and_its_territory_decide(language, style):
    assert digit_style(language) == style


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("يزيد 4,500 وظيفة (2%) في 2024–2034", "يزيد ٤٬٥٠٠ وظيفة (٢٪) في ٢٠٢٤–٢٠٣٤"),
        ("51,000\N{NO-BREAK SPACE}US$", "٥١٬٠٠٠\N{NO-BREAK SPACE}US$"),
        ("نحو US$ 12.50 في الساعة", "نحو US$ ١٢٫٥٠ في الساعة"),
        ("من 9:00 إلى 17:00", "من ٩:٠٠ إلى ١٧:٠٠"),
        ("[1]", "[١]"),
        ("هاتف 202-555-0147", "هاتف 202-555-0147"),
        ("رقم 9780306406157", "رقم 9780306406157"),
        ("إصدار 1.2.3", "إصدار 1.2.3"),
        ("دليل Handbook, 2024", "دليل Handbook, 2024"),
        ("Only 40% of them.", "Only 40% of them."),
        ("https://a.example/2024", "https://a.example/2024"),
    ],
)
def test_figures_have_them_and_codes_have_not(text, printed):
    assert in_digits(text, "arabic-indic") == printed


def test_persian_digits_are_others():
    assert in_digits("سال 456", "persian") == "سال ۴۵۶"


@pytest.mark.parametrize(
    ("css", "counted"),
    [
        ("counter(page)", "counter(page, persian)"),
        ("counter(page, decimal)", "counter(page, persian)"),
        ("target-counter(attr(href), page)", "target-counter(attr(href), page, persian)"),
        ("counter(page, lower-roman)", "counter(page, lower-roman)"),
        ("counter-reset: page 1", "counter-reset: page 1"),
    ],
)
def test_counters_have_them_unless_another_style_is_named(css, counted):
    assert counted_in(css, "persian").partition("\n")[2] == counted
