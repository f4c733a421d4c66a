"""Which notices a guide owes, in which language and version, and their wording."""

from __future__ import annotations

from typing import Any

import pytest
from definitions import guide, leaf
from finished import words_of, xhtml

from guidepub import Catalog, Fact, Guide, Imprint, InputError, MachineTerms, Notice, Source
from guidepub.assembly import assemble, owings_of
from guidepub.model import When

FOOD = When(tags=["food"])
PROGRAMS = ":::{tip}\nA tip.\n:::"


def notice(notice_id: str = "a", language: str = "en", **fields: Any) -> Notice:
    given: dict[str, Any] = {
        "version": 1,
        "title": notice_id.title(),
        "text": f"Words of {notice_id}.",
    }
    return Notice(id=notice_id, language=language, **(given | fields))


def owed(made: Guide, *notices: Notice, imprint: Imprint | None = None) -> list[str]:
    """Return the notices that a guide owes beside the copyright line, as id@version."""
    book = assemble(made, Catalog.of(made, notices=notices), imprint)
    return [f"{n.id}@{n.version}" for n in book.notices if n.id != "copyright"]


def faults(made: Guide, *notices: Notice, **settings: Any) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        assemble(made, Catalog.of(made, notices=notices, **settings))
    return [(finding.code, finding.message) for finding in caught.value.findings]


FULL = guide(
    "Bread.\n\n" + PROGRAMS,
    tags=["food", "night"],
    facts={"wage": Fact(value=1)},
    sources={"bls": Source(title="T", publisher="P")},
)


@pytest.mark.parametrize(
    ("when", "is_owed"),
    [
        ("always", True),
        (When(), True),
        (When(tags=["food"]), True),
        (When(tags=["legal", "night"]), True),
        (When(tags=["legal"]), False),
        (When(facts=["wage"]), True),
        (When(facts=["growth"]), False),
        (When(directives=["tip"]), True),
        (When(directives=["programs"]), False),
        (When(sources=["onet", "bls"]), True),
        (When(sources=["onet"]), False),
        (When(imprints=["imprint"]), True),
        (When(imprints=["school"]), False),
        (When(languages=["en"]), True),
        (When(languages=["es", "en-US"]), True),
        (When(languages=["en-GB"]), False),
        (When(editions=["epub"]), True),
        # All conditions that are given must hold.
        (When(tags=["food"], facts=["wage"], directives=["tip"], sources=["bls"]), True),
        (When(tags=["food"], facts=["growth"]), False),
        (When(tags=["legal"], facts=["wage"]), False),
    ],
)
def test_a_notice_is_owed_when_all_its_conditions_hold(when, is_owed):
    assert owed(FULL, notice(when=when)) == (["a@1"] if is_owed else [])


def test_a_directive_inside_a_directive_counts():
    nested = guide("::::{note}\n:::{tip}\nA tip.\n:::\n::::")
    assert owed(nested, notice(when=When(directives=["tip"]))) == ["a@1"]


def test_the_imprint_that_the_book_appears_under_counts():
    school = Imprint(id="school", name="School")
    ours = notice(when=When(imprints=["school"]))
    assert owed(FULL, ours, imprint=school) == ["a@1"]
    assert owed(FULL, ours) == []


def test_notices_keep_the_order_of_the_catalogue():
    assert owed(FULL, notice("z"), notice("b"), notice("m")) == ["z@1", "b@1", "m@1"]


@pytest.mark.parametrize(
    ("language", "chosen"),
    [("en-US", "en-US"), ("en-GB", "en"), ("en", "en"), ("es-MX", "es"), ("EN-us", "en-US")],
)
def test_the_nearest_language_is_taken(language, chosen):
    made = guide("Bread.", language=language)
    versions = [notice(language=tag, text=f"In {tag}.") for tag in ("es", "en", "en-US")]
    book = assemble(made, Catalog.of(made, notices=versions))
    assert [n.wording for n in book.notices if n.id == "a"] == [f"In {chosen}."]


def test_a_longer_tag_does_not_serve_a_shorter_one():
    made = guide("Bread.", language="en")
    assert faults(made, notice(language="en-US")) == [
        (
            "N001",
            "The notice “a” is owed, but not approved in English: it is approved only in "
            "English (United States).",
        )
    ]


def test_a_missing_language_is_an_error_and_names_those_that_exist():
    made = guide("Brot.", language="de")
    with pytest.raises(InputError) as caught:
        assemble(made, Catalog.of(made, notices=(notice(language="en"), notice(language="es"))))
    (finding,) = caught.value.findings
    assert finding.code == "N001"
    assert finding.message.endswith("in German: it is approved only in English, Spanish.")


