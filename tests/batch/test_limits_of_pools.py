"""Limits that make no sense are refused where they are given, from Python as well."""

from __future__ import annotations

import pytest
from definitions import definition, guide, write

import guidepub
from guidepub import Catalog, UsageError
from guidepub.workers import WorkerPool


@pytest.mark.parametrize("seconds", [0, -1, float("inf"), float("nan"), 86_401])
def test_a_time_limit_is_a_part_of_a_day(tmp_path, seconds):
    with pytest.raises(UsageError, match="is not a time limit of up to 86,400 seconds"):
        WorkerPool(1, seconds)
    for memory in (None, 2 * 1024**3):
        with pytest.raises(UsageError, match="is not a time limit"):
            guidepub.load(tmp_path, timeout=seconds, memory=memory)
    made = guide("Bread.")
    with pytest.raises(UsageError, match="is not a time limit"):
        guidepub.build(Catalog.of(made), tmp_path, timeout=seconds)


def test_many_definitions_may_take_no_more_than_a_day(tmp_path):
    write(tmp_path, {"baker.md": definition()})
    assert [*guidepub.load(tmp_path, timeout=86_400, memory=2 * 1024**3)] == ["baker"]


@pytest.mark.parametrize(("count", "memory"), [(0, 1024), (-1, 1024), (1, 0), (1, -1)])
def test_a_pool_has_somebody_and_some_memory(count, memory):
    with pytest.raises(UsageError, match="at least one process, and memory"):
        WorkerPool(count, 1.0, memory)
