"""Two sentences of a paragraph that exclude each other, by weights that are made of labelled passages."""

from __future__ import annotations

import pytest
from linting.linted import codes

from guidepub.text.weighed.exclusions import exclusion
from tools.exclusion_models.digest import MADE_OF, WEIGHTS, made_of


def test_the_weights_are_made_of_the_passages_as_they_stand():
    assert (WEIGHTS / MADE_OF).read_text("utf-8").strip() == made_of(), (
        "run python -m tools.exclusion_models"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Every kiln in the pottery is fired with wood.", "None of the kilns in the pottery burns wood."),
        ("The ferry carries no passengers at all on Sundays.", "All ferry passengers on Sundays pay half the fare."),
        ("Two keepers feed the seals together at all times.", "One keeper feeds the seals alone."),
        ("Apprentices never touch the lathe in the first year.", "In the first year every apprentice turns parts on the lathe."),
    ],
)  # fmt: skip
def test_sentences_that_exclude_each_other(first, second):
    assert exclusion(first, second, 1, "en") is not None
    assert codes(f"{first} {second}") == ["Q009"]


@pytest.mark.parametrize(
    "text",
    [
        "Every kiln in the pottery is fired with wood. The wood is split in the yard.",
        "The ferry carries no passengers on Sundays. It carries freight then.",
        "Two keepers feed the seals. One of them keeps the log.",
        "Apprentices never touch the lathe in the first year. In the second year they turn simple parts.",
        "The course takes two years. The license takes another year of practice.",
        "No dog is kept in the kennel overnight. Cats have rooms of their own.",
        "The pay during training is $16 an hour [@bls]. After training, the pay is $22 an hour [@bls].",
        "Growth is 9 percent [@bls]. Growth for all occupations is 3 percent [@bls].",
        "Day crews start at six. Night crews start at eight in the evening.",
        "Most clerks type all day. Some clerks file as well.",
        "Bakers need no license. Drivers who deliver the bread need a license.",
        "The gate is locked at ten. Guards have a key to the gate.",
        "No bread was sold sliced before 1928. Otto Rohwedder, a jeweler from Iowa, had built a slicing machine in 1912, but every bakery refused it.",
        "If a kennel names a keeper, only that keeper feeds the dogs of the kennel. If a kennel names no keeper, every keeper feeds the dogs.",
        "The yard takes no boats at all in winter. Otherwise all boats in the yard are taken in spring.",
    ],
)
def test_sentences_that_only_look_so(text):
    assert codes(text) == []


def test_what_is_not_compared():
    assert exclusion("Keine Katze frisst Brot.", "Jede Katze frisst Brot.", 1, "de") is None
    assert exclusion("", "", 1, "en") is None
    first = "Every kiln in the pottery is fired with wood."
    assert codes(f"{first}\n\nNone of the kilns in the pottery burns wood.") == []


def test_sentences_of_a_few_words_are_not_compared():
    other = "There are six people in the crew."
    assert exclusion("The crew is four people here.", other, 1, "en") is not None
    assert exclusion("The crew is four people.", other, 1, "en") is None


def test_sentences_that_are_longer_than_those_learned_from_are_not_compared():
    first = "Every kiln in the pottery is fired with wood"
    second = "none of the kilns in the pottery burns wood."
    assert exclusion(f"{first}.", second.capitalize(), 1, "en") is not None
    behind = ", which the potters fetch from the hill behind the village with a cart and two old horses that know the way."
    assert exclusion(first + behind, second.capitalize(), 1, "en") is None
