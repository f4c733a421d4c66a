"""What a catalogue asks for under `[lint]`, and what it may switch off."""

from __future__ import annotations

import pytest
from definitions import guide, write

import guidepub
from guidepub import Catalog, Fact, Severity, Source
from guidepub.linting import lint
from guidepub.linting.contradicting import exclusions


def reported(made, **settings):
    settings.setdefault("section_words", (0, 4000))
    return lint(made, Catalog.of(made, lint=settings))


def codes(made, **settings):
    return [finding.code for finding in reported(made, **settings)]


def test_a_code_is_switched_off():
    made = guide("Click here (")
    assert codes(made) == ["X006", "X008"]
    assert codes(made, off=["X006"]) == ["X008"]
    # Of one year that is over one code is reported, and the other where that one is off.
    made = guide("All fall 2020 sections will open, as is projected by 2020.")
    assert codes(made) == ["S001"]
    assert codes(made, off=["S001"]) == ["S003"]


def test_what_weights_tell_is_not_looked_for_where_it_is_switched_off(monkeypatch):
    made = guide("Every oven burns wood all day. None of the ovens burns wood.")
    assert codes(made) == ["Q009"]
    monkeypatch.setattr(exclusions, "exclusion", None)
    assert codes(made, off=["Q009"]) == []


def test_a_severity_is_changed():
    (warning,) = reported(guide("Click here."))
    (error,) = reported(guide("Click here."), severity={"X006": "error"})
    assert (warning.severity, error.severity) == (Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize(("years", "expected"), [(1, ["S002"]), (2, []), (5, [])])
def test_how_old_a_fact_may_be(years, expected):
    facts = {"employment": Fact(value=5, unit="jobs", as_of=2024, source="bls")}
    sources = {"bls": Source(title="Wages", publisher="BLS")}
    made = guide("Bread.", facts=facts, sources=sources)
    assert codes(made, fact_years=years) == expected


def test_how_long_a_sentence_may_be():
    made = guide("Bakers mix the dough before dawn and then they rest.")
    assert codes(made) == []
    (finding,) = reported(made, sentence_words=9)
    assert finding.message == "The sentence has 10 words; the catalogue asks for at most 9."


def test_words_of_the_house():
    made = guide("The levain is fed, and utilized, by a pateint baker.")
    (spelling,) = reported(made)
    assert spelling.code == "G004"
    assert codes(made, words=["pateint"], avoid={"utilized": "used"}) == ["G003"]


def test_british_spelling_is_right_in_a_british_guide():
    body = "The neighbour’s labour colours the theatre programme."
    assert codes(guide(body, language="en-GB")) == []
    assert set(codes(guide(body, language="en-US"))) == {"G004"}


def test_rules_of_words_keep_to_their_language():
    body = "Le boulanger fait tout le pain, et dit « we recieve » (et ne ferme pas."
    assert codes(guide(body, language="fr")) == ["X008"]


def test_an_unknown_code_is_reported_at_the_catalogue(tmp_path):
    text = '[lint]\nsection_words = [0, 9]\noff = ["X999"]\n[lint.severity]\nQ999 = "error"\n'
    write(tmp_path, {"catalog.toml": text, "baker.md": "---\ntitle: Baker\n---\n# One\n\nBread.\n"})
    catalog = guidepub.load(tmp_path)
    findings = lint(catalog["baker"], catalog)
    assert [finding.code for finding in findings] == ["Z001", "Z001"]
    assert {finding.place.path for finding in findings} == {str(tmp_path / "catalog.toml")}


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ("off = ['residue']", "catalog.toml:2:"),
        ("section_words = [9, 1]", "catalog.toml:2:"),
        ("years = 3", "catalog.toml:2:"),
        ("severity = {X001 = 'fatal'}", "catalog.toml:2:"),
    ],
)
def test_a_wrong_setting_has_its_place(tmp_path, setting, place):
    write(tmp_path, {"catalog.toml": f"[lint]\n{setting}\n"})
    with pytest.raises(guidepub.InputError) as error:
        guidepub.load(tmp_path)
    assert place in str(error.value)


def test_the_edition_and_not_the_clock_says_what_is_old(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")  # in 2033
    made = guide("Jobs are expected to grow until 2030.")
    assert codes(made) == []
    assert codes(made.model_copy(update={"published": None})) == ["S001"]
