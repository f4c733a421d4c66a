"""The feed of a catalogue's EPUBs, by the rules of OPDS Catalog 2.0 and its schemas."""

from __future__ import annotations

import datetime
import json
from urllib.parse import urlsplit

import pytest
from definitions import guide

from guidepub.files.dates import midnight
from guidepub.trade.opds import CoverLink, Listed, feed, publication

COVERS = (CoverLink("covers/welder.jpg", 1707, 2560), CoverLink("thumbnails/welder.jpg", 267, 400))
MOMENT = midnight(datetime.date(2026, 11, 29))
ACQUISITIONS = {
    f"http://opds-spec.org/acquisition{kind}"
    for kind in ("", "/buy", "/open-access", "/borrow", "/sample", "/subscribe")
}


def faults(publication: dict) -> list[str]:
    """Return which rules of OPDS 2.0 (publication.schema.json) a publication breaks."""
    metadata, links, images = (publication[name] for name in ("metadata", "links", "images"))
    reported = [
        (bool(metadata["title"]), "a title"),
        (urlsplit(metadata["identifier"]).scheme, "an identifier that is a URI"),
        (metadata["@type"] == "http://schema.org/Book", "a type"),
        (any(link["rel"] == "self" for link in links), "a link to itself"),
        (any(link["rel"] in ACQUISITIONS for link in links), "a link to get it by"),
        (all(link["href"] and link["type"] for link in [*links, *images]), "addresses and types"),
        (any(image["type"] == "image/jpeg" for image in images), "a picture in a known format"),
        (all(type(image[side]) is int for image in images for side in ("width", "height")), "px"),
        (all(isinstance(s, str) or s["name"] for s in metadata.get("subject", [])), "subjects"),
    ]
    return [rule for is_so, rule in reported if not is_so]


@pytest.fixture(scope="module")
def listed(sold) -> Listed:
    return Listed(sold()[1], COVERS)


def test_a_feed_keeps_to_the_rules(listed):
    made = feed("Press", [listed], MOMENT)
    assert json.loads(json.dumps(made)) == made
    assert made["metadata"] == {
        "title": "Press",
        "modified": "2026-11-29T00:00:00Z",
        "numberOfItems": 1,
    }
    assert made["links"] == [{"rel": "self", "href": "opds.json", "type": "application/opds+json"}]
    (only,) = made["publications"]
    assert faults(only) == []


def test_a_publication_says_what_the_record_says(listed):
    metadata = publication(listed, "welder.json")["metadata"]
    assert metadata["identifier"] == "urn:isbn:9783161484100"
    assert metadata["description"] == "What welders do, and how to begin."
    assert metadata["translator"] == [{"name": "Tom"}]
    assert metadata["belongsTo"] == {"series": [{"name": "Trades", "position": 3}]}
    assert [s if isinstance(s, str) else s["code"] for s in metadata["subject"]] == [
        "VSC", "TGX", "BUS012000", "TEC040000", "trades",
    ]  # fmt: skip


def test_the_price_for_all_of_the_world_comes_before_that_of_a_country(listed):
    _, buy = publication(listed, "welder.json")["links"]
    assert buy["rel"] == "http://opds-spec.org/acquisition/buy"
    assert buy["href"] == "https://press.example/en-US/welder"
    assert buy["properties"]["price"] == {"value": 14.95, "currency": "USD"}


def test_a_book_by_itself_finds_its_covers_above(listed):
    alone = publication(listed, "welder.json")
    assert faults(alone) == []
    assert [image["href"] for image in alone["images"]] == [f"../{c.href}" for c in COVERS]


def test_a_book_without_price_and_isbn_keeps_to_the_rules_too(sold):
    plain = Listed(sold(guide("Text.", slug="baker", published=None))[1], COVERS)
    made = publication(plain, "baker.json")
    assert faults(made) == []
    assert made["links"][1]["rel"] == "http://opds-spec.org/acquisition"
    assert "published" not in made["metadata"]


def test_the_feed_and_the_epub_name_a_book_alike(baker_book, baker_epub):
    from guidepub.model.books.identity import epub_identifier

    assert epub_identifier(baker_book.guide, baker_book.imprint).encode() in _package(baker_epub)


def _package(data: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("EPUB/content.opf")


def test_a_feed_that_is_published_somewhere_knows_its_address(listed):
    made = feed("Press", [listed], MOMENT, "https://press.example/opds/")
    (only,) = made["publications"]
    assert made["links"][0]["href"] == "https://press.example/opds/opds.json"
    assert only["links"][0]["href"] == f"https://press.example/opds/{listed.href}"
    assert {urlsplit(image["href"]).path for image in only["images"]} == {
        "/opds/covers/welder.jpg",
        "/opds/thumbnails/welder.jpg",
    }
    assert faults(only) == []
