"""Slips: a type checker refuses each line that is marked, and so does Python when it gets there."""

import guidepub
from guidepub import (
    Catalog,
    Defaults,
    Fact,
    Guide,
    Imprint,
    Notice,
    Person,
    Press,
    Section,
    Source,
    When,
)

PART = Section(title="Overview")

SLIPS = [
    lambda: Guide(title="Welder"),  # refused
    lambda: Guide(title="Welder", sections=PART),  # refused
    lambda: Guide(title="Welder", sections=["Overview"]),  # refused
    lambda: Guide(title="Welder", sections=[PART], tags="trades"),  # refused
    lambda: Guide(title="Welder", sections=[PART], notices="disclaimer"),  # refused
    lambda: Guide(title="Welder", sections=[PART], published=20261124),  # refused
    lambda: Guide(title="Welder", sections=[PART], author="Ada Weld"),  # refused
    lambda: Guide(title=7, sections=[PART]),  # refused
    lambda: Person(name="Ada Weld", role="writer"),  # refused
    lambda: Fact(value=None),  # refused
    lambda: Fact(value=51000, as_of="2024"),  # refused
    lambda: Fact(value=51000, period=2024),  # refused
    lambda: Source(publisher="Handbook House"),  # refused
    lambda: When(tags="trades"),  # refused
    lambda: When(editions=["pdf"]),  # refused
    lambda: When(editions=["print-cover"]),  # refused
    lambda: Notice(id="a", version=1, language="en", text="A.", when="often"),  # refused
    lambda: Press(bleed=3),  # refused
    lambda: Defaults(editions="epub"),  # refused
    lambda: Defaults(editions=["pdf"]),  # refused
    lambda: Imprint(nme="Lakeside"),  # refused
    lambda: Catalog.of(imprnt=Imprint(name="Lakeside")),  # refused
    lambda: Catalog.of(defaults="es"),  # refused
    lambda: Catalog.of(notices="disclaimer"),  # refused
    lambda: guidepub.build(Catalog.of(), "/dev/null/dist", editions="pdf"),  # refused
    lambda: guidepub.build(Catalog.of(), "/dev/null/dist", editions=["pdf"]),  # refused
]
