"""Facts, citations and the list of sources."""

from __future__ import annotations

import datetime
import re

import pytest
from definitions import guide, leaf
from finished import words_of, xhtml

from guidepub import Catalog, Fact, Guide, Source
from guidepub.assembly import assemble
from guidepub.figures import NO_BREAK_SPACE
from guidepub.model import Leaf
from guidepub.themes.leaves import words_of as leaf_words

SOURCES = {
    "zeta": Source(
        title="Zeta Report",
        publisher="Zeta House",
        url="https://zeta.example/reports/2026/",
        retrieved=datetime.date(2026, 11, 2),
        year=2025,
    ),
    "alpha": Source(title="Alpha", publisher="Alpha House"),
    "mid": Source(title="Mid", publisher="Mid House"),
}
FACTS = {
    "wage": Fact(value=50000, unit="USD/year", source="alpha"),
    "hourly": Fact(value=24.5, unit="USD/hour", source="alpha"),
    "growth": Fact(value=19, unit="percent", source="zeta"),
    "own": Fact(value=7, unit="jobs"),
}


def cited(*bodies: str) -> list[str]:
    """Return each section's prose with citations as [n], other marks left out."""
    made = guide(*bodies, facts=FACTS, sources=SOURCES)
    book = assemble(made, Catalog.of(made))
    sections = [part for part in book.leaves if part.kind == "section"]
    return [words_of(xhtml(part.xhtml)).split(part.title, 1)[1].strip() for part in sections]


def section_of(made: Guide) -> Leaf:
    (found,) = [part for part in assemble(made, Catalog.of(made)).leaves if part.kind == "section"]
    return found


def source_list(*bodies: str) -> list[str]:
    made = guide(*bodies, facts=FACTS, sources=SOURCES)
    items = xhtml(leaf(assemble(made, Catalog.of(made)), "sources")).findall(".//li")
    return [item.get("id", "") for item in items]


def test_citations_are_numbered_in_the_order_of_their_first_use():
    assert cited("A [@mid].", "B [@zeta]. C [@mid]. D [@alpha].") == [
        "A[1].",
        "B[2]. C[1]. D[3].",
    ]


def test_the_marks_of_one_citation_stand_in_the_order_of_their_numbers():
    assert cited("A [@mid].", "B [@zeta; @mid].") == ["A[1].", "B[1][2]."]


def test_the_sources_stand_in_the_order_of_their_numbers_the_uncited_last():
    assert source_list("A [@mid; @alpha].") == ["source-mid", "source-alpha", "source-zeta"]


def test_a_citation_leads_to_its_source_and_names_it():
    made = guide("A [@mid].", sources=SOURCES)
    mark = xhtml(leaf(assemble(made, Catalog.of(made)), "section-part-1")).find(".//a")
    assert mark.get("href") == "sources.xhtml#source-mid"
    assert mark.get("title") == "Mid"
    assert mark.get("role") == "doc-biblioref"


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "[see 1, pp. 12–15, 20; 2, chap. 3 ff.]"),
        ("de", "[see 1, S. 12–15, 20; 2, Kap. 3 ff.]"),
        ("es", "[see 1, págs. 12-15, 20; 2, cap. 3 ff.]"),
        ("fr", "[see 1, p. 12-15, 20; 2, chap. 3 ff.]"),
        ("pl", "[see 1, s. 12–15, 20; 2, rozdz. 3 ff.]"),
        ("vi", "[see 1, tr. 12-15, 20; 2, chương 3 ff.]"),
    ],
)
def test_places_are_printed_in_the_language_of_the_guide(language, printed):
    body = "A [see @mid, pp. 12-15, 20; @zeta, Kap. 3 ff.]."
    made = guide(body, sources=SOURCES, language=language)
    section = section_of(made)
    (passage,) = section.text.passages[1:]
    assert passage.text.replace(NO_BREAK_SPACE, " ") == f"A {printed}."
    group = xhtml(section.xhtml).find(".//span[@class='citations']")
    assert words_of(group) == printed
    assert [a.get("href") for a in group] == [
        "sources.xhtml#source-mid",
        "sources.xhtml#source-zeta",
    ]


def test_a_sentence_names_a_source_and_marks_it():
    assert cited("As @mid [p. 3] says, and @zeta, not @other.") == [
        "As Mid House [1, p. 3] says, and Zeta House[2], not @other."
    ]


def test_a_title_keeps_the_name_of_a_source_and_leaves_out_its_mark():
    made = guide("## What @mid [p. 3] says\n\nB.", sources=SOURCES)
    section = section_of(made)
    assert section.text.passages[1].text == "What Mid House [1, p.\N{NO-BREAK SPACE}3] says"
    (place,) = (each for each in xhtml(section.xhtml).iter("h2", "h3"))
    assert leaf_words(place) == "What Mid House says"


def test_words_around_a_key_are_set_as_the_language_is():
    assert cited("A [“as” 'they' say -- see @mid, and \"more\"].") == [
        "A [“as” ‘they’ say – see 1, and “more”]."
    ]


