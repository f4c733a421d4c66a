import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub.model import slug_of
from guidepub.words.names import bounded, is_device, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Job Outlook", "job-outlook"),
        ("  Educational  Requirements! ", "educational-requirements"),
        ("Técnico en Farmacia", "tecnico-en-farmacia"),
        ("HVAC/R Technician (Level 2)", "hvac-r-technician-level-2"),
        ("ﬁne ½", "fine-1-2"),
        ("7½ Hours, 2⅔ Cups", "7-1-2-hours-2-2-3-cups"),
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


def test_a_short_name_stays_as_it_is():
    assert bounded("job-outlook", 11) == "job-outlook"


def test_long_names_are_cut_and_stay_different():
    names = {bounded("word-" * 60 + end, 40) for end in "abc"}
    assert len(names) == 3
    assert all(re.fullmatch("[a-z-]+-[0-9a-f]{8}", name) and len(name) <= 40 for name in names)


@pytest.mark.parametrize("name", ["con", "PRN", "Aux", "nul.", "com1", "LPT9", "COM0"])
def test_a_device_of_windows_gives_no_slug_of_its_name(name):
    assert is_device(slugify(name))
    assert slug_of(name) == f"{slugify(name)}-guide"
    assert not is_device(slug_of(name))


@pytest.mark.parametrize("name", ["con-artist", "com10", "auxiliary nurse", "console", "null"])
def test_what_only_begins_like_a_device_is_none(name):
    assert slug_of(name) == slugify(name)
