"""Headings that name a foreword, an appendix and the like, and those that do not."""

import pytest

from guidepub.text.residue.leaves import leaf_named


@pytest.mark.parametrize(
    ("heading", "kind", "title"),
    [
        ("Foreword", "foreword", "Foreword"),
        ("ACKNOWLEDGMENTS", "acknowledgements", "ACKNOWLEDGMENTS"),
        ("Vorwort:", "preface", "Vorwort"),
        ("Appendix A: Contacts", "appendix", "Contacts"),
        ("Anhang 2 – Adressen", "appendix", "Adressen"),
        ("Appendix", "appendix", "Appendix"),
        ("Apéndice B", "appendix", "Apéndice B"),
        ("About the Author", "about-author", "About the Author"),
        ("Podziękowania", "acknowledgements", "Podziękowania"),
        ("Lời cảm ơn", "acknowledgements", "Lời cảm ơn"),
    ],
)
def test_a_heading_names_a_leaf(heading, kind, title):
    assert leaf_named(heading) == (kind, title)


@pytest.mark.parametrize(
    "heading",
    ["", "Overview", "Introduction", "Appendixes of insects", "Appendix surgery", "A Foreword to Pay",
     "About the Authority", "x" * 500],
)  # fmt: skip
def test_others_name_none(heading):
    assert leaf_named(heading) is None
