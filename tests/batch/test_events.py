"""Events as lines of JSON, and the report's own schema."""

from __future__ import annotations

import json

import pydantic

from guidepub.batch.reports.report_schema import ReportData, report_schema


def test_events_are_lines_of_json(shop):
    lines: list[str] = []
    shop.write("bad.md", "---\ntitel: Bad\n---\n# A\n\nB.\n")
    shop.build(on_event=lambda event: lines.append(event.as_json(shop.output)))
    assert all("\n" not in line for line in lines)
    events = [json.loads(line) for line in lines]
    assert [event["event"] for event in events] == ["started", *["book"] * 4, "finished"]
    assert [event["done"] for event in events] == [0, 1, 2, 3, 4, 4]
    books = {event["book"]["slug"]: event["book"] for event in events if "book" in event}
    assert books["bad"]["findings"][0]["code"] == "D010"
    assert books["baker"]["files"][0]["path"] == "baker/baker.epub"
    assert books == {book["slug"]: book for book in shop.report()["books"]}


def test_the_report_is_of_its_schema(shop):
    shop.write("bad.md", "---\ntitel: Bad\n---\n# A\n\nB.\n")
    shop.build()
    shop.replace("baker.md", "Bread.", "Breads.")
    shop.build(["epub", "screen"])
    report = shop.report()
    assert pydantic.TypeAdapter(ReportData).validate_python(report, strict=True) == report
    schema = report_schema()
    assert set(schema["properties"]) == set(report)
    assert schema["additionalProperties"] is False
    # Only a catalogue that names products tells which of them a book is.
    reported = set(schema["$defs"]["BookData"]["properties"])
    assert reported - {"product"} == set(report["books"][0])


def test_the_report_says_from_what_and_why(shop):
    shop.build()
    first = {book["slug"]: book for book in shop.report()["books"]}
    roles = {slug: [file["role"] for file in book["inputs"]] for slug, book in first.items()}
    assert roles == {
        "baker": ["definition"],
        "fisher": ["definition", "table"],
        "sailor": ["definition", "image"],
    }
    shop.replace("baker.md", "Bread.", "Breads.")
    shop.build()
    report = shop.report()
    books = {book["slug"]: book for book in report["books"]}
    assert (report["built"], report["unchanged"]) == (1, 2)
    assert report["versions"]["guidepub"].startswith("0.1.0+")
    assert books["baker"]["reasons"] == ["the definition has changed"]
    assert set(books["baker"]["phases"]) == {"assemble", "epub"}
    (new,), (old,) = books["baker"]["files"], first["baker"]["files"]
    assert new["lineage"]["replaced"] == old["sha256"]
    assert new["lineage"]["key"] != old["lineage"]["key"]
    (kept,) = books["fisher"]["files"]
    assert (kept["new"], kept["lineage"]) == (False, first["fisher"]["files"][0]["lineage"])
    assert books["fisher"]["inputs"] == first["fisher"]["inputs"]
