from decimal import Decimal

import pytest

from guidepub import InputError
from guidepub.model import EDUCATION_LEVELS, Fact, Source


def faults(model, **fields):
    with pytest.raises(InputError) as caught:
        model(**fields)
    return {
        ".".join(map(str, error["loc"])): error["type"] for error in caught.value.__cause__.errors()
    }


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (68340, "68340"),
        (39.27, "39.27"),
        (0.1, "0.1"),
        (-6, "-6"),
        (0, "0"),
        (Decimal("12.50"), "12.50"),
        (10**15, "1000000000000000"),
        (Decimal("1e-30"), "1e-30"),
    ],
)
def test_a_number_keeps_the_digits_that_were_written(given, value):
    assert Fact(value=given).value == Decimal(value)
    assert isinstance(Fact(value=given).value, Decimal)


@pytest.mark.parametrize("text", ["68340", "rye", "NaN", "", "１２"])
def test_a_text_stays_a_text(text):
    assert Fact(value=text).value == text


@pytest.mark.parametrize("value", [True, None, [1], {"a": 1}, 1j, b"1"])
def test_nothing_else_is_a_value(value):
    assert faults(Fact, value=value) == {"value": "value"}


@pytest.mark.parametrize(
    "value",
    [float("inf"), float("-inf"), float("nan"), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"),
     10**15 + 1, -(10**16), 1e300, pytest.param(10**5000, id="5000 digits"), Decimal("1e999999"), Decimal("1e9999999999"), Decimal("1e-999999"), Decimal("1e-31"), 5e-324,
     Decimal("0." + "1" * 31)],
)  # fmt: skip
def test_a_number_is_one_that_a_book_could_print(value):
    assert faults(Fact, value=value) == {"value": "size"}


@pytest.mark.parametrize("unit", ["USD/year", "percent", "jobs"])
def test_a_unit_goes_with_a_number(unit):
    assert Fact(value=1, unit=unit).unit == unit
    assert faults(Fact, value="much", unit=unit) == {"": "number"}


@pytest.mark.parametrize("text", ["68340", "24.50", "-6", "0", "0.40", "1000000000000000"])
def test_a_quoted_number_of_a_unit_is_one_with_all_its_digits(text):
    fact = Fact(value=text, unit="percent")
    assert str(fact.value) == text
    assert Fact.model_validate_json(fact.model_dump_json()) == fact
    assert str(Fact.model_validate_json(fact.model_dump_json()).value) == text


@pytest.mark.parametrize(
    "text", ["$43,460", "43,460", "1_000", "010", "12:30", "1e3", "+5", ".5", "5.", " 5 %", "１２"]
)
def test_another_text_of_a_unit_is_refused(text):
    assert faults(Fact, value=text, unit="percent") == {"": "number"}


def test_zeros_behind_the_point_make_another_fact():
    one, other = (Fact(value=Decimal(text), unit="USD/hour") for text in ("24.5", "24.50"))
    assert one.content_hash != other.content_hash
    assert one.model_dump_json() != other.model_dump_json()


@pytest.mark.parametrize(("given", "text"), [(4.0, "4"), (24.5, "24.5"), (68340.0, "68340")])
def test_a_float_has_no_decimals_that_say_nothing(given, text):
    assert str(Fact(value=given).value) == text


@pytest.mark.parametrize("unit", ["usd/year", "percents", "month", "USD/yaer"])
def test_a_slip_of_a_unit_is_refused(unit):
    assert faults(Fact, value=1, unit=unit) == {"unit": "unit"}


@pytest.mark.parametrize("unit", ["USD/year", "jobs"])
def test_what_has_a_unit_is_a_number(unit):
    assert faults(Fact, value="rye", unit=unit) == {"": "number"}


def test_an_unknown_unit_is_refused():
    assert faults(Fact, value=1, unit="USB/year") == {"unit": "unit"}


@pytest.mark.parametrize("period", [[2024, 2034], (2024, 2025)])
def test_a_period_has_a_first_and_a_last_year(period):
    assert Fact(value=1, period=period).period == tuple(period)


