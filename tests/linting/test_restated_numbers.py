"""Two sentences that are the same but for a number."""

import pytest
from linted import codes, findings

LONGER = "A tool lies on the bench, and the light comes from the north. "


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("A dipping frame holds sixty wicks and goes into the wax.", "A dipping frame holds forty wicks.", "en-US"),
        ("The written test has 80 questions.", "The written test has ninety questions.", "en-US"),
        ("The workshop costs $40.", "The workshop costs $60, paid in cash.", "en-US"),
        ("A shift takes eight and a half hours.", "A shift takes eight hours.", "en-US"),
        ("Die Lehre dauert dreieinhalb Jahre.", "Die Lehre dauert zwei Jahre.", "de"),
        ("El examen tiene cuatro partes.", "El examen tiene tres partes.", "es"),
        ("Le stage dure deux mois et demi.", "Le stage dure deux mois.", "fr"),
        ("A oficina tem doze bancadas.", "A oficina tem nove bancadas.", "pt"),
    ],
)  # fmt: skip
def test_the_second_is_reported_with_the_line_of_the_first(first, second, language):
    body = f"{first}\n\n{LONGER if language == 'en-US' else ''}{second} [@bls]"
    found = [finding for finding in findings(body, language) if finding.code == "Q006"]
    assert len(found) == 1
    assert "line 1" in found[0].message


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("A frame holds sixty wicks. A frame holds 60 wicks.", "en-US"),
        ("A frame holds sixty wicks. A frame holds forty wicks for schools.", "en-US"),
        ("A frame holds about sixty wicks. A frame holds fifty wicks.", "en-US"),
        ("It holds sixty wicks now. It holds forty wicks now.", "en-US"),
        ("The first frame holds sixty wicks. The second frame holds forty wicks.", "en-US"),
        ("The permit costs $40 here. In Texas life is dear. The permit costs $60 here.", "en-US"),
        ("The permit costs $40. Another town has other rules. The permit costs $60.", "en-US"),
        ("## Day school\n\nThe class has ten pupils.\n\n## Night school\n\nThe class has twelve pupils.", "en-US"),
        ("Die Werkstatt hat zwölf Plätze. In anderen Ländern ist es anders. Die Werkstatt hat neun Plätze.", "de"),
        ("At Anna's, things are quiet. The yard holds 40 hives. At Tom's, things are louder. The yard holds 300 hives.", "en-US"),
        ("In 1950 the town was poor. The town had twelve keepers. By 1990 the town was rich. The town had sixty keepers.", "en-US"),
        ("Bei Anna geht es ruhig zu. Der Betrieb hat 40 Völker. Bei Tom geht es lauter zu. Der Betrieb hat 300 Völker.", "de"),
        ("Chez Paul, le rucher est modeste. Le rucher compte 40 ruches. Chez Marie, tout va vite. Le rucher compte 300 ruches.", "fr"),
        ("En la finca de Pablo todo es sencillo. El colmenar tiene 40 colmenas. En la finca de María hay más medios. El colmenar tiene 300 colmenas.", "es"),
        ("La formation dure deux ans. En alternance, la formation dure trois ans.", "fr"),
        ("La formation dure deux ans. Après le baccalauréat, la formation dure un an.", "fr"),
        ("A formação dura dois anos. À noite, a formação dura três anos.", "pt"),
        ("Em tempo integral, a formação dura dois anos. Em tempo parcial, a formação dura quatro anos.", "pt"),
        ("O curso custa 250 reais. Para sócios, o curso custa 180 reais.", "pt"),
        ("Full time, the training takes two years. Part time, the training takes four years.", "en-US"),
        ("Does the class have ten pupils? Does the class have twelve pupils?", "en-US"),
    ],
)  # fmt: skip
def test_numbers_that_may_both_be_true_are_left_alone(body, language):
    assert "Q006" not in codes(f"{body} [@bls]", language)


def test_a_contradiction_that_another_rule_finds_is_reported_once():
    body = "The course takes two years.\n\nThe course takes three years. [@bls]"
    assert codes(body).count("Q006") == 1