def test_words_around_a_key_are_text_and_no_markup():
    made = guide("A [see & <b> @mid, p. 3 < 4].", sources=SOURCES)
    section = leaf(assemble(made, Catalog.of(made)), "section-part-1")
    assert "[see &amp; &lt;b&gt; <a " in section


def test_numbers_at_a_glance_and_in_source_lines_are_links_too():
    facts = {"median_wage": Fact(value=51000, unit="USD/year", source="mid")}
    facts["wage_p90"] = Fact(value=71000, unit="USD/year", source="mid")
    table = ":::{table} Pay\n:source: zeta\n\n| A | B |\n|---|---|\n| 1 | 2 |\n:::"
    made = guide(
        f"A.\n\n{table}\n", sources=SOURCES, facts=facts, at_a_glance=["median_wage", "wage_p90"]
    )
    section = xhtml(leaf(assemble(made, Catalog.of(made)), "section-part-1"))
    marks = [(a.text, a.get("href")) for a in section.iter("a") if a.get("class") == "citation"]
    to = "sources.xhtml#source-"
    assert marks == [("[1]", f"{to}mid"), ("[1]", f"{to}mid"), ("[2]", f"{to}zeta")]


def test_a_source_is_listed_with_publisher_link_and_day(baker_book):
    made = guide("A [@zeta].", sources=SOURCES)
    first = xhtml(leaf(assemble(made, Catalog.of(made)), "sources")).find(".//li")
    text = words_of(first).replace("\N{ZERO WIDTH SPACE}", "")
    assert text == (
        "Zeta Report (2025). Zeta House. zeta.example/reports/2026. Retrieved November 2, 2026."
    )
    assert first.find("a").get("href") == "https://zeta.example/reports/2026/"


def test_a_source_is_listed_with_all_that_it_states():
    article = Source(
        title="Low-Skill Service Jobs",
        authors=[{"family": "Autor", "given": "David H."}, {"family": "Dorn", "given": "David"}],
        within="American Economic Review",
        type="article-journal",
        volume="103",
        issue="5",
        pages="1553-1597",
        date="2013-08",
        doi="10.1257/aer.103.5.1553",
    )
    chapter = Source(
        title="Bread",
        authors=["Bureau of Bread"],
        editors=[{"family": "Itor", "given": "Ed"}],
        within="Crafts",
        volume="2",
        edition="3",
        publisher="Crumb & Sons",
        place="Munich",
    )
    made = guide("A [@a]. As @a says, and @c.", sources={"a": article, "c": chapter})
    book = assemble(made, Catalog.of(made))
    items = [words_of(each) for each in xhtml(leaf(book, "sources")).findall(".//li")]
    assert [each.replace("\N{ZERO WIDTH SPACE}", "") for each in items] == [
        "David H. Autor and David Dorn. Low-Skill Service Jobs (2013). American Economic Review "
        "103(5), pp. 1553–1597. doi.org/10.1257/aer.103.5.1553.",
        "Bureau of Bread. Bread. Crafts, vol. 2, edited by Ed Itor, Edition 3. "
        "Munich: Crumb & Sons.",
    ]
    (list_of_sources,) = [part for part in book.leaves if part.kind == "sources"]
    printed = [" ".join(each.text.split()) for each in list_of_sources.text.passages]
    assert printed[1:] == items
    assert section_of(made).text.passages[1].text == (
        "A[1]. As Autor and Dorn[1] says, and Bureau of Bread[2]."
    )


def test_a_source_may_have_neither_link_nor_day():
    made = guide("A [@alpha].", sources={"alpha": SOURCES["alpha"]})
    assert words_of(xhtml(leaf(assemble(made, Catalog.of(made)), "sources"))) == (
        "Sources Alpha. Alpha House."
    )


def test_a_shown_address_keeps_its_query_and_can_break_at_slashes():
    source = Source(title="T", publisher="P", url="https://a.example/b/c?d=1&e=2")
    made = guide("A [@s].", sources={"s": source})
    link = xhtml(leaf(assemble(made, Catalog.of(made)), "sources")).find(".//li/a")
    assert link.text == "a.example/\N{ZERO WIDTH SPACE}b/\N{ZERO WIDTH SPACE}c?d=1&e=2"
    assert link.get("href") == "https://a.example/b/c?d=1&e=2"


def test_a_fact_is_cited_once_a_paragraph():
    body = "{fact}`wage`, {fact}`hourly`, {fact}`growth`.\n\nAgain {fact}`wage`."
    assert cited(body) == ["$50,000[1], $24.50, 19%[2]. Again $50,000[1]."]


def test_a_fact_is_not_cited_where_its_paragraph_cites_by_hand():
    # Wherever in the paragraph the citation stands, before or after the fact.
    assert cited("{fact}`wage` and {fact}`growth` [@alpha].") == ["$50,000 and 19%[1][2]."]
    assert cited("See [@alpha]: {fact}`wage`.") == ["See[1]: $50,000."]


