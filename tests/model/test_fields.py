import datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from guidepub import InputError, Source
from guidepub.model import Imprint, Isbns, Occupation, Person, format_isbn, is_in_a_range
from guidepub.model.validation.fields import IsoDate


def message(model, **fields):
    with pytest.raises(InputError) as caught:
        model(**fields)
    (error,) = caught.value.__cause__.errors()
    return error["msg"]


@pytest.mark.parametrize(
    ("written", "isbn"),
    [
        ("978-0-00-041128-0", "9780000411280"),
        ("9780000411280", "9780000411280"),
        ("978 0 00 041128 0", "9780000411280"),
        ("978\u20110\u201100\u2011041128\u20110", "9780000411280"),
        ("978–0–00–041128–0", "9780000411280"),
        ("0-306-40615-2", "9780306406157"),
        ("080442957X", "9780804429573"),
    ],
)
def test_an_isbn_is_kept_as_thirteen_digits(written, isbn):
    assert Isbns(epub=written).epub == isbn


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("978-0-00-041128-1", "its check digit is wrong"),
        ("0-306-40615-3", "its check digit is wrong"),
        ("978-0-00-04112", "it does not have 10 or 13 digits"),
        ("", "it is not written as one"),
        ("978-0-00-04112A-0", "it is not written as one"),
        ("123-0-00-041128-8", "it is not written as one"),
        ("979-0-2600-0043-8", "it is an ISMN, a number for sheet music"),
    ],
)
def test_what_is_no_isbn_says_why(written, reason):
    assert message(Isbns, print=written) == f"“{written}” is not an ISBN: {reason}"


def test_an_isbn_is_printed_with_its_hyphens():
    assert format_isbn("9780306406157") == "978-0-306-40615-7"


@pytest.mark.parametrize(
    ("isbn", "printed"),
    [
        ("9791090636071", "979-10-90636-07-1"),
        ("9798985000009", "979-8-9850000-0-9"),
        ("9798998000003", "9798998000003"),
        ("9786600000007", "9786600000007"),
        ("9799900000002", "9799900000002"),
    ],
)
def test_an_isbn_of_no_assigned_range_is_printed_without_hyphens(isbn, printed):
    assert format_isbn(isbn) == printed
    assert is_in_a_range(isbn) == ("-" in printed)


@pytest.mark.parametrize("role", ["author", "editor", "illustrator", "translator"])
def test_a_person_has_a_role(role):
    assert Person(name="Ada", role=role).role == role


def test_another_role_is_refused():
    assert "Input should be 'author'" in message(Person, name="Ada", role="cook")


@pytest.mark.parametrize("soc", ["51-301", "513011", "51-30111", "5a-3011", "51-3011.00"])
def test_an_occupation_s_code_has_its_form(soc):
    assert "pattern" in message(Occupation, soc=soc)


def test_an_imprint_s_holder_is_its_legal_name_or_its_name():
    assert Imprint(name="Crumb").holder == "Crumb"
    assert Imprint(name="Crumb", legal_name="Crumb & Crust, LLC").holder == "Crumb & Crust, LLC"


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "1d4e5f", "#1d4e5f;"])
def test_a_colour_is_six_digits(colour):
    assert "pattern" in message(Imprint, name="Crumb", colour=colour)


@pytest.mark.parametrize("email", ["nobody", "a@b@c", "a b@c", "<a@b>", 'a"@b'])
def test_an_address_has_its_form(email):
    assert "pattern" in message(Imprint, name="Crumb", email=email)


def test_a_moment_is_no_day():
    adapter = TypeAdapter(IsoDate)
    assert adapter.validate_python(datetime.date(2026, 11, 24)) == datetime.date(2026, 11, 24)
    with pytest.raises(ValidationError, match="is not a date"):
        adapter.validate_python(datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC))


def test_an_address_is_kept_as_all_programs_read_it():
    source = Source(title="Pay", publisher="Bureau", url="https://example.org/?f[year]=2024#a#b")
    assert source.url == "https://example.org/?f%5Byear%5D=2024#a%23b"


def test_the_signs_of_a_doi_are_escaped_in_its_address():
    doi = "10.1002/(SICI)1096(199601)99:1<1::AID-A#1>3.0.CO;2-1"
    source = Source(title="Pay", publisher="Bureau", doi=doi)
    assert source.doi == doi
    assert source.address.endswith("/10.1002/(SICI)1096(199601)99:1%3C1::AID-A%231%3E3.0.CO;2-1")
