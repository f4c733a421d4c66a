"""Sentences that name other people or jobs, with the occupation or instead of it."""

from __future__ import annotations

from collections.abc import Sequence

from guidepub.text.measured.clauses import ClausePiece

# Between “jobs” and the name: “dans la”.
_MOST_SMALL_WORDS = 2


def names_others_too(sentence: str, pieces: Sequence[ClausePiece]) -> bool:
    """Return whether a sentence joins the occupation to another one: “cooks and paramedics”.

    In a longer list, “captains, mates and pilots”, it may be followed by a comma.
    """
    ends = {"own", "strange"}
    for number, joint in enumerate(pieces):
        if "and" not in joint.classes or not sentence[joint.start : joint.end].isalpha():
            continue
        before, after = pieces[max(number - 3, 0) : number], pieces[number + 1 : number + 2]
        if not before or not after:
            continue
        classes = {*(before[-1].classes & ends), *(after[0].classes & ends)}
        # The piece of a name includes the comma after it.
        first = next((piece for piece in before if "own" in piece.classes), before[-1])
        listed = sentence[first.start : before[-1].start].rstrip()
        is_list = listed.endswith(",") and not any(sign.isdigit() for sign in listed)
        if classes == ends or (is_list and classes == {"strange"}):
            return True
    return False


def names_jobs_of_others(pieces: Sequence[ClausePiece]) -> bool:
    """Return whether an unknown word makes jobs those of another trade: “retail jobs”.

    The word comes before “jobs”, or, in most other languages, after one or two small words: “l’emploi
    dans la logistique”. A sentence that names the occupation is about its jobs.
    """
    if any("own" in piece.classes for piece in pieces):
        return False
    for number, piece in enumerate(pieces):
        if "jobs" not in piece.classes:
            continue
        if number and "strange" in pieces[number - 1].classes:
            return True
        behind = pieces[number + 1 : number + _MOST_SMALL_WORDS + 2]
        at = next((n for n, each in enumerate(behind) if each.classes != {"plain"}), 0)
        if at and "strange" in behind[at].classes:
            return True
    return False
