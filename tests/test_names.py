import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub.names import slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Job Outlook", "job-outlook"),
        ("  Educational  Requirements! ", "educational-requirements"),
        ("Técnico en Farmacia", "tecnico-en-farmacia"),
        ("HVAC/R Technician (Level 2)", "hvac-r-technician-level-2"),
        ("ﬁne ½", "fine-1-2"),
        ("a night’s work", "a-night-s-work"),
        ("a night's work", "a-night-s-work"),
        ("2024–2034", "2024-2034"),
        ("Maître d’œuvre, Straße", "maitre-d-oeuvre-strasse"),
        ("ÆØŁ İI", "aeol-ii"),
        ("../../etc/passwd", "etc-passwd"),
        ("职业", ""),
        ("---", ""),
        ("", ""),
        ("\ud800a", "a"),
    ],
)
def test_a_text_becomes_a_slug(text, slug):
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_always_safe_in_an_address_and_stays_itself(text):
    slug = slugify(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert slugify(slug) == slug
