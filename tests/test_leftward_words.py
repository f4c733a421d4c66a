"""Which parts of a text from right to left run from left to right."""

from __future__ import annotations

import pytest

from guidepub.words.leftward import has_leftward, isolated, rightward_part, units


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("يعملون مع BLS، ومع", ["BLS"]),
        ("من Bureau of Labor Statistics (BLS) في", ["Bureau of Labor Statistics (BLS)"]),
        ("نحو 51,000 US$ في السنة", ["51,000 US$"]),
        ("في 2024–2034 و51.5%", ["2024", "2034", "51.5%"]),
        ("على 202-555-0147.", ["202-555-0147"]),
        ("انظر https://www.bls.gov/ooh/، ثم", ["https://www.bls.gov/ooh/"]),
        ("خطة 401(k) هنا", ["401(k)"]),
        ("(رمز SOC 51-4121).", ["SOC 51-4121"]),
        ("[1, עמ׳ 12] Lane College", ["1", "12", "Lane College"]),
        ("אולי (Lane College, Eugene) כן", ["Lane College, Eugene"]),
        ("מן Lane College (Eugene, Inc.) כן", ["Lane College (Eugene, Inc.)"]),
        ("מן Lane College (Eugene). כן", ["Lane College (Eugene)"]),
        ("חייגו 503-555-0142, Lane College", ["503-555-0142", "Lane College"]),
        ("רק (-3), Lane College; 50%, ServSafe", ["-3", "Lane College; 50%, ServSafe"]),
        ("אולי (Lane College כן) ServSafe", ["Lane College", "ServSafe"]),
        ("חייגו +1 (503) 555-0188, (503) 555-0142", ["+1 (503) 555-0188", "(503) 555-0142"]),
        ("על +1 (503) (או +1 503-555-0188)", ["+1 (503)", "+1 503-555-0188"]),
        # A hyphen joins a number or a name with the letter before it.
        ("ב-12 ה-Google Drive של", ["12", "Google Drive"]),
        ("בין 10%-20% ועד -5 (-3)", ["10%", "20%", "-5", "-3"]),
        ("5‰, 6′2″, 2×4 ו־1½%", ["5‰", "6′2″", "2×4", "1½%"]),
        ("חברה (Karmel Books, Inc.) טובה", ["Karmel Books, Inc."]),
        ("٥١٬٠٠٠ دولار", ["٥١٬٠٠٠"]),
        # What is said of such a figure stands to its left.
        ("نحو ٥١٬٠٠٠ US$ و٢٪", ["٥١٬٠٠٠", "US$", "٢"]),
        ("לוחית (MIG/MAG) דקה", ["MIG/MAG"]),
        ("قال: «It holds!» ثم", ["It holds!"]),
        ("يعملون مع BLS!", ["BLS"]),
        ("— «» …", []),
        ("", []),
    ],
)
def test_words_and_numbers_beside_each_other_are_one_part(text, parts):
    assert [text[first:last] for first, last in units(text)] == parts


def test_letters_tell_the_direction():
    assert has_leftward("سنة")
    assert has_leftward("שנה")
    assert not has_leftward("année 2024 — “x”")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (" Is it for you? ", "Is it for you?"),
        ("It holds.[1]", "It holds.[1]"),
        ("هو TIG.", None),
        ("\u200f51,000 US$", None),
        ("earn \u200f51,000 US$.", "earn \u200f51,000 US$."),
        ("51,000.", None),
        ("", None),
    ],
)
def test_a_text_without_such_letters_keeps_its_stop(text, part):
    found = rightward_part(text)
    assert (found and text[slice(*found)]) == part


def test_signs_stand_around_a_whole_latin_text():
    assert isolated("Is it for you?") == "\u2068Is it for you?\u2069"
    assert isolated("ما TIG؟") == "ما \u2068TIG\u2069؟"
