"""Writes the weights of the clues to words that sound alike; `--left-out` counts them on other texts."""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidepub.text.weighed.soundalikes import IS, OWNS, SETS, STANDS, clues, right_clues, tokens
from guidepub.text.weights import BASE, LEAST, SCALE
from tools.sentence_models.digest import WEIGHTS
from tools.sentence_models.fitting import Counted, fitted, known_clues
from tools.sentence_models.texts import TEXTS
from tools.soundalike_models.digest import MADE_OF, made_of, passage_files

_OWNERS = frozenset("its their your his our my".split())
_CONTRACTED = frozenset("it's they're you're we're he's she's".split())
_PRONOUNS = frozenset("it they you we he she".split())
# What stands behind these is owned, and what stands behind those is said of somebody, wherever they stand.
_ARTICLES = frozenset("the these those some several each every another".split())
_VERBS = frozenset("is are was were be".split())
_PLACES = frozenset(
    "here outside inside elsewhere abroad nearby indoors outdoors together anywhere everywhere alone downstairs upstairs".split()
)
_ARE = frozenset({"is", "are"})
_DEEDS = (OWNS, IS, STANDS)
_FEWEST = 3
_FREEDOM = 8.0
# Lighter clues change nothing.
_LIGHTEST = 0.5
# How much more another word must weigh than the one that is written. Chosen by `--left-out`.
_LEAST: Mapping[str, float] = {OWNS: 4.2, IS: 6.0, STANDS: 7.0}
_OTHERS = 5


@dataclass(frozen=True)
class Place:
    """A place in a text, what the word there does, and its clues; `word` is None where none is tried."""

    does: str
    clues: frozenset[str]
    word: str | None
    shown: str


def texts() -> Iterator[str]:
    """Yield the English texts that have no slip of typing on purpose."""
    for file in [*sorted(TEXTS.glob("*.jsonl")), *passage_files()]:
        for line in file.read_text("utf-8").splitlines():
            label = json.loads(line)
            if label["language"] == "en" and label.get("fault") != "typography":
                yield from label["text"].split("\n")
    yield from (TEXTS / "onet.txt").read_text("utf-8").splitlines()


def places(text: str) -> Iterator[Place]:
    """Yield the places of a text where words stand that sound like others, and those like them."""
    words = [token.word for token in tokens(text)]
    for at, word in enumerate(words):
        before, behind = words[max(at - 2, 0) : at], words[at + 1 : at + 4]
        does, tried = _does(word, before, behind)
        if does is None:
            continue
        if word in _PRONOUNS:
            behind = behind[1:]
        found = clues(before, behind[:2]) if tried else right_clues(behind[:2])
        yield Place(does, found, word if tried else None, " ".join(words[max(at - 5, 0) : at + 6]))


def _does(word: str, before: Sequence[str], behind: Sequence[str]) -> tuple[str | None, bool]:
    """Return what a word does in its place, and whether one that sounds like others could stand there."""
    is_pronoun = word in _PRONOUNS and bool(behind) and behind[0] in _ARE
    is_verb = word in _VERBS and bool(before) and before[-1].isalpha()
    for does, fits, tried in (
        (OWNS, word in _OWNERS, True),
        (IS, word in _CONTRACTED or is_pronoun, True),
        (STANDS, word == "there" or word in _PLACES, True),
        (OWNS, word in _ARTICLES, False),
        (IS, is_verb and before[-1] not in _PRONOUNS | {"there"}, False),
    ):
        if fits:
            return does, tried
    return None, False


def learned(found: Sequence[Place]) -> dict[str, tuple[dict[str, float], float]]:
    """Return for all that words do what clues weigh, and what it weighs without any."""
    result = {}
    known = known_clues([place.clues for place in found], _FEWEST)
    rows = Counted([place.clues for place in found], known)
    for does in _DEEDS:
        weights, base = fitted(rows, [place.does == does for place in found], _FREEDOM)
        heavy = {c: float(weights[n]) for c, n in known.items() if abs(weights[n]) >= _LIGHTEST}
        result[does] = (heavy, base)
    return result


def write() -> None:
    """Write the weights, and the digest of what they are made of."""
    found = [place for text in texts() for place in places(text)]
    rows = []
    for does, (weights, base) in learned(found).items():
        rows += [(does, BASE, base), (does, LEAST, _LEAST[does])]
        rows += [(does, clue, weights[clue]) for clue in sorted(weights)]
    lines = [f"{does}\t{clue}\t{round(weight * SCALE)}\n" for does, clue, weight in rows]
    (WEIGHTS / "soundalikes.en.tsv").write_text("".join(lines), "utf-8")
    (WEIGHTS / MADE_OF).write_text(made_of() + "\n", "utf-8")


def print_left_out() -> None:
    """Print what weights tell of texts that they were not learned from: all of it is wrong.

    And how often a word is reported where it is put for one that sounds alike.
    """
    all_texts = list(texts())
    tried: dict[str, int] = defaultdict(int)
    reported: dict[str, int] = defaultdict(int)
    for part in range(_OTHERS):
        others = [
            p for n, text in enumerate(all_texts) if n % _OTHERS != part for p in places(text)
        ]
        table = learned(others)
        for text in all_texts[part::_OTHERS]:
            for place in places(text):
                if place.word is not None:
                    _count(place, table, tried, reported)
    for row, count in sorted(tried.items()):
        print(f"{row}: reported {reported[row]} of {count}")


def _count(
    place: Place,
    table: Mapping[str, tuple[Mapping[str, float], float]],
    tried: dict[str, int],
    reported: dict[str, int],
) -> None:
    size = max(len(place.clues), 1) ** 0.5
    sums = {
        does: table[does][1] + sum(table[does][0].get(c, 0) for c in place.clues) / size
        for does in _DEEDS
    }
    best = max(sums, key=lambda does: sums[does])
    written = place.word in {word for words in SETS for word in words.values()}
    for does in _DEEDS:
        row = f"{does} for {place.does}" if does != place.does else f"{does} as it stands"
        if does == place.does and not written:
            continue
        tried[row] += 1
        if sums[best] - sums[does] >= _LEAST[does]:
            reported[row] += 1
            if does == place.does:
                print(f"  {sums[best] - sums[does]:.1f} {best} for {does}: {place.shown}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the weights, or print what they show."""
    parser = argparse.ArgumentParser(prog="python -m tools.soundalike_models", description=__doc__)
    parser.add_argument("--left-out", action="store_true")
    if parser.parse_args(arguments).left_out:
        print_left_out()
    else:
        write()


if __name__ == "__main__":
    main()
