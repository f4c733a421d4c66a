"""What counts as a change between two editions, and how it is told."""

from __future__ import annotations

import datetime

import pytest

from guidepub.assembly.released.comparing import Change, changes
from guidepub.model.formats.release import Release, ReleasedFact, ReleasedLeaf, ReleasedNotice

DAY = datetime.date(2026, 11, 24)
WAGE = ReleasedFact(label="Median pay", printed="$49,960", when="2023", source="OEWS")


def edition(number, *leaves, facts=None, notices=()):
    return Release(
        guide="baker", title="Baker", edition=number, language="en", imprint="press",
        published=DAY, leaves=leaves, facts=facts or {}, notices=notices,
    )  # fmt: skip


def pay(*passages, page="3"):
    return ReleasedLeaf(id="pay", title="Pay", page=page, passages=passages)


def notice(version, digest="a"):
    return ReleasedNotice(
        id="limits", version=version, language="en", title="Limits", sha256=digest
    )


def test_equal_editions_have_no_changes():
    one = edition(1, pay("Bakers earn."), facts={"wage": WAGE}, notices=[notice(1)])
    assert changes(one, one.model_copy(update={"edition": 2})) == []


def test_a_fact_is_reported_once_with_old_and_new():
    now = WAGE.model_copy(update={"printed": "$51,940", "when": "2024"})
    old = edition(1, pay("Half earn over $49,960 [1]."), facts={"wage": WAGE})
    new = edition(2, pay("Half earn over $51,940 [2]."), facts={"wage": now})
    assert changes(old, new) == [
        Change("fact", "Median pay", "", "$49,960 (2023, OEWS)", "$51,940 (2024, OEWS)")
    ]


def test_the_year_beside_a_figure_goes_with_the_figure():
    now = WAGE.model_copy(update={"printed": "$51,940", "when": "2024"})
    old = edition(1, pay("Median pay", "$49,960", "2023 [1]", "2023"), facts={"wage": WAGE})
    new = edition(2, pay("Median pay", "$51,940", "2024 [1]", "2025"), facts={"wage": now})
    fact, year = changes(old, new)
    assert fact.kind == "fact"
    # A year that is another than the fact's is told.
    assert (year.old, year.new) == ("2023", "2025")
    # So is one that stands behind no figure of a fact.
    moved = edition(2, pay("Median pay", "$51,940", "2024 [1]", "2024"), facts={"wage": now})
    assert [(each.old, each.new) for each in changes(old, moved)[1:]] == [("2023", "2024")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # The figure of a fact inside another figure is not that fact's.
        ("In $49,9601 of them.", "In $51,9401 of them."),
        ("Half earn over $49,960, many less.", "Half earn over $51,940, most less."),
        # A figure that should have followed its fact and has not is told by nothing: it stands.
        ("Half earn over $49,960.", "Half earn over $49,960 a year."),
    ],
)
def test_a_passage_that_differs_otherwise_is_reported_too(old, new):
    now = WAGE.model_copy(update={"printed": "$51,940"})
    found = changes(
        edition(1, pay(old), facts={"wage": WAGE}), edition(2, pay(new), facts={"wage": now})
    )
    assert [change for change in found if change.kind == "text"] == [
        Change("text", "Pay", "3", old, new, "pay")
    ]


def test_figures_that_change_places_are_both_reported():
    low = WAGE.model_copy(update={"label": "Low", "printed": "10%"})
    high = WAGE.model_copy(update={"label": "High", "printed": "20%"})
    old = edition(1, pay("From 10% to 20%."), facts={"low": low, "high": high})
    turned = {
        "low": low.model_copy(update={"printed": "20%"}),
        "high": high.model_copy(update={"printed": "10%"}),
    }
    new = edition(2, pay("From 20% to 10%."), facts=turned)
    assert [change.where for change in changes(old, new)] == ["Low", "High"]


def test_texts_that_come_go_and_stay():
    old = edition(1, pay("One.", "Two.", "Three."), ReleasedLeaf(id="a", title="Away", page="5"))
    new = edition(2, pay("One.", "Three.", "Four.", page="4"), ReleasedLeaf(id="n", title="New"))
    assert changes(old, new) == [
        Change("text", "Pay", "3", "Two.", "", "pay"),
        Change("text", "Pay", "3", "", "Four.", "pay"),
        Change("text", "New", "", "", "", "n"),
        Change("text", "Away", "5", "", "", "a"),
    ]


def test_a_notice_is_reported_by_its_versions():
    old = edition(1, notices=[notice(2)])
    assert changes(old, edition(2, notices=[notice(3)])) == [
        Change("notice", "Limits", "", "version 2", "version 3")
    ]
    filled = changes(old, edition(2, notices=[notice(2, "b")]))
    assert filled == [Change("notice", "Limits", "", "version 2", "version 2, filled in otherwise")]
    assert changes(old, edition(2)) == [Change("notice", "Limits", "", "version 2", "")]


def test_a_change_among_many_texts_that_are_alike_is_reported_alone():
    many = ["—"] * 5000
    old, new = pay("Head.", *many, "x", *many), pay("Head.", *many, "y", *many)
    assert changes(edition(1, old), edition(2, new)) == [
        Change("text", "Pay", "3", "x", "y", "pay")
    ]
    moved = pay("Foot.", *many, "y", *many, "End.")
    found = changes(edition(1, old), edition(2, moved))
    assert [(change.old, change.new) for change in found][:2] == [("Head.", "Foot."), ("x", "y")]
    assert len(found) == 3
