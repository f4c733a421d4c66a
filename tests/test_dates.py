import datetime

import pytest

from guidepub.files import dates
from guidepub.findings.errors import UsageError


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", (1970, 1, 1)),
        ("86399", (1970, 1, 1)),
        ("86400", (1970, 1, 2)),
        ("1795478400", (2026, 11, 24)),
        ("253402300799", (9999, 12, 31)),
        (" 86400 ", (1970, 1, 2)),
    ],
)
def test_the_build_s_day_can_be_set_in_seconds(monkeypatch, epoch, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert dates.build_date() == datetime.date(*day)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_build_s_day_is_that_of_utc(monkeypatch, zone):
    monkeypatch.setenv("TZ", zone)
    dates.time.tzset()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "43200")
    assert dates.build_date() == datetime.date(1970, 1, 1)
    monkeypatch.undo()
    dates.time.tzset()


@pytest.mark.parametrize(
    "epoch",
    ["today", "1.5", "9" * 30, "9" * 5000, "0x10", "253402300800", "-1", "-62135596800", "٣"],
)
def test_what_is_no_count_of_seconds_is_reported(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is not a count of seconds") as reported:
        dates.build_date()
    assert len(str(reported.value)) < 120


@pytest.mark.parametrize("epoch", [None, ""])
def test_without_it_the_clock_decides(monkeypatch, epoch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setattr(dates.time, "time", lambda: 86400.9)
    assert dates.build_date() == datetime.date(1970, 1, 2)


@pytest.mark.parametrize("seconds", [0.0, -86400.5, 315532799.0])
def test_a_clock_that_is_wrong_gives_some_day(monkeypatch, seconds):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(dates.time, "time", lambda: seconds)
    assert dates.build_date().year < 1980
    assert dates.moment() < "1980"


def test_midnight_is_the_first_moment_in_utc():
    moment = dates.midnight(datetime.date(2026, 11, 24))
    assert moment.isoformat() == "2026-11-24T00:00:00+00:00"


def test_the_clock_for_measuring_never_goes_back():
    first = dates.monotonic()
    assert dates.monotonic() >= first
