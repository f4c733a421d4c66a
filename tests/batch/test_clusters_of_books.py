"""A book whose cluster has other colours or tools is out of date, and no other is."""

from __future__ import annotations

from guidepub import Catalog, Guide, Occupation, Section, assemble
from guidepub.batch.stale.keys import parts_of, reasons

NURSE, COOK = "29-1141", "35-2014"


def parts(soc: str, **settings: object) -> dict[str, str]:
    """Return what a book's files depend on, in a catalogue that changes the nurses' cluster."""
    sections = (Section(title="Overview", body="Words."),)
    guide = Guide(title="A Guide", sections=sections, occupation=Occupation(soc=soc))
    clusters = {"health-care": settings} if settings else {}
    catalog = Catalog.of(guide, clusters=clusters)
    return parts_of(assemble(catalog["a-guide"], catalog))


def test_a_changed_colour_is_reported_as_the_reason():
    before, now = parts(NURSE), parts(NURSE, colour="#0b5d66")
    reason = ("the colours or tools of the cluster have changed",)
    assert reasons(before, now, (), ()) == reason
    assert reasons(before, parts(NURSE, place=3), (), ()) == reason


def test_a_book_of_another_cluster_stays():
    assert parts(COOK) == parts(COOK, colour="#0b5d66")
