"""Things that time has overtaken: where a sentence has one as of today, and where it does not."""

from __future__ import annotations

import pytest

from guidepub.text.residue.bygones import bygone
from guidepub.text.vocabulary import vocabulary

KINDS = ("gone", "faded", "news", "novel")
FORMS = ("form", "undated")


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("Coders look up each diagnosis in ICD-9-CM.", "en", "ICD-9-CM"),
        ("Coders who trained on ICD-9 were taught anew.", "en", None),
        ("Brokers answer to the NASD.", "en", "NASD"),
        ("The nasd is spelled in capitals.", "en", None),
        ("Punched cards are sorted at night.", "en", "Punched cards"),
        ("The museum shows how punched cards are sorted.", "en", None),
        ("Most offices send it by fax.", "en", "by fax"),
        ("Some offices send it by fax.", "en", None),
        ("The fax number is on the card.", "en", None),
        ("President Obama’s plan will help clinics.", "en", "President Obama"),
        ("President Obama spoke at the school in 2012.", "en", None),
        ("Learn e-mail, for it is slowly catching on.", "en", "e-mail"),
        ("You will send e-mail to new customers.", "en", None),
        ("El sueldo ronda las noventa mil pesetas al mes.", "es", "pesetas"),
        ("El sueldo rondaba las noventa mil pesetas.", "es", None),
        ("Las oficinas del INEM citan por carta.", "es", "oficinas del INEM"),
        ("La peseta no es ya moneda de nadie.", "es", None),
        ("Bakers begin to use a spreadsheet in the first term, and soon a laptop.", "en", None),
        ("Technicians upgrade offices from Windows 7.", "en", None),
        ("Los aprendices empiezan a usar el ordenador.", "es", None),
        ("", "en", None),
    ],
)
def test_what_is_of_the_past(text, language, named):
    found = bygone(text, language, 2026)
    assert (found and found[0][0]) == named


def test_what_an_edition_could_still_say():
    text = "The office runs Windows 10."
    assert bygone(text, "en", 2025) is None
    assert bygone(text, "en", 2026) is not None


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_name_is_found_as_it_stands_in_the_vocabulary(language):
    table = vocabulary("bygones")
    names = [name for kind in KINDS for row in table[kind] for name in row.get(language, ())]
    gone = [name for row in table["gone"] for name in row.get(language, ())]
    past = {name for name in gone if bygone(name, language, 2100) is None}
    # Of names of several words a few hold a word that tells of the past.
    assert len(past) < len(gone) / 100, past
    assert len(names) == len(set(names)), sorted(n for n in names if names.count(n) > 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Guests on Vine Street buy icebox cookies, and dogs with floppy ears are welcome."),
        ("en", "The Inland Revenue of New Zealand and Kmart in Australia hire clerks."),
        ("en", "Pupils sit O-levels in Singapore; groups on Telegram tell the dates."),
        ("en", "Chiropractors take Part I of the National Boards under CETA."),
        (
            "en",
            "Guards carry walkie talkies, posts are set six feet apart, and R-22 batts are cut.",
        ),
        (
            "en",
            "A vet always makes house calls; every bicycle needs a cassette and every mower a carburetor.",
        ),
        (
            "en",
            "Nurses with an MSN carry pagers, pick blackberries, clean windows 7 days a week and pay"
            " 4,500 francs; a child prodigy raises the periscope, and gophers need a second life.",
        ),
        ("en", "The GPO prints, the Customs Service of Korea hires, and Saab trains welders."),
        ("es", "El mozo de cuadra y el repartidor con su PDA siempre llevan un carrete."),
        (
            "es",
            "Siempre se exige la cartilla militar, y el telegrama laboral se envía por Correos.",
        ),
        ("es", "La mayoría ha revelado cada nueva diapositiva por Messenger en el siglo XXI."),
    ],
)
def test_what_is_current_somewhere_is_not_over(language, text):
    assert bygone(text, language, 2026) is None


def test_each_row_is_whole():
    for kind in (*KINDS, *FORMS):
        for row in vocabulary("bygones")[kind]:
            assert set(row) <= {"until", "en", "es", "now"}, row
            assert 1900 < row["until"] < 2027 or kind == "undated", row
            assert row.get("en") or row.get("es"), row
