"""The samples and some hard guides in other words, figures, lengths, themes and trims.

The same number makes the same shelf: a catalogue's folder in one theme and one trim, with two
samples that bear other titles and figures, a guide made by chance, and one of all that is large.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, ImageDraw

import guidepub
from benchmarks import generating
from benchmarks.catalogue import SAMPLES
from benchmarks.generating import THEMES, TRIMS
from guidepub.model import Guide

# Characters of titles, from the shortest to what a cover must still have room for.
_TITLES = (5, 160, 24, 79, 12, 120, 45, 100)
_DESCRIPTIONS = (0, 90, 420, 700)
_WORDS = (
    "Assistant Technician Pediatric Occupational Therapy and Rehabilitation in Hospitals of the "
    "Midwest for Apprentices with Interdisciplinary Responsibilities or Sterile Instrumentation"
).split()
_LONG_WORD = "Berufsbildungsgesetz" * 4
_ADDRESS = "https://www.example.org/occupations/" + "long-" * 8 + "path?year=2024&part=5"
# More columns than these have no room in words of a usual length; the build may say so.
_ROOMY = {"us-letter": 10, "a4": 10, "us-trade": 7, "a5": 7, "digest": 7}
_LARGE_PAGES = frozenset({"us-letter", "a4"})
# Pixels, wide and high: a panorama, a pillar, a page, a square.
_PICTURES = {
    "panorama": (2600, 320),
    "pillar": (320, 2600),
    "page": (1700, 2600),
    "square": (2200, 2200),
}


@dataclass(frozen=True, slots=True)
class Variant:
    """A guide of a shelf: its slug, what is particular about it, and whether it may have no room.

    `lettered` is one with drawings that hold words, of whatever size their author has given them.
    """

    slug: str
    about: str
    may_stop: bool = False
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """A catalogue's folder, in a theme and a trim, with its guides by their slugs."""

    folder: Path
    theme: str
    trim: str
    variants: Mapping[str, Variant]


