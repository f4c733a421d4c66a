"""What is wrong with what a file bears: against its mark, the catalogue, and its other formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from definitions import guide

from guidepub import Catalog, Fact, Guide, Imprint, Notice, Source
from guidepub.assembly import assemble
from guidepub.checks.legal.verdicts.judging import judged
from guidepub.checks.legal.verdicts.sightings import Examination, Sighting
from guidepub.model import Mark, MarkedNotice, When

PRINT_ISBN, EPUB_ISBN, OTHER_ISBN = "9780306406157", "9781402894626", "9783161484100"
HASH = "a" * 64
PRESS = Imprint(id="press", name="Press", legal_name="Press, LLC")


def notice(notice_id: str, version: int = 1, **fields: Any) -> Notice:
    given = {"language": "en", "title": "T", "text": f"Words of {notice_id}, {version}."}
    return Notice(id=notice_id, version=version, **(given | fields))


def catalog(*notices: Notice, guides: tuple[Guide, ...] = ()) -> Catalog:
    return Catalog.of(*guides, notices=notices, imprint=PRESS)


def sighting(notice_id: str = "a", version: int = 1, **fields: Any) -> Sighting:
    given = {"language": "en", "where": ("page 3",), "values": {}, "difference": "", "unseen": "",
             "sha256": HASH}  # fmt: skip
    return Sighting(notice_id, version, **(given | fields))


def claim(notice_id: str = "a", version: int = 1, sha256: str = HASH) -> MarkedNotice:
    return MarkedNotice(id=notice_id, version=version, language="en", sha256=sha256)


def codes(examination: Examination, register: Catalog, name: str = "b.pdf") -> list[str]:
    (report,) = judged({Path(name): examination}, register)
    return [f"{f.code}{'' if f.severity.value == 'error' else ' warning'}" for f in report.findings]


def examined(*sightings: Sighting, **fields: Any) -> Examination:
    return Examination(language="en-US", sightings=sightings, solid_letters=9, **fields)


def test_a_notice_that_every_book_owes_is_missed_in_any_file():
    register = catalog(notice("a"), notice("b", when=When(tags=["trades"])))
    assert codes(examined(), register) == ["L001"]
    assert codes(examined(sighting()), register) == []


def test_a_notice_that_the_register_has_in_no_language_of_the_file_cannot_be_judged():
    (report,) = judged({Path("b.pdf"): examined()}, catalog(notice("a", language="es")))
    assert [(v.status, v.version, v.language) for v in report.verdicts] == [
        ("unjudged", 0, "en-US")
    ]
    (finding,) = report.findings
    assert (finding.code, finding.severity.value) == ("L011", "warning")
    assert finding.message == (
        "Whether the notice a (English (United States)) is shown cannot be judged: The register has "
        "no version of it for this file: it is approved only in Spanish."
    )


def test_a_file_without_a_language_is_taken_to_be_in_that_of_its_notices():
    unknown = Examination(sightings=(sighting("b"),))
    assert codes(unknown, catalog(notice("a"), notice("b"))) == ["L001"]


def test_the_guide_of_the_catalogue_decides_what_its_files_owe():
    made = guide("Bread.", tags=["trades"], slug="baker", notices=["c"])
    register = catalog(
        notice("a", when=When(tags=["trades"])),
        notice("b", when=When(tags=["legal"])),
        notice("c", when=When(tags=["legal"])),
        notice("d", when=When(editions=["epub"])),
        guides=(made,),
    )
    mark = Mark(guide="baker", guide_sha256=made.content_hash, edition="screen")
    (report,) = judged({Path("b.pdf"): examined(mark=mark)}, register)
    assert [v.id for v in report.verdicts if v.status == "missing"] == ["copyright", "a", "c"]
    # A guide that was changed since owed what its mark says.
    old = mark.model_copy(update={"guide_sha256": HASH})
    assert codes(examined(mark=old), register) == []


SPAIN = When(languages=["es"])
ASKED = (
    notice("tag", when=When(tags=["trades"])),
    notice("fact", when=When(facts=["wage"])),
    notice("directive", when=When(directives=["tip"])),
    notice("source", when=When(sources=["bls"])),
    notice("school", when=When(imprints=["school"])),
    notice("press", when=When(imprints=["press"])),
    notice("english", when=When(languages=["en-US"])),
    notice("spanish", when=SPAIN),
    notice("named", when=SPAIN),
    notice("paper", when=When(editions=["print", "screen"])),
    notice("light", when=When(editions=["epub"])),
    notice("near", language="en-US"),
    notice("near"),
    notice("old", 1, status="retired"),
    notice("old", 2),
    notice("old", 3, status="draft"),
    notice("stand-in", language="es", fallback_for=["en"]),
    notice("all", when=When(tags=["trades"], facts=["wage"], directives=["tip"])),
    notice("both", when=When(tags=["trades"], facts=["growth"])),
    notice("gone", when="never"),
)
SCHOOL = Imprint(id="school", name="School")


@pytest.mark.parametrize("imprint", ["press", "school"])
@pytest.mark.parametrize("edition", ["print", "screen", "epub"])
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"tags": ["trades"], "notices": ["named"]},
        {"facts": {"wage": Fact(value=1)}, "tags": ["trades"]},
        {"sources": {"bls": Source(title="T", publisher="P")}, "language": "en-GB"},
    ],
)
@pytest.mark.parametrize("body", ["Bread.", ":::{tip}\nA tip.\n:::"])
def test_a_file_of_a_guide_is_asked_for_what_assembly_printed(imprint, edition, fields, body):
    made = guide(body, slug="baker", **fields)
    register = Catalog.of(made, notices=ASKED, imprint=PRESS, imprints=(SCHOOL,))
    printed = assemble(made, register, imprint).notices_in(edition)
    mark = Mark(guide="baker", guide_sha256=made.content_hash, edition=edition, imprint=imprint)
    file = Path("b.epub" if edition == "epub" else "b.pdf")
    (report,) = judged({file: examined(mark=mark)}, register)
    assert {v.status for v in report.verdicts} == {"missing"}
    asked = [(v.id, v.version, v.language) for v in report.verdicts]
    assert sorted(asked) == sorted((n.id, n.version, n.language) for n in printed)


def test_a_file_that_may_be_either_pdf_is_asked_for_what_both_bear():
    paper, press = When(editions=["print", "screen"]), When(editions=["print"])
    register = catalog(notice("a", when=paper), notice("b", when=press))
    (report,) = judged({Path("b.pdf"): examined()}, register)
    assert [v.id for v in report.verdicts] == ["a"]


def test_a_claimed_version_that_the_register_lacks_is_not_reported_as_missing():
    register = catalog(notice("a", 3))
    mark = Mark(notices=(claim(version=9),), guide="x")
    (report,) = judged({Path("b.pdf"): examined(mark=mark)}, register)
    (verdict,), (finding,) = report.verdicts, report.findings
    assert (verdict.status, verdict.register, finding.code) == ("unjudged", "", "L011")
    assert finding.message == (
        "Whether the notice a@9 (English) is shown cannot be judged: The metadata claims a@9 (English), which is not in the register, so the words cannot be compared."
    )


def test_words_that_differ_from_another_version_than_the_claimed_one_cannot_be_judged():
    mark = Mark(notices=(claim(version=9),), guide="x")
    found = examined(sighting(version=3, difference="[-x-]"), mark=mark)
    (report,) = judged({Path("b.pdf"): found}, catalog(notice("a", 3)))
    (verdict,), (finding,) = report.verdicts, report.findings
    assert (verdict.status, finding.code) == ("unjudged", "L011")
    assert "which is not in the register" in finding.message
    assert finding.message.endswith("The nearest that it has is a@3.")


def test_words_of_a_foreign_notice_that_begins_as_one_of_ours_cannot_be_judged():
    mark = Mark(notices=(claim("copyright", 4),), guide="x")
    found = examined(sighting("copyright", 0), mark=mark)
    (report,) = judged({Path("b.pdf"): found}, catalog())
    (verdict,), (finding,) = report.verdicts, report.findings
    assert (verdict.status, finding.code) == ("unjudged", "L011")
    assert finding.message.endswith("The nearest that it has is copyright@0.")


def test_a_notice_in_another_language_than_the_claimed_one_is_reported():
    register = catalog(notice("a"), notice("a", language="de"))
    german = claim().model_copy(update={"language": "de"})
    mark = Mark(notices=(german,), guide="x")
    (report,) = judged({Path("b.pdf"): examined(sighting(), mark=mark)}, register)
    (finding,) = report.findings
    assert finding.code == "L005"
    assert finding.message == (
        "The metadata claims a@1 (German), but the text is that of a@1 (English)."
    )
    # A book may well bear it in both.
    both = mark.model_copy(update={"notices": (german, claim())})
    found = examined(sighting(language="de"), sighting(), mark=both)
    assert codes(found, register) == []


def test_the_covers_sheet_owes_nothing():
    mark = Mark(guide="baker", edition="print-cover")
    assert codes(examined(mark=mark), catalog(notice("a"))) == []
    assert codes(examined(), catalog(notice("a")), "b-print-cover.pdf") == []


@pytest.mark.parametrize(
    ("sightings", "claims", "expected"),
    [
        ([sighting()], [claim()], []),
        ([], [claim()], ["L003"]),
        ([sighting(difference="[-x-]")], [claim()], ["L002"]),
        ([sighting(unseen="too small")], [claim()], ["L004"]),
        ([sighting(version=2)], [claim()], ["L005"]),
        ([sighting(sha256="b" * 64)], [claim()], ["L002"]),
        ([sighting(version=3)], [], ["L005 warning"]),
        ([sighting(version=4)], [], ["L005 warning"]),
        ([sighting(version=3)], [claim(version=3)], ["L005 warning"]),
        ([sighting("z")], [], ["L001"]),
    ],
)
def test_a_text_is_held_against_the_mark_and_the_register(sightings, claims, expected):
    register = catalog(
        notice("a"), notice("a", 3, status="retired"), notice("a", 4, status="draft")
    )
    mark = Mark(notices=tuple(claims), guide="x") if claims else None
    assert codes(examined(*sightings, mark=mark), register) == expected


def test_a_notice_that_stands_in_the_other_format_is_reported_as_that():
    register = catalog(notice("a"))
    files = {Path("b/b-screen.pdf"): examined(), Path("b/b.epub"): examined(sighting())}
    (pdf, epub) = judged(files, register)
    assert [f.code for f in pdf.findings] == ["L006"]
    assert epub.findings == ()
    # Another book beside it says nothing of this one, nor does a copy in the same format.
    files = {Path("b/c-screen.pdf"): examined(), Path("b/b.epub"): examined(sighting())}
    assert [f.code for f in judged(files, register)[0].findings] == ["L001"]


@pytest.mark.parametrize(
    ("values", "fields", "expected"),
    [
        ({"holder": "Press, LLC"}, {"holder": "Press, LLC"}, []),
        ({"holder": "Press,  LLC"}, {"holder": "Press, LLC"}, []),
        ({"holder": "Other"}, {"holder": "Press, LLC"}, ["L008"]),
        ({"holder": "Other"}, {}, ["L008 warning"]),
        ({"holder": "Other"}, {"holder": "Other"}, ["L008 warning"]),
        ({"holder": "Other"}, {"holder": "Other", "mark": Mark(imprint="press")}, ["L008"]),
        ({"years": "2026"}, {"mark": Mark(years="2026")}, []),
        ({"years": "2021–2026"}, {"mark": Mark(years="2026")}, ["L007"]),
        ({"years": "2025"}, {"rights": "© 2026 Press, LLC"}, ["L007"]),
        ({"years": "2021–2026"}, {"rights": "© 2021-2026 Press, LLC"}, []),
        ({"years": "MMXX"}, {"mark": Mark(years="2026")}, ["L007"]),
        ({"years": "2026"}, {}, []),
    ],
)
def test_holder_and_years_agree_with_metadata_and_catalogue(values, fields, expected):
    assert codes(examined(sighting(values=values), **fields), catalog(notice("a"))) == expected


def test_another_holder_is_not_reported_as_another_filling_too():
    found = sighting(values={"holder": "Other"}, sha256="b" * 64)
    mark = Mark(notices=(claim(),), guide="x")
    assert codes(examined(found, mark=mark, holder="Press, LLC"), catalog(notice("a"))) == ["L008"]


@pytest.mark.parametrize(
    ("printed", "stated", "name", "expected"),
    [
        ([PRINT_ISBN, EPUB_ISBN], [PRINT_ISBN], "b-print.pdf", []),
        ([PRINT_ISBN, EPUB_ISBN], [EPUB_ISBN], "b.epub", []),
        ([PRINT_ISBN, EPUB_ISBN], [PRINT_ISBN], "b.epub", ["L009"]),
        ([PRINT_ISBN], [OTHER_ISBN, PRINT_ISBN], "b.pdf", ["L009"]),
        ([OTHER_ISBN, PRINT_ISBN], [], "b.pdf", ["L009"]),
        (["9780306406158"], [PRINT_ISBN], "b.pdf", ["L009", "L009"]),
        ([], [PRINT_ISBN], "b.pdf", []),
        ([OTHER_ISBN], [OTHER_ISBN], "b.pdf", []),
    ],
)
def test_an_isbn_agrees_with_the_edition(printed, stated, name, expected):
    made = guide("Bread.", isbn={"print": PRINT_ISBN, "epub": EPUB_ISBN})
    examination = examined(sighting(), printed_isbns=tuple(printed), stated_isbns=tuple(stated))
    assert codes(examination, catalog(notice("a"), guides=(made,)), name) == expected


def test_the_year_of_a_guide_that_an_isbn_identifies_counts():
    made = guide("Bread.", isbn={"print": PRINT_ISBN})
    found = examined(sighting(values={"years": "2020"}), printed_isbns=(PRINT_ISBN,))
    assert codes(found, catalog(notice("a"), guides=(made,))) == ["L007"]


def test_a_file_that_cannot_be_examined_is_reported_as_that_alone():
    assert codes(Examination(error="It is no PDF."), catalog(notice("a"))) == ["L010"]


def test_a_book_of_pictures_is_reported_to_have_no_text():
    (report,) = judged({Path("b.pdf"): Examination(language="en")}, catalog(notice("a")))
    assert "no text at all" in report.findings[0].message