@pytest.mark.parametrize(
    ("period", "kinds"),
    [
        ([2034, 2024], {"period": "period"}),
        ([2024, 2024], {"period": "period"}),
        ([2024], {"period.1": "missing"}),
        ([2024, 2029, 2034], {"period": "too_long"}),
        ([24, 34], {"period.0": "greater_than_equal", "period.1": "greater_than_equal"}),
        (["2024", 2034.0], {"period.0": "int_type", "period.1": "int_type"}),
    ],
)
def test_another_period_is_refused(period, kinds):
    assert faults(Fact, value=1, period=period) == kinds


@pytest.mark.parametrize("year", [999, 10_000, "2024", 2024.0, True])
def test_a_year_has_four_digits(year):
    assert list(faults(Fact, value=1, as_of=year)) == ["as_of"]


def test_levels_of_education_go_from_the_lowest_up():
    assert EDUCATION_LEVELS[0] == "none"
    assert EDUCATION_LEVELS.index("associate") < EDUCATION_LEVELS.index("bachelor")


def test_a_source_needs_a_title_and_whose_it_is():
    assert faults(Source) == {"title": "missing"}
    assert faults(Source, title="A") == {"": "nobodys"}
    for known in ({"publisher": "B"}, {"within": "C"}, {"authors": ["D"]}):
        assert Source(title="A", **known).issuer in "BCD"


def test_the_makers_of_a_source_are_bodies_or_persons():
    source = Source(title="A", authors=["Bureau", {"family": "Autor", "given": "David"}])
    assert source.by == ("Bureau", "David Autor")
    assert faults(Source, title="A", authors=[{"given": "David"}]) == {"authors.0": "contributor"}
    both = {"name": "Bureau", "family": "Autor"}
    assert faults(Source, title="A", authors=[both]) == {"authors.0": "contributor"}


def test_a_day_of_issue_gives_the_year():
    assert Source(title="A", publisher="B", date="2024-05").year == 2024
    assert faults(Source, title="A", publisher="B", date="2024-05", year=2023) == {"": "two_years"}
    assert faults(Source, title="A", publisher="B", date="2024") == {
        "date": "string_pattern_mismatch"
    }


def test_a_doi_gives_an_address():
    assert Source(title="A", within="B", doi="10.1257/aer.103").address == (
        "https://doi.org/10.1257/aer.103"
    )
    assert faults(Source, title="A", within="B", doi="doi:10.1/x") == {
        "doi": "string_pattern_mismatch"
    }


@pytest.mark.parametrize(
    "url", ["https://www.bls.gov/", "http://a.example/x?y=1&z=ü#b", "https://[::1]/"]
)
def test_an_address_of_the_web_is_kept(url):
    assert Source(title="A", publisher="B", url=url).url == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "ftp://a", "//a.example", "www.bls.gov",
     "https://", "https:///etc/passwd", "file:///etc/passwd", "data:text/html,x", " "],
)  # fmt: skip
def test_nothing_else_is_an_address(url):
    assert faults(Source, title="A", publisher="B", url=url) == {"url": "url"}


@pytest.mark.parametrize("url", ["https://a b", 'https://a"onclick="', "https://a<b"])
def test_an_address_with_signs_that_none_may_have_is_refused(url):
    assert faults(Source, title="A", publisher="B", url=url) == {"url": "url_signs"}


@pytest.mark.parametrize("day", ["2026-11-02", "2028-02-29"])
def test_a_day_is_written_year_month_day(day):
    assert Source(title="A", publisher="B", retrieved=day).retrieved.isoformat() == day


@pytest.mark.parametrize(
    "day", ["2026-02-29", "2026-11-2", "20261102", "2026-W48-2", "11/02/2026", "soon", "", 20261102,
            "2026-11-02T00:00:00", "٢٠٢٦-١١-٠٢"]
)  # fmt: skip
def test_another_day_is_refused(day):
    assert faults(Source, title="A", publisher="B", retrieved=day) == {"retrieved": "iso_date"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"unit": "USD/year"}, "The key “value” is missing. Add it, or say which table has it"),
        ({"value": 1, "table": "wages", "column": "A"}, "and a table, “wages”, to take it from"),
        ({"table": "wages"}, "A fact from a table needs both"),
        ({"from": "wages", "column": "A", "amount": 1}, "“amount” is unknown"),
    ],
)
def test_a_fact_has_a_value_or_a_cell(fields, expected):
    with pytest.raises(InputError, match=expected):
        Fact(**fields)
