"""Which leaves are set tighter or looser, and how often a book is laid out for it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from guidepub.model import Leaf
from guidepub.pdf.fitting import fitted

SHORT, POOR, GOOD = 0.1, 0.25, 0.8


def leaf(name: str) -> Leaf:
    return Leaf.model_construct(id=name)


@dataclass
class Page:
    anchors: dict[str, tuple[float, ...]]
    height: float = 1.0


@dataclass
class Document:
    pages: list[Page]


@dataclass
class Laid:
    document: Document
    fits: dict[str, str]


@dataclass
class Printer:
    """Lays leaves of two pages out: those in `saving` take one when they are tight.

    Those in `alone` do so only where they are laid out without the others.
    """

    ends: dict[str, float]
    saving: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    asked: list[tuple[dict[str, str], list[str]]] = field(default_factory=list)

    def __call__(self, fits, only=()):
        self.asked.append((dict(fits), sorted(only)))
        pages = []
        for name, end in self.ends.items():
            if only and name not in only:
                continue
            saves = name in self.saving or (only and name in self.alone)
            if fits.get(name) == "tight" and saves:
                pages.append(Page({name: (0, 0), f"{name}-end": (0, GOOD)}))
            else:
                pages += [Page({name: (0, 0)}), Page({f"{name}-end": (0, end)})]
        return Laid(Document(pages), dict(fits))


def fit(printer: Printer) -> dict[str, str]:
    return fitted([leaf(name) for name in printer.ends], printer).fits


def test_a_book_that_ends_well_is_laid_out_once():
    printer = Printer({"a": GOOD, "b": GOOD})
    assert fit(printer) == {}
    assert len(printer.asked) == 1


def test_one_leaf_that_saves_its_page_takes_one_more_layout():
    printer = Printer({"a": SHORT, "b": GOOD}, saving=frozenset("a"))
    assert fit(printer) == {"a": "tight"}
    assert printer.asked == [({}, []), ({"a": "tight"}, [])]


@pytest.mark.parametrize(("end", "fits"), [(SHORT, {"a": "loose"}), (POOR, {})])
def test_a_leaf_that_saves_nothing_is_set_looser_only_where_it_ends_with_a_few_lines(end, fits):
    assert fit(Printer({"a": end, "b": GOOD})) == fits


def test_several_leaves_are_tried_without_the_rest_of_the_book():
    printer = Printer({"a": SHORT, "b": POOR, "c": SHORT, "d": GOOD}, saving=frozenset("a"))
    wanted = {"a": "tight", "c": "loose"}
    assert fit(printer) == wanted
    tried = {"a": "tight", "b": "tight", "c": "tight"}
    assert printer.asked == [({}, []), (tried, ["a", "b", "c"]), (wanted, [])]


def test_where_none_of_several_gains_the_first_layout_stands():
    printer = Printer({"a": POOR, "b": POOR})
    assert fit(printer) == {}
    assert [bool(only) for _, only in printer.asked] == [False, True]


def test_what_saves_its_page_only_alone_is_not_set_tight_for_nothing():
    printer = Printer({"a": POOR, "b": SHORT}, saving=frozenset("b"), alone=frozenset("a"))
    assert fit(printer) == {"b": "tight"}
    printer = Printer({"a": POOR, "b": POOR}, alone=frozenset("a"))
    assert fit(printer) == {}


def test_a_table_of_high_rows_is_set_to_break_them():
    printer = Printer({"a": GOOD})
    laid = fitted([leaf("a")], printer, high=lambda _: {"a--table-0": "a"})
    assert laid.fits == {"a--table-0-rows": "parted"}
    assert len(printer.asked) == 2


def test_a_table_can_be_too_wide_and_too_high():
    printer = Printer({"a": POOR})
    wide = {"a--table-0": "a"}
    laid = fitted(
        [leaf("a")],
        printer,
        lambda made: {} if made.fits.get("a--table-0") == "compact" else wide,
        lambda made: wide if "a--table-0-rows" not in made.fits else {},
    )
    assert laid.fits == {"a--table-0": "compact", "a--table-0-rows": "parted"}


def crowding(needs: dict[str, str]):
    """Return what tells that tables have no room before the step that each needs."""
    order = ["", "compact", "hyphenated", "dense", "never"]

    def crowded(laid: Laid) -> dict[str, str]:
        return {
            table: table.partition("-")[0]
            for table, step in needs.items()
            if order.index(laid.fits.get(table, "")) < order.index(step)
        }

    return crowded


def test_tables_without_room_are_set_in_smaller_steps_their_leaves_alone():
    printer = Printer({"a": GOOD, "b": GOOD})
    needs = {"a-table": "hyphenated", "b-table": "compact"}
    laid = fitted([leaf("a"), leaf("b")], printer, crowding(needs))
    assert laid.fits == {"a-table": "hyphenated", "b-table": "compact"}
    assert printer.asked == [
        ({}, []),
        ({"a-table": "compact", "b-table": "compact"}, ["a", "b"]),
        ({"a-table": "hyphenated", "b-table": "compact"}, ["a"]),
        ({"a-table": "hyphenated", "b-table": "compact"}, []),
    ]


def test_a_table_that_never_has_room_ends_in_the_smallest_step():
    laid = fitted([leaf("a")], Printer({"a": GOOD}), crowding({"a-table": "never"}))
    assert laid.fits == {"a-table": "dense"}


def test_where_all_tables_have_room_a_book_is_laid_out_once():
    printer = Printer({"a": GOOD})
    fitted([leaf("a")], printer, crowding({}))
    assert printer.asked == [({}, [])]
