"""Addresses on the web are written so that shops take the book."""

from __future__ import annotations

import pytest

from guidepub.words.addresses import escaped_address


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("https://example.org/a|b?q[]=1&x=^y", "https://example.org/a%7Cb?q%5B%5D=1&x=%5Ey"),
        ("https://example.org/#/{id}#b", "https://example.org/#/%7Bid%7D%23b"),
        ("https://example.org/100%?a=%zz%20", "https://example.org/100%25?a=%25zz%20"),
        ("https://[2001:db8::1]/[x]", "https://[2001:db8::1]/%5Bx%5D"),
        ("https://müller.example/ü?“q”", "https://müller.example/ü?“q”"),
        ("https://example.org/~a_b/(c);d=1,2!$*+@:", "https://example.org/~a_b/(c);d=1,2!$*+@:"),
        ("https://example.org/\x80", "https://example.org/%C2%80"),
        ("https://example.org", "https://example.org"),
        ("mailto:a@example.org?subject=[x]", "mailto:a@example.org?subject=[x]"),
        ("chapter.xhtml#a", "chapter.xhtml#a"),
    ],
)
def test_signs_that_not_all_programs_take_are_escaped_once(written, escaped):
    assert escaped_address(written) == escaped
    assert escaped_address(escaped) == escaped
