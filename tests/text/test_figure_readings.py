"""Figures of sentences in words of no rule, read by weights that are made of labelled passages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.text.measured.measures import statements
from guidepub.text.naming.occupations import names_of
from guidepub.text.readings.figure_readings import (
    FigureReading,
    is_certain,
    is_doubted,
    readings_of,
)
from guidepub.text.readings.weighed_statements import all_statements
from guidepub.text.weights import figure_weights
from tools.figure_models.digest import MADE_OF, WEIGHTS, made_of
from tools.figure_models.passages import Passage, figures_of

GLAZIERS = {"en": "Glazier", "es": "Vidriero", "fr": "Vitrier", "pt": "Vidraceiro"}


def lifted(language, sentence, before="", title=""):
    own = names_of(title or GLAZIERS[language], language=language)
    found = all_statements(sentence, own, language, before)
    return {each.key: each.value for each in found if is_certain(each)}


def test_the_weights_are_made_of_the_passages_as_they_stand():
    assert (WEIGHTS / MADE_OF).read_text("utf-8").strip() == made_of(), (
        "run python -m tools.figure_models"
    )


@pytest.mark.parametrize(
    ("language", "sentence", "fact"),
    [
        ("en", "In this trade the middle earner sees $53,010, tools and van not counted.",
         ("median_wage", 53010)),
        ("es", "En todo el país trabajan hoy como vidrieros unas 14.200 personas, calcula el INE.",
         ("employment", 14200)),
    ],
)  # fmt: skip
def test_figures_in_words_of_no_rule(language, sentence, fact):
    own = names_of(GLAZIERS[language], language=language)
    assert not [
        statement for statement in statements(sentence, own, language) if is_certain(statement)
    ]
    assert lifted(language, sentence) == dict([fact])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "My cousin in Reno made $53,010 as a glazier last year."),
        ("en", "The middle earner at Harmon Glass sees $61,000."),
        ("en", "Ten years ago the middle earner saw $41,000."),
        ("en", "A good scaffold costs $2,300."),
        ("en", "Uncle Sam's middle earner sees $50,000 to $60,000."),
        ("en", "They reckon the country will want 19,000 more glaziers and roofers by 2034."),
        ("es", "En Bilbao los vidrieros se llevan 25.000 euros."),
        ("fr", "À Lyon, les vitriers gagnent 27 000 euros."),
        ("pt", "Em Braga os vidraceiros levam 17.000 euros para casa."),
    ],
)
def test_figures_that_are_none_of_the_occupation(language, sentence):
    assert lifted(language, sentence) == {}


def test_a_sentence_goes_on_about_what_the_one_before_it_is_of():
    """Which a sentence that names the occupation does not, and one behind an old year may."""
    own, table = names_of("Glazier"), figure_weights()

    def is_stated(sentence, before):
        found = readings_of(sentence, own, "en", before, table)
        return [statement is not None for _, statement in found.values()] == [True]

    pay = "The middle earner sees $53,010, tools and van not counted."
    shop = "The shipyard has a wage scale of its own."
    assert is_stated(pay, "")
    assert not is_stated(pay, shop)
    assert is_stated(f"In this trade {pay[0].lower()}{pay[1:]}", shop)
    assert not is_stated(
        f"In this trade {pay[0].lower()}{pay[1:]}", "In 1998 it was another story."
    )


def test_weights_keep_a_rule_from_lifting_what_is_of_no_year():
    own = names_of("Zookeeper")
    (statement,) = statements("The median wage of zookeepers is $30,000.", own)
    (of_year,) = statements("The median wage of zookeepers was $30,000 in 2010.", own)
    sure_of_none = FigureReading("median_wage", -5.0, 0.0)
    assert is_doubted(statement, sure_of_none, -4.0, own)
    assert not is_doubted(statement, sure_of_none, -6.0, own)
    assert not is_doubted(of_year, sure_of_none, -4.0, own)


def test_weights_do_not_doubt_what_beginners_are_paid():
    sentence = (
        "The average starting salary of $34,857 represents a 2.5 percent increase"
        " over the $33,504 starting salary in 2020."
    )
    assert lifted("en", sentence, "## Salary", "Florist") == {"starting_wage": 34857}


@pytest.mark.parametrize(
    ("before", "key"),
    [
        ("", "median_wage"),
        ("In Canada, 3,000 glaziers work in shipyards.", "median_wage"),
        ("## In Demand", "median_wage"),
        ("In Ohio, 3,000 glaziers work in shipyards.", None),
        ("## Part-timers", None),
    ],
)
def test_the_words_before_narrow_a_sentence_that_goes_on(before, key):
    found = lifted("en", "Their median wage is $53,010.", before)
    assert list(found) == ([key] if key else [])
    assert lifted("en", "The median wage of glaziers is $53,010.", before)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The forecasters see the ranks of glaziers grow by 3 percent until 2034.", 3),
        ("The forecasters see the ranks of glaziers dwindle by 3 percent until 2034.", -3),
        ("The forecasters see the ranks of glaziers move by 3 percent until 2034.", None),
    ],
)
def test_a_change_has_the_sign_that_its_words_say(sentence, value):
    found = readings_of(sentence, names_of("Glazier"), "en", "", figure_weights())
    statement = next(iter(found.values()))[1]
    assert (statement and statement.value) == value


def test_a_limit_is_no_percentile_of_the_other_end():
    """“The lowest tenth earn more than” is a slip, or a figure that was not understood."""
    own = names_of("Glazier")
    for words, key in (("less than", "wage_p10"), ("more than", "")):
        sentence = f"One glazier in ten, at the bottom of the heap, is on {words} $31,000."
        found = readings_of(sentence, own, "en", "", figure_weights())
        reading, statement = next(
            pair for pair in found.values() if pair[0].key.startswith(("wage", "median"))
        )
        assert (statement.key if statement and reading.key == "wage_p10" else "") == key


def test_a_sentence_that_is_no_sentence():
    assert lifted("en", "") == {}
    assert lifted("en", "$5 percent of 1,000 " * 2000) == {}
    assert lifted("en", "1,000 glaziers and " * 3000) == {}


def test_a_passage_has_its_figures_with_their_labels():
    text = "## California\nMedian pay is $54,900.\n## Pay\nMedian pay: $51,000. Tuition is $51,000."
    passage = Passage("ida", "ida", "en", "Welder", text, [("median_wage", "$51,000")])
    found = [(each.figure.value, each.key, each.is_below_other) for each in figures_of(passage)]
    assert found == [
        (Decimal(54900), "", True),
        (Decimal(51000), "median_wage", False),
        (Decimal(51000), "", False),
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "is_of_things"),
    [
        ("en", "The survey reckons there are 11,500 window shops in the country.", True),
        ("en", "The survey reckons there are 11,500 skilled workers in the country.", False),
        ("pt", "O país registrou 742 mil acidentes em 2024.", True),
        ("en", "The survey reckons there are 11,500, all told.", False),
        ("en", "The survey counts 11,500 busy window shops of glaziers.", False),
    ],
)
def test_things_that_are_counted_are_no_people(language, sentence, is_of_things):
    own = names_of(GLAZIERS[language], language=language)
    found = readings_of(sentence, own, language, "", figure_weights())
    read = [statement for reading, statement in found.values() if reading.key == "employment"]
    assert [statement is None for statement in read] == [is_of_things]


def test_an_amount_without_its_currency_is_no_count():
    assert lifted("es", "La mediana nacional del vidriero es de 24.900, brutos.") == {}


@pytest.mark.parametrize(
    ("before", "is_stated"),
    [
        ("Some 54,000 glaziers work in the country.", True),
        ("Pay", True),
        ("Some 54,000 glaziers work at a hospital in town.", False),
        ("It was a fine day.", False),
    ],
)
def test_what_stands_before_names_whom_a_sentence_is_of(before, is_stated):
    sentence = "The middle earner sees $53,010, tools and van not counted."
    found = readings_of(sentence, names_of("Glazier"), "en", before, figure_weights())
    assert [statement is not None for _, statement in found.values()] == [is_stated]


def test_figures_of_several_occupations_together():
    sentence = "They expect 2 percent growth for all {} in 2024–34, with 6,900 openings a year."
    assert lifted("en", sentence.format("glaziers")) == {
        "projected_growth": 2, "annual_openings": 6900
    }  # fmt: skip
    assert "annual_openings" not in lifted("en", sentence.format("glaziers and roofers"))
    sentence = "The number of {} is expected to grow by 1 percent in the years 2024-34."
    assert lifted("en", sentence.format("glaziers")) == {"projected_growth": 1}
    assert lifted("en", sentence.format("glaziers, roofers and tilers")) == {}


@pytest.mark.parametrize(
    ("sentence", "before", "key"),
    [
        (
            "The median pay of glaziers is $3,100 a month; the mean is $3,400.",
            "",
            "mean_monthly_wage",
        ),
        ("The mean pay of glaziers is $3,400.", "The median pay of glaziers is $3,100.", ""),
        ("The median pay of glaziers is $56,000 a year; the mean is $3,400.", "", ""),
    ],
)
def test_pay_without_a_period_has_that_of_pay_beside_it(sentence, before, key):
    assert [found for found in lifted("en", sentence, before) if "mean" in found] == [key] * bool(
        key
    )


def test_a_change_without_a_sign_is_a_rise_and_one_of_this_year_no_projection():
    assert lifted("en", "The projected change for glaziers for 2024–2034 is 3%.") == {
        "projected_growth": 3
    }
    assert lifted("en", "In 2025 jobs for glaziers fell by 6 percent on the year.") == {}
