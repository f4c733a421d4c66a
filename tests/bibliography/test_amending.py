"""What is printed of works where citeproc-py does other than CSL asks."""

from __future__ import annotations

import pytest
from small_styles import HEAD

from guidepub.bibliography import StyleProcessor, plain_text, xhtml_of


def style(layout, sort=""):
    return (
        f'{HEAD.format(form="author-date")}<citation><layout><text variable="title"/></layout>'
        f"</citation><bibliography>{sort}<layout>{layout}</layout></bibliography></style>"
    )


def entry(layout, language="en-US", **work):
    made = StyleProcessor(style(layout), {"a": {"type": "book", **work}}, language, lambda _: 1)
    return made.entry("a")


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("What Pays?", "What Pays? Wiley."),
        ("Go West!", "Go West! Wiley."),
        ("And Then?...", "And Then?... Wiley."),
        ("Jobs in the U.S.", "Jobs in the U.S. Wiley."),
        ("Who Pays?.org", "Who Pays?.org. Wiley."),
        ("Why Weld…", "Why Weld… Wiley."),
        ("Pay", "Pay. Wiley."),
    ],
)
def test_no_stop_stands_behind_a_question_mark(title, printed):
    layout = (
        '<group delimiter=". " suffix="."><text variable="title" font-style="italic"/>'
        '<text variable="publisher"/></group>'
    )
    assert plain_text(entry(layout, title=title, publisher="Wiley")) == printed


@pytest.mark.parametrize(
    ("title", "language", "printed"),
    [
        ("Pay", "en-US", "“Pay,” “Pay.”"),
        ("Pay", "en-GB", "‘Pay’, ‘Pay’."),
        ("Lohn", "de-DE", "„Lohn“, „Lohn“."),
        ("Paye", "fr-FR", "«\xa0Paye\xa0», «\xa0Paye\xa0»."),
        ("What Pays?", "en-US", "“What Pays?,” “What Pays?”"),
        ("What Pays?", "en-GB", "‘What Pays?’, ‘What Pays?’"),
        ("Jobs in the U.S.", "en-US", "“Jobs in the U.S.,” “Jobs in the U.S.”"),
        ("Jobs in the U.S.", "en-GB", "‘Jobs in the U.S.’, ‘Jobs in the U.S.’."),
        ("A ‘Good’", "en-US", "“A ‘Good,’” “A ‘Good.’”"),
        ("What Is ‘Good?’", "en-US", "“What Is ‘Good?,’” “What Is ‘Good?’”"),
        ("Pay of Workers’", "en-US", "“Pay of Workers’,” “Pay of Workers’.”"),
        ("The ”, Sign", "en-US", "“The ”, Sign,” “The ”, Sign.”"),
    ],
)
def test_stops_stand_where_the_language_has_them_at_closing_quotes(title, language, printed):
    layout = (
        '<text variable="title" quotes="true"/>'
        '<text variable="title" quotes="true" prefix=", " suffix="."/>'
    )
    assert plain_text(entry(layout, language, title=title)) == printed


def test_what_is_set_otherwise_in_quotes_stays_so():
    layout = '<text variable="title" quotes="true" font-style="italic" suffix="."/>'
    assert xhtml_of(entry(layout, title="Pay")) == "“<i>Pay</i>.”"


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Working in Germany: NASA Jobs", "Working in Germany: NASA Jobs"),
        ("working in Germany", "Working in Germany"),
    ],
)
def test_names_keep_their_capitals_in_sentence_case(title, printed):
    assert entry('<text variable="title" text-case="sentence"/>', title=title) == printed


def order(sort, language, works):
    known = {key: {"type": "book", **work} for key, work in works.items()}
    made = StyleProcessor(style('<text variable="title"/>', sort), known, language, lambda _: 1)
    return "".join(made.in_order(works))


def named(names):
    return {key: {"author": [{"family": name, "given": "A."}]} for key, name in names.items()}


@pytest.mark.parametrize(
    ("language", "expected"), [("en-US", "abcde"), ("es-MX", "abced"), ("de-DE", "abcde")]
)
def test_a_list_is_sorted_as_its_language_sorts(language, expected):
    names = {"e": "Nuza", "d": "Ñura", "c": "Bauer", "b": "Ayala", "a": "Álvarez"}
    sort = '<sort><key variable="author"/></sort>'
    assert order(sort, language, named(names)) == expected


def test_keys_run_each_their_way_and_what_lacks_one_comes_last():
    works = {
        "d": {"title": "Zinc"},
        "c": {"title": "Elan", "issued": {"date-parts": [[2020]]}},
        "b": {"title": "Élan", "issued": {"date-parts": [[2021, 3]]}},
        "a": {"title": "Zoo", "issued": {"date-parts": [[2021, 11]]}},
    }
    falling = '<sort><key variable="issued" sort="descending"/><key variable="title"/></sort>'
    assert order(falling, "fr-FR", works) == "abcd"
    by_title = '<sort><key variable="title" sort="descending"/></sort>'
    assert order(by_title, "fr-FR", works) == "adbc"


def test_endless_numbers_are_sorted():
    works = {"b": {"title": "9" * 9_000}, "a": {"title": "12"}, "c": {"title": "A"}}
    assert order('<sort><key variable="title"/></sort>', "en-US", works) == "abc"


@pytest.mark.parametrize(
    ("title", "language", "printed"),
    [
        ('Why "Soft" Skills Pay', "en-US", "“Why ‘Soft’ Skills Pay”"),
        ("What “Pay” Is", "en-US", "“What ‘Pay’ Is”"),
        ("What ‘Pay’ Is", "en-US", "“What ‘Pay’ Is”"),
        ("What ‘Pay’ Is", "en-GB", "‘What “Pay” Is’"),
        ('Was "Lohn" ist', "de-DE", "„Was ‚Lohn‘ ist“"),
        ("Was „Lohn“ ist", "de-DE", "„Was ‚Lohn‘ ist“"),
        ("La « paye » juste", "fr-FR", "«\xa0La “paye” juste\xa0»"),
        ("El «buen» trabajo", "es-ES", "«El “buen” trabajo»"),
        ("O ‘bom’ trabalho", "pt-BR", "“O ‘bom’ trabalho”"),
        ('Pipes of 6" and 8"', "en-US", '“Pipes of 6" and 8"”'),
        ("The Workers’ Pay", "en-GB", "‘The Workers’ Pay’"),
        ("The ‘Workers’ Pay’", "en-GB", "‘The ‘Workers’ Pay’’"),
        ('Of "Pay', "en-US", '“Of "Pay”'),
    ],
)
def test_quotes_within_quotes_are_those_that_a_language_has_there(title, language, printed):
    written = plain_text(entry('<text variable="title" quotes="true"/>', language, title=title))
    assert written == printed


def test_quotes_of_a_title_that_stands_in_none_stay():
    assert plain_text(entry('<text variable="title"/>', title="Of “Pay”")) == "Of “Pay”"


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("pt-BR", "De 1º de maio de 2024, 1ª ed."),
        ("pt-PT", "De 1 de maio de 2024, 1.º ed."),
        ("es-ES", "De 1 de mayo de 2024, 1.ª ed."),
    ],
)
def test_the_first_of_a_month_has_the_gender_of_a_day(language, printed):
    layout = (
        '<text value="De "/><date variable="issued" form="text"/>'
        '<number variable="edition" form="ordinal" prefix=", " suffix=" ed."/>'
    )
    issued = {"date-parts": [[2024, 5, 1]]}
    assert plain_text(entry(layout, language, issued=issued, edition=1)) == printed
