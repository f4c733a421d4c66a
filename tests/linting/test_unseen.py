"""The labelled texts by another hand are whole, and the docs say what lint makes of them."""

from __future__ import annotations

import pytest
from linting.unseen import (
    COUNTED,
    FAMILIES,
    INDEX,
    SETS,
    Fault,
    Item,
    LocatedFinding,
    comments,
    counts,
    first_run,
    items,
    labels,
    stale_sentences,
    table,
    wilson,
)


@pytest.mark.parametrize(("name", "count"), [("looked at", 4676), ("held out", 321), ("una", 420)])
def test_the_labels_are_whole(name, count):
    found = labels(name)
    assert len({label["id"] for label in found}) == len(found) == count
    for label in found:
        for fault in label.get("faults") or ([label] if label.get("fault") else []):
            assert all(part in label["text"] for part in fault["span"].split("\n")), label["id"]
    assert {label["fault"] for label in found if label.get("fault")} == set(FAMILIES)


def test_no_text_is_in_two_sets():
    texts = [label["text"] for name in SETS for label in labels(name)]
    assert len(set(texts)) == len(texts)


def test_the_sets_that_are_only_counted_have_counts_of_the_day_they_came():
    assert [set(first_run(name)) for name in COUNTED] == [set(FAMILIES)] * len(COUNTED)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(9, 10, 0.60, 0.98), (0, 5, 0.0, 0.43), (5, 5, 0.57, 1.0)]
)
def test_intervals(part, whole, low, high):
    assert [round(end, 2) for end in wilson(part, whole)] == [low, high]


def test_how_findings_are_counted():
    fault = Fault("promise", ("You will be rich.",))
    right = LocatedFinding("M003", "", "You will be rich.", "You will be rich. Eat bread.")
    wrong = LocatedFinding("M001", "", "Eat bread.", "You will be rich. Eat bread.")
    other = LocatedFinding("V001", "", "Eat bread.", "You will be rich. Eat bread.")
    counted = counts([Item("a", "", (fault,), (right, wrong, other)), Item("b", "", (fault,), ())])
    assert vars(counted["promise"]) == {"right": 1, "wrong": 1, "missed": 1}
    assert vars(counted["stale"]) == {"right": 0, "wrong": 0, "missed": 0}


def test_the_docs_hold_the_table_as_it_is_made():
    begin, end = comments(COUNTED["held out"])
    written = INDEX.read_text("utf-8").partition(begin)[2].partition(end)[0]
    assert written.strip() == table(counts(list(items("held out"))), first_run("held out")).strip()


def test_the_halves_of_the_sentences_on_time_are_whole():
    halves = [stale_sentences(name) for name in ("looked-at", "counted")]
    assert [len(half) for half in halves] == [976, 859]
    texts = [{row["text"] for row in half} for half in halves]
    assert not texts[0] & texts[1]
    assert {row["fault"] for half in halves for row in half} == {"stale", None}
