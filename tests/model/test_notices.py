import datetime
from typing import Any

import pytest

from guidepub import InputError
from guidepub.model import PLACEHOLDERS, Notice, When
from guidepub.model.notices.notice import placeholders


def notice(**fields):
    given: dict[str, Any] = {
        "id": "disclaimer",
        "version": 1,
        "language": "en",
        "text": "Nothing is promised.",
    }
    return Notice(**(given | fields))


def fault(**fields):
    with pytest.raises(InputError) as caught:
        notice(**fields)
    return caught.value.__cause__.errors()[0]


def test_a_notice_is_approved_and_always_owed_unless_it_says_otherwise():
    made = notice()
    assert (made.status, made.when, made.placement) == ("approved", "always", "back")


def test_every_placeholder_is_filled():
    text = " ".join(f"{{{name}}}" for name in sorted(PLACEHOLDERS))
    values = {name: name.upper() for name in PLACEHOLDERS}
    assert notice(text=text).wording(values) == "EDITION HOLDER IMPRINT PLACE TITLE YEARS"


def test_a_value_is_put_in_as_it_is():
    assert notice(text="{title}").wording({"title": "{holder} {{x}}"}) == "{holder} {{x}}"


def test_doubled_braces_are_braces():
    assert notice(text="{{title}} {{}}").wording({}) == "{title} {}"


def test_a_missing_value_raises():
    with pytest.raises(KeyError, match="holder"):
        notice(text="{holder}").wording({"title": "x"})


@pytest.mark.parametrize("name", ["hodler", "Holder", "publisher", "self", "__class__", "ℎolder"])
def test_an_unknown_placeholder_is_refused(name):
    error = fault(text=f"By {{{name}}}.")
    assert error["type"] == "placeholder"
    assert error["msg"] == f"The placeholder {{{name}}} is unknown"


@pytest.mark.parametrize(
    "inside",
    ["0", "", "holder.__class__", "holder[0]", "holder!r", "holder!s", "holder:>9999999999",
     "holder:{years}", " holder ", "holder.upper()", "\n", "0.__init__.__globals__"],
)  # fmt: skip
def test_a_placeholder_is_a_name_and_nothing_more(inside):
    error = fault(text=f"By {{{inside}}}.")
    assert error["type"] == "wording"
    assert error["msg"] == f"The wording is wrong: {{{inside}}} is not a placeholder"


@pytest.mark.parametrize("text", ["{", "}", "{holder", "holder}", "{{}", "{holder!}"])
def test_a_brace_needs_its_partner(text):
    assert fault(text=text)["msg"] == "The wording is wrong: a brace has no partner"


@pytest.mark.parametrize(
    ("text", "names"),
    [("", set()), ("{a} {b} {a}", {"a", "b"}), ("{{a}}", set()), ("{{{a}}}", {"a"})],
)
def test_placeholders_are_the_names_in_single_braces(text, names):
    assert placeholders(text) == names


@pytest.mark.parametrize("when", ["no", "", "Always"])
def test_a_condition_is_always_never_or_a_table(when):
    assert fault(when=when)["type"] == "when"


@pytest.mark.parametrize(
    ("when", "kind"), [({"tag": ["x"]}, "extra_forbidden"), ({"tags": "x"}, "tuple_type")]
)
def test_a_wrong_condition_is_reported_for_itself(when, kind):
    assert fault(when=when)["type"] == kind


def test_conditions_can_be_given_as_plain_data():
    assert notice(when={"tags": ["trades"]}).when == When(tags=("trades",))


@pytest.mark.parametrize("notice_id", ["A", "a b", "a_b", "", "a--b"])
def test_an_id_is_small_letters_and_hyphens(notice_id):
    assert fault(id=notice_id)["type"] == "string_pattern_mismatch"


@pytest.mark.parametrize("version", [0, 1.0, "1", 10_000])
def test_a_version_counts_from_1(version):
    assert fault(version=version)["loc"] == ("version",)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"status": "draft", "retired": "2026-01-01"}, "is a draft, but has a date"),
        ({"status": "draft", "approved": "2026-01-01"}, "is a draft, but has a date"),
        (
            {"status": "retired", "approved": "2026-01-01", "retired": "2025-01-01"},
            "retired before it was approved",
        ),
    ],
)
def test_dates_agree_with_the_status(fields, reason):
    error = fault(**fields)
    assert error["type"] == "dates"
    assert reason in error["msg"]


@pytest.mark.parametrize("status", ["draft", "approved", "retired"])
def test_dates_may_be_left_out(status):
    assert notice(status=status).status == status


@pytest.mark.parametrize(
    ("field", "value"), [("min_size", 0.5), ("min_contrast", 0), ("min_contrast", 22)]
)
def test_what_a_reader_must_see_has_bounds(field, value):
    assert fault(**{field: value})["loc"] == (field,)


def test_the_covers_sheet_bears_no_notice():
    assert fault(when={"editions": ["print-cover"]})["type"] == "literal_error"


@pytest.mark.parametrize(
    ("fields", "statuses"),
    [
        ({}, ["approved", "approved"]),
        ({"retired": "2027-01-01"}, ["approved", "retired"]),
        ({"status": "retired"}, ["retired", "retired"]),
        ({"status": "draft"}, ["draft", "draft"]),
    ],
)
def test_an_approved_notice_ends_on_its_day(fields, statuses, monkeypatch):
    reported = []
    for day in (datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)):
        moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
        reported.append(notice(**fields).status_today)
    assert reported == statuses


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [True, True, True]),
        ({"approved": "2027-01-01"}, [False, True, True]),
        ({"approved": "2026-01-01", "retired": "2027-01-02"}, [True, True, False]),
        ({"status": "draft"}, [False, False, False]),
        ({"status": "retired"}, [False, False, False]),
    ],
)
def test_a_notice_is_in_force_from_one_day_to_another(fields, expected):
    days = [datetime.date(2026, 12, 31), datetime.date(2027, 1, 1), datetime.date(2027, 1, 2)]
    assert [notice(**fields).is_in_force_on(day) for day in days] == expected


@pytest.mark.parametrize(
    ("fields", "standing"),
    [
        ({}, "is in force"),
        ({"status": "draft"}, "is a draft"),
        ({"status": "retired"}, "is retired"),
        ({"retired": "2026-05-01"}, "was retired on 2026-05-01"),
        ({"approved": "2999-05-01"}, "is not approved until 2999-05-01"),
    ],
)
def test_how_a_notice_stands_is_put_in_words(fields, standing):
    assert notice(**fields).standing == standing


@pytest.mark.parametrize("status", ["draft", "approved", "retired"])
def test_without_a_last_day_the_day_is_not_asked_for(status, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "no date")
    assert notice(status=status).status_today == status
    assert notice(status=status).is_in_force == (status == "approved")
