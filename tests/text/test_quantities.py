"""Figures in prose: what they count, and how much."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.text.figures.quantities import all_figures, figures


def read(text):
    return [(figure.kind, figure.value) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("$49,960", "money", 49960),
        ("$32.86", "money", "32.86"),
        ("$66k", "money", 66000),
        ("US$ 1.5 million", "money", 1500000),
        ("95,000 dollars", "money", 95000),
        ("25%", "percent", 25),
        ("2.5 percent", "percent", "2.5"),
        ("−17%", "percent", -17),
        ("\u201117%", "percent", -17),
        ("\u2010$4,200", "money", -4200),
        ("18\u201125 percent", "percent", 18),
        ("18–25 percent", "percent", 18),
        ("twelve percent", "percent", 12),
        ("thirty five percent", "percent", 35),
        ("sixty-one per cent", "percent", 61),
        ("7,900 openings", "count", 7900),
        ("3.4 million jobs", "count", 3400000),
    ],
)
def test_a_figure_and_its_value(text, kind, value):
    assert read(text) == [(kind, Decimal(value))]
    assert figures(text)[0].text == text[figures(text)[0].start : figures(text)[0].end]


@pytest.mark.parametrize(
    "text",
    [
        "in 2024",
        "12 weeks",
        "144 hours",
        "31-2011",
        "24/7",
        "4-H",
        "Route 66",
        "COVID-19",
        "COVID\u201119",
        "x2",
    ],
)
def test_a_number_that_is_no_figure(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value", "agrees"),
    [
        ("$68,000", 68340, True),
        ("$68,340", 68340, True),
        ("$68,300", 68340, True),
        ("$67,000", 68340, False),
        ("3.4 million", 3391000, True),
        ("19 percent", 18, False),
        ("20 percent", 19, True),
    ],
)
def test_a_figure_agrees_as_far_as_it_is_reported(text, value, agrees):
    assert figures(text)[0].agrees_with(Decimal(value)) is agrees


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "literal"),
    [
        ("grows 1-2 percent", "percent", 1, 2, "1-2 percent"),
        ("from 5 to 7 percent", "percent", 5, 7, "5 to 7 percent"),
        ("between 5 and 7%", "percent", 5, 7, "5 and 7%"),
        ("-5 to -3 percent", "percent", -5, -3, "-5 to -3 percent"),
        ("one or two percent", "percent", 1, 2, "one or two percent"),
        ("$30,000-$35,000", "money", 30000, 35000, "$30,000-$35,000"),
        ("$30–35k", "money", 30000, 35000, "$30–35k"),
        ("from $24k to $48k", "money", 24000, 48000, "$24k to $48k"),
        ("$1.2-1.5 million", "money", 1200000, 1500000, "$1.2-1.5 million"),
        ("ten to twelve thousand dollars", "money", 10000, 12000, "ten to twelve thousand dollars"),
        ("from $50,000 to $45,000", "money", 45000, 50000, "$50,000 to $45,000"),
        ("$45,000~$50,000", "money", 45000, 50000, "$45,000~$50,000"),
        ("pays $30k\u301c$35k", "money", 30000, 35000, "$30k\u301c$35k"),
        ("by 5 ~ 7%", "percent", 5, 7, "5 ~ 7%"),
        ("$30,000--$35,000", "money", 30000, 35000, "$30,000--$35,000"),
        ("457,300 to 480,000 jobs", "count", 457300, 480000, "457,300 to 480,000"),
    ],
)  # fmt: skip
def test_a_range_is_one_figure(text, kind, low, high, literal):
    (figure,) = figures(text)
    assert (figure.kind, figure.value, figure.high, figure.text) == (kind, low, high, literal)
    assert not figure.is_exact
    assert figure.agrees_with(Decimal(low))
    assert not figure.agrees_with(Decimal(high) * 2 + 10)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("(2022–2032): -18%", [-18]),
        ("in 2032 -18%", [-18]),
        ("fell –2 percent", [-2]),
        ("growth–18%", []),
        ("growth (8%)", [8]),
        ("(2022–2032)-18%", []),
        ("5 percent and 6 percent", [5, 6]),
        ("$45,000, 3 percent", [45000, 3]),
        ("2018 to 2028, 5 percent", [5]),
        ("$30,000 ~$35,000", [30000, 35000]),
        ("$40,000 -- 5 percent more", [40000, 5]),
        ("Change to 2034: - 4 percent", [-4]),
        ("Change (– 4%)", [-4]),
        ("- 5 percent.", [-5]),
        ("- 5 percent of millers", [5]),
        ("Pay: - $30,000", [30000]),
        ("Outlook - 5 percent", [5]),
    ],
)
def test_a_minus_is_no_dash_and_a_dash_no_minus(text, values):
    assert [figure.value for figure in figures(text)] == values


@pytest.mark.parametrize(
    "text",
    ["$51,0001", "30,1%", "007 percent", "twenty twenty percent", "401k", "$0,510", "2,34 percent"],
)
def test_what_is_no_number_as_a_whole_is_none_in_part(text):
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "literal"),
    [
        ("51,000¹ jobs", 51000, "51,000"),
        ("$33,160³ in 2023", 33160, "$33,160"),
        ("4³ percent", 4, "4³ percent"),
        ("$70,210* a year", 70210, "$70,210"),
    ],
)
def test_the_mark_of_a_note_is_no_part_of_a_figure(text, value, literal):
    assert [(figure.value, figure.text) for figure in figures(text)] == [(value, literal)]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("$15.50 per hour", "hour"),
        ("$15.50/hr", "hour"),
        ("12 dollars an hour", "hour"),
        ("$33,000 (per year)", "year"),
        ("$33,000 annually", "year"),
        ("$650 a week", "week"),
        ("The median hourly wage was $17.45", "hour"),
        ("an annual salary of $40,000", "year"),
        ("$40,000 and hourly workers", ""),
        ("$40,000", ""),
    ],
)
def test_for_how_long_an_amount_is_paid(text, per):
    assert figures(text)[0].per == per


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("over $50,000", "least"),
        ("equal to or greater than $239,200", "least"),
        ("$20 an hour or more", "least"),
        ("$100,000+", "least"),
        ("up to 12%", "most"),
        ("as much as $90,000", "most"),
        ("$90,000 or less", "most"),
        ("just over $90,000", "about"),
        ("approximately 5 percent", "about"),
        ("moreover $50,000", ""),
        ("$50,000", ""),
    ],
)
def test_a_limit_and_a_guess(text, bound):
    assert figures(text)[0].bound == bound


@pytest.mark.parametrize(
    ("text", "language", "figure"),
    [
        ("24.500 dólares al año", "es", ("money", 24500, "year")),
        ("más de 5 por ciento", "es-US", ("percent", 5, "")),
        ("1,5 millones", "es", ("count", 1500000, "")),
        ("24 500 € brut", "fr", ("money", 24500, "")),
        ("12,5 %", "de", ("percent", Decimal("12.5"), "")),
        ("24.500 €", "de", ("money", 24500, "")),
        ("€ 2.870,- brutto monatlich", "de", ("money", 2870, "month")),
        ("CHF 7'180.– brut par mois", "fr", ("money", 7180, "month")),
        ("− 1,5 %", "fr", ("percent", Decimal("-1.5"), "")),
        ("um 5,8 v. H.", "de", ("percent", Decimal("5.8"), "")),
    ],
)
def test_a_figure_is_read_in_its_language(text, language, figure):
    (found,) = figures(text, language)
    assert (found.kind, found.value, found.per) == figure


def test_an_amount_that_a_language_could_mean_either_way_is_not_read():
    assert figures("$24,500", "es") == ()


def test_a_table_in_a_sentence_is_read_only_so_far():
    assert len(figures("$1,000, " * 500)) == 24


@pytest.mark.parametrize("limit", ["más de", "menos de", "por encima de"])
def test_a_limit_in_spanish_is_no_part_of_a_range(limit):
    (figure,) = figures(f"Muchos ganan {limit} 30.000 euros al año.", "es")
    assert (figure.is_exact, figure.opens) == (False, len("Muchos ganan "))


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Bakers earn a $40,000 salary.", "USD"),
        ("A $40,000 salary is usual.", "USD"),
        ("You can $5", "USD"),
        ("Bakers earn A$40,000.", "AUD"),
        ("Bakers earn C$40,000.", "CAD"),
    ],
)
def test_an_article_before_a_sign_is_no_country(text, currency):
    (figure,) = figures(text)
    assert figure.currency == currency


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("CHF 85’000", "de", 85_000),
        ("CHF 85'000", "de", 85_000),
        ("85 000 francs", "fr", 85_000),
        ("veintiún mil dólares", "es", 21_000),
        ("treinta y un mil dólares", "es", 31_000),
    ],
)
def test_thousands_as_a_language_writes_them(text, language, value):
    (figure,) = figures(text, language)[:1]
    assert figure.value == value


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        ("Q3,340 al mes", "es-US", "GTQ"),
        ("₡612.400 al mes", "es", "CRC"),
        ("C$ 14.300 al mes", "es", "NIO"),
        ("118 000 F CFA par mois", "fr", "XOF"),
        ("6'180 fr. par mois", "fr", "CHF"),
        ("Fr. 5'012 im Monat", "de", "CHF"),
        ("24.300 escudos por mês", "pt", "CVE"),
    ],
)
def test_money_is_recognised_by_the_symbols_of_its_country(text, language, currency):
    (found,) = figures(text, language)
    assert (found.currency, found.per) == (currency, "month")


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [("en", "will grow, at most, 2 percent from 2024 to 2034", "most"),
     ("en", "grow 3 percent from 2024 to 2034, at most.", "most"),
     ("en", "at best $40,000", "most"), ("es", "crecerá, como mucho, un 3 % hasta 2034", "most"),
     ("es", "un 3 % de 2024 a 2034, como máximo.", "most"),
     ("fr", "augmentera, au mieux, de 3 %", "most"), ("de", "beträgt – mindestens – 30.000 Euro", "least"),
     ("de", "um 3 Prozent, höchstens.", "most"), ("pt", "crescerá, no máximo, 3%", "most"),
     ("en", "3 percent, at most companies", "")],
)  # fmt: skip
def test_a_limit_between_commas_or_last_in_its_clause(language, text, bound):
    assert figures(text, language)[0].bound == bound


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [("fr", "70'200 francs par an", "CHF"), ("fr", "150 000 francs par mois", ""),
     ("fr", "Fr. 5'850.– par mois", "CHF"), ("en", "CHF 70’200 a year", "CHF"),
     ("es", "70'200 francos al año", "CHF"), ("pt", "70'200 francos por ano", "CHF")],
)  # fmt: skip
def test_francs_that_apostrophes_group_are_swiss(language, text, currency):
    assert figures(text, language)[0].currency == currency


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("en", "12 500 jobs", 12500), ("en", "$48 500 a year", 48500), ("de", "3 100 Euro", 3100),
     ("de", "12\u202f500 Stellen", 12500)],
)  # fmt: skip
def test_spaces_group_in_every_language(language, text, value):
    assert [figure.value for figure in figures(text, language)] == [value]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("forty-nine thousand one hundred and twenty dollars", "en", [("money", 49120)]),
        ("one million two hundred thousand jobs", "en", [("count", 1200000)]),
        ("two hundred and fifty thousand jobs", "en", [("count", 250000)]),
        ("one hundred and two workers", "en", [("number", 102)]),
        ("quarante-neuf mille cent vingt euros", "fr", [("money", 49120)]),
        ("quatre-vingt-dix-sept postes", "fr", [("number", 97)]),
        ("quatre-vingt-dix-sept mille deux cents euros", "fr", [("money", 97200)]),
        ("soixante-douze heures", "fr", [("number", 72)]),
        ("mille deux cents euros", "fr", [("money", 1200)]),
        ("douze pour cent", "fr", [("percent", 12)]),
        ("neunundvierzigtausendeinhundert Euro", "de", [("money", 49100)]),
        ("zweihundertfünfzigtausend Stellen", "de", [("count", 250000)]),
        ("achtundzwanzig Prozent", "de", [("percent", 28)]),
        ("eine Million zweihunderttausend Stellen", "de", [("count", 1200000)]),
        ("hundertzwanzig Stellen", "de", [("number", 120)]),
        ("dreissigtausend Euro", "de", [("money", 30000)]),
        ("twelve hundred dollars", "en", [("money", 1200)]),
        ("dreißig Prozent", "de", [("percent", 30)]),
        ("Dreißigtausend Euro", "de", [("money", 30000)]),
        ("cuarenta y nueve mil ciento veinte euros", "es", [("money", 49120)]),
        ("un millón doscientos mil puestos", "es", [("count", 1200000)]),
        ("mil e duzentos euros", "pt", [("money", 1200)]),
        ("duas mil e quinhentas vagas", "pt", [("count", 2500)]),
    ],
)
def test_a_number_in_words_is_read_whole(text, language, found):
    assert [(figure.kind, figure.value) for figure in all_figures(text, language)] == found


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("between forty thousand and fifty thousand dollars", "en", (40000, 50000)),
        ("from forty thousand to fifty-five thousand dollars", "en", (40000, 55000)),
        ("entre cuarenta mil y cincuenta mil euros", "es", (40000, 50000)),
        ("entre quarante mille et cinquante mille euros", "fr", (40000, 50000)),
        ("entre mil quinientos y dos mil euros", "es", (1500, 2000)),
        ("entre quinientos y dos mil euros", "es", (500, 2000)),
    ],
)
def test_two_numbers_in_words_are_a_range(text, language, ends):
    (figure,) = figures(text, language)
    assert (figure.value, figure.high) == ends


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("twenty twenty percent", "en"),
        ("nine and ten thousand", "en"),
        ("30,1234567 pour cent", "fr"),
        ("tausend Dank", "de"),
        ("Hundertschaft", "de"),
        ("two and a half million jobs", "en"),
        ("deux millions et demi de postes", "fr"),
        ("dos millones y medio de puestos", "es"),
        ("por ciento", "es"),
        ("One thousand and one things fail.", "en"),
        ("Mil y una cosas fallan.", "es"),
        ("Mil e uma coisas falham.", "pt"),
        ("Tausendundeine Nacht", "de"),
    ],
)
def test_words_that_are_no_one_number_are_not_read(text, language):
    assert figures(text, language) == ()
