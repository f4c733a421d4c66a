"""Sentences that name people or jobs other than the occupation's, beside it or in its place."""

from __future__ import annotations

from collections.abc import Sequence

from guidepub.text.measured.clauses import ClausePiece


def names_others_too(sentence: str, some: Sequence[ClausePiece]) -> bool:
    """Return whether a sentence joins a name of the occupation to another: “cooks and paramedics”.

    In a longer list, “captains, mates and pilots”, a comma stands beside it.
    """
    ends = {"own", "strange"}
    for number, joint in enumerate(some):
        if "and" not in joint.says or not sentence[joint.start : joint.end].isalpha():
            continue
        before, after = some[max(number - 3, 0) : number], some[number + 1 : number + 2]
        if not before or not after:
            continue
        said = {*(before[-1].says & ends), *(after[0].says & ends)}
        # A name has its comma with it.
        first = next((piece for piece in before if "own" in piece.says), before[-1])
        listed = sentence[first.start : before[-1].start].rstrip()
        is_list = listed.endswith(",") and not any(sign.isdigit() for sign in listed)
        if said == ends or (is_list and said == {"strange"}):
            return True
    return False


def names_jobs_of_others(some: Sequence[ClausePiece]) -> bool:
    """Return whether a sentence says whose jobs it counts in a strange word: “retail jobs”.

    The word stands before them, or behind them and one such as “of”, as in most other languages. A
    sentence that names the occupation is about its jobs.
    """
    if any("own" in piece.says for piece in some):
        return False
    return any(
        ("jobs" in second.says and "strange" in first.says)
        or ("jobs" in first.says and second.says == {"plain"} and "strange" in third.says)
        for first, second, third in zip(some, some[1:], (*some[2:], *some[-1:]), strict=False)
    )
