"""Guides made by chance: all Markdown that the docs allow, nested, in four languages.

The same number makes the same guide. Each text bears a word of its own, such as `k0042q`, which
no language hyphenates, so that anybody can look for it in a finished file.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from guidepub.words.names import slugify

LANGUAGES = ("en-US", "es", "de", "fr")
THEMES = ("classic", "school", "school-large")
TRIMS = ("us-trade", "a5", "digest", "us-letter", "a4")

_WORDS = {
    "en-US": "a the of and work hour license patient record budget weld clinic well-known it’s "
    "responsibility apprenticeship journeyman training wages region seldom through",
    "es": "el la de y trabajo horas licencia paciente año enseñanza región según más también "
    "responsabilidades aprendizaje cualificación niño",
    "de": "der die und von Arbeit Stunden Prüfung Größe Straße Ausbildungsverhältnis "
    "Berufsbildungsgesetz Lehrling über täglich z. B. Maß Geselle",
    "fr": "le la de et travail heures licence santé où élève déjà apprentissage responsabilité "
    "l’année qualité métier œuvre très",
}
_FACTS = """facts:
  median_wage: {value: 43250, unit: USD/year, as_of: 2024, source: wages}
  wage_p90: {value: 71400.50, unit: USD/year, as_of: 2024, source: wages}
  projected_growth: {value: -2.5, unit: percent, period: [2024, 2034], source: outlook}
  employment: {value: 1234, unit: jobs, as_of: 2024, source: outlook}
sources:
  wages: {title: Wage Statistics, publisher: Bureau of Labor, url: "https://wages.example/a/b"}
  outlook: {title: Occupational Outlook, publisher: Bureau of Labor, year: 2025}
