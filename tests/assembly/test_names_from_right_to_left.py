"""A holder's name in Arabic in an English notice: it turns nothing that stands beside it."""

from __future__ import annotations

import pytest
from definitions import definition, leaf, write

import guidepub
from guidepub.words.wording import fingerprint

HOLDER = "شركة النور"
NOTICE = """
[[notices]]
id = "copyright"
version = 1
language = "en"
placement = "imprint-page"
text = "Copyright {holder} {years}, 3rd floor."
"""


@pytest.mark.parametrize(
    ("notice", "printed"),
    [
        (NOTICE, f"Copyright \u2068{HOLDER}\u2069 2026, 3rd floor."),
        ("", f"Copyright © 2026 \u2068{HOLDER}\u2069."),
    ],
    ids=["notice", "plain line"],
)
def test_a_name_is_isolated_and_its_notice_has_the_same_words(tmp_path, notice, printed):
    files = {
        "catalog.toml": f'[imprint]\nname = "Noor"\nlegal_name = "{HOLDER}"\n{notice}',
        "g.md": definition(title="Guide"),
    }
    catalog = guidepub.load(write(tmp_path, files))
    book = guidepub.assemble(catalog["g"], catalog)
    (owed,) = book.notices
    assert owed.wording == printed
    assert printed in leaf(book, "imprint-page")
    # What is approved, claimed and proved are the words, whatever cannot be seen beside them.
    assert fingerprint(owed.wording) == fingerprint(printed.translate({0x2068: "", 0x2069: ""}))


def test_a_name_that_runs_as_its_notice_stays_as_it_is(tmp_path):
    files = {
        "catalog.toml": f'[imprint]\nname = "Noor Press"\n{NOTICE}',
        "g.md": definition(title="Guide"),
    }
    catalog = guidepub.load(write(tmp_path, files))
    (notice,) = guidepub.assemble(catalog["g"], catalog).notices
    assert notice.wording == "Copyright Noor Press 2026, 3rd floor."