def shelves(folder: Path, count: int) -> Iterator[Shelf]:
    """Write and yield shelves with two books each, until there are `count` books."""
    samples = list(guidepub.load(SAMPLES).values())
    kinds = list(product(THEMES, TRIMS))
    for number in range((count + 1) // 2):
        theme, trim = kinds[number // 2 % len(kinds)]
        own = folder / theme / trim / str(number)
        chance = Random(f"shelf {number}")
        if number % 2:
            variants = _made(own, theme, trim, number, chance)
        else:
            pair = [samples[(number + each) % len(samples)] for each in (0, 1)]
            variants = _varied(own, theme, trim, pair, number, chance)
        yield Shelf(own, theme, trim, {variant.slug: variant for variant in variants})


def title_of(length: int, chance: Random) -> str:
    """Return a title of so many characters, of whole words where that is possible."""
    words: list[str] = []
    while len(" ".join(words)) < length:
        words.append(chance.choice(_WORDS))
    return " ".join(words)[:length].strip().ljust(length, "s")


def _varied(
    folder: Path, theme: str, trim: str, samples: list[Guide], number: int, chance: Random
) -> Iterator[Variant]:
    """Write samples with other titles, figures and lengths into a copy of their catalogue."""
    folder.mkdir(parents=True)
    shutil.copytree(SAMPLES / "data", folder / "data")
    settings = (SAMPLES / "catalog.toml").read_text("utf-8")
    settings = settings.replace('theme = "classic"', f'theme = "{theme}"')
    settings = settings.replace('trim = "us-trade"', f'trim = "{trim}"')
    (folder / "catalog.toml").write_text(settings, "utf-8")
    for place, sample in enumerate(samples):
        turn = number + place
        length = _TITLES[turn // 2 % len(_TITLES)] if place else _TITLES[-1 - turn % len(_TITLES)]
        short = turn % 3 == 1
        definition = _definition(sample, length, turn, short, chance)
        slug = definition["slug"] = f"variant-{turn}"
        own = folder / slug
        own.mkdir()
        lettered = sample.origin is not None and (sample.origin.parent / "images").is_dir()
        if sample.origin is not None and lettered:
            shutil.copytree(sample.origin.parent / "images", own / "images")
        text = json.dumps(definition, ensure_ascii=False, indent=1)
        (own / "guide.json").write_text(text, "utf-8")
        about = f"{sample.slug}, title of {length}{', short' if short else ''}"
        # The samples' tables were made for type of the usual size, or a large page.
        roomy = theme != "school-large" or trim in _LARGE_PAGES
        yield Variant(slug, about, may_stop=not roomy, lettered=lettered)


# How a fact finds its cell.
_LOOKED_UP = frozenset({"table", "key", "column", "where", "otherwise", "broad"})


def _definition(
    sample: Guide, length: int, turn: int, short: bool, chance: Random
) -> dict[str, Any]:
    definition = sample.model_dump(mode="json", exclude_defaults=True)
    description = _DESCRIPTIONS[turn % len(_DESCRIPTIONS)]
    definition |= {"title": title_of(length, chance), "isbn": {"print": _isbn(turn)}}
    definition |= {"subtitle": title_of(chance.choice((12, 60, 110)), chance)}
    definition["description"] = title_of(description, chance) if description else None
    for key, fact in definition["facts"].items():
        # What a table has given is stated here, with another figure.
        for name in _LOOKED_UP & fact.keys():
            del fact[name]
        value = sample.facts[key].value
        if isinstance(value, Decimal):
            fact["value"] = _other_figure(value, fact.get("unit"), chance)
        else:
            fact["value"] = value
    if short:
        for section in definition["sections"]:
            section["body"] = _first_paragraph(section["body"])
    return definition


def _other_figure(value: Decimal, unit: str | None, chance: Random) -> int | float:
    """Return a figure of another size; a part of a hundred stays one."""
    factor = Decimal(chance.choice(("0.31", "0.9", "1.7", "12")))
    if unit == "percent":
        return int(value * factor) % 100
    other = value * factor
    return int(other) if value == value.to_integral_value() else round(float(other), 2)


def _first_paragraph(body: str) -> str:
    """Return the first paragraph of a body that refers to nothing that is left out."""
    blocks = (" ".join(block.split()) for block in body.split("\n\n"))
    plain = (b for b in blocks if b[:1].isalpha() and not re.search(r"\[\^|\]\(#|^\w+:", b))
    return next(plain, "More of this is said elsewhere.")


def _isbn(number: int) -> str:
    digits = f"978030{number:06}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def _made(folder: Path, theme: str, trim: str, number: int, chance: Random) -> Iterator[Variant]:
    """Write a guide made by chance, and one with all that is large."""
    folder.mkdir(parents=True)
    for name, text in generating.catalog(theme, trim).items():
        (folder / name).write_text(text, "utf-8")
    made = generating.guide(number // 2)
    slug = f"made-{number}"
    (folder / f"{slug}.md").write_text(made.text, "utf-8")
    yield Variant(slug, f"by chance, {made.language}")
    for name, (width, height) in _PICTURES.items():
        _picture(width, height).save(folder / f"{name}.png")
    columns = 3 + number // 2 % 12
    language = generating.LANGUAGES[number // 2 % 4]
    slug = f"hard-{number}"
    (folder / f"{slug}.md").write_text(_hard(columns, language, chance), "utf-8")
    roomy = columns <= _ROOMY[trim] // (2 if theme == "school-large" else 1)
    yield Variant(slug, f"hard, {columns} columns, {language}", may_stop=not roomy)


def _picture(width: int, height: int) -> Image.Image:
    """Return a picture that can be seen through, with an edge that shows whether it is whole."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    drawing = ImageDraw.Draw(picture)
    drawing.ellipse((20, 20, width - 20, height - 20), fill=(150, 170, 190, 200))
    drawing.rectangle((0, 0, width - 1, height - 1), outline=(20, 20, 20, 255), width=8)
    return picture


def _hard(columns: int, language: str, chance: Random) -> str:
    """Return a guide of a wide table, pictures of all shapes, long words and code."""
    rows = [[f"Heading {n}" for n in range(columns)], ["---"] * columns]
    rows += [
        [
            chance.choice(("Erie", "apprenticeship", f"{chance.randint(10, 99999):,}"))
            for _ in rows[0]
        ]
        for _ in range(chance.randint(4, 40))
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    pictures = "\n\n".join(
        f"![A {name}.]({name}.png)" if chance.random() < 0.5
        else f":::{{figure}} {name}.png\n:alt: A {name}.\n\nA caption[^{name}].\n:::\n\n[^{name}]: Of {name}."
        for name in _PICTURES
    )  # fmt: skip
    title = title_of(chance.choice(_TITLES), chance)
    return (
        f'---\ntitle: "{title}"\nlanguage: {language}\npublished: 2026-11-24\n---\n'
        f"# {title_of(chance.choice((20, 90, 150)), chance)}\n\n"
        f"A word such as {_LONG_WORD} and <{_ADDRESS}> are long[^1].\n\n[^1]: See <{_ADDRESS}>.\n\n"
        f"{table}\n\n{pictures}\n\n# Code\n\n```\n{'x = y + ' * 20}\n\n{'z' * 120}\n```\n\n"
        f"> `{'code' * 25}` and {_LONG_WORD}\n\n- {_ADDRESS}\n"
    )
