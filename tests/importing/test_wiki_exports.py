"""Exports of MediaWiki: a guide for each article."""

from __future__ import annotations

from html import escape

import pytest
from words import codes

from guidepub.importing import import_all


def page(title, *versions, space="0", more=""):
    made = "".join(
        f"<revision>\n<text>{escape(words, quote=False)}</text></revision>" for words in versions
    )
    return f"<page><title>{title}</title><ns>{space}</ns>{more}{made}</page>\n"


@pytest.fixture
def made(tmp_path):
    """Return a function that imports an export."""

    def call(*pages):
        space = 'xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="en"'
        text = f"<mediawiki {space}>\n{''.join(pages)}</mediawiki>"
        (tmp_path / "wiki.xml").write_text(text)
        return import_all(tmp_path, tmp_path / "out")

    return call


def test_each_article_is_a_guide_in_its_last_version(made, tmp_path):
    first = page("Florist", "Old words.", "'''Florists''' arrange flowers.<ref>Lee 2020</ref>")
    results = made(first, page("Gardener", "They dig."))
    assert [r.target.name for r in results if r.target] == ["florist.md", "gardener.md"]
    text = (tmp_path / "out" / "florist.md").read_text()
    assert "arrange flowers.[^1]" in text
    assert "Old words" not in text


def test_two_articles_of_one_title_both_become_guides(made):
    results = made(page("Florist", "One."), page("Florist", "Two."))
    assert [r.target.name for r in results if r.target] == ["florist.md", "florist-2.md"]


def test_an_article_that_is_called_as_another_is_numbered_is_not_lost(made, tmp_path):
    made(page("Florist", "One."), page("Florist (2)", "Two."), page("Florist", "Three."))
    texts = " ".join(file.read_text() for file in (tmp_path / "out").glob("*.md"))
    assert all(word in texts for word in ("One.", "Two.", "Three."))


def test_an_export_in_utf_16_is_found_in_a_folder(tmp_path):
    text = (
        f"<?xml version='1.0' encoding='UTF-16'?><mediawiki>{page('Florist', 'One.')}</mediawiki>"
    )
    (tmp_path / "wiki.xml").write_text(text, "utf-16")
    (result,) = import_all(tmp_path, tmp_path / "out")
    assert (result.state, result.target.name) == ("new", "florist.md")


def test_what_is_no_article_is_reported_by_its_kind(made):
    redirect = page("Florists", "#REDIRECT [[Florist]]", more='<redirect title="Florist"/>')
    talk = [page(f"Talk:{n}", "hm", space="1") for n in range(20)]
    results = made(page("Florist", "One."), redirect, *talk, page("Empty", " "))
    reported = [f.message for r in results for f in r.findings if f.code == "I018"]
    assert len(reported) == 3
    assert "“Talk:0”" in reported[1]
    assert "8 more" in reported[1]


def test_findings_name_the_lines_of_the_export(made):
    results = made(page("Florist", "One.\n\nTwo [[Rose|roses]] $_SESSION['a']."))
    (reported,) = [f for r in results for f in r.findings if f.code == "I020"]
    assert reported.place.line == 5


@pytest.mark.parametrize(("body", "code"), [("", "I002"), ("<page>", "I004")])
def test_an_export_without_pages_and_a_broken_one_are_refused(tmp_path, body, code):
    (tmp_path / "wiki.xml").write_text(f"<mediawiki>{body}</mediawiki>")
    (result,) = import_all(tmp_path / "wiki.xml", tmp_path / "out")
    assert codes(result) == [code]
