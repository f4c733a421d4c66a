"""The date of a build. The only module that reads the clock.

`SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/) takes
precedence over the clock, so that a build can be repeated on another day.
"""

from __future__ import annotations

import datetime
import os
import re
import time

from guidepub.findings.errors import UsageError

# The last second of the year 9999.
_LAST = 253_402_300_799
_LONGEST = 40


def build_date() -> datetime.date:
    """Return the day of this build in UTC.

    Raises:
        UsageError: `SOURCE_DATE_EPOCH` is set and is not a count of seconds from 1970 to 9999.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return _utc(int(time.time())).date()
    if not re.fullmatch("[0-9]{1,12}", epoch) or int(epoch) > _LAST:
        shown = epoch if len(epoch) <= _LONGEST else f"{epoch[:_LONGEST]}…"
        raise UsageError(
            f"SOURCE_DATE_EPOCH is not a count of seconds from 1970 to 9999: “{shown}”."
        )
    return _utc(int(epoch)).date()


def midnight(day: datetime.date) -> datetime.datetime:
    """Return the first moment of a day in UTC, as the time stamp of things dated by day only."""
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def moment() -> str:
    """Return the current time in UTC to the second, in ISO 8601.

    It records when a build was run, and never goes into the files that a build makes.
    """
    return _utc(int(time.time())).isoformat().replace("+00:00", "Z")


def _utc(seconds: int) -> datetime.datetime:
    """Return the time by its seconds since 1970, which are negative if a clock is wrong."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)


def monotonic() -> float:
    """Return the seconds of a clock that never goes back, to measure how long something takes."""
    return time.perf_counter()
