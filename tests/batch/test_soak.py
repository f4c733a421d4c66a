"""The long tests of `benchmarks/soak.py`, short: real processes, really killed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def soak() -> ModuleType:
    spec = importlib.util.spec_from_file_location("soak", ROOT / "benchmarks" / "soak.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_batch_that_is_killed_twice_ends_as_if_it_had_not_been(soak):
    found = soak.soak_kills(4, 2, small=True, options=["-j", "2", "-e", "screen"])
    assert found["files"] == 4
    # One that came after the last book would show nothing.
    assert min(found["files after each kill"]) < 4