def test_a_fact_without_a_source_is_not_cited():
    assert cited("{fact}`own` jobs.") == ["7 jobs."]


def test_a_fact_in_a_table_is_not_cited():
    table = (
        ":::{table} T\n:source: alpha\n| A | B |\n|--|--|\n| {fact}`wage` | {fact}`growth` |\n:::"
    )
    (text,) = cited(f"{table}\n\nThen {{fact}}`growth`.")
    assert "$50,000 19%" in text
    assert "Source: Alpha House, Alpha [1]." in text
    assert text.endswith("Then 19%[2].")


def test_a_fact_after_a_table_in_a_box_is_cited():
    box = "::::{note}\n:::{table} T\n:source: mid\n| A |\n|--|\n| {fact}`wage` |\n:::\n::::"
    assert cited(f"{box}\n\nThen {{fact}}`wage`.")[0].endswith("Then $50,000[2].")


def test_a_fact_in_a_list_is_cited_once_an_item():
    assert cited("- {fact}`wage` {fact}`hourly`\n- {fact}`wage`") == [
        "$50,000[1] $24.50 $50,000[1]"
    ]


def test_the_panel_counts_as_the_first_use():
    made = guide(
        "A [@mid; @zeta].",
        facts=FACTS,
        sources=SOURCES,
        at_a_glance=["growth", "wage"],
    )
    book = assemble(made, Catalog.of(made))
    text = words_of(xhtml(leaf(book, "section-part-1")))
    assert re.search(r"Growth 19% \[1\] Wage \$50,000 \[2\]", text)
    assert text.endswith("A[1][3].")


@pytest.mark.parametrize(
    ("facts", "keys"), [(FACTS, []), ({"employment": Fact(value=1200, unit="jobs")}, None)]
)
def test_no_figure_that_is_chosen_and_one_that_is_not_make_no_panel(facts, keys):
    made = guide("A.", facts=facts, sources=SOURCES, at_a_glance=keys)
    assert "At a Glance" not in leaf(assemble(made, Catalog.of(made)), "section-part-1")


def test_one_figure_that_is_chosen_makes_a_panel():
    made = guide("A.", facts=FACTS, sources=SOURCES, at_a_glance=["wage"])
    assert "At a Glance" in leaf(assemble(made, Catalog.of(made)), "section-part-1")


def test_the_panel_takes_the_well_known_facts_when_none_are_chosen():
    made = guide(
        "A.",
        "B.",
        facts={
            "employment": Fact(value=1200, unit="jobs", as_of=2024),
            "projected_growth": Fact(value=-3, unit="percent", period=[2024, 2034]),
            "other": Fact(value=1),
        },
    )
    book = assemble(made, Catalog.of(made))
    panel = xhtml(leaf(book, "section-part-1")).find(".//aside")
    entries = [
        words_of(entry).replace("\N{NO-BREAK SPACE}", " ") for entry in panel.findall(".//div")
    ]
    assert entries == ["Projected growth −3% 2024–2034", "Jobs 1,200 2024"]
    assert "At a Glance" not in leaf(book, "section-part-2")


def test_a_level_of_education_is_printed_in_words():
    made = guide("A {fact}`entry_education`.", facts={"entry_education": Fact(value="bachelor")})
    assert "A bachelor’s degree." in words_of(
        xhtml(leaf(assemble(made, Catalog.of(made)), "section-part-1"))
    )


def test_links_between_sections_lead_to_their_leaves():
    web = "[the web](https://a.example/?b=1&c=2) and [an entry](https://a.example/#/x#[y])"
    made = guide(f"See [two](#part-2), {web}.", "B.")
    links = xhtml(leaf(assemble(made, Catalog.of(made)), "section-part-1")).findall(".//a")
    assert [link.get("href") for link in links] == [
        "section-part-2.xhtml",
        "https://a.example/?b=1&c=2",
        "https://a.example/#/x%23%5By%5D",
    ]


def test_the_source_of_a_guide_without_a_section_that_cites_is_listed_too(bakery):
    made: Guide = bakery["baker"]
    items = xhtml(leaf(assemble(made, bakery), "sources")).findall(".//li")
    assert [item.get("id") for item in items] == [
        "source-wages",
        "source-outlook",
        "source-never-cited",
    ]


def test_a_source_in_another_language_says_so():
    sources = {
        "en": Source(title="Handbook", publisher="Bureau", language="en-US"),
        "es": Source(title="Manual", publisher="Oficina", language="es-MX"),
        "none": Source(title="Guía", publisher="Editorial"),
    }
    made = guide("Pan [@en; @es; @none].", language="es", sources=sources)
    book = assemble(made, Catalog.of(made))
    assert leaf(book, "section-part-1").count('title="Handbook" lang="en-US"') == 1
    listed = leaf(book, "sources")
    assert '<cite lang="en-US">Handbook</cite>' in listed
    assert '<span lang="en-US">Bureau</span>.' in listed
    assert listed.count("lang=") == 2
