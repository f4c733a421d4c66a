"""Which wordings are found in a text, with what in their placeholders and which changes."""

from __future__ import annotations

from typing import Any

import pytest

from guidepub.checks.legal.wordings.heads import readings
from guidepub.checks.legal.wordings.matching import WordingMatch, matches
from guidepub.checks.legal.wordings.register import read_register

LONG = (
    "This guide is provided for information only. It is not legal advice. Neither the use of "
    "this guide nor the completion of a program guarantees employment or any level of pay."
)
KNOWN = {
    "holder": ["Press, LLC", "Smith-Jones & Sons"],
    "imprint": ["Press"],
    "place": ["Rye, Ohio"],
}


def register(*texts: str, ids: str = "", known: dict[str, list[str]] | None = None):
    """Return a register of some texts; those of one letter in `ids` are versions of one notice."""
    names = ids or "abcdefgh"
    notices = [
        {"id": names[n], "version": n + 1, "language": "en", "text": text, "min_size": 6,
         "min_contrast": 4.5}
        for n, text in enumerate(texts)
    ]  # fmt: skip
    return read_register({"notices": notices, "known": KNOWN if known is None else known})


def found(text: str | list[str], *texts: str, **more: Any) -> list[WordingMatch]:
    pages = [text] if isinstance(text, str) else text
    claimed = more.pop("claimed", ())
    units = [(f"page {n}", page) for n, page in enumerate(pages, 1)]
    return matches(readings(units), register(*texts, **more), claimed)


def one(text: str | list[str], *texts: str, **more: Any) -> WordingMatch:
    (each,) = found(text, *texts, **more)
    return each


@pytest.mark.parametrize(
    "text",
    [
        "Before. It prom-\nises nothing at all. After.",
        "Before.\nIt prom\N{HYPHEN}\nises nothing\nat all.\nAfter.",
        "It prom\ufffeises noth\N{SOFT HYPHEN}ing  at\N{NO-BREAK SPACE}all.",
    ],
)
def test_line_ends_and_hyphens_are_seen_through(text):
    assert one(text, "It promises nothing at all.").difference == ""


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("See https://a.example/x/\ny/z now.", "See https://a.example/x/y/z now."),
        ("A self-\nhelp group for all.", "A self-help group for all."),
        ("The Arbeits-\nund Sozialrecht gilt.", "The Arbeits- und Sozialrecht gilt."),
        ("Nothing—\nor almost nothing here.", "Nothing—or almost nothing here."),
        ("The ﬁrst oﬃce of all.", "The first office of all."),
        ("Say “don’t” to it all.", 'Say "don\'t" to it all.'),
    ],
)
def test_typography_is_no_difference(text, wording):
    assert one(text, wording).difference == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It is true that this promises nothing at any time.", "[-all.-]"),
        ("It is true that this promises noth ing at all.", "[-nothing-]{+noth ing+}"),
        ("It is true that this promises no-thing at all.", "only spaces or hyphens differ"),
        ("It is true that this promises nothing at-\nall.", "[-at all.-]{+atall.+}"),
        ("It is true that this promises nothing, at all.", "[-nothing-]{+nothing,+}"),
        ("It is true that this promises Nothing at all.", "[-nothing-]{+Nothing+}"),
    ],
)
def test_words_signs_and_case_are_differences(text, shown):
    wording = "It is true that this promises nothing at all."
    assert shown in one(f"Before. {text}", wording).difference


def test_a_wording_inside_longer_words_is_none():
    assert found("Preforms at allspice.", "forms at all") == []


def test_running_heads_do_not_part_a_text():
    pages = [f"{n} Baker\nText {word} here.\nIt promises" for n, word in enumerate("abcd", 5)]
    # The last line repeats, and is no running head for that.
    pages.append("9 Baker\nnothing at all.\nEnd.")
    assert one(pages, "It promises nothing at all.").difference == ""
    pages = [["Words of the first kind.\nIt promises", "12"], ["nothing at all.\nEnd.", "13"]]
    assert one(["\n".join(page) for page in pages], "It promises nothing at all.").difference == ""


def test_a_line_put_between_two_pages_is_a_change():
    first, second, rest = LONG.partition(" Neither")
    pages = [f"Baker.\n{first}", f"unless we say otherwise\n{second.strip()}{rest}"]
    assert "{+unless we say otherwise+}" in one(pages, LONG).difference


@pytest.mark.parametrize(
    ("wording", "text", "values"),
    [
        (
            "Copyright © {years} {holder}. All rights reserved.",
            "Copyright © 2021–2026 Press, LLC. All rights reserved.",
            {"years": "2021–2026", "holder": "Press, LLC"},
        ),
        (
            "“{title}” is published by {imprint}, {place}.",
            "“A, by B” is published by Press, Rye, Ohio.",
            {"title": "A, by B", "imprint": "Press", "place": "Rye, Ohio"},
        ),
        (
            "© {years} {holder}",
            "Baker\n© 2026 Smith-\nJones & Sons\nEdition 1",
            {"years": "2026", "holder": "Smith-Jones & Sons"},
        ),
        ("{imprint} lists programs.", "Here\nPress lists programs.", {"imprint": "Press"}),
        ("{imprint} lists programs.", "X.\nOven Co lists programs.", {"imprint": "Oven Co"}),
        ("Copyright © {years} {holder}. All.", "Copyright © MMXX Press, LLC. All.",
         {"years": "MMXX", "holder": "Press, LLC"}),
        ("Say {{holder}} to {title}!", "Say {holder} to Bread!", {"title": "Bread"}),
    ],
)  # fmt: skip
def test_placeholders_are_read(wording, text, values):
    each = one(text, wording)
    assert each.difference == ""
    assert each.values == values


