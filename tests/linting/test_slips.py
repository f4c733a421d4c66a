"""Slips of typing, what was copied with a text, and what only looks like either."""

from __future__ import annotations

import pytest
from linting.told import codes


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "He said “Stop\" and left."),
        ("en", "He said \"stop and left."),
        ("en", "They said “ stop” twice."),
        ("en", "NUrses learn."),
        ("en", "He ran 2O miles."),
        ("en", "The baker works. the oven cools."),
        ("en", "Flour weighs 40 pounds lbs in all."),
        ("en", "The early 20 th century came."),
        ("en", "The oven cools .They rest."),
        ("en", "It takes ten months ,and no less."),
        ("en", "The bus says \"full\".The next one comes."),
        ("en", "Yes, , it does."),
        ("en", "They start at 2;30 at night."),
        ("en", "They work every day. the oven cools."),
        ("en", "Its not unusual to bake at night."),
        ("en", "Sort three bags : red, white and brown."),
        ("en", "The exam takes 3hours in all."),
        ("en", "Bring flour,a scale and a bowl."),
        ("en", "They bake at night; Some rest by day."),
        ("es", "Se hornea de noche. luego se reparte."),
        ("es", "Se paga a diario ."),
        ("es", "Escoge la masa ,la corta y la hornea."),
        ("en", "He ﬁ nds the bread."),
        ("en", "The oven hangs;; it swings."),
        ("en", "It weighs 12.500,00 grams."),
        ("es", "La masa crece.Luego se hornea."),
        ("es", "«Toca como si hablaras\", le dijo."),
        ("fr", "Le pain est prêt.Puis on mange."),
        ("de", "Er sagte „Halt und ging."),
    ],
)  # fmt: skip
def test_a_slip(language, body):
    assert codes(body, language) == ["G005"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Saw 4\" by 8\" boards, \"rough\" or planed."),
        ("en", "“One paragraph begins here\n\n“and the next goes on.”"),
        ("en", "The balloon said \"What?!\" loudly."),
        ("en", "Use flour, incl. rye, approx. two cups, etc. and salt."),
        ("en", "PhDs and RNs drive DeWalt trucks by McAllister."),
        ("en", "It goes boom boom tap, boom boom tap."),
        ("en", "What the dough is is less important."),
        ("en", "The interval (0, 1] is half open."),
        ("en", "I tried \"sewist\" once."),
        ("en", "They write \"blak velvett\" as it stands."),
        ("en", "The screen reads \"PRESS ENTER TO CONTINUE\" all night."),
        ("en", "They program in .NET and C, and its own tools; see 3;4."),
        ("en", "The coiler and the biller go crutching with a combi."),
        ("en", "Bakers, etc. the like, bake."),
        ("en", "Use $$x and a half."),
        ("es", "La tienda cierra a las dos, opera de noche y liquida el guion."),
        ("es", "Ha tenido que rehacer el periodo; el junior rotula."),
        ("de", "Er sagte „Halt!“ und ging."),
        ("fr", "Il dit : « Le pain » ; puis il part ?"),
        ("es", "Dijo «para» y “sigue”."),
        ("en", "The log reads \"theres a fire\"; radio traffic is in capitals: UNIT 4 TO BASE SEND MEDIC."),
        ("en", "They mould poolish in a 20-lb. tub; ask for No. 10 bags, approx. two."),
        ("es", "Hay sesiones, comisiones y versiones; véase pág. 4 y ss."),
    ],
)  # fmt: skip
def test_no_slip(language, body):
    assert codes(body, language) == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Most con tracts run for a year."),
        ("en", "The apprentice ship lasts four years."),
        ("en", "Maintenence crews bake at night."),
        ("en", "It makes a diferrence to the dough."),
        ("es", "Se corta con un cuhillo."),
        ("es", "Se firman declarasiones cada mes."),
    ],
)
def test_a_word_that_is_misspelt(language, body):
    assert codes(body, language) == ["G004"]


def test_words_without_the_space_between_them():
    assert codes("They lay theirfirst course within twoyears.") == ["G004", "G004"]


def test_a_sign_before_its_figure_that_stands_twice():
    assert "G005" in codes("It costs $$60 an hour.")
    assert "G005" not in codes("It costs $60 an hour.")


def test_a_word_that_a_line_s_end_parted():
    assert codes("They need equip-ment and co-workers for on-line re-entry.") == ["G004"]


def test_a_word_that_is_written_as_it_sounds():
    assert codes("Se trabaja bajo precion y demaciado.", "es") == ["G004", "G004"]


def test_a_word_with_a_hyphen_that_stands_twice():
    assert codes("The walk-in walk-in key hangs there.") == ["X012"]


@pytest.mark.parametrize(
    "body",
    [
        "Certainly! Here’s a revised version of the section: Bakers mix dough.",
        "IMG_4471-oven-1024x683.jpg\n\nBakers mix dough.",
        "The sheets are folded, 42 THE BAKER’S MANUAL and the boards laced.",
        "See Error! Reference source not found.",
        "Bakers learn fast :smile: and well.",
        "Bakers read https://example.com/a?utm_source=blog daily.",
        "Sent from my iPhone",
        "Bakers [inaudible] bread.",
    ],
)
def test_what_a_program_wrote(body):
    assert codes(body) == ["X017"]


@pytest.mark.parametrize(
    "body",
    [
        "Here are the tools that bakers use.",
        "Save the scan as `2281-p04.tif` or as a .jpg.",
        "The ratio is 5:30:20 for rye.",
        "They read the BAKER’S MANUAL at night.",
    ],
)
def test_what_no_program_wrote(body):
    assert codes(body) == []


def test_a_raised_figure_behind_a_word_is_the_mark_of_a_note():
    assert codes("The oven holds 900 degrees³⁴.") == ["X016"]
    assert codes("The shop has 40 m² and 10⁶ spores.") == []


@pytest.mark.parametrize(
    "body",
    [
        "Programmers call print() and main() all day.",
        "Templates hold `{{ user.name }}` as a mark.",
        "They save the scan as case-12.tif in the folder.",
        "Dear Ms. Hale,\n\nThe bread is ready.",
        "A line such as “Photo: A. Ruiz” stands under it.",
        "Users click on the button, and they share this page on Facebook.",
        "The crew on this site wears helmets.",
    ],
)
def test_what_is_spoken_of_is_no_residue(body):
    assert codes(body) == []
