"""A web edition as a document: whole by itself, well-formed, and true in what it says of itself."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from definitions import guide
from finished import HTML, words_of
from lxml import etree

import guidepub
from guidepub.checks.documents.hypertext import page_tree
from guidepub.editions import Production
from guidepub.themes.drawings.bars import spread_charts

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def data(baker_book) -> bytes:
    """Return the small catalogue's guide as a web edition."""
    return guidepub.render(baker_book, "web")


@pytest.fixture(scope="module")
def page(data) -> etree._Element:
    """Return it as a browser reads it."""
    return page_tree(data)


def found(page: etree._Element, path: str) -> list[etree._Element]:
    return page.findall(path.replace("//", f".//{HTML}"))


def described(page: etree._Element) -> dict[str, object]:
    (script,) = found(page, "//script")
    assert script.get("type") == "application/ld+json"
    return dict(json.loads(script.text))


def made(**fields: object) -> etree._Element:
    """Return the page of a guide made in Python, under an imprint of its own."""
    imprint = guidepub.Imprint(id="press", name="Rye & Sons", legal_name="Rye, LLC")
    catalog = guidepub.Catalog(imprint=imprint, guides={"baker": guide("Bread.", **fields)})
    book = guidepub.assemble(catalog["baker"], catalog)
    return page_tree(Production(book).file("web"))


def test_it_needs_nothing_beside_it(data, page):
    assert not re.search(rb'(?:src|srcset)="(?!data:)', data)
    assert not found(page, "//link")
    assert [each.get("type") for each in found(page, "//script")] == ["application/ld+json"]
    urls = re.findall(rb"url\(([^)]*)", data)
    assert all(each.startswith(b'"data:image/') for each in urls)
    (policy,) = [m.get("content") for m in found(page, "//meta") if m.get("http-equiv")]
    assert str(policy).startswith("default-src 'none';")
    assert "http" not in str(policy)


def test_what_a_browser_reads_is_what_was_written(data, page, baker_book):
    """No element is moved by the parser: each stands once where the leaf has it."""
    for leaf in baker_book.leaves:
        if leaf.kind == "cover":
            continue
        read = page.find(f".//*[@id='{leaf.id}']")
        written = etree.fromstring(
            f'<body xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops">{leaf.xhtml}</body>'
        )[0]
        spread_charts(written)
        assert words_of(read) == words_of(written)
        kinds = [Counter(str(each.tag) for each in leaf.iter("*")) for leaf in (read, written)]
        # The contents of cells are wrapped.
        kinds[0].pop(f"{HTML}div", None), kinds[1].pop(f"{HTML}div", None)
        assert kinds[0] == kinds[1], leaf.id


def test_it_has_landmarks_and_a_way_past_what_comes_first(page):
    body = page.find(f"{HTML}body")
    names = [etree.QName(each).localname for each in body]
    assert names == ["div", "header", "main", "footer"]
    (skip,) = found(body[0], "//a")
    assert skip.get("href") == "#text"
    assert body[2].get("id") == "text"
    assert (page.get("lang"), page.get("dir")) == ("en-US", "ltr")
    assert page.findtext(f"{HTML}head/{HTML}title").startswith("Baker")
    navs = found(body[1], "//nav")
    assert [nav.get("role") for nav in navs] == ["doc-toc"]


def test_links_lead_to_what_is_there_and_ids_stand_once(page):
    ids = Counter(each.get("id") for each in page.iter("*") if each.get("id"))
    assert max(ids.values()) == 1
    inside = [a.get("href") for a in found(page, "//a") if a.get("href").startswith("#")]
    assert {href[1:] for href in inside} <= set(ids)
    assert not any(".xhtml" in (a.get("href") or "") for a in found(page, "//a"))
    notes = [a for a in found(page, "//a") if a.get("role") == "doc-noteref"]
    backlinks = [a for a in found(page, "//a") if a.get("role") == "doc-backlink"]
    assert len(notes) == len(backlinks) > 0


def test_headings_stand_below_the_title(page):
    levels = [
        int(each.get("aria-level") or etree.QName(each).localname[1])
        for each in page.iter(*(f"{HTML}h{level}" for level in range(1, 7)))
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_nothing_of_an_epub_s_own_is_left(data):
    assert not re.search(rb"[\s<]epub:", data)
    assert b"xml:lang" not in data


@pytest.mark.xdist_group("samples")
def test_search_engines_can_read_what_the_guide_states(samples):
    book = guidepub.assemble(samples["pediatric-occupational-therapy-technician"], samples)
    reported = described(page_tree(guidepub.render(book, "web")))
    stated = book.guide
    assert (reported["@context"], reported["@type"]) == ("https://schema.org", "Book")
    assert reported["name"] == stated.title
    assert reported["inLanguage"] == "en-US"
    assert reported["datePublished"] == "2026-11-24"
    assert reported["publisher"]["name"] == book.imprint.name
    assert reported["copyrightHolder"]["name"] == book.imprint.holder
    about = reported["about"]
    assert about["@type"] == "Occupation"
    codes = [each["codeValue"] for each in about["occupationalCategory"]]
    assert codes == [stated.occupation.soc, stated.occupation.onet]
    assert about["estimatedSalary"] == {
        "@type": "MonetaryAmountDistribution",
        "currency": "USD",
        "duration": "P1Y",
        "percentile10": 49070,
        "percentile25": 59950,
        "median": 68340,
        "percentile75": 77340,
        "percentile90": 86930,
    }
    assert about["educationRequirements"] == "associate degree"


def test_what_a_guide_does_not_state_is_left_out():
    reported = described(made())
    assert reported.keys() == {
        "@context", "@type", "name", "inLanguage", "bookEdition", "bookFormat", "datePublished",
        "publisher", "copyrightHolder", "copyrightYear",
    }  # fmt: skip


def test_data_cannot_end_their_element():
    page = made(title="Baker", subtitle="A </script><b>bold</b> & “quoted” guide")
    assert described(page)["alternativeHeadline"] == "A </script><b>bold</b> & “quoted” guide"
    assert len(found(page, "//body")) == 1


def test_the_same_book_gives_the_same_bytes(baker_book, data):
    script = (
        "import guidepub, sys; catalog = guidepub.load('tests/bakery');"
        "book = guidepub.assemble(catalog['baker'], catalog);"
        "sys.stdout.buffer.write(guidepub.render(book, 'web'))"
    )
    again = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True
    )
    assert again.stdout == data