def test_a_wording_that_is_one_placeholder_is_found_by_what_is_known():
    assert one("By Press, LLC", "{holder}").values == {"holder": "Press, LLC"}
    assert found("By somebody", "{holder}") == []


def test_placeholders_are_read_in_changed_wordings_too():
    wording = f"{LONG} It belongs to {{holder}}, since {{years}}. All rights reserved by all."
    text = wording.format(holder="Somebody", years="1999").replace("legal", "any")
    each = one(text, wording)
    assert each.values == {"holder": "Somebody", "years": "1999"}
    assert "[-legal-]{+any+}" in each.difference


def test_a_change_is_shown_between_some_of_its_words():
    text = f"Before it. {LONG.replace('legal advice', 'medical advice')} After it."
    assert one(text, LONG).difference == ("… It is not [-legal-]{+medical+} advice. Neither the …")


def test_what_stands_before_and_behind_a_changed_wording_is_no_change():
    text = f"Quite other words stand here. {LONG.partition('. ')[2]} And here as well."
    difference = one(text, LONG).difference
    assert difference.startswith("[-This guide is provided for information only.-] It is not")
    assert "Quite" not in difference
    assert "And here" not in difference


def test_a_text_that_shares_some_words_only_is_no_change_of_it():
    assert found("This guide is provided for bakers. It is not about mills.", LONG) == []


def test_the_version_that_stands_there_is_found():
    versions = (LONG, f"{LONG} More.", LONG.replace("only", "alone"))
    assert one(f"X. {LONG} Y.", *versions, ids="aaa").wording.version == 1
    # A version that lies in a longer one does not stand there by itself.
    assert one(f"X. {LONG} More. Y.", *versions, ids="aaa").wording.version == 2
    assert one(f"X. {versions[2]} Y.", *versions, ids="aaa").wording.version == 3


def test_of_versions_that_read_the_same_the_claimed_one_counts():
    same = (LONG, LONG.replace(" ", "  "), LONG)
    assert one(LONG, *same, ids="aaa").wording.version == 3
    assert one(LONG, *same, ids="aaa", claimed={("a", 1)}).wording.version == 1


def test_of_changed_versions_the_nearest_is_named_unless_one_is_claimed():
    versions = (LONG, LONG.replace("any level of pay", "a certain level of pay at all"))
    text = versions[1].replace("legal", "some")
    assert one(text, *versions, ids="aa").wording.version == 2
    assert one(text, *versions, ids="aa", claimed={("a", 1)}).wording.version == 1


def test_notices_stand_in_the_order_of_the_text():
    text = f"One of a kind here. {LONG} Two of a kind here."
    names = [f.wording.id for f in found(text, "Two of a kind here.", LONG, "One of a kind here.")]
    assert names == ["c", "b", "a"]


def test_a_huge_text_takes_no_longer_than_its_length():
    text = "a b " * 200_000
    assert found(text, LONG, "a b {title} c d", "{holder} a b") != 1


@pytest.mark.parametrize(
    "raw",
    ["a b", "con-\ntract of", "con-\n\n tract", "a\ufffeb c", "a\ufffe\nb", "-\n", "a -\nb", " - "],
)
def test_words_are_counted_the_same_with_and_without_their_places(raw):
    (text,) = readings([("page 1", raw)])
    assert [word.key for word in text.words()] == text.keys()


PLAIN = "Copyright © {years} {holder}."
RICH = "Copyright © {years} {holder}. All rights are reserved, without any exception."
PAGE = "Copyright © 2026 Press, LLC. All rights are reserved, but for two or three exceptions."


@pytest.mark.parametrize(
    ("own", "claimed", "language", "expected"),
    [
        ("", (), "en-US", [("copyright", 0, "en")]),
        ("en", (), "de", [("copyright", 0, "de")]),
        # A notice that was changed is not taken for a plain line, in no language.
        ("en", [("copyright", 3)], "en", [("copyright", 3, "en")]),
        # A catalogue may have a notice of its own for some of its books only.
        ("en", [("copyright", 0)], "en", [("copyright", 0, "en")]),
    ],
)
def test_a_plain_copyright_line_is_looked_for_where_one_may_stand(own, claimed, language, expected):
    lines = [("copyright", 0, tag, PLAIN) for tag in ("de", "en")]
    if own:
        lines.append(("copyright", 3, own, RICH))
    notices = [
        {"id": notice_id, "version": version, "language": tag, "text": text, "min_size": 6,
         "min_contrast": 4.5}
        for notice_id, version, tag, text in lines
    ]  # fmt: skip
    register = read_register({"notices": notices, "known": KNOWN})
    kept = matches(readings([("page 1", PAGE)]), register, claimed, language)
    assert [each.wording.key for each in kept] == expected
