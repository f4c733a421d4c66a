"""The date of a build. The only module that reads the clock.

`SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/) takes
precedence over the clock, so that a build can be repeated on another day.
"""

from __future__ import annotations

import datetime
import os
import time

from guidepub.errors import UsageError


def build_date() -> datetime.date:
    """Return the day of this build in UTC.

    Raises:
        UsageError: `SOURCE_DATE_EPOCH` is set and is not a count of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        seconds = int(epoch) if epoch else int(time.time())
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is no count of seconds: {epoch!r}") from error


def midnight(day: datetime.date) -> datetime.datetime:
    """Return the first moment of a day in UTC: the time stamp of what is dated by day."""
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def moment() -> str:
    """Return the present moment in UTC to the second: when a build was run, never what it makes."""
    now = datetime.datetime.fromtimestamp(int(time.time()), datetime.UTC)
    return now.isoformat().replace("+00:00", "Z")


def monotonic() -> float:
    """Return seconds of a clock that never goes back, for measuring how long things take."""
    return time.perf_counter()
