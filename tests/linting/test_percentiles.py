"""Which of several wages is named as the one out of order."""

import pytest
from linted import findings

from guidepub import Fact


@pytest.mark.parametrize(
    ("body", "language", "wrong"),
    [
        ("| Rank | Wage |\n|---|--:|\n| Lowest tenth | $58,200 |\n| Median | $55,400 |\n| Highest tenth | $98,700 |\n\n[@bls]", "en-US", "“$58,200” is not below “$55,400”"),
        ("| Rank | Wage |\n|---|--:|\n| Median | $59,510 |\n| Highest 10 percent | $71,990 |\n| Lowest 10 percent | $62,400 |\n\n[@bls]", "en-US", "“$62,400” is not below “$59,510”"),
        ("| Mesure | Salaire |\n|---|--:|\n| Dixième le plus bas | 31 400 € |\n| Médiane | 23 900 € |\n\n[@bls]", "fr", "“31 400 €” is not below “23 900 €”"),
        ("| State | 10th | Median | 90th |\n|---|---|---|---|\n| Ohio | $30,000 | $40,000 | $35,000 |\n\n[@bls]", "en-US", "“$35,000” is not above “$40,000”"),
        ("The lowest 10 percent earned $45,000, the median was $40,000 and the highest 10 percent earned $90,000 [@bls].", "en-US", "“$45,000” is not below “$40,000”"),
        ("- 10 % inferior: 1.600 € [@bls]\n- Mediana: 1.500 € [@bls]\n- 10 % superior: 2.500 € [@bls]", "es", "“1.600 €” is not below “1.500 €”"),
        ("| Share of climbers | paid less than |\n|---|--:|\n| 10 percent | $34,100 |\n| 25 percent | $43,800 |\n| 50 percent | $58,900 |\n| 75 percent | $52,200 |\n| 90 percent | $79,400 |\n\n[@bls]", "en-US", "“$52,200” is not above “$58,900”"),
        # Without a median, and with nothing else between them, the one stated later is doubted.
        ("The lowest 10 percent earn $45,000, and the highest 10 percent earn $40,000 [@bls].", "en-US", "“$40,000” is not above “$45,000”"),
        # One of four is out of place.
        ("- 10th percentile: $30,000 [@bls]\n- 25th percentile: $60,000 [@bls]\n- Median: $50,000 [@bls]\n- 90th percentile: $70,000 [@bls]", "en-US", "“$60,000” is not below “$50,000”"),
    ],
)  # fmt: skip
def test_the_wage_that_does_not_fit_the_others_is_named(body, language, wrong):
    named = [found.message for found in findings(body, language) if found.code == "Q003"]
    assert len(named) == 1
    assert named[0].startswith(wrong)


def test_of_facts_the_one_that_the_median_speaks_against_is_named():
    facts = {
        "wage_p10": Fact(value=52000, unit="USD/year", as_of=2024, source="bls"),
        "median_wage": Fact(value=36650, unit="USD/year", as_of=2024, source="bls"),
    }
    named = [
        found for found in findings("Bakers bake [@bls].", facts=facts) if found.code == "Q003"
    ]
    assert [found.message for found in named] == [
        "The fact “wage_p10”, 52,000, is not below “median_wage”, 36,650."
    ]


def test_a_share_is_a_rank_below_what_it_is_paid_less_than():
    table = "| Share | paid less than |\n|---|--:|\n| 10 percent | $34,100 |\n| 50 percent | $58,900 |\n| 75 percent | $52,200 |\n| 90 percent | $79,400 |\n\n[@bls]"
    named = [found.message for found in findings(table) if found.code == "Q003"]
    assert len(named) == 1
    assert named[0].startswith("“$52,200” is not above “$58,900”")
