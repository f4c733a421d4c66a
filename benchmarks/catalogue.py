"""The sample catalogue repeated to as many books as a measurement needs, and changes to it.

Each repetition is a guide of its own, with a slug, a title and prose of its own; the catalogue's
notices, imprints and tables are those of the samples.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from benchmarks.rewording import reworded

SAMPLES = Path(__file__).resolve().parent.parent / "guides"
"""The guides that come with guidepub."""

NOTICE = "trades-safety"
"""A notice that some books owe and others do not: the one that is changed."""

_TITLE = re.compile(r"^title: *(.+?) *$", re.M)
# What names one book and no other.
_NAMES = re.compile(r"^(?:slug|isbn): .*\n", re.M)


def definitions(samples: Path = SAMPLES) -> list[Path]:
    """Return the files that define the samples' guides, in the order of their slugs."""
    found = [path for path in samples.iterdir() if path.suffix in (".md", ".yaml")]
    found += samples.glob("*/guide.md")
    return sorted(found, key=_slug)


def repeat(folder: Path, count: int, samples: Path = SAMPLES) -> list[Path]:
    """Write a catalogue of `count` guides to a folder, and return their definitions in order.

    The first repetition of each sample is the sample itself.
    """
    folder.mkdir(parents=True)
    shutil.copy(samples / "catalog.toml", folder)
    shutil.copytree(samples / "data", folder / "data")
    sources = definitions(samples)
    return [
        _write(sources[number % len(sources)], folder, 1 + number // len(sources))
        for number in range(count)
    ]


def slug_of(definition: Path) -> str:
    """Return the slug of a guide of a repeated catalogue."""
    return _slug(definition)


def remove_comma(definition: Path) -> None:
    """Take one comma out of a guide's text, the first that is still there."""
    text = definition.read_text("utf-8")
    head, mark, body = text.partition("\nsections:" if definition.suffix == ".yaml" else "\n# ")
    if ", " not in body:
        raise ValueError(f"There is no comma in {definition}.")
    definition.write_text(head + mark + body.replace(", ", " ", 1), "utf-8")


def change_notice(folder: Path, notice: str = NOTICE) -> None:
    """Change one word of a notice of a catalogue, in all its languages."""
    path = folder / "catalog.toml"
    tables = path.read_text("utf-8").split("[[notices]]")
    owed = [number for number, table in enumerate(tables) if f'id = "{notice}"' in table]
    for number in owed:
        head, mark, wording = tables[number].partition('text = """\n')
        first, space, rest = wording.partition(" ")
        tables[number] = f"{head}{mark}{first}{space}indeed{space}{rest}"
    if not owed:
        raise ValueError(f"The catalogue has no notice “{notice}”.")
    path.write_text("[[notices]]".join(tables), "utf-8")


def without_names(definition: str) -> str:
    """Return a definition without its slug and its ISBNs, which name one book and no other."""
    return _NAMES.sub("", definition, count=2)


def _slug(definition: Path) -> str:
    return definition.parent.name if definition.name == "guide.md" else definition.stem


def _write(source: Path, folder: Path, repetition: int) -> Path:
    slug = _slug(source) if repetition == 1 else f"{_slug(source)}-{repetition:04d}"
    if source.name == "guide.md":
        target = folder / slug / "guide.md"
        shutil.copytree(source.parent, target.parent)
    else:
        target = folder / f"{slug}{source.suffix}"
    text = source.read_text("utf-8")
    if repetition > 1:
        text = without_names(_TITLE.sub(rf"title: \1 {repetition}", text, count=1))
        text = reworded(text, repetition - 1)
    target.write_text(text, "utf-8")
    return target
