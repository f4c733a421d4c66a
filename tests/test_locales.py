import datetime
from importlib import metadata
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub.figures import number
from guidepub.figures.locales import currencies_in_use, is_language, notation


@pytest.mark.parametrize("tag", ["en", "en-US", "es-419", "zh-Hant-TW", "sr-Latn", "fr-CA"])
def test_a_tag_of_a_known_locale_is_a_language(tag):
    assert is_language(tag)


@pytest.mark.parametrize(
    "tag",
    ["", "xx", "english", "en_US", "en-", "-en", "en-US ", "en-US\n", "en-US.UTF-8", "en-US@posix",
     "de-DE-1996", "../en", "en-US-u-nu-arab", "e", "e" * 10_000],
)  # fmt: skip
def test_anything_else_is_none(tag):
    assert not is_language(tag)


@given(st.text())
def test_any_text_can_be_asked_for(text):
    assert is_language(text) in (True, False)


def test_which_money_is_paid_with_is_no_question_of_the_day(monkeypatch):
    class Day(datetime.date):
        @classmethod
        def today(cls):
            raise AssertionError

    clock = SimpleNamespace(date=Day, datetime=datetime.datetime)
    monkeypatch.setattr("babel.numbers.datetime", clock)
    currencies_in_use.cache_clear()
    assert {"EUR", "USD", "KRW"} <= currencies_in_use()
    assert currencies_in_use().isdisjoint({"DEM", "HRK", "XAU"})


def test_the_cldr_of_the_tables_is_that_of_babel():
    assert metadata.version("babel").startswith("2.18.")


# CLDR 47, minimumGroupingDigits.
@pytest.mark.parametrize(
    ("languages", "digits"),
    [
        ("en en-US en-GB de de-AT de-CH fr fr-CA es-US es-MX es-419 es-AR pt pt-BR pt-AO nl ru", 1),
        ("es es-ES es-EA es-GQ es-IC es-PH pt-PT pt-CH pt-MZ it it-CH pl hu bg be et hu ka lv sl", 2),
        ("sq sq-XK ru-UA", 2),
        ("ee ee-TG", 3),
    ],
)  # fmt: skip
def test_small_numbers_are_grouped_only_where_the_cldr_says_so(languages, digits):
    assert {tag: notation(tag).least_grouping for tag in languages.split()} == dict.fromkeys(
        languages.split(), digits
    )


@pytest.mark.parametrize("language", ["ar-EG", "fa-IR", "mr-IN"])
def test_digits_and_the_signs_between_them_are_of_one_system(language):
    assert number(1234567, language).replace(",", "").isascii()