"""
_KEYS = ("median_wage", "wage_p90", "projected_growth", "employment")
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">'
    '<path d="M2 2h56v36H2z" fill="none" stroke="#000"/></svg>'
)
WAGES = "job,group,wage\nBaker,food,36650\nPastry cook,food,38200\nWelder,metal,51000\n"
PROGRAMS = (
    "institution,city,state,program,degree,level,campus,accreditor,url\n"
    "Harbor College,Erie,PA,Baking,baking,certificate,campus,ACB,https://harbor.example/b\n"
    "Quay School,Reno,NV,Pastry Arts,baking,associate,online,ACB,\n"
)


@dataclass
class Made:
    """A guide that was made: its text, and the words that each edition must hold.

    `alternatives` stand in text alternatives alone, which paper does not have.
    """

    text: str
    language: str
    words: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)


def catalog(theme: str, trim: str) -> dict[str, str]:
    """Return the files that the guides need beside them, by their names."""
    settings = (
        '[imprint]\nname = "Harbor Lane Press"\nplace = "Duluth"\nabout = "Makes guides."\n'
        f'[defaults]\ntheme = "{theme}"\ntrim = "{trim}"\n'
        '[data]\nwages = "wages.csv"\nprograms = "programs.csv"\n'
    )
    notices = "".join(
        f'[[notices]]\nid = "disclaimer"\nversion = 1\nlanguage = "{language[:2]}"\n'
        f'title = "Notice"\nplacement = "back"\ntext = "{text}"\n'
        for language, text in zip(
            LANGUAGES,
            ("This guide promises nothing.", "Esta guía no promete nada.",
             "Dieser Leitfaden verspricht nichts.", "Ce guide ne promet rien."),
            strict=True,
        )
    )  # fmt: skip
    return {
        "catalog.toml": settings + notices,
        "wages.csv": WAGES,
        "programs.csv": PROGRAMS,
        "knot.svg": DRAWING,
    }


def guide(number: int) -> Made:
    """Return the guide of a number."""
    return _Author(number).guide()


class _Author:
    """Writes one guide."""

    def __init__(self, number: int) -> None:
        self._chance = random.Random(f"guide {number}")
        self._number = number
        self._names = count(1)
        self.made = Made("", LANGUAGES[number % len(LANGUAGES)])
        self._notes: list[str] = []
        self._called: list[str] = []
        self._sections: list[str] = []

    def guide(self) -> Made:
        chance = self._chance
        titles = [f"{self._word()} {self._plain(2)}" for _ in range(chance.choice((1, 1, 2, 3)))]
        self._sections = [slugify(title) for title in titles]
        bodies = []
        for title in titles:
            blocks = [self._block(0) for _ in range(chance.randint(1, 5))]
            # A section's first block is text, and its headings go down one level at a time.
            bodies.append("\n\n".join([f"# {title}", self._paragraph(), *blocks]))
        definitions = "\n\n".join(self._notes)
        head = (
            f"---\ntitle: {self._word()} {self._plain(2).title()}\nsubtitle: {self._plain(3)}\n"
            f"language: {self.made.language}\npublished: 2026-11-24\n{_FACTS}---\n"
        )
        self.made.text = f"{head}\n{chr(10).join(bodies)}\n\n{definitions}\n"
        return self.made

    def _word(self, alternative: bool = False) -> str:
        """Return a word that stands nowhere else in the guide."""
        word = f"k{next(self._names):04}q"
        (self.made.alternatives if alternative else self.made.words).append(word)
        return word

    def _plain(self, length: int) -> str:
        words = _WORDS[self.made.language].split()
        return " ".join(self._chance.choice(words) for _ in range(length))

    def _text(self, low: int = 3, high: int = 14) -> str:
        """Return some words with a word of their own among them."""
        before, after = (
            self._plain(self._chance.randint(1, low)),
            self._plain(self._chance.randint(1, high)),
        )
        return f"{before} {self._word()} {after}"

    def _inline(self, links: bool = True) -> str:
        chance, word = self._chance, self._word
        kinds: list[Callable[[], str]] = [
            self._text,
            lambda: f"*{word()} {self._plain(2)}*",
            lambda: f"**{self._plain(1)} {word()}**",
            lambda: f"***{word()}***",
            lambda: f"~~{word()}~~",
            lambda: f"`{word()}  {self._plain(1)}`",
            lambda: f"{{fact}}`{chance.choice(_KEYS)}`",
            lambda: f"{word()}^2^ H~2~O",
            lambda: f"\\*{word()}\\* &amp; &lt;b&gt; 5 < 6 \"{self._plain(1)}\" -- '{self._plain(1)}' ...",
            lambda: f"{word()}\\\n{self._plain(2)}",
            lambda: f"{self._plain(1)}\n{word()}",
            lambda: f"{self._plain(1)}[@{chance.choice(('wages', 'outlook', 'wages; @outlook'))}]",
        ]  # fmt: skip
        if links:
            kinds += [
                lambda: (
                    f"[{self._plain(1)} *{word()}*](https://example.org/{chance.randint(1, 99)}?a=1&b=2)"
                ),
                lambda: f"[{word()}](#{chance.choice(self._sections)})",
                lambda: f"[{{fact}}`median_wage` {word()}](https://example.org/x)",
                lambda: f"<https://example.org/{'y' * chance.randint(3, 60)}>",
                lambda: f"{self._plain(1)}{self._call()}",
                lambda: f"{self._plain(1)}^[{word()} *{self._plain(1)}*]",
                lambda: f"![{self._plain(1)} {word(True)}.](knot.svg)",
            ]
        return chance.choice(kinds)()

    def _call(self) -> str:
        if self._called and self._chance.random() < 0.3:
            return f"[^{self._chance.choice(self._called)}]"
        label = f"n{len(self._called) + 1}"
        self._called.append(label)
        more = ""
        if self._chance.random() < 0.3:
            inner = self._chance.choice(("- {}\n    - {}", "> {}", "{}", "1. {}\n    2. {}"))
            texts = [self._text() for _ in range(inner.count("{}"))]
            more = f"\n\n    {inner.format(*texts)}"
        self._notes.append(f"[^{label}]: {self._text()} {self._inline(links=False)}{more}")
        return f"[^{label}]"

    def _line(self, pieces: int = 2, links: bool = False) -> str:
        parts = [self._text(1, 3), *(self._inline(links) for _ in range(pieces - 1))]
        return " ".join(part.replace("\\\n", " ").replace("\n", " ") for part in parts)

    def _paragraph(self) -> str:
        parts = [self._text(), *(self._inline() for _ in range(self._chance.randint(0, 6)))]
        return " ".join(parts) + f" {self._plain(2)}."

    def _block(self, depth: int) -> str:
        chance = self._chance
        kinds: list[Callable[[int], str]] = [self._prose, self._prose, self._bullets, self._numbers]
        if depth < 2:
            kinds += [self._quotation, self._terms, self._code, self._box]
        if depth == 0:
            kinds += [
                self._heading,
                self._table,
                self._figure,
                self._chart,
                self._programs,
                self._bare_table,
            ]
        return chance.choice(kinds)(depth)

    def _prose(self, _depth: int) -> str:
        return self._paragraph()

    def _heading(self, _depth: int) -> str:
        lower = (
            f"\n\n### {self._line()}\n\n{self._paragraph()}" if self._chance.random() < 0.4 else ""
        )
        return f"## {self._line(links=self._chance.random() < 0.3)}\n\n{self._paragraph()}{lower}"

    def _items(self, marker: Callable[[int], str], depth: int) -> str:
        loose = self._chance.random() < 0.4
        items = []
        for number in range(self._chance.randint(1, 5)):
            mark = marker(number)
            inside = self._paragraph()
            if depth < 2 and self._chance.random() < 0.3:
                inside += "\n\n" + self._block(depth + 1)
            items.append(mark + _indented(inside, " " * len(mark)))
        return ("\n\n" if loose else "\n").join(items)

    def _bullets(self, depth: int) -> str:
        # Two lists in a row would be one: a paragraph parts them.
        return self._items(lambda _: "- ", depth) + f"\n\n{self._paragraph()}"

    def _numbers(self, depth: int) -> str:
        start = self._chance.choice((1, 1, 3, 9, 98))
        return self._items(lambda number: f"{start + number}. ", depth) + f"\n\n{self._paragraph()}"

    def _quotation(self, depth: int) -> str:
        inside = "\n\n".join([self._paragraph(), self._block(depth + 1)])
        return "> " + _indented(inside, "> ")

    def _terms(self, _depth: int) -> str:
        entries = [f"{self._line()}\n: {_indented(self._paragraph(), '  ')}" for _ in range(2)]
        return "\n\n".join(entries)

    def _code(self, _depth: int) -> str:
        long = self._chance.choice(("", " " + "x" * 90))
        return f"```\n{self._word()} = {self._plain(2)}\n    <b> & {self._word()}{long}\n```"

    def _box(self, depth: int) -> str:
        kind = self._chance.choice(("note", "tip", "important", "warning"))
        title = f" {self._line()}" if self._chance.random() < 0.6 else ""
        inside = "\n\n".join([self._paragraph(), self._block(depth + 1)])
        colons = ":" * (5 - depth)
        return f"{colons}{{{kind}}}{title}\n{inside}\n{colons}"

    def _rows(self, columns: int) -> str:
        chance = self._chance
        marks = [chance.choice(("---", "--:", ":-:")) for _ in range(columns)]

        def cell() -> str:
            kinds: tuple[Callable[[], str], ...] = (
                self._word,
                lambda: self._text(1, 2),
                lambda: f"*{self._word()}*",
                lambda: f"{chance.randint(1, 9999)}",
                lambda: "{fact}`median_wage`",
            )
            return chance.choice(kinds)()

        rows = [[f"{self._word()}" for _ in range(columns)], marks]
        rows += [[cell() for _ in range(columns)] for _ in range(chance.randint(1, 14))]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _bare_table(self, _depth: int) -> str:
        return self._rows(self._chance.randint(1, 4))

    def _table(self, _depth: int) -> str:
        note = f":note: {self._line()}\n" if self._chance.random() < 0.5 else ""
        source = ":source: wages\n" if self._chance.random() < 0.5 else ""
        rows = self._rows(self._chance.randint(2, 5))
        return f":::{{table}} {self._line()}\n{note}{source}\n{rows}\n:::"

    def _figure(self, _depth: int) -> str:
        width = ":width: 50%\n" if self._chance.random() < 0.5 else ""
        alternative = f":alt: {self._plain(2)} {self._word(True)}.\n"
        return f":::{{figure}} knot.svg\n{alternative}{width}\n{self._paragraph()}\n:::"

    def _chart(self, _depth: int) -> str:
        if self._chance.random() < 0.5:
            return f":::{{chart}} {self._line()}\n:facts: median_wage, wage_p90\n:::"
        where = ":where: group = food\n" if self._chance.random() < 0.5 else ""
        return (
            f":::{{chart}} {self._line()}\n:table: wages\n:label: job\n:value: wage\n"
            f":unit: USD/year\n{where}:source: wages\n:::"
        )

    def _programs(self, _depth: int) -> str:
        campus = self._chance.choice(("", ":campus: online\n"))
        return f":::{{programs}} {self._line()}\n{campus}:degree: baking\n:::"


def _indented(text: str, indent: str) -> str:
    """Return a text whose lines but the first are indented, empty ones only by signs."""
    return text.replace("\n", f"\n{indent}").replace(f"\n{indent}\n", f"\n{indent.rstrip()}\n")
