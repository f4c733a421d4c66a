"""What `benchmarks.steps` charges to which step of a build."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from benchmarks import steps
from benchmarks.stepped import Clock, watch


@pytest.fixture
def now(monkeypatch):
    """Let processor time be what the test says: `now.time`."""
    now = SimpleNamespace(time=0.0)
    monkeypatch.setattr("benchmarks.stepped.time.process_time", lambda: now.time)
    return now


@pytest.fixture
def kitchen(monkeypatch, now):
    """Return a module whose functions take time, one of them a part of the other's."""
    module = ModuleType("kitchen")

    def knead():
        now.time += 2
        return "dough"

    def loaves():
        for _ in range(3):
            now.time += 1
            yield module.knead()

    class Oven:
        @classmethod
        def heated(cls):
            now.time += 5
            return cls

    vars(module).update(knead=knead, loaves=loaves, Oven=Oven)
    monkeypatch.setitem(sys.modules, "kitchen", module)
    return module


def test_a_step_is_charged_for_what_the_steps_within_it_leave(kitchen, now):
    clock = Clock()
    watch(clock, "kneading", "kitchen:knead")
    watch(clock, "baking", "kitchen:loaves")
    watch(clock, "heating", "kitchen:Oven.heated")
    clock.enter("all else")
    now.time += 7
    assert list(kitchen.loaves()) == ["dough"] * 3
    assert kitchen.Oven.heated() is kitchen.Oven
    clock.leave()
    assert clock.spent == {"all else": 7, "baking": 3, "kneading": 6, "heating": 5}


@pytest.mark.parametrize("name", ["kitchen:fry", "kitchen:Oven.cooled", "cellar:store"])
def test_a_function_that_a_commit_has_not_is_passed_over(kitchen, name):
    watch(Clock(), "step", name)
    assert kitchen.knead() == "dough"


def test_a_row_gives_milliseconds_a_book_their_ratio_and_their_share():
    table = steps.table("abc", [{"layout": 4.0}], [{"layout": 1.0, "reading back": 1.0}], 2)
    rows = {row[0]: row[1:] for row in table.rows if row[2] != "0"}
    # The other commit read nothing back.
    assert rows == {
        "layout": ("2000", "500", "0.25", "50%"),
        "reading back": ("0", "500", "–", "50%"),
        "all": ("2000", "1000", "0.50", "100%"),
    }
