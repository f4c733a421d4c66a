"""Calls as the documentation writes them: a type checker takes each, and so does Python."""

import datetime
from decimal import Decimal
from typing import assert_type

import guidepub
from guidepub import (
    Catalog,
    Defaults,
    DefinitionRules,
    Edition,
    Fact,
    Guide,
    Imprint,
    Isbns,
    LintSettings,
    Notice,
    Occupation,
    Person,
    Press,
    Section,
    SectionRules,
    Source,
    Trim,
    When,
)

DAY = datetime.date(2026, 11, 1)
OVERVIEW = Section(title="Overview", body="Half earn more than {fact}`median_wage` a year.")

whole = Guide(
    title="Welder",
    language="en-US",
    occupation=Occupation(soc="51-4121"),
    authors=[Person(name="Ada Weld"), Person(name="Bo Arc", role="editor")],
    published="2026-11-24",
    first_published=2019,
    isbn=Isbns(epub="978-0-306-40615-7"),
    tags=["trades", "metal"],
    notices=["disclaimer"],
    at_a_glance=["median_wage"],
    facts={
        "median_wage": Fact(value=51000, unit="USD/year", as_of=2024, source="bls"),
        "growth": Fact(value=4.5, unit="percent", period=[2024, 2034]),
        "precise": Fact(value=Decimal("24.50"), unit="USD/hour", period=(2024, 2034)),
        "entry_education": Fact(value="high-school"),
    },
    sources={"bls": Source(title="Handbook", publisher="BLS", retrieved="2026-11-01")},
    sections=[OVERVIEW],
)
tuples = Guide(title="Welder", published=DAY, first_published=DAY, tags=(), sections=(OVERVIEW,))
source = Source(title="Handbook", publisher="BLS", retrieved=DAY)
notice = Notice(
    id="disclaimer", version=1, language="en", text="No promise.", approved="2026-01-01",
    when=When(tags=["trades"], editions=["print"]), fallback_for=["es"],
)  # fmt: skip
always = Notice(id="disclaimer", version=2, language="en", text="None.", approved=DAY, when="never")
press = Press(bleed="3mm", caliper="0.1mm")
no_bleed = Press(bleed=0)
defaults = Defaults(language="es", trim="a5", editions=["epub"])
size = Defaults(trim=Trim(width=432, height=648), editions=("print", "print-cover"))
rules = SectionRules(required=["overview"], titles={"overview": ["Overview", "The Work"]})
files = DefinitionRules(exclude=["drafts/*"])
strict = LintSettings(off=["G004"], severity={"S001": "warning"}, section_words=[40, 900])

catalog = Catalog.of(
    whole,
    imprint=Imprint(name="Lakeside College"),
    imprints=[{"id": "north", "name": "North College"}],
    defaults=defaults,
    print={"bleed": "3mm"},
    data={"programs": "programs.csv"},
    notices=[notice],
    lint={"words": ["levain"]},
)
empty = Catalog.of(defaults={"language": "de"}, root=None)
one: Edition = "screen"


def promises(book: guidepub.Book, folder: str) -> None:
    """Never called: what is written here is for the type checker alone."""
    made: bytes = guidepub.render(book, one)
    report: guidepub.Report = guidepub.build(catalog, folder, editions="epub")
    guidepub.build(catalog, folder, editions=["print", "screen"])
    for result in report.built:
        for file in result.files:
            assert_type(file.edition, Edition)
            assert file.size == len(made)
    guidepub.check(folder, catalog)
    guidepub.check_text([folder], catalog, guide="welder")
    for reported in guidepub.check_legal([folder], catalog, cache=folder).files:
        verdict: guidepub.Verdict = reported.verdicts[0]
        assert_type(verdict.where, tuple[str, ...])
    with guidepub.WorkerPool(2, seconds=60) as pool:
        guidepub.build(catalog, folder, executor=pool, on_event=listen)
    assert_type(whole.facts["median_wage"].value, Decimal | str)
    assert_type(whole.tags, tuple[str, ...])
    assert_type(whole.published, datetime.date | None)


def listen(event: guidepub.Event) -> None:
    """Take an event."""


def find(subject: guidepub.Subject) -> list[guidepub.Alarm]:
    """Find nothing."""
    return []


rule = guidepub.Rule(["HOUSE001"], find, language="en")
