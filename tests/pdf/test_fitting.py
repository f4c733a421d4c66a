"""Which leaves are set tighter or looser, and how often a book is laid out for it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from guidepub.model import Leaf
from guidepub.pdf.layout.fitting import fitted

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
    """Lays leaves of two pages out: those in `saving` take one when they are tight."""

    ends: dict[str, float]
    saving: frozenset[str] = frozenset()
    asked: list[dict[str, str]] = field(default_factory=list)

    def __call__(self, fits):
        self.asked.append(dict(fits))
        pages = []
        for name, end in self.ends.items():
            if fits.get(name) == "tight" and name in self.saving:
                pages.append(Page({name: (0, 0), f"{name}-end": (0, GOOD)}))
            else:
                pages += [Page({name: (0, 0)}), Page({f"{name}-end": (0, end)})]
        return Laid(Document(pages), dict(fits))


def fit(printer: Printer) -> dict[str, str]:
    return fitted([[leaf(name)] for name in printer.ends], printer).fits


def test_leaves_that_end_well_are_laid_out_once():
    printer = Printer({"a": GOOD, "b": GOOD})
    assert fit(printer) == {}
    assert len(printer.asked) == 1


def test_one_leaf_that_saves_its_page_takes_one_more_layout():
    printer = Printer({"a": SHORT, "b": GOOD}, saving=frozenset("a"))
    assert fit(printer) == {"a": "tight"}
    assert printer.asked == [{}, {"a": "tight"}]


@pytest.mark.parametrize(("end", "fits"), [(SHORT, {"a": "loose"}), (POOR, {})])
def test_a_leaf_that_saves_nothing_is_set_looser_only_where_it_ends_with_a_few_lines(end, fits):
    assert fit(Printer({"a": end, "b": GOOD})) == fits


def test_several_leaves_are_tried_at_once():
    printer = Printer({"a": SHORT, "b": POOR, "c": SHORT, "d": GOOD}, saving=frozenset("a"))
    wanted = {"a": "tight", "c": "loose"}
    assert fit(printer) == wanted
    assert printer.asked == [{}, {"a": "tight", "b": "tight", "c": "tight"}, wanted]


def test_where_none_of_several_gains_the_first_layout_stands():
    printer = Printer({"a": POOR, "b": POOR})
    assert fit(printer) == {}
    assert len(printer.asked) == 2


@pytest.mark.parametrize(("pages", "layouts"), [(80, 2), (81, 1)])
def test_very_many_pages_are_not_laid_out_again_for_the_last_one(pages, layouts):
    asked = []

    def lay_out(fits):
        asked.append(fits)
        inner = [Page({}) for _ in range(pages - 2)]
        return Laid(Document([Page({"a": (0, 0)}), *inner, Page({"a-end": (0, POOR)})]), fits)

    assert fitted([[leaf("a")]], lay_out).fits == {}
    assert len(asked) == layouts


def test_a_table_of_high_rows_is_set_to_break_them():
    printer = Printer({"a": GOOD})
    laid = fitted([[leaf("a")]], printer, high=lambda _: {"a--table-0": "a"})
    assert laid.fits == {"a--table-0-rows": "parted"}
    assert len(printer.asked) == 2


def test_a_table_can_be_too_wide_and_too_high():
    printer = Printer({"a": POOR})
    wide = {"a--table-0": "a"}
    laid = fitted(
        [[leaf("a")]],
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


def test_tables_without_room_are_set_in_smaller_steps():
    printer = Printer({"a": GOOD, "b": GOOD})
    needs = {"a-table": "hyphenated", "b-table": "compact"}
    laid = fitted([[leaf("a")], [leaf("b")]], printer, crowding(needs))
    assert laid.fits == {"a-table": "hyphenated", "b-table": "compact"}
    first = {"a-table": "compact", "b-table": "compact"}
    assert [fits for n, fits in enumerate(printer.asked) if fits not in printer.asked[:n]] == [
        {},
        first,
        laid.fits,
    ]


def test_a_table_that_never_has_room_ends_in_the_smallest_step():
    laid = fitted([[leaf("a")]], Printer({"a": GOOD}), crowding({"a-table": "never"}))
    assert laid.fits == {"a-table": "dense"}


def test_where_all_tables_have_room_leaves_are_laid_out_once():
    printer = Printer({"a": GOOD})
    fitted([[leaf("a")]], printer, crowding({}))
    assert printer.asked == [{}]