def test_a_notice_that_is_not_owed_may_lack_the_language():
    made = guide("Brot.", language="de")
    assert owed(made, notice(when=When(tags=["legal"]))) == []


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_versions_that_are_not_in_force_are_never_printed(status):
    newer = notice(version=9, status=status, text="Not in force.")
    book = assemble(FULL, Catalog.of(FULL, notices=(newer, notice(text="In force."))))
    text = words_of(xhtml(leaf(book, "notices")))
    assert "In force." in text
    assert "Not in force." not in text


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_version_that_is_not_in_force_does_not_fill_a_gap(status):
    made = guide("Brot.", language="de")
    german = notice(language="de", status=status)
    assert faults(made, notice(language="en"), german)[0][0] == "N001"


def test_placeholders_are_filled():
    text = "{holder}|{years}|{title}|{edition}|{imprint}|{place}|{{braces}}"
    made = guide("Bread.", title="A “Baker”", edition=2, first_published=2020)
    press = Imprint(name="Press", legal_name="Press, LLC", place="Rye")
    book = assemble(made, Catalog.of(made, notices=(notice(text=text),), imprint=press))
    assert book.notices[-1].wording == (
        "Press, LLC|2020–2026|A “Baker”|Edition 2|Press|Rye|{braces}"
    )


def test_a_placeholder_without_a_value_is_an_error():
    assert faults(FULL, notice(text="Printed in {place}.")) == [
        ("N004", "The notice “a” needs {place}, which has no value.")
    ]


def test_all_gaps_are_reported_at_once():
    made = guide("Brot.", language="de")
    german = notice("b", "de", text="{place}")
    codes = [code for code, _ in faults(made, notice("a"), german, notice("c"))]
    assert sorted(codes) == ["N001", "N001", "N004"]


def test_a_gap_is_reported_with_the_guides_file(bakery):
    lost = bakery.model_copy(update={"imprint": Imprint(name="Nowhere Press")})
    with pytest.raises(InputError) as caught:
        assemble(bakery["baker"], lost)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == ("N004", str(bakery["baker"].origin))


def test_notices_stand_where_they_are_placed():
    notices = [notice(p, placement=p) for p in ("imprint-page", "front", "back")]
    book = assemble(FULL, Catalog.of(FULL, notices=notices))
    places = {"imprint-page": "imprint-page", "front": "front-notices", "back": "notices"}
    for name, leaf_id in places.items():
        holding = [part.id for part in book.leaves if f"Words of {name}." in part.xhtml]
        assert holding == [leaf_id]


def test_a_catalogue_without_a_copyright_notice_gets_the_plain_line():
    book = assemble(FULL, Catalog.of(FULL))
    (line,) = book.notices
    assert (line.id, line.placement, line.version) == ("copyright", "imprint-page", 0)
    assert line.wording == "Copyright © 2026 Independent."


def test_an_approved_copyright_notice_replaces_the_plain_line():
    mine = notice("copyright", placement="imprint-page", text="© {years} {holder}")
    book = assemble(FULL, Catalog.of(FULL, notices=(mine,)))
    assert [n.wording for n in book.notices] == ["© 2026 Independent"]
    assert "Copyright ©" not in leaf(book, "imprint-page")


def test_each_paragraph_of_a_wording_is_one():
    text = "One\nline.\n\n\nTwo,  with   spaces.\n\n"
    book = assemble(FULL, Catalog.of(FULL, notices=(notice(text=text),)))
    paragraphs = xhtml(leaf(book, "notices")).findall(".//div[@id='notice-a']/p")
    assert [p.text for p in paragraphs] == ["One line.", "Two, with spaces."]


def test_a_wording_that_may_stand_in_for_a_language_fills_a_gap():
    made = guide("Brot.", language="de-AT")
    english = notice(language="en", fallback_for=["de", "fr"])
    assert owed(made, notice(language="es"), english) == ["a@1"]
    book = assemble(made, Catalog.of(made, notices=(english,)))
    (printed,) = [n for n in book.notices if n.id == "a"]
    assert (printed.language, printed.wording) == ("en", "Words of a.")
    element = xhtml(leaf(book, "notices")).find(".//div[@id='notice-a']")
    assert element.get("lang") == "en"


def test_a_wording_in_the_language_goes_before_one_that_stands_in():
    made = guide("Brot.", language="de")
    versions = (notice(language="en", fallback_for=["de"]), notice(language="de", text="Worte."))
    book = assemble(made, Catalog.of(made, notices=versions))
    assert [n.wording for n in book.notices if n.id == "a"] == ["Worte."]
    element = xhtml(leaf(book, "notices")).find(".//div[@id='notice-a']")
    assert element.get("lang") is None


def test_a_wording_stands_in_for_no_language_that_it_does_not_name():
    made = guide("Brot.", language="de")
    assert faults(made, notice(language="en", fallback_for=["fr", "de-AT"]))[0][0] == "N001"


def test_a_notice_that_the_guide_names_is_owed_whatever_its_conditions():
    made = guide("Bread.", notices=["a", "b@1"])
    legal = When(tags=["legal"])
    notices = [notice(n, when=legal) for n in "abc"]
    assert owed(made, *notices) == ["a@1", "b@1"]


