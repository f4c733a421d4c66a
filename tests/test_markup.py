"""Plain text in XML."""

from xml.sax import saxutils

import pytest

from guidepub.words.markup import escape, quoteattr


@pytest.mark.parametrize(
    "text",
    ["", "plain", "a < b & c > d", "it's", 'say "a"', """ "it's" ]]> """, "a\n\tb\r", "&amp;"],
)
def test_texts_are_escaped_as_by_the_standard_library(text):
    assert escape(text) == saxutils.escape(text)
    assert quoteattr(text) == saxutils.quoteattr(text)
