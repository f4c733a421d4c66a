"""Limits that make no sense are refused where they are given, from Python as well."""

from __future__ import annotations

import pytest
from definitions import guide

import guidepub
from guidepub import Catalog, UsageError
from guidepub.workers import WorkerPool


@pytest.mark.parametrize("seconds", [0, -1, float("inf"), float("nan"), 86_401])
def test_a_time_limit_is_a_part_of_a_day(tmp_path, seconds):
    with pytest.raises(UsageError, match="is no time limit of up to 86,400 seconds"):
        WorkerPool(1, seconds)
    made = guide("Bread.")
    with pytest.raises(UsageError, match="is no time limit"):
        guidepub.build(Catalog.of(made), tmp_path, timeout=seconds)


@pytest.mark.parametrize(("count", "memory"), [(0, 1024), (-1, 1024), (1, 0), (1, -1)])
def test_a_pool_has_somebody_and_some_memory(count, memory):
    with pytest.raises(UsageError, match="at least one process, and memory"):
        WorkerPool(count, 1.0, memory)