def test_why_a_notice_is_owed_is_reported():
    notices = (
        notice("a"),
        notice("b", when=When(tags=["legal", "food", "night"], facts=["wage"])),
        notice("c", when=When(directives=["tip"], sources=["bls"], imprints=["imprint"])),
        notice("d", "de", when=When(languages=["en"])),
        notice("e", when=When(tags=["legal"])),
    )
    made = FULL.model_copy(update={"notices": ("a",)})
    reported = {
        o.id: (o.reasons, o.notice is not None)
        for o in owings_of(made, Catalog.of(made, notices=notices))
    }
    assert reported == {
        "a": (("named in the guide", "always"), True),
        "b": (("tag food", "tag night", "fact wage"), True),
        "c": (("directive tip", "source bls", "imprint imprint"), True),
        "d": (("language en",), False),
    }


def test_one_version_follows_another_on_a_day(monkeypatch):
    old = notice(version=2, approved="2023-06-01", retired="2026-12-01")
    new = notice(version=3, approved="2026-12-01")
    for day, expected in (("1795996800", "a@2"), ("1796083200", "a@3")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        assert owed(FULL, new, old) == [expected]


RETIRED = {"version": 2, "approved": "2023-06-01", "retired": "2026-06-01"}
FUTURE = {"version": 3, "approved": "2999-01-01"}
DRAFT = {"version": 4, "status": "draft"}


@pytest.mark.parametrize(
    ("versions", "why"),
    [
        ([RETIRED], "version 2 was retired on 2026-06-01"),
        ([{"version": 1, "status": "retired"}], "version 1 is retired"),
        ([FUTURE], "version 3 is not approved until 2999-01-01"),
        ([DRAFT], "version 4 is a draft"),
        (
            [DRAFT, FUTURE, RETIRED, {"version": 1, "status": "retired"}],
            "version 2 was retired on 2026-06-01, version 3 is not approved until 2999-01-01, "
            "version 4 is a draft",
        ),
    ],
)
@pytest.mark.parametrize("when", ["always", When(tags=["food"])])
def test_a_book_that_owes_a_notice_of_which_no_version_is_in_force_stops(versions, why, when):
    register = [notice(when=when, **fields) for fields in versions]
    ((code, message),) = faults(FULL, *register)
    reason = when if isinstance(when, str) else "tag food"
    assert (code, message) == (
        "N009", f"The notice “a” is owed ({reason}), but no version of it is in force: {why}."
    )  # fmt: skip


def test_a_book_that_does_not_owe_a_notice_does_not_stop_for_it():
    legal = When(tags=["legal"])
    assert owed(FULL, *(notice(when=legal, **each) for each in (RETIRED, FUTURE, DRAFT))) == []


def test_what_was_in_force_last_decides_whether_a_lapsed_notice_is_owed():
    old, last = (notice(version=n, status="retired", when=w) for n, w in ((1, "always"), (2, FOOD)))
    coming = notice(version=3, status="draft", when=When(tags=["legal"]))
    assert faults(FULL, old, last, coming)[0][0] == "N009"
    assert owed(FULL.model_copy(update={"tags": ("legal",)}), old, last, coming) == []


def test_a_notice_that_no_book_owes_any_more_is_kept_in_the_register():
    assert owed(FULL, notice(status="retired", when="never")) == []
    assert owed(FULL, notice(version=1, status="retired"), notice(version=2, when="never")) == []


def test_a_lapsed_copyright_notice_is_not_replaced_by_the_plain_line():
    mine = notice("copyright", placement="imprint-page", status="retired")
    assert faults(FULL, mine)[0][0] == "N009"


def test_two_notices_that_say_different_things_to_machines_stop_the_book():
    free = notice("a", machine=MachineTerms(mining="free"))
    reserved = notice("b", machine=MachineTerms(mining="reserved"))
    assert faults(guide("Text."), free, reserved) == [
        ("N011", "The notices a@1 and b@1 have different values for tdm:reservation.")
    ]
    assert owed(guide("Text."), free, notice("b", machine=MachineTerms(mining="free")))


def test_a_file_says_to_machines_what_its_own_notices_say():
    here = notice("a", when=When(editions=["epub"]), machine=MachineTerms(mining="reserved"))
    made = guide("Text.")
    book = assemble(made, Catalog.of(made, notices=[here]))
    assert book.terms_in("epub") == {"tdm:reservation": "1"}
    assert book.terms_in("web") == {}
    assert book.terms_in("print-cover") == {}


def test_no_line_of_a_notice_ends_between_a_sign_and_its_space():
    made = guide("Du pain.", language="fr-FR")
    text = "« Pain » est à vous : lisez ; est-ce clair ? Oui ! A : B."
    book = assemble(
        made, Catalog.of(made, notices=[notice("a", "fr", text=text, placement="back")])
    )
    shown = "".join(xhtml(leaf(book, "notices")).itertext())
    assert "«\xa0Pain\xa0» est à vous\xa0: lisez\xa0; est-ce clair\xa0? Oui\xa0! A\xa0: B." in shown
